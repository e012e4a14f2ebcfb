/** English that the linter itself writes: into messages, labels and drafts. */

/** "a", "a and b", "a, b and c". */
export function enumerate(items: readonly string[], joiner = 'and'): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${joiner} ${items[items.length - 1]}`;
}

/** Words of the draft for use inside a sentence: "Phone numbers" gives "phone numbers", "IP address" stays. */
export function midSentence(words: string): string {
  const trimmed = words.trim();
  const second = trimmed.charAt(1);
  return second === second.toLowerCase() && second !== ''
    ? trimmed.charAt(0).toLowerCase() + trimmed.slice(1)
    : trimmed;
}
