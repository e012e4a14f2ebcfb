import { readClauses } from '../../language/clauses';
import type { Clause, TermMatch, Token } from '../../language/types';
import type { Slots } from '../slots/slots';
import { actionOf, passesOn } from './actions';
import { othersMachines, unnamedParties } from './constructions';

/** Who else does what a passive tells, where no agent is named. */

/** "it is kept with PayPal": somebody else has it. */
export const isHeldByOthers = ({ recipients }: Slots): boolean =>
  recipients.some(({ ids }) => ids.includes('payment_processor'));

/** "is sent to the tile servers of others and logged": by those who get it, for all that is said. */
export function isDoneByReceiver({ sentence, subject, group }: Clause): boolean {
  const sent = readClauses(sentence).findLast(
    (other) =>
      other.passive &&
      other.group.verb < group.verb &&
      other.subject?.first === subject?.first &&
      passesOn(actionOf(other) ?? 'use'),
  );
  if (!sent || sentence.tokens[sent.right]?.lower !== 'to') return false;
  const whom = sentence.tokens.slice(sent.right + 1, group.first);
  const terms = sentence.terms.filter(({ first, last }) => first > sent.right && last < group.first);
  return (
    !terms.some(isUs) &&
    (terms.some(({ kind }) => kind === 'entity' || kind === 'company') ||
      (whom[0]?.lower !== 'our' && whom.some(({ lemma }) => unnamedParties.has(lemma))))
  );
}

/** "saved on the payment provider's servers", "recorded on the public blockchain" */
export function isOnOthersServers({ sentence: { tokens, terms }, right, to }: Clause): boolean {
  const server = tokens.findIndex(({ lemma }, i) => i >= right && i < to && othersMachines.has(lemma));
  if (tokens.slice(Math.max(right, server - 2), server).some(({ lower }) => lower === 'their')) return true;
  return terms.some(
    ({ kind, ids, last }) =>
      (kind === 'company' || kind === 'entity') &&
      // hosts keep it for the company
      !ids.some((id) => id === 'first_party' || id === 'data_subject' || id === 'hosting') &&
      last < server &&
      last > server - 3,
  );
}

/** "is processed by the above platforms": somebody does it whom the ontology does not know. */
export function hasUnknownAgent({ sentence: { tokens }, right, to }: Clause): boolean {
  const stop = tokens.findIndex(({ kind }, i) => i >= right && kind === 'punctuation');
  const end = Math.min(right + 6, stop < 0 ? tokens.length : stop);
  const by = tokens.findIndex(({ lower }, i) => i >= right && i < end && lower === 'by');
  // "collected by and kept with our hosts"
  if (by === to - 1) return true;
  return by >= 0 && (UNNAMED.has(tokens[by + 1]?.lower ?? '') || namesPeople(tokens.slice(by + 1, by + 4)));
}

/** "by school-approved institutions": whoever they are. */
const namesPeople = (words: readonly Token[]): boolean =>
  words[0]?.lower !== 'our' && words.some(({ lemma, lower }) => lower !== lemma && unnamedParties.has(lemma));

/** "by these providers": others, whoever they are. */
export const isByOthers = ({ sentence: { tokens }, right, to }: Clause): boolean =>
  tokens.some(
    ({ lower }, i) =>
      i >= right &&
      i < Math.min(to, right + 4) &&
      lower === 'by' &&
      /^(?:these|those|such)$/.test(tokens[i + 1]?.lower ?? '') &&
      unnamedParties.has(tokens[i + 2]?.lemma ?? ''),
  );
const UNNAMED: ReadonlySet<string> = new Set(['the', 'this', 'that', 'these', 'those', 'their', 'its', 'and', 'or']);

const isUs = ({ ids }: TermMatch): boolean => ids.includes('first_party');
