import type { Range } from 'vscode-languageserver';

/** A short draft with one finding of several kinds; the same shop as in the examples. */
export const draft = `# Privacy Policy of Northwind Lamps

Northwind Lamps Ltd ("we") runs this shop. Write to us at [email address].

## What we collect

We collect your name, postal address and phone number when you order.

## What we do not collect

We do not collect contact information.

## How long we keep it

We keep your personal data for as long as necessary for our purposes.
`;

export const readme = `# Lamp driver

Run \`npm install\` and then \`npm start\`. The driver blinks the lamp twice.
`;

/** Where the words stand in the text, as the protocol counts. */
export function rangeOf(text: string, words: string): Range {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`not in the text: ${words}`);
  const position = (offset: number) => {
    const before = text.slice(0, offset).split('\n');
    return { line: before.length - 1, character: before[before.length - 1].length };
  };
  return { start: position(start), end: position(start + words.length) };
}

/** The words that a range covers. */
export function wordsAt(text: string, { start, end }: Range): string {
  const lines = text.split('\n');
  const offset = ({ line, character }: Range['start']) =>
    lines.slice(0, line).reduce((sum, row) => sum + row.length + 1, 0) + character;
  return text.slice(offset(start), offset(end));
}
