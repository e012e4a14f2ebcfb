import { conjunctions, determiners, possessives } from '../language/grammar';
import type { Sentence, TermMatch, Token } from '../language/types';
import { limiting, linking } from './clauses/constructions';
import { isGeneralData } from './generalData';
import { isOwnData } from './names/ownData';
import { isNothingBut } from './slots/slotPhrases';
import type { Action } from './types';

/** Of the data that a clause names, what its verb is said of: not what is ruled out, and not what is done instead. */
export const dataTold = (
  sentence: Sentence,
  data: readonly TermMatch[],
  action: Action,
  negated: boolean,
): readonly TermMatch[] =>
  data.filter(
    (term) =>
      (action !== 'place' || !isOwnTerm(term)) &&
      !isHashed(sentence, term) &&
      !(negated
        ? isHead(term, data) || isSetAgainst(sentence, term) || isAnnounced(sentence, term, data)
        : isRuledOut(sentence, term)),
  );

/** "A hash of your password": who has that does not have the password. */
function isHashed({ tokens }: Sentence, { first }: TermMatch): boolean {
  const before = tokens[first - 1]?.lower ?? '';
  const of = determiners.has(before) || possessives.has(before) ? first - 2 : first - 1;
  return tokens[of]?.lower === 'of' && hashes.has(tokens[of - 1]?.lemma ?? '');
}
const hashes: ReadonlySet<string> = new Set(['hash', 'checksum', 'digest']);

const isOwnTerm = ({ ids }: TermMatch): boolean => ids.every(isOwnData);

/** "Your prompt is sent to our host, no personal data", "figures not linked to any personal data": what is ruled out is not done. */
const isRuledOut = ({ tokens }: Sentence, { first }: TermMatch): boolean =>
  tokens[first - 1]?.lower === 'no' ||
  // "nothing except your name"
  isNothingBut(tokens, first) ||
  isOpposed(tokens, first - 1) ||
  isOpposed(tokens, first - 2) ||
  unlinked.test(
    tokens
      .slice(Math.max(0, first - 4), first)
      .map(({ lower }) => lower)
      .join(' '),
  );

/** "figures, not (individual) data": behind a comma, a dash or "and". */
const isOpposed = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.lower === 'not' &&
  !limiting.has(tokens[at + 1]?.lower ?? '') &&
  (tokens[at - 1]?.kind === 'punctuation' || conjunctions.has(tokens[at - 1]?.lower ?? ''));

/** "We do not collect names, only pseudonyms", "no names but pseudonyms": what is done instead. */
function isSetAgainst({ tokens }: Sentence, { first }: TermMatch): boolean {
  const before = tokens.slice(Math.max(0, first - 2), first).findLastIndex(({ lower }) => limiting.has(lower));
  const at = Math.max(0, first - 2) + before;
  return before >= 0 && tokens[at - 1]?.lower === ',';
}

/** "information" in "address information", where the two words have been read as one type. */
const isHead = (term: TermMatch, data: readonly TermMatch[]): boolean =>
  data.some((other) => other !== term && isOwnTerm(other) && other.first < term.first && other.last === term.last);

/** "none of the following information: your signature": what follows, and no other information. */
const isAnnounced = ({ tokens }: Sentence, { ids, first }: TermMatch, data: readonly TermMatch[]): boolean =>
  data.length > 1 && ids.every(isGeneralData) && tokens[first - 1]?.lower === 'following';

const unlinked = new RegExp(`\\bnot (?:${[...linking].join('|')}) (?:to|with)(?: any| your| the)?$`);
