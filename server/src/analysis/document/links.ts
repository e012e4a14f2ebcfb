import type { InlineSpan } from './types';

const address = /\b(?:https?:\/\/|www\.)[^\s<>"“”]{2,}|\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/gi;

/** Addresses written out in the text, which are links in all but markup. */
export function linksIn(text: string, known: readonly InlineSpan[]): InlineSpan[] {
  if (!/@|:\/\/|www\./i.test(text)) return [];
  const links = known.filter((span) => span.kind === 'link');
  const found: InlineSpan[] = [];
  let next = 0;
  for (const match of text.matchAll(address)) {
    const written = match[0].replace(/(?<![.,;:!?'’)\]])[.,;:!?'’)\]]+$/, '');
    const start = match.index;
    const end = start + written.length;
    while (next < links.length && links[next].end <= start) next++;
    if (next < links.length && links[next].start < end) continue;
    const target = written.includes('://') || !written.includes('@') ? written : `mailto:${written}`;
    found.push({ kind: 'link', start, end, target });
  }
  return found;
}
