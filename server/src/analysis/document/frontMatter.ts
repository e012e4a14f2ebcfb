import type { DraftDocument } from './draftBlock';

interface FrontMatter {
  readonly start: number;
  readonly end: number;
  /** Offset behind the closing line. */
  readonly after: number;
}

/** YAML between `---` lines at the very top. */
function find(source: string, from: number): FrontMatter | undefined {
  const opening = /---[ \t]*\r?\n/y;
  opening.lastIndex = from;
  if (!opening.test(source)) return undefined;
  const start = opening.lastIndex;
  const closing = /^(?:---|\.\.\.)[ \t]*$/gm;
  closing.lastIndex = start;
  const end = closing.exec(source);
  if (!end) return undefined;
  const text = source.slice(start, end.index);
  // A thematic break at the top of a draft opens no front matter.
  if (!/^\s*(?:#.*|[\w"'-]+\s*:)/.test(text) && text.trim() !== '') return undefined;
  return { start, end: end.index, after: end.index + end[0].length };
}

const afterMark = (source: string): number => (source.charCodeAt(0) === 0xfeff ? 1 : 0);

/** Offset behind the front matter; behind the byte order mark where there is none. */
export function readFrontMatterEnd(source: string): number {
  return find(source, afterMark(source))?.after ?? afterMark(source);
}

/** Puts the front matter into the draft: offset behind it. */
export function readFrontMatter(draft: DraftDocument): number {
  const { source } = draft;
  const found = find(source, afterMark(source));
  if (!found) return afterMark(source);
  const { start, end, after } = found;
  draft.frontMatter = { range: { start, end }, text: source.slice(start, end) };
  return after;
}
