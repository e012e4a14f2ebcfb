import { PhraseList, type PhraseMatch } from '../../language/phrases';
import type { Sentence } from '../../language/types';
import { passesOn } from '../../practices/clauses/actions';
import type { Rule } from '../types';
import { isConcrete, more, OFF, type Practice, perSection, placeOf, practices, said, words } from './vague';

const recipients = new PhraseList(words.recipients);
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
      .filter(({ statements }) => statements.some(({ action }) => passesOn(action)))
      .flatMap((practice) =>
        said(recipients, practice.sentence, policy)
          .filter((match) => isRecipient(practice, match))
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

/** Data goes to them; "the rights of any other third party" and "the other company" do not name a recipient. */
function isRecipient({ sentence, statements }: Practice, { first, last }: PhraseMatch): boolean {
  const { start, end, block } = placeOf(sentence, { first, last });
  // "Business partners": the title of an item, which goes on to say what they do
  if (block.inline.some((span) => span.kind === 'strong' && span.start <= start && span.end >= end)) return false;
  return (
    !ANAPHORIC.has(sentence.tokens[first - 1]?.lower ?? '') &&
    (!unrelated.has(sentence.tokens[first]?.lower ?? '') || isAll(sentence, last)) &&
    statements.every(({ conditions }) => conditions.length === 0) &&
    statements.some(({ recipients: named }) =>
      named.some(({ place }) => place.block === block && place.start < end && place.end > start),
    )
  );
}
/** "we share it with other companies." and not a word on which or what for. */
const isAll = ({ tokens }: Sentence, last: number): boolean => {
  const next = tokens[last + 1];
  return next === undefined || next.kind === 'punctuation';
};
const unrelated = new Set(words.unrelated);
const ANAPHORIC = new Set(['the', 'these', 'those', 'such']);

/** "who process payments", "companies under common ownership", "advertisers and other third parties". */
function isDescribed({ tokens }: Sentence, { first, last }: PhraseMatch): boolean {
  const after = tokens[last + 1];
  const before = tokens[first - 1]?.lower ?? '';
  return (
    tokens.slice(last + 1, last + 1 + REACH).some(({ lower }) => TELLS_MORE.has(lower)) ||
    WHAT_FOR.has(after?.lower ?? '') ||
    (after?.kind === 'word' && roles.has(after.lower)) ||
    (tokens[first]?.lower === 'other' && (before === 'and' || before === 'or'))
  );
}

/** "for fraud protection", "as the law requires". */
const WHAT_FOR = new Set([':', '(', 'for', 'as', 'in', 'based', '-', '–', '—']);
const roles = new Set(words.roles);
