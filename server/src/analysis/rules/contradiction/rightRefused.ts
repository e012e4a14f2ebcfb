import catalogue from '../../catalogue/promises.yaml';
import { listOf, part, readCatalogue, record, text } from '../../catalogue/read';
import type { Report, Rule } from '../types';
import { type Withdrawn, withdrawn } from './pairs/promises';

/** "A copy of the data": at the start of a sentence. */
const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const rights = readCatalogue(
  catalogue,
  part(
    'rights',
    listOf(
      record({
        offered: text,
        refused: text,
        what: text,
        advice: text,
      }),
    ),
  ),
).map(
  ({ offered, refused, what, advice }): Withdrawn => ({
    promise: offered,
    breach: refused,
    message: (promised) =>
      `${capitalised(what)} is refused here, but ${promised} offers it. ${advice}, or drop the refusal.`,
    promisedHere: `${capitalised(what)} is offered here.`,
    mirror: (broken) => `${capitalised(what)} is offered here, but ${broken} refuses it.`,
    brokenHere: `${capitalised(what)} is refused here.`,
  }),
);

const fee: Withdrawn = {
  promise: 'requests-free',
  breach: 'requests-charged',
  message: (promised) =>
    `A fee is charged here, but ${promised} says that requests are free. Say which requests cost something, or drop the fee.`,
  promisedHere: 'Requests are said to be free here.',
  mirror: (broken) => `Requests are said to be free here, but ${broken} charges a fee.`,
  brokenHere: 'A fee is charged here.',
};

/**
 * Readers may have a copy of their data, withdraw consent, opt out of marketing or ask free of charge, and elsewhere the
 * draft says that they may not. GDPR Art. 7(3), 12(5), 15(3) and 21(2); Cal. Civ. Code 1798.110 and 1798.130(a)(2).
 */
export const rightRefused: Rule = {
  id: 'contradiction/right-refused',
  title: 'A right granted in one place and refused in another',
  severity: 'warning',
  citations: [
    { text: 'GDPR Art. 7(3), 12(5), 15(3) and 21(2)', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj' },
    { text: 'Cal. Civ. Code §§ 1798.110 and 1798.130(a)(2)' },
  ],
  *check({ policy }): Iterable<Report> {
    for (const pair of [...rights, fee]) yield* withdrawn(policy, pair);
  },
};
