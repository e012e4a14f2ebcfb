import type { Edit, Finding } from '../finding';

/** The edits of every safe fix that does not get in the way of one taken before. */
export function safeEdits(findings: readonly Finding[]): Edit[] {
  const taken: Edit[] = [];
  for (const { fixes } of findings) {
    const safe = fixes.find((fix) => fix.safety === 'safe' && !fix.snippet);
    if (safe?.edits.every((edit) => !taken.some((other) => overlap(edit, other)))) taken.push(...safe.edits);
  }
  return taken;
}

/** Two insertions at one place overlap too: nobody could say which comes first. */
function overlap({ range: a }: Edit, { range: b }: Edit): boolean {
  return a.start === b.start || (a.start < b.end && b.start < a.end);
}

export function applyEdits(text: string, edits: readonly Edit[]): string {
  let rest = text.length;
  const parts: string[] = [];
  for (const { range, newText } of [...edits].sort((a, b) => b.range.start - a.range.start)) {
    parts.push(text.slice(range.end, rest), newText);
    rest = range.start;
  }
  return text.slice(0, rest) + parts.reverse().join('');
}
