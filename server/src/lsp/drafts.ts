import type { TextDocumentContentChangeEvent, TextDocumentItem } from 'vscode-languageserver';
import type { DocumentFormat } from '../analysis/document/types';
import { extensionOf, formatOfLanguage, type OwnLanguages } from '../drafts/format';
import { LineIndex, type LinePosition, type LineRange } from '../drafts/lineIndex';

/** An open document as the client shows it, with the only conversions between its positions and the analysis's offsets. */
export class Draft {
  readonly uri: string;
  /** Undefined for languages in which no policy is written. */
  readonly format: DocumentFormat | undefined;
  version: number;
  /** The author asked for a check, whatever the text looks like. */
  forced = false;
  #lines: LineIndex;

  /** @param languages formats of languages that only this editor knows */
  constructor({ uri, languageId, version, text }: TextDocumentItem, languages: OwnLanguages = {}) {
    this.uri = asText(uri);
    this.version = version;
    this.#lines = new LineIndex(asText(text));
    // An editor that does not know MDX takes it for plain text; the command line tool goes by the name.
    this.format = extensionOf(uri) === 'mdx' ? 'markdown' : formatOfLanguage(languageId, languages);
  }

  /** The text to analyse: a byte order mark that the client left in is no part of it. */
  get text(): string {
    return this.#lines.text.slice(this.#mark);
  }

  change(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    for (const change of changes) {
      if ('range' in change && change.range) {
        const start = this.#lines.offsetAt(change.range.start);
        const end = Math.max(start, this.#lines.offsetAt(change.range.end));
        this.#lines.replace(start, end, asText(change.text));
      } else this.#lines = new LineIndex(asText(change.text));
    }
    this.version = version;
  }

  /** Offset in `text`; positions outside the document are moved to the nearest place inside. */
  offsetAt(position: LinePosition): number {
    return Math.max(0, this.#lines.offsetAt(position) - this.#mark);
  }

  positionAt(offset: number): LinePosition {
    return this.#lines.positionAt(offset + this.#mark);
  }

  rangeOf(range: { readonly start: number; readonly end: number }): LineRange {
    return { start: this.positionAt(range.start), end: this.positionAt(range.end) };
  }

  /** A line as the client counts them, without its end. */
  lineAt(line: number): string {
    return this.#lines.textOfLine(line);
  }

  get #mark(): number {
    return this.#lines.text.charCodeAt(0) === 0xfeff ? 1 : 0;
  }
}

/** Refuses what a client should not send before it becomes part of a draft, where it would be in everybody's way. */
function asText(given: unknown): string {
  if (typeof given === 'string') return given;
  throw new TypeError(`a text was expected, not ${given === null ? 'null' : typeof given}`);
}

/** The documents that the client has open. */
export class Drafts {
  readonly #open = new Map<string, Draft>();
  /** Those that the author asked to check, perhaps before they were announced. */
  readonly #forced = new Set<string>();
  readonly #languages: OwnLanguages;

  constructor(languages: OwnLanguages = {}) {
    this.#languages = languages;
  }

  open(item: TextDocumentItem): Draft {
    const draft = new Draft(item, this.#languages);
    draft.forced = this.#forced.has(item.uri);
    this.#open.set(item.uri, draft);
    return draft;
  }

  get(uri: string): Draft | undefined {
    return this.#open.get(uri);
  }

  close(uri: string): void {
    this.#open.delete(uri);
    this.#forced.delete(uri);
  }

  /** Has a document checked whatever its text looks like, until it is closed. */
  force(uri: string): void {
    this.#forced.add(uri);
    const draft = this.#open.get(uri);
    if (draft) draft.forced = true;
  }

  all(): Iterable<Draft> {
    return this.#open.values();
  }
}

/** Schemes under which editors show what nobody writes there: old revisions, output, settings. */
const readOnlyViews =
  /^(?:git|gitlens\S*|gitfs|svn|hg|output|debug|comment|review|pr|search-editor|walkthrough\S*|extension-output\S*|vscode(?!-(?:vfs|remote|test-web|notebook-cell)\b)\S*):/i;

export function isReadOnlyView(uri: string): boolean {
  return readOnlyViews.test(uri);
}
