import { determiners, possessives } from '../../language/grammar';
import type { TermMatch, Token } from '../../language/types';
import { offeringNouns, pointedParties } from '../clauses/constructions';
import type { SlotState } from './slotState';
import { isNameWord } from './unreadNames';

/** Recipients that no catalogue lists, by the words that make them one. Indexes are token indexes. */

/** "sent to api.acme.example", "to a weather service"; undefined for every other word. */
export function unlistedParty(state: SlotState, at: number): TermMatch | undefined {
  return serverAt(state, at) ?? offererAt(state, at) ?? pointedAt(state, at);
}

/** Whose server it is, a domain does not tell. */
function serverAt({ tokens }: SlotState, at: number): TermMatch | undefined {
  const before = tokens[at - 1]?.lower ?? '';
  if (!domain.test(tokens[at]?.lower ?? '') || !(before === 'to' || before === 'with')) return undefined;
  return { kind: 'company', ids: ['anyone'], first: at, last: at };
}
const domain = /^(?:https?:\/\/)?(?:[a-z0-9-]+\.){1,6}[a-z]{2,24}(?:[/:]|$)/;

/** "RPC providers", "a weather service": what it offers stands before the noun; "the sync service" may be the company's own. */
function offererAt({ tokens, termAt, to }: SlotState, at: number): TermMatch | undefined {
  let last = at;
  while (last < Math.min(to, at + LONGEST) && isKind(tokens[last] as Token) && !termAt.has(last)) last++;
  const head = tokens[last];
  if (last === at || last >= to || !head || termAt.has(last) || !offeringNouns.has(head.lemma)) return undefined;
  const next = tokens[last + 1];
  if (next?.kind === 'word' && (isNameWord(next) || next.glue !== undefined)) return undefined;
  const before = tokens[at - 1]?.lower ?? '';
  // readers choose "your e-mail provider"
  if (possessives.has(before) && !(before === 'our' && head.lemma === 'provider')) return undefined;
  if (determiners.has(before) && !unknown.has(before) && head.lemma !== 'provider') return undefined;
  return { kind: 'entity', ids: [before === 'our' ? 'service_provider' : 'other_party'], first: at, last };
}
/** In tokens, without the noun itself. */
const LONGEST = 4;
const unknown: ReadonlySet<string> = new Set(['a', 'an', 'any', 'some', 'another', 'other', 'several', 'various']);

const isKind = (token: Token): boolean => isNameWord(token) && !offeringNouns.has(token.lemma);

/** "those networks", "these companies": who was named before in the sentence. */
function pointedAt({ tokens, termAt, clause }: SlotState, at: number): TermMatch | undefined {
  const noun = tokens[at + 1];
  if (!pointing.has(tokens[at]?.lower ?? '') || !noun || termAt.has(at) || !pointedParties.has(noun.lemma))
    return undefined;
  const named = clause.sentence.terms.findLast(({ kind, last }) => kind === 'company' && last < at);
  return { ...(named ?? { kind: 'entity', ids: ['third_party'] }), first: at, last: at + 1 };
}
const pointing: ReadonlySet<string> = new Set(['those', 'these', 'both']);
