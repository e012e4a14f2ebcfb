import { relativePronouns } from '../../language/grammar';
import type { Clause, Sentence, TermMatch, TokenSpan } from '../../language/types';
import { isDemonstrative } from './slotCues';
import { readSlots } from './slotReader';
import type { Slots } from './slots';

/** Nouns of a passive's subject: what is acted upon. */
export function leftNouns(clause: Clause): {
  data: TermMatch[];
  anaphors: TokenSpan[];
  denied: boolean;
  restricted: boolean;
  limited: boolean;
  /** "no data other than your e-mail address" */
  exceptions: Slots['exceptions'];
} {
  const { sentence, subject, elided, group } = clause;
  if (!subject || isPartyWithData(sentence, subject)) {
    const anaphors = elided ? [{ first: group.first, last: group.verb }] : [];
    return { data: [], anaphors, denied: false, restricted: false, limited: false, exceptions: [] };
  }
  // "rest assured that your data …"
  const that = sentence.tokens.findIndex(
    (token, i) =>
      token.lower === 'that' &&
      i < subject.last &&
      // "personal data that you give us" is told of itself
      !sentence.terms.some(({ kind, first, last }) => kind === 'data' && first >= subject.first && last < i) &&
      (i > subject.first || (i === subject.first && !isDemonstrative(sentence.tokens, i))),
  );
  const slots = readSlots(clause, that < 0 ? subject.first : that + 1, subject.last + 1, 'object');
  return {
    data: slots.data,
    anaphors: slots.anaphors,
    restricted: slots.restricted,
    limited: slots.limited,
    exceptions: slots.exceptions,
    denied: slots.denied || opensDenied(sentence, subject.first) || (that >= 0 && opensDenied(sentence, that + 1)),
  };
}

/** "no data", "not a single phone number"; "not all data" leaves some. */
const opensDenied = ({ tokens }: Sentence, first: number): boolean =>
  /^(?:no|none|neither|zero)$/.test(tokens[first]?.lower ?? '') ||
  (tokens[first]?.lower === 'not' && /^(?:an?|one|any)$/.test(tokens[first + 1]?.lower ?? ''));

/** "agents who have access to your data": the subject is a party, the data only tells which. */
function isPartyWithData({ terms, tokens }: Sentence, { first, last }: TokenSpan): boolean {
  const inside = terms.filter((term) => term.first >= first && term.last <= last);
  const data = inside.find(({ kind }) => kind === 'data');
  const party = inside.find(
    ({ kind, ids }) => (kind === 'entity' || kind === 'company') && !ids.includes('data_subject'),
  );
  if (!data || !party || party.first > data.first || (party.ids.includes('first_party') && party.first === party.last))
    return false;
  return tokens.slice(party.last + 1, data.first).some((token) => relativePronouns.has(token.lower));
}
