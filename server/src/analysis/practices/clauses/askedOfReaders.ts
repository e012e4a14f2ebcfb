import { prepositions } from '../../language/grammar';
import { nounLemma } from '../../language/lemmas';
import type { Clause, TermMatch, Token } from '../../language/types';
import { type Draft, draft } from '../draft';
import { readSlots } from '../slots/slotReader';
import type { Slots } from '../slots/slots';
import { isAsker, isDemanding, isProviding } from './actions';
import type { Actor } from './actors';
import { asking, fellows, inventedNames } from './constructions';
import { isJoining } from './embeddedStatements';

/** Data that readers are asked for, and what they hand over. */

/** "we ask you for your name", "the app asks your phone for its position". */
export function askedFor(clause: Clause, slots: Slots, actor: Actor): Draft[] {
  const { tokens } = clause.sentence;
  const at = tokens.findIndex(
    ({ lower }, i) => i >= clause.right && i < clause.to && (lower === 'for' || lower === 'about'),
  );
  if (at < 0) return [];
  const { data } = readSlots(clause, at + 1, clause.to, 'object');
  const wanted = data.filter((term) => isDirectlyBehind(tokens, at, term));
  return wanted.length === 0 ? [] : [draft(clause, slots, { actor, action: 'collect', data: wanted })];
}

/** "We never ask for your date of birth": denied is the asking, nothing else; rules use it where something is demanded. */
export function unaskedFor(clause: Clause, slots: Slots, actor: Actor, negated: boolean): Draft | undefined {
  if (!negated || actor.id !== 'first_party' || !isDemanding(clause)) return undefined;
  const { tokens } = clause.sentence;
  const at = tokens.findIndex(
    ({ lower }, i) => i >= clause.right - 1 && i < clause.to && (lower === 'for' || lower === 'about'),
  );
  const asking = clause.base === 'ask';
  const wanted = asking && at >= 0 ? readSlots(clause, at + 1, clause.to, 'object').data : asking ? [] : slots.data;
  const [first] = wanted;
  if (!first || !isDirectlyBehind(tokens, asking ? at : clause.right - 1, first)) return undefined;
  return {
    ...draft(clause, slots, { actor, action: 'collect', negated: true, data: wanted }),
    purposes: [],
    asked: true,
    confidence: 'low',
  };
}

/** No verb stands between "for" and what is asked for. */
const isDirectlyBehind = (tokens: readonly Token[], at: number, { first }: TermMatch): boolean =>
  !tokens.slice(at + 1, first).some(({ verb, lower }) => verb !== undefined && lower !== 'following');

/** "the order form asks for your name", "signing up requires your name": the company does. */
export function asks(clause: Clause): boolean {
  const { base, subject, sentence } = clause;
  if (!subject || !asking.has(base)) return false;
  return isAsker(nounLemma((sentence.tokens[subject.last] as Token).lower)) || isJoining(clause);
}

/** "you can give your groups a name": what something is called. */
function namesThings({ base, sentence: { tokens }, right }: Clause, { first }: TermMatch): boolean {
  if (base !== 'give' || !/^an?$/.test(tokens[first - 1]?.lower ?? '')) return false;
  const given = tokens.slice(right, first - 1);
  return (
    given.length > 0 && given.every(({ kind, lower }) => kind === 'word' && !prepositions.has(lower) && lower !== 'us')
  );
}

/** "you can share your notes with another person": whom no catalogue knows. */
const goesToAnother = ({ base, sentence: { tokens }, right, to }: Clause): boolean =>
  base === 'share' &&
  tokens.some(({ lower }, i) => i >= right && i < to && lower === 'with' && fellows.has(tokens[i + 1]?.lower ?? ''));

/** The reader gives something: the company collects it. */
export function givenByReader(clause: Clause, slots: Slots, negated: boolean): Draft[] {
  if (!isProviding(clause.base) || negated || slots.data.length === 0) return [];
  // "you have given your consent to the processing of your data"
  if (clause.sentence.tokens.slice(clause.right, slots.data[0]?.first).some(({ lemma }) => lemma === 'consent'))
    return [];
  // "you may provide fictitious data"
  if (slots.data.every(({ first }) => inventedNames.has(clause.sentence.tokens[first - 1]?.lower ?? ''))) return [];
  if (namesThings(clause, slots.data[0] as TermMatch)) return [];
  const toUs = slots.recipients.some((term) => term.ids.includes('first_party'));
  const elsewhere = !toUs && (slots.recipients.length > 0 || goesToAnother(clause));
  if (elsewhere || clause.group.modality === 'cannot') return [];
  const obliged = clause.sentence.tokens
    .slice(clause.group.first, clause.group.verb)
    .some(
      (token) =>
        token.lower === 'should' || token.lower === 'must' || token.lower === 'shall' || token.lower === 'agree',
    );
  const own: Slots = { ...slots, recipients: [] };
  const made = draft(clause, own, { action: 'collect', data: slots.data });
  made.source = 'data_subject';
  if (
    obliged ||
    (!toUs &&
      (clause.base === 'share' || clause.base === 'disclose' || clause.base === 'post' || clause.base === 'send'))
  )
    made.confidence = 'low';
  return [made];
}
