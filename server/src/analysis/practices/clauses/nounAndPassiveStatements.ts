import { denyingVerbs, firstPerson, modals } from '../../language/grammar';
import { nounLemma } from '../../language/lemmas';
import type { Clause, Sentence, TermMatch, Token } from '../../language/types';
import { type Draft, draft, isCookie, isMadeAvailable, leftNouns, secondPersonPossessive, wordsOfTerm } from '../draft';
import { isNothingBut } from '../slots/slotPhrases';
import { readSlots } from '../slots/slotReader';
import type { Slots } from '../slots/slots';
import type { Action } from '../types';
import { actionOf, actionOfNoun, isAsking, isDemanding, isPlacing, isWatching, isWeak } from './actions';
import { type Actor, isOwn, roleOf } from './actors';
import { isBounded } from './boundedKeeping';
import { anywhere, correcting, lightVerbs, needing, unnamedParties } from './constructions';
import { looksAt } from './looking';
import { deniesCollection } from './processing';

export function passive(clause: Clause, right: Slots, denied: boolean, ownNames: readonly string[] = []): Draft[] {
  const { base, sentence } = clause;
  // "details may be requested from the owner": by whoever wants to know
  if (base === 'request' && right.sources.some(({ ids }) => ids.includes('first_party'))) return [];
  let action = base === 'make' && isMadeAvailable(clause) ? 'share' : actionOf(clause);
  if (!action && !isPlacing(base)) return [];
  // "personal data means data that identifies, or could be linked to, a person" defines
  if (base === 'link' && sentence.tokens.slice(0, clause.group.first).some(({ verb }) => verb?.base === 'mean'))
    return [];
  const left = leftNouns(clause);
  const slots: Slots = {
    ...right,
    restricted: right.restricted || left.restricted,
    limited: right.limited || left.limited,
    exclusive: right.exclusive || (clause.subject !== undefined && isNothingBut(sentence.tokens, clause.subject.first)),
  };
  const told = announced(clause);
  // "the following data is not processed: …" speaks of what is listed
  const acted = told.length > 0 && hasFollowing(clause) ? [] : [...left.data, ...slots.data];
  const data = [...new Set([...acted, ...told])];
  const negated =
    clause.negated !== (denied || left.denied || right.denied || isSeriesOfNone(clause)) && !isBounded(clause);
  if (negated && deniesCollection(clause, slots)) action = 'collect';
  if (negated && looksAt(base, data)) action = 'use';
  // "your photos are not uploaded (anywhere)": the company gets none
  if (negated && base === 'upload' && slots.recipients.length === 0 && !isDemanded(clause)) action = 'collect';
  if (data.length > 0 && data.every(isCookie)) {
    if (clause.modality === 'cannot') return []; // "cookies cannot be used to run programs" says what they can do
    // "our cookies are not used to identify you" does not say that none are set
    const forSomething = negated && (slots.purposes.length > 0 || slots.unknownPurpose !== undefined);
    if (needing.has(base) || (isPlacing(base) && !(forSomething && action === 'use'))) action = 'place';
  }
  if (!action || isGeneralFact(clause, action) || isForReaders(clause)) return [];
  // "cookies can only be read by the server that set them"
  if (isWatching(base) && data.length > 0 && data.every(isCookie)) return [];
  // "is processed by:" – who does it stands in the list
  if (sentence.tokens[clause.to - 1]?.lower === ':' && sentence.tokens[clause.to - 2]?.lower === 'by') return [];
  const agents = slots.agents.filter(
    (term) =>
      !(term.ids.includes('data_subject') && (secondPersonPossessive(sentence, term) || qualifies(sentence, term))),
  );
  if (agents.some((term) => term.ids.includes('data_subject'))) {
    if (action !== 'share' && action !== 'collect') return [];
    // "may be shared by other users with anyone" is their doing
    if (slots.recipients.some((term) => !term.ids.includes('first_party'))) return [];
    return negated || data.length === 0
      ? []
      : [{ ...draft(clause, slots, { id: 'first_party' }, 'collect', false, data, []), source: 'data_subject' }];
  }
  const actors: Actor[] =
    agents.length > 0
      ? agents.map((term) => agentOf(sentence, term, ownNames))
      : [{ id: isByOthers(clause) ? 'third_party' : 'first_party' }];
  if (slots.recipients.some((term) => term.ids.includes('data_subject')) && (action === 'share' || action === 'sell'))
    return [];
  if (
    action === 'share' &&
    slots.recipients.length > 0 &&
    slots.recipients.every((term) => term.ids.includes('first_party'))
  ) {
    return data.length === 0 ? [] : [draft(clause, slots, { id: 'first_party' }, 'collect', negated, data, [])];
  }
  const anaphors = data.length === 0 ? left.anaphors : [];
  if (data.length === 0 && anaphors.length === 0 && !slots.open) return [];
  if (isWeak(clause) && action === 'share' && slots.recipients.length === 0) return [];
  // "your date of birth is never asked for"
  if (negated && action === 'collect' && isDemanding(clause) && left.data.length > 0 && agents.length === 0)
    return [
      {
        ...draft(clause, slots, { id: 'first_party' }, 'collect', true, left.data, []),
        asked: true,
        confidence: 'low',
      },
    ];
  if (isWeak(clause) && action === 'collect' && ((negated && isAsking(clause)) || left.data.length + told.length === 0))
    return [];
  const unknown = agents.length === 0 && (hasUnknownAgent(clause) || (action === 'store' && isOnOthersServers(clause)));
  return actors.map((actor) => {
    const made = draft(clause, slots, actor, action, negated, data, slots.recipients);
    return { ...made, anaphors, ...(unknown && { confidence: 'low' as const }) };
  });
}

/** "Cookies are widely used to …", "an IP address can be used to …": what things are for anywhere. */
function isGeneralFact({ sentence: { tokens }, group, subject }: Clause, action: Action): boolean {
  if (!subject || (action !== 'use' && action !== 'place')) return false;
  const within = tokens.slice(group.first, group.verb).map(({ lower }) => lower);
  if (action === 'use' && /^an?$/.test(tokens[subject.first]?.lower ?? ''))
    return within.includes('can') || within.includes('could');
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

/** "it is saved on the payment provider's servers": somebody else has it. */
function isOnOthersServers({ sentence: { tokens, terms }, right, to }: Clause): boolean {
  const server = tokens.findIndex(({ lemma }, i) => i >= right && i < to && lemma === 'server');
  return terms.some(
    ({ kind, ids, last }) =>
      (kind === 'company' || (kind === 'entity' && !ids.includes('first_party') && !ids.includes('data_subject'))) &&
      last < server &&
      last > server - 3,
  );
}

/** "is processed by the above platforms": somebody does it whom the ontology does not know. */
function hasUnknownAgent({ sentence: { tokens }, right, to }: Clause): boolean {
  const stop = tokens.findIndex(({ kind }, i) => i >= right && kind === 'punctuation');
  const end = Math.min(right + 6, stop < 0 ? tokens.length : stop);
  const by = tokens.findIndex(({ lower }, i) => i >= right && i < end && lower === 'by');
  // "collected by and kept with our hosts"
  if (by === to - 1) return true;
  return by >= 0 && UNNAMED.has(tokens[by + 1]?.lower ?? '');
}
/** "by these providers": others, whoever they are. */
const isByOthers = ({ sentence: { tokens }, right, to }: Clause): boolean =>
  tokens.some(
    ({ lower }, i) =>
      i >= right &&
      i < Math.min(to, right + 4) &&
      lower === 'by' &&
      /^(?:these|those|such)$/.test(tokens[i + 1]?.lower ?? '') &&
      unnamedParties.has(tokens[i + 2]?.lemma ?? ''),
  );
const UNNAMED: ReadonlySet<string> = new Set(['the', 'this', 'that', 'these', 'those', 'their', 'its', 'and', 'or']);

/** "by Acme": the company itself where it is called so. */
function agentOf(sentence: Sentence, term: TermMatch, ownNames: readonly string[]): Actor {
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

/** "Disclosure of your data to vendors is effectuated …", "the processing of health data is excluded": an action as a noun. */
export function nominal(clause: Clause, slots: Slots): Draft[] {
  const { sentence } = clause;
  const existential = clause.base === 'be' && sentence.tokens[clause.group.first - 1]?.lower === 'there';
  if (!existential && !lightVerbs.has(clause.base) && !denyingVerbs.has(clause.base)) return [];
  // "there is no sale of …" names the action behind the verb, "the sale of … takes place" before it
  const subject = existential
    ? { first: clause.right, last: clause.to - 1 }
    : { first: clause.from, last: clause.group.first - 1 };
  for (let i = subject.first; i <= Math.min(subject.first + 3, subject.last); i++) {
    const action = actionOfNoun((sentence.tokens[i] as Token).lower);
    if (!action || (sentence.tokens[i + 1] as Token | undefined)?.lower !== 'of') continue;
    const own = readSlots(clause, i + 1, subject.last + 1, 'object');
    const denied = /^(?:no|neither)$/.test((sentence.tokens[subject.first] as Token).lower);
    const negated = clause.negated !== (denied !== denyingVerbs.has(clause.base));
    if (own.data.length === 0 && own.anaphors.length === 0) return [];
    const made = draft(
      clause,
      { ...own, conditions: slots.conditions, exceptions: [...own.exceptions, ...slots.exceptions] },
      { id: 'first_party' },
      action,
      negated,
      own.data,
      own.recipients,
    );
    // to process is every operation from collection on, Art. 4(2) GDPR: what is not processed is not collected
    return [action === 'use' && negated && made.purposes.length === 0 ? { ...made, action: 'collect' } : made];
  }
  return [];
}

/** "our member colleges": the reader's name stands before another noun. */
function qualifies({ tokens }: Sentence, { last }: TermMatch): boolean {
  const next = tokens[last + 1];
  return next?.kind === 'word' && !next.verb && nounLemma(next.lower) !== next.lower;
}
