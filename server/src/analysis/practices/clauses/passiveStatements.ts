import { firstPerson, modals } from '../../language/grammar';
import { nounLemma } from '../../language/lemmas';
import type { Clause, Sentence, TermMatch } from '../../language/types';
import { type Draft, draft, isMadeAvailable } from '../draft';
import { leftNouns } from '../slots/leftNouns';
import { isCookie } from '../slots/slotCues';
import { isNothingBut } from '../slots/slotPhrases';
import { readSlots } from '../slots/slotReader';
import type { Slots } from '../slots/slots';
import { secondPersonPossessive, wordsOfTerm } from '../termPlaces';
import type { Action } from '../types';
import { actionOf, isAsking, isDemanding, isPlacing, isWatching, isWeak, passesOn } from './actions';
import { type Actor, isOwn, ownAgent, roleOf } from './actors';
import { isBounded } from './boundedKeeping';
import { anywhere, correcting, needing } from './constructions';
import { isKeptAsIs } from './keptAsIs';
import { looksAt } from './looking';
import { hasUnknownAgent, isByOthers, isDoneByReceiver, isHeldByOthers, isOnOthersServers } from './othersDoing';
import { deniesCollection } from './processing';

/** A clause in the passive voice, and the data that something is done with. */
interface Undergone {
  readonly clause: Clause;
  /** What stands on both sides of the verb. */
  readonly slots: Slots;
  readonly data: readonly TermMatch[];
  /** Of the data what the subject names, and what is told behind the verb ("the following: …"). */
  readonly subject: readonly TermMatch[];
  readonly told: readonly TermMatch[];
  readonly anaphors: Slots['anaphors'];
  readonly negated: boolean;
}

/** "your name is shared with advertisers" */
export function passive(clause: Clause, right: Slots, denied: boolean, ownNames: readonly string[] = []): Draft[] {
  if (isAskedOfUs(clause, right) || isDefinition(clause) || isKeptAsIs(clause)) return [];
  const undergone = readUndergone(clause, right, denied);
  const action = actionUndergone(undergone);
  if (!action || tellsNothing(undergone, action)) return [];
  const { slots } = undergone;
  const agents = slots.agents.filter((term) => !isOfReader(clause.sentence, term));
  if (action === 'share' && awaitsReceiver(clause) && agents.length > 0 && slots.recipients.length === 0)
    return doneByAgents({ ...undergone, slots: { ...slots, recipients: agents } }, action, [], ownNames);
  if (agents.some(isReader)) return doneByReader(undergone, action);
  if (passesOn(action) && slots.recipients.some(isReader)) return [];
  if (action === 'share' && slots.recipients.length > 0 && slots.recipients.every(isUs)) return givenToUs(undergone);
  return doneByAgents(undergone, action, agents, ownNames);
}

/** "details may be requested from the owner": by whoever wants to know. */
const isAskedOfUs = ({ base, modality, right, sentence }: Clause, { sources }: Slots): boolean =>
  base === 'request' &&
  (sources.some(isUs) || (sources.length === 0 && modality === 'may' && sentence.tokens[right]?.lower === 'from'));

/** "personal data means data that identifies, or could be linked to, a person" */
const isDefinition = ({ base, sentence, group }: Clause): boolean =>
  base === 'link' && sentence.tokens.slice(0, group.first).some(({ verb }) => verb?.base === 'mean');

function readUndergone(clause: Clause, right: Slots, denied: boolean): Undergone {
  const left = leftNouns(clause);
  const slots: Slots = {
    ...right,
    restricted: right.restricted || left.restricted,
    limited: right.limited || left.limited,
    exceptions: [...left.exceptions, ...right.exceptions],
    exclusive:
      right.exclusive || (clause.subject !== undefined && isNothingBut(clause.sentence.tokens, clause.subject.first)),
  };
  const told = announced(clause);
  // "the following data is not processed: …" speaks of what is listed
  const acted = told.length > 0 && hasFollowing(clause) ? [] : [...left.data, ...slots.data];
  const data = [...new Set([...acted, ...told])];
  const isDenied = denied || left.denied || right.denied || isSeriesOfNone(clause);
  return {
    clause,
    slots,
    data,
    subject: left.data,
    told,
    anaphors: data.length === 0 ? left.anaphors : [],
    negated: clause.negated !== isDenied && !isBounded(clause),
  };
}

/** What is done by the verb, its data and its denial. */
function actionUndergone({ clause, slots, data, negated }: Undergone): Action | undefined {
  const { base } = clause;
  const told = base === 'make' && isMadeAvailable(clause) ? 'share' : actionOf(clause);
  if (!told && !isPlacing(base)) return undefined;
  const action = negated ? (actionDenied(clause, slots, data) ?? told) : told;
  if (data.length === 0 || !data.every(isCookie)) return action;
  if (clause.modality === 'cannot') return undefined; // "cookies cannot be used to run programs" says what they can do
  // "cookies are not required to visit us": they may be set
  if (needing.has(base) && negated) return undefined;
  // "our cookies are not used to identify you" does not say that none are set
  const forSomething = negated && (slots.purposes.length > 0 || slots.unknownPurpose !== undefined);
  return needing.has(base) || (isPlacing(base) && !(forSomething && action === 'use')) ? 'place' : action;
}

/** What is not done either where this is denied. */
function actionDenied(clause: Clause, slots: Slots, data: readonly TermMatch[]): Action | undefined {
  // "your photos are not uploaded (anywhere)": the company gets none
  if (clause.base === 'upload' && slots.recipients.length === 0 && !isDemanded(clause)) return 'collect';
  if (looksAt(clause.base, data)) return 'use';
  return deniesCollection(clause, slots) ? 'collect' : undefined;
}

function tellsNothing({ clause, data }: Undergone, action: Action): boolean {
  const { tokens } = clause.sentence;
  return (
    isGeneralFact(clause, action) ||
    isForReaders(clause) ||
    // "cookies can only be read by the server that set them"
    (isWatching(clause.base) && data.length > 0 && data.every(isCookie)) ||
    // "is processed by:" – who does it stands in the list
    (tokens[clause.to - 1]?.lower === ':' && tokens[clause.to - 2]?.lower === 'by')
  );
}

/** "may be transferred to, stored and processed by our partners": whom "to" governs stands behind the other verbs. */
const awaitsReceiver = ({ group, sentence: { tokens } }: Clause): boolean =>
  /^(?:to|with)$/.test(tokens[group.verb + 1]?.lower ?? '') &&
  /^(?:,|and|or|and\/or)$/.test(tokens[group.verb + 2]?.lower ?? '');

/** "by your browser", "by our member colleges": the reader's name belongs to another noun. */
const isOfReader = (sentence: Sentence, term: TermMatch): boolean =>
  isReader(term) && (secondPersonPossessive(sentence, term) || qualifies(sentence, term));

/** "provided by you" is collected from the reader. */
function doneByReader({ clause, slots, data, negated }: Undergone, action: Action): Draft[] {
  if (action !== 'share' && action !== 'collect') return [];
  // "may be shared by other users with anyone" is their doing
  if (slots.recipients.some((term) => !isUs(term)) || negated || data.length === 0) return [];
  return [{ ...draft(clause, slots, { action: 'collect', data }), source: 'data_subject' }];
}

/** "is sent to our servers" */
function givenToUs({ clause, slots, data, anaphors, negated }: Undergone): Draft[] {
  if (data.length === 0 && anaphors.length === 0) return [];
  return [{ ...draft(clause, slots, { action: 'collect', negated, data }), anaphors }];
}

function doneByAgents(
  { clause, slots, data, subject, told, anaphors, negated }: Undergone,
  action: Action,
  agents: readonly TermMatch[],
  ownNames: readonly string[],
): Draft[] {
  if (data.length === 0 && anaphors.length === 0 && !slots.open) return [];
  if (isWeak(clause) && action === 'share' && slots.recipients.length === 0) return [];
  // "your date of birth is never asked for"
  if (negated && action === 'collect' && isDemanding(clause) && subject.length > 0 && agents.length === 0) {
    const made = draft(clause, slots, { action: 'collect', negated: true, data: subject });
    return [{ ...made, asked: true, confidence: 'low' }];
  }
  if (isWeak(clause) && action === 'collect' && (subject.length + told.length === 0 || (negated && isAsking(clause))))
    return [];
  const unknown =
    agents.length === 0 &&
    (hasUnknownAgent(clause) ||
      (action === 'store' && isHeldByOthers(slots)) ||
      ((action === 'store' || action === 'collect') && (isOnOthersServers(clause) || isDoneByReceiver(clause))));
  const actors: Actor[] =
    agents.length > 0
      ? agents.map((term) => agentOf(clause.sentence, term, ownNames))
      : [{ id: isByOthers(clause) ? 'third_party' : 'first_party' }];
  return actors.map((actor) => {
    const made = draft(clause, slots, { actor, action, negated, data, recipients: slots.recipients });
    return { ...made, anaphors, ...(unknown && { confidence: 'low' as const }) };
  });
}

const isUs = ({ ids }: TermMatch): boolean => ids.includes('first_party');
const isReader = ({ ids }: TermMatch): boolean => ids.includes('data_subject');

/** "Cookies are widely used to …", "an IP address can be used to …": what things are for anywhere. */
function isGeneralFact({ sentence: { tokens }, group, subject }: Clause, action: Action): boolean {
  if (!subject || (action !== 'use' && action !== 'place')) return false;
  const within = tokens.slice(group.first, group.verb).map(({ lower }) => lower);
  if (/^an?$/.test(tokens[subject.first]?.lower ?? '') && (within.includes('can') || within.includes('could')))
    return true;
  return within.some((lower) => anywhere.has(lower)) && !tokens.some(({ lower }) => firstPerson.has(lower));
}

/** "no secrets should be uploaded": asked of readers. */
const isDemanded = ({ sentence: { tokens }, group }: Clause): boolean =>
  tokens.slice(Math.max(0, group.first - 1), group.verb).some(({ lower }) => modals.has(lower));

/** "Your data can be viewed and corrected in the portal": by the reader. */
function isForReaders({ sentence: { tokens }, group, right }: Clause): boolean {
  const around = tokens.slice(Math.max(0, group.first - 4), right + 3);
  return (
    around.some(({ lower }) => lower === 'can' || lower === 'may') &&
    around.some(({ lower }) => lower === 'viewed' || lower === 'accessed' || lower === 'seen' || lower === 'checked') &&
    around.some(({ verb }) => verb !== undefined && correcting.has(verb.base))
  );
}

/** "No contents of chats or contact lists are read": the first word denies the whole series. */
function isSeriesOfNone({ sentence: { tokens }, group }: Clause): boolean {
  const stop = tokens.findLastIndex(({ kind }, i) => i < group.first && kind === 'punctuation');
  const before = tokens.slice(stop + 1, group.first);
  return before[0]?.lower === 'no' && before.some(({ lower }) => lower === 'or' || lower === 'nor');
}

/** "by Acme", "by the Acme Foundation": the company itself where it is called so. */
function agentOf(sentence: Sentence, term: TermMatch, ownNames: readonly string[]): Actor {
  const ownName = ownAgent(sentence, term, ownNames);
  if (ownName) return { id: 'first_party', name: ownName };
  if (term.kind !== 'company') return { id: term.ids[0] as string };
  const name = wordsOfTerm(sentence, term);
  const own = ownNames.length === 0 ? term.ids.every((id) => id === 'third_party') : isOwn(name, ownNames);
  return { id: own ? 'first_party' : roleOf(sentence, term.ids), name };
}

const hasFollowing = ({ subject, sentence }: Clause): boolean =>
  subject !== undefined &&
  sentence.tokens.slice(subject.first, subject.last + 1).some(({ lower }) => lower === 'following');

/** "the following are never collected: identifiers and biometric data", "each visit is logged together with your name". */
function announced(clause: Clause): readonly TermMatch[] {
  const { tokens } = clause.sentence;
  const subject = clause.subject && tokens[clause.subject.last];
  const from =
    subject && hasFollowing(clause)
      ? tokens.findIndex((token, i) => i >= clause.right && token.lower === ':') + 1
      : tokens.findIndex(
          (token, i) =>
            i > clause.right &&
            ((token.lower === 'with' && /^(?:together|along)$/.test(tokens[i - 1]?.lower ?? '')) ||
              (token.lower === 'as' && tokens[i - 1]?.lower === 'well')),
        ) + 1;
  return from > 0 ? readSlots(clause, from, clause.to, 'object').data : [];
}

/** "our member colleges": the reader's name stands before another noun. */
function qualifies({ tokens }: Sentence, { last }: TermMatch): boolean {
  const next = tokens[last + 1];
  return next?.kind === 'word' && !next.verb && nounLemma(next.lower) !== next.lower;
}
