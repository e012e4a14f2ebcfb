import wording from '../../catalogue/language/noPractice.yaml';
import { wordSetsOf } from '../../catalogue/read';
import { readClauses } from '../../language/clauses';
import { determiners, possessives, prepositions } from '../../language/grammar';
import type { Clause, Token } from '../../language/types';
import { isCookie } from '../slots/slotCues';
import type { Slots } from '../slots/slots';
import { actionOf, isProviding } from './actions';
import { isDirectObject } from './receivedByOthers';

/** Clauses with the verb of a practice that tell of words, of settings or of how readers are written to. */

const listed = wordSetsOf(wording);
const holding = listed('holding');
const held = listed('held');
const getting = listed('getting');
const covering = listed('covering');
const readersPages = listed('readersPages');
const degrees = listed('degrees');
const wishes = listed('wishes');
const entitlements = listed('entitlements');
const drafts = listed('drafts');
const words = listed('words');
const ways = listed('ways');
const reaching = listed('reaching');

export const isNoPractice = (clause: Clause, slots: Slots): boolean =>
  isAboutWords(clause) ||
  isAboutParties(clause) ||
  isOfRights(clause) ||
  isControl(clause, slots) ||
  isEntitlement(clause, slots) ||
  isOutOfScope(clause) ||
  isByReaders(clause) ||
  isUncertain(clause) ||
  isIndirectQuestion(clause) ||
  isKeptSo(clause, slots) ||
  isRemovedByReaders(clause) ||
  isDegree(clause) ||
  isSetTo(clause) ||
  isWayToWrite(clause, slots);

/** "we use the terms 'controller' and 'personal data' as the law does" */
function isAboutWords({ base, right, sentence: { tokens } }: Clause): boolean {
  if (base !== 'use') return false;
  let at = right;
  while (determiners.has(tokens[at]?.lower ?? '') || tokens[at]?.lower === 'following') at++;
  const next = tokens[at + 1];
  return words.has(tokens[at]?.lemma ?? '') && (next?.kind === 'punctuation' || next?.capitalised === true);
}

/** "data that has been unlawfully processed", "is no longer needed", "persons whose data was collected in …": whose right something is. */
function isOfRights({ base, passive, group, subject, sentence: { tokens } }: Clause): boolean {
  if (!passive) return false;
  const around = tokens.slice(group.first, group.verb + 3).map(({ lower }) => lower);
  return (
    around.some((lower) => lower === 'unlawfully' || lower === 'illegally') ||
    base === 'need' ||
    // "the data must be erased", "if you want it to be removed"
    (actionOf({ base }) === 'delete' && (around.includes('must') || isWanted(tokens, group.first))) ||
    [subject?.first ?? 0, (subject?.first ?? 0) - 1].some((at) => tokens[at]?.lower === 'whose')
  );
}

const isWanted = (tokens: readonly Token[], first: number): boolean => {
  const before = tokens.slice(Math.max(0, first - 3), first + 1);
  return before.some(({ lower }, i) => /^(?:it|them|this|that)$/.test(lower) && wishes.has(before[i - 1]?.lemma ?? ''));
};

/** "we use vendors that may process your data" */
function isAboutParties({ base, passive, right, sentence: { tokens, terms } }: Clause): boolean {
  if (base !== 'use' || passive) return false;
  const party = terms.find(({ first }) => first >= right);
  const first = party && tokens.slice(right, party.first).every(({ kind, verb }) => kind === 'word' && !verb);
  return (
    first === true &&
    party?.kind === 'entity' &&
    !/^(?:your|their|his|her)$/.test(tokens[party.first]?.lower ?? '') &&
    /^(?:that|who|which|to)$/.test(tokens[party.last + 1]?.lower ?? '')
  );
}

/** "we maintain controls so that only few have access to personal data": what is kept up is no data. */
const isControl = (clause: Clause, { data }: Slots): boolean =>
  clause.base === 'maintain' && !clause.passive && data[0] !== undefined && !isDirectObject(clause, data[0]);

/** "we receive rights in your drawings", "we obtain consent to …": what is got is no data. */
function isEntitlement({ base, passive, right, sentence: { tokens } }: Clause, { data }: Slots): boolean {
  const first = data[0]?.first;
  if (passive || first === undefined || !getting.has(base)) return false;
  let at = right;
  while (at < first && (determiners.has(tokens[at]?.lower ?? '') || possessives.has(tokens[at]?.lower ?? ''))) at++;
  while (at < first && tokens[at + 1]?.kind === 'word' && !prepositions.has(tokens[at + 1]?.lower ?? '')) at++;
  return at < first && entitlements.has(tokens[at]?.lemma ?? '') && prepositions.has(tokens[at + 1]?.lower ?? '');
}

/** "This policy does not apply to the extent we process data for others": what the draft is not about. */
function isOutOfScope({ sentence, group }: Clause): boolean {
  const { tokens } = sentence;
  const said = readClauses(sentence).find(
    ({ base, negated, group: { verb } }) => negated && verb < group.first && covering.has(base),
  );
  const subject = said?.subject;
  return (
    subject !== undefined &&
    !tokens.slice(said?.group.verb, group.first).some(({ lower }) => lower === ';' || lower === 'but') &&
    tokens.slice(subject.first, subject.last + 1).some(({ lemma }) => drafts.has(lemma))
  );
}

/** "your details can be viewed and edited through your account": who reads the draft does it. */
function isByReaders({ base, passive, modality, right, to, sentence: { tokens } }: Clause): boolean {
  if (!passive || modality !== 'may' || actionOf({ base }) !== 'use') return false;
  const by = tokens.findIndex(
    ({ lower }, i) => i >= right && i < to && /^(?:through|via|in|from|within|by)$/.test(lower),
  );
  const [next, noun] = [tokens[by + 1]?.lower, tokens[by + 2]?.lemma];
  return by >= 0 && (next === 'you' || (next === 'your' && readersPages.has(noun ?? '')));
}

/** "we may not have collected data of all kinds": nothing is said for sure. */
const isUncertain = ({ negated, modality, group, sentence: { tokens } }: Clause): boolean =>
  negated &&
  modality === 'may' &&
  tokens.slice(group.first, group.verb).some(({ lower }, i, all) => lower === 'have' && all[i - 1]?.lower === 'not');

/** "who your data may be shared with", as an item under "this notice tells you:". */
const isIndirectQuestion = ({ subject, passive, sentence: { tokens, question } }: Clause): boolean =>
  !question &&
  passive &&
  subject?.first !== undefined &&
  subject.first < 3 &&
  /^(?:who|whom)$/.test(tokens[0]?.lower ?? '');

/** "we keep your data private": how it is held, not that it is. */
const isKeptSo = ({ base, passive, sentence: { tokens } }: Clause, { data }: Slots): boolean => {
  const last = data.at(-1)?.last;
  if (passive || last === undefined || !holding.has(base)) return false;
  return held.has(tokens[last + 1]?.lower ?? '') && !prepositions.has(tokens[last + 2]?.lower ?? '');
};

/** "cookies can be removed in your browser" */
const isRemovedByReaders = ({ base, passive, modality, group, sentence }: Clause): boolean =>
  passive &&
  modality === 'may' &&
  actionOf({ base }) === 'delete' &&
  sentence.terms.some((term) => term.last < group.first && isCookie(term));

/** "how long we need that information", "the length of time we keep it is determined by …" */
function isDegree({ subject, passive, base, sentence: { tokens } }: Clause): boolean {
  if (!subject) return false;
  if (passive && base === 'determine')
    return tokens.slice(subject.first, subject.first + 3).some(({ lemma }) => degrees.has(lemma));
  return (
    /^(?:long|much|often)$/.test(tokens[subject.first - 1]?.lower ?? '') && tokens[subject.first - 2]?.lower === 'how'
  );
}

/** "players can be set to clear their storage": no cookie is set. */
const isSetTo = ({ base, passive, right, sentence: { tokens } }: Clause): boolean =>
  base === 'set' && passive && tokens[right]?.lower === 'to' && tokens[right + 1]?.verb?.form === 'base';

/** "we may use e-mail or text messages to send you news": by what, not which data. */
function isWayToWrite({ base, right, to, sentence: { tokens, terms } }: Clause, { data }: Slots): boolean {
  if (base !== 'use' || data.length === 0) return false;
  const last = data.at(-1)?.last ?? right;
  const aim = tokens.slice(last + 1, to).findIndex(({ lower }) => lower === 'to');
  const verb = aim < 0 ? undefined : tokens[last + 2 + aim]?.verb;
  if (verb === undefined || !reaching.has(verb.base)) return false;
  const object = terms.filter(({ kind, first, last: end }) => kind === 'data' && first >= right && end <= last);
  return (
    object.some(({ first, last: end }) => first === end && isWay(tokens, first)) &&
    object.every(
      ({ first, last: end }) =>
        first === end && (isWay(tokens, first) || !possessives.has(tokens[first - 1]?.lower ?? '')),
    )
  );
}

/** Not "your e-mail": that is data. */
const isWay = (tokens: readonly Token[], at: number): boolean =>
  ways.has((tokens[at] as Token).lemma) && !possessives.has(tokens[at - 1]?.lower ?? '');

/** "information you can access includes …": what readers may do with it, not the company. */
export const isReadersDoing = (said: Clause): boolean =>
  !said.passive &&
  said.subject !== undefined &&
  said.sentence.tokens[said.subject.first]?.lower === 'you' &&
  !isProviding(said.base) &&
  /^(?:use|delete)$/.test(actionOf(said) ?? '');
