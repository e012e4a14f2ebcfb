import { sourceRange, wordsOf } from '../document/place';
import type { Place } from '../document/types';
import type { Fix } from '../finding';
import { enumerate } from '../language/writing';
import { endOf, snippetText } from './words';

/** An exception longer than this reads worse than the contradiction. */
const MOST_NAMED = 6;

/**
 * "… except phone numbers and e-mail addresses", at the end of a denial. `lead` stands in front of what is named ("with").
 * Undefined where too much would have to be left out.
 */
export function exceptFor(denial: Place, named: readonly string[], lead = ''): Fix | undefined {
  const words = [...new Set(named)];
  if (words.length === 0 || words.length > MOST_NAMED) return undefined;
  const exception = `except ${lead}${enumerate(words)}`;
  return {
    title: `Limit the denial: “${exception}”`,
    safety: 'suggestion',
    edits: [{ range: endOf(denial), newText: `, ${exception}` }],
  };
}

/** "Only with couriers." in the place of the answer "No." */
export function answerOnly(answer: Place, named: readonly string[], lead: string): Fix | undefined {
  const words = [...new Set(named)];
  if (words.length === 0 || words.length > MOST_NAMED) return undefined;
  const newText = `Only ${lead}${enumerate(words)}.`;
  return {
    title: `Answer “${newText}”`,
    safety: 'suggestion',
    edits: [{ range: sourceRange(answer), newText }],
  };
}

/** Puts a placeholder for the exact things in the place of a sweeping term ("identifiers"). */
export function nameExactly(term: Place, what: string): Fix {
  const words = wordsOf(term);
  return {
    title: `Name exactly ${what} instead of “${words}”`,
    safety: 'suggestion',
    snippet: true,
    edits: [{ range: sourceRange(term), newText: `\${1:[${snippetText(what)}]}` }],
  };
}

/**
 * "We do not sell personal information for money": the denial in the ordinary sense, with the way out of the rest. `sold` is
 * the denial up to the words behind which the price stands ("for any purpose").
 */
export function qualifySale(denial: Place, sold: Place, recipients: readonly string[]): Fix {
  const to = recipients.length > 0 ? ` with ${enumerate([...new Set(recipients)].slice(0, MOST_NAMED))}` : '';
  const rest = `. Sharing it${snippetText(to)} may be a “sale” under California law; you can opt out at \${1:[address of the opt-out page]}`;
  const price = ' for money';
  return {
    title: 'Deny only the sale for money, and say how to opt out of the rest',
    safety: 'suggestion',
    snippet: true,
    edits:
      sold.end === denial.end
        ? [{ range: endOf(denial), newText: `${price}${rest}` }]
        : [
            { range: endOf(sold), newText: price },
            { range: endOf(denial), newText: rest },
          ],
  };
}

/** Replaces the word of a table cell. */
export function turnCell(cell: Place, newText: string): Fix {
  return {
    title: `Change the cell to “${newText}”`,
    safety: 'suggestion',
    edits: [{ range: sourceRange(cell), newText }],
  };
}
