import qualifiers from '../../catalogue/language/qualifiers.yaml';
import { part, readCatalogue, wordLists, wordSet } from '../../catalogue/read';
import { conjunctions, isAdverb, prepositions, subordinators } from '../../language/grammar';
import type { TermMatch, Token } from '../../language/types';
import { channelWords, consentNouns } from '../clauses/constructions';
import { isCookie } from './slotCues';
import type { SlotState } from './slotState';
import type { SlotName } from './slots';

/** Which slot a preposition opens. */

const relational = readCatalogue(qualifiers, part('relational', wordSet));
const { none, place, ...open } = readCatalogue(
  qualifiers,
  part('slotsOf', wordLists('source', 'purpose', 'channel', 'recipient', 'none', 'place')),
);
/** Prepositions that open the same slot wherever they stand; undefined: they go on with the slot that is open. */
const always = new Map<string, SlotName | undefined>([
  ...Object.entries(open).flatMap(([slot, words]) => words.map((word) => [word, slot as SlotName] as const)),
  ...none.map((word) => [word, undefined] as const),
]);
const ofPlace = new Set(place);

/** The slot that the preposition at a token opens; undefined where it goes on with what is open. */
export function slotBehind(preposition: string, i: number, state: SlotState): SlotName | undefined {
  const hasData = state.slots.data.length > 0;
  if (always.has(preposition)) return always.get(preposition);
  switch (preposition) {
    case 'with':
      if (mentionsConsent(state.tokens, i + 1)) return 'condition';
      return state.dative && !hasData ? 'object' : 'recipient';
    case 'to':
      return behindTo(i, state);
    case 'by':
      // "stored in a database hosted by Acme": another verb's agent
      if (i > state.clause.right && state.tokens[i - 1]?.verb?.form === 'past') return 'other';
      return state.tokens[i + 1]?.verb?.form === 'gerund' || isCookieNext(state.termAt, i) ? 'channel' : 'agent';
    case 'on':
      return behindOn(i, state);
  }
  if (ofPlace.has(preposition)) return hasData || state.slot !== 'object' ? 'other' : undefined;
  return channelWords.has(preposition) ? 'channel' : undefined;
}

function behindTo(i: number, { tokens, termAt, purposeFrom }: SlotState): SlotName | undefined {
  const before = tokens[i - 1]?.lower ?? '';
  // "use your name to give you access to our pages": what the reader gets
  if (before === 'access') return purposeFrom < 0 ? 'object' : undefined;
  if (before === 'prior') return 'other';
  if (relational.has(before)) return undefined;
  // "to personalise your account", "to automatically collect"
  return opensInfinitive(tokens, i) && (termAt.get(i + 1)?.kind ?? 'purpose') === 'purpose' ? 'purpose' : 'recipient';
}

/** A verb behind "to" and its adverbs. */
function opensInfinitive(tokens: readonly Token[], to: number): boolean {
  let at = to + 1;
  while (tokens[at] && isAdverb(tokens[at] as Token)) at++;
  return tokens[at]?.verb?.form === 'base';
}

function behindOn(i: number, { tokens, termAt, slot, slots }: SlotState): SlotName | undefined {
  const next = tokens[i + 1]?.lower;
  // "details on your habits"
  if (
    /^(?:information|data|details?|info)$/.test(tokens[i - 1]?.lower ?? '') &&
    (next === 'your' || termAt.get(i + 1)?.kind === 'data')
  )
    return undefined;
  // "seen by anyone on our platform": where, not by whom
  const where = slot === 'agent' && slots.agents.length > 0;
  return next === 'behalf' || where || (slot === 'object' && slots.data.length > 0) ? 'other' : undefined;
}

/** "by cookies", "by our cookies" */
const isCookieNext = (termAt: ReadonlyMap<number, TermMatch>, i: number): boolean =>
  [termAt.get(i + 1), termAt.get(i + 2)].some((term) => term !== undefined && isCookie(term));

/** "with your consent", "with the user's permission"; "with advertisers if you agree", "with partners without your consent" name whom. */
function mentionsConsent(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < Math.min(from + 5, tokens.length); i++) {
    const { lemma, lower } = tokens[i] as Token;
    if (consentNouns.has(lemma)) return true;
    if (conjunctions.has(lemma) || prepositions.has(lower) || subordinators.has(lower)) return false;
  }
  return false;
}
