import { PhraseList, type PhraseMatch } from '../../language/phrases';
import type { Sentence } from '../../language/types';
import type { Action } from '../../practices/types';
import type { Rule } from '../types';
import { isConcrete, more, OFF, perSection, placeOf, practices, said, words } from './vague';

const recipients = new PhraseList(words.recipients);
const PASSING_ON: ReadonlySet<Action> = new Set(['share', 'sell', 'ccpaShare', 'allow']);
/** "partners who process payments": what they do for the company is their category. */
const TELLS_MORE = new Set(['who', 'that', 'which', 'whose', 'whom']);
const REACH = 3;

/** Data goes to recipients of whom only that they exist is said ("trusted partners"). GDPR Art. 13(1)(e). */
export const unnamedRecipients: Rule = {
  id: 'wording/unnamed-recipients',
  title: 'Recipients are neither named nor described',
  severity: 'off',
  offBecause: OFF,
  citations: [
    { text: 'GDPR Art. 13(1)(e)', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj' },
    { text: 'Article 29 Working Party, Guidelines on transparency (WP260 rev.01), annex, “recipients”' },
  ],
  *check({ policy }) {
    const places = practices(policy)
      .filter(({ statements }) => statements.some(({ action }) => PASSING_ON.has(action)))
      .flatMap((practice) =>
        said(recipients, practice.sentence, policy)
          .filter((match) => !isDescribed(practice.sentence, match) && !isConcrete(practice, match, policy))
          .map((match) => placeOf(practice.sentence, match)),
      );
    yield* perSection(
      places,
      (quote, others) =>
        `'${quote}'${more(others)} tells readers nothing about who receives their data. Name the recipients, or what they do.`,
    );
  },
};

/** "who process payments", "companies under common ownership", "advertisers and other third parties". */
function isDescribed({ tokens }: Sentence, { first, last }: PhraseMatch): boolean {
  const after = tokens[last + 1];
  const before = tokens[first - 1]?.lower ?? '';
  return (
    tokens.slice(last + 1, last + 1 + REACH).some(({ lower }) => TELLS_MORE.has(lower)) ||
    (after?.kind === 'word' && ROLES.has(after.lower)) ||
    (tokens[first]?.lower === 'other' && (before === 'and' || before === 'or'))
  );
}

const ROLES = new Set([
  'under',
  'within',
  'service',
  'services',
  'websites',
  'sites',
  'cookies',
  'applications',
  'apps',
]);
