import { Tokenizer } from 'htmlparser2';

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
  const whole = from === 0 && to === source.length ? source : source.slice(from, to);
  let tag = '';
  let tagFrom = 0;
  let attributes: Attributes = {};
  let attribute = '';
  let entity: { words: string; readonly from: number; readonly to: number } | undefined;
  // One reference may stand for two characters, which the tokenizer reports one by one.
  const endEntity = () => {
    if (entity) handler.replacedText(entity.words, entity.from, entity.to);
    entity = undefined;
  };
  const open = (end: number) => handler.open(tag, attributes, tagFrom, from + end + 1);
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ontext: (start, end) => {
        endEntity();
        // The tokenizer gives the rest of an end tag that the source cuts off as text from before its beginning.
        if (start >= 0) handler.text(from + start, from + end);
      },
      ontextentity: (code, end) => {
        const words = String.fromCodePoint(code);
        if (entity?.to === from + end) {
          entity.words += words;
          return;
        }
        endEntity();
        entity = { words, from: from + whole.lastIndexOf('&', end - 1), to: from + end };
      },
      onopentagname: (start, end) => {
        endEntity();
        tag = whole.slice(start, end).toLowerCase();
        tagFrom = from + start - 1;
        attributes = {};
      },
      onattribname: (start, end) => {
        const name = whole.slice(start, end).toLowerCase();
        attribute = wantedAttributes.has(name) && !Object.hasOwn(attributes, name) ? name : '';
        if (attribute) attributes[name] = '';
      },
      onattribdata: (start, end) => {
        if (attribute) attributes[attribute] += whole.slice(start, end);
      },
      onattribentity: (code) => {
        if (attribute) attributes[attribute] += String.fromCodePoint(code);
      },
      onattribend: () => {
        attribute = '';
      },
      onopentagend: open,
      onselfclosingtag: open,
      onclosetag: (start, end) => {
        endEntity();
        const close = whole.indexOf('>', end);
        handler.close(whole.slice(start, end).trim().toLowerCase(), from + (close < 0 ? whole.length : close + 1));
      },
      oncomment: (start, end) => {
        endEntity();
        if (!whole.startsWith('<!--', start - 4)) return; // `<!words>`, which browsers pass over
        const comment = { from: from + start - 4, to: Math.min(from + end + 1, to) };
        handler.comment(comment, from + start, Math.max(from + start, from + end - 2));
      },
      oncdata: endEntity,
      ondeclaration: endEntity,
      onprocessinginstruction: endEntity,
      onend: endEntity,
    },
  );
  tokenizer.write(whole);
  tokenizer.end();
}
