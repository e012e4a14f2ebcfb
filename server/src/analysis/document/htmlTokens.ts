import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

export interface Attributes {
  [name: string]: string;
}

/** What an HTML source consists of, in order. All offsets are source offsets. */
export interface HtmlHandler {
  /** Text as it stands. */
  text(from: number, to: number): void;
  /** Text that stands in the source in another shape: a character reference. */
  replacedText(words: string, from: number, to: number): void;
  open(name: string, attributes: Attributes, from: number, end: number): void;
  close(name: string, end: number): void;
  /** `from` and `to` bound the content. */
  comment(comment: { readonly from: number; readonly to: number }, from: number, to: number): void;
}

const wantedAttributes = new Set([
  'id',
  'name',
  'class',
  'style',
  'hidden',
  'aria-hidden',
  'aria-level',
  'role',
  'href',
  'colspan',
  'rowspan',
]);

/** Reports what stands between two offsets; names in lower case, only the attributes that matter to reading. */
export function tokenizeHtml(source: string, from: number, to: number, handler: HtmlHandler): void {
  const part = from === 0 && to === source.length ? source : source.slice(from, to);
  const tokenizer = new Tokenizer({ decodeEntities: true }, new PartReader(part, from, handler));
  tokenizer.write(part);
  tokenizer.end();
}

/** Puts together what the tokenizer says of a part of the source; its offsets count from the beginning of the part. */
class PartReader implements TokenizerCallbacks {
  private tag = '';
  private tagFrom = 0;
  private attributes: Attributes = {};
  private attribute = '';
  private entity: { words: string; readonly from: number; readonly to: number } | undefined;

  constructor(
    private readonly part: string,
    private readonly from: number,
    private readonly handler: HtmlHandler,
  ) {}

  ontext(start: number, end: number): void {
    this.endEntity();
    // The tokenizer gives the rest of an end tag that the source cuts off as text from before its beginning.
    if (start >= 0) this.handler.text(this.from + start, this.from + end);
  }

  ontextentity(code: number, end: number): void {
    const words = String.fromCodePoint(code);
    const to = this.from + end;
    if (this.entity?.to === to) {
      this.entity.words += words;
      return;
    }
    this.endEntity();
    this.entity = { words, from: this.from + this.part.lastIndexOf('&', end - 1), to };
  }

  onopentagname(start: number, end: number): void {
    this.endEntity();
    this.tag = this.part.slice(start, end).toLowerCase();
    this.tagFrom = this.from + start - 1;
    this.attributes = {};
  }

  onattribname(start: number, end: number): void {
    const name = this.part.slice(start, end).toLowerCase();
    this.attribute = wantedAttributes.has(name) && !Object.hasOwn(this.attributes, name) ? name : '';
    if (this.attribute) this.attributes[name] = '';
  }

  onattribdata(start: number, end: number): void {
    if (this.attribute) this.attributes[this.attribute] += this.part.slice(start, end);
  }

  onattribentity(code: number): void {
    if (this.attribute) this.attributes[this.attribute] += String.fromCodePoint(code);
  }

  onattribend(): void {
    this.attribute = '';
  }

  onopentagend(end: number): void {
    this.handler.open(this.tag, this.attributes, this.tagFrom, this.from + end + 1);
  }

  onselfclosingtag(end: number): void {
    this.onopentagend(end);
  }

  onclosetag(start: number, end: number): void {
    this.endEntity();
    const close = this.part.indexOf('>', end);
    const after = this.from + (close < 0 ? this.part.length : close + 1);
    this.handler.close(this.part.slice(start, end).trim().toLowerCase(), after);
  }

  oncomment(start: number, end: number): void {
    this.endEntity();
    if (!this.part.startsWith('<!--', start - 4)) return; // `<!words>`, which browsers pass over
    const { from } = this;
    const comment = { from: from + start - 4, to: Math.min(from + end + 1, from + this.part.length) };
    this.handler.comment(comment, from + start, Math.max(from + start, from + end - 2));
  }

  oncdata(): void {
    this.endEntity();
  }

  ondeclaration(): void {
    this.endEntity();
  }

  onprocessinginstruction(): void {
    this.endEntity();
  }

  onend(): void {
    this.endEntity();
  }

  /** One reference may stand for two characters, which the tokenizer reports one by one. */
  private endEntity(): void {
    const { entity } = this;
    if (entity) this.handler.replacedText(entity.words, entity.from, entity.to);
    this.entity = undefined;
  }
}
