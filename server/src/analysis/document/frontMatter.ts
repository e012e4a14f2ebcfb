import type { DraftDocument } from './draftBlock';

/** YAML between `---` lines at the very top: offset behind the closing line, `from` where there is none. */
export function readFrontMatter(draft: DraftDocument, from: number): number {
  const { source } = draft;
  const opening = /---[ \t]*\r?\n/y;
  opening.lastIndex = from;
  if (!opening.test(source)) return from;
  const start = opening.lastIndex;
  const closing = /^(?:---|\.\.\.)[ \t]*$/gm;
  closing.lastIndex = start;
  const end = closing.exec(source);
  if (!end) return from;
  const text = source.slice(start, end.index);
  // A thematic break at the top of a draft opens no front matter.
  if (!/^\s*(?:#.*|[\w"'-]+\s*:)/.test(text) && text.trim() !== '') return from;
  draft.frontMatter = { range: { start, end: end.index }, text };
  return end.index + end[0].length;
}
