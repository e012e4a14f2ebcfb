import { entityEntries } from '../catalogue/ontology/terms';
import { prepositions } from '../language/grammar';
import type { Clause, Sentence, TermMatch, TokenSpan } from '../language/types';
import { areOfNobody, idsOf } from './anonymised';
import { conditionsOf, exceptionsOf, purposesOf } from './circumstances';
import { type Actor, roleOf } from './clauses/actors';
import { ownHand } from './clauses/constructions';
import { senseOf } from './clauses/saleSense';
import { takesFromDevice } from './clauses/takenFromDevice';
import { dataTold } from './dataTold';
import { isDataRoot } from './generalData';
import { isInAggregate } from './inAggregate';
import { entityGraph } from './ontologyGraph';
import { productIn } from './qualifiers';
import { isLimiting } from './slots/slotCues';
import type { Slots } from './slots/slots';
import { placeOf, wordsOfTerm } from './termPlaces';
import type { Action, DataTypeId, RecipientMention, Statement } from './types';

type Writable<T> = { -readonly [K in keyof T]: T[K] };

export type Draft = Writable<Omit<Statement, 'subject' | 'region' | 'matter' | 'evidence' | 'confidence'>> & {
  readonly clause: Clause;
  anaphors: readonly TokenSpan[];
  /** The slot that goes on in a list. */
  readonly open: Slots['open'];
  confidence: Statement['confidence'];
};

/** A statement read from a row, and the header that gives its verb. */
export interface TableDraft {
  readonly draft: Draft;
  readonly sentence: Sentence;
  readonly lead?: { readonly sentence: Sentence };
}

/** Who does what, with which of the words that the slots hold; the draft's own company where nobody is named. */
interface Deed {
  readonly actor?: Actor;
  readonly action: Action;
  readonly negated?: boolean;
  readonly data?: readonly TermMatch[];
  readonly recipients?: readonly TermMatch[];
}

/** "From public registers, our partners and brokers": who else gives it away tells most. */
const sourceAmong = (sources: readonly TermMatch[]): TermMatch | undefined =>
  sources.find(({ ids }) => ids.some((id) => entityGraph.isA(id, 'third_party'))) ?? sources[0];

/** A statement with everything that its clause and slots say around the deed: purposes, conditions, exceptions, scope. */
export function draft(
  clause: Clause,
  slots: Slots,
  { actor = { id: 'first_party' }, action, negated = false, data = [], recipients = [] }: Deed,
): Draft {
  const { sentence } = clause;
  const told = dataTold(sentence, data, action, negated);
  const others = recipients.filter(
    (term) => !term.ids.includes('data_subject') && !(term.ids.includes('first_party') && actor.id === 'first_party'),
  );
  const sense = senseOf(clause, slots);
  const source = sourceAmong(slots.sources.filter(({ kind }) => kind === 'entity' || kind === 'company'));
  const product = actor.product ?? placeOfAction(clause);
  const channel = actor.channel ?? (slots.channels[0] ? channelOf(sentence, slots.channels[0]) : undefined);
  return {
    actor: actor.id,
    ...(actor.name && { actorName: actor.name }),
    action,
    polarity: negated ? 'denied' : 'affirmed',
    data: told.flatMap((term) =>
      idsOf(sentence, term, action).map((id: DataTypeId) => ({ id, place: placeOf(sentence, term) })),
    ),
    recipients: others.flatMap((term) => recipientsIn(sentence, term)),
    // what is ruled out for anything of value is ruled out altogether
    purposes: purposesOf(clause, slots).filter(({ id }) => !negated || sense !== 'forValue' || id !== 'monetary'),
    conditions: conditionsOf(clause, slots),
    exceptions: exceptionsOf(clause, slots),
    ...(product && { product }),
    ...(channel && { channel }),
    ...(source && { source: source.kind === 'company' ? roleOf(sentence, source.ids) : (source.ids[0] as string) }),
    dataScope: {
      ...((isInAggregate(clause) || areOfNobody(sentence, told, action)) && { aggregate: true }),
      ...((slots.restricted || (negated && (slots.limited || isLimitedGroup(clause)))) && { restricted: true }),
      ...(negated && !slots.restricted && isLimitedToOwnHand(clause, data) && { ownHand: true }),
      ...(slots.onDevice &&
        action !== 'place' &&
        (!negated && takesFromDevice(clause, action) ? { fromDevice: true } : { onDevice: true })),
    },
    modality: clause.modality,
    exclusive: slots.exclusive,
    sense,
    clause,
    anaphors: data.length === 0 ? slots.anaphors : [],
    open: slots.open,
    confidence: 'high',
  };
}

/** A company by the role in which it is named, or a kind of party. */
const recipientsIn = (sentence: Sentence, term: TermMatch): RecipientMention[] =>
  term.kind === 'company'
    ? [{ id: roleOf(sentence, term.ids), place: placeOf(sentence, term), name: wordsOfTerm(sentence, term) }]
    : term.ids.map((id) => ({
        id,
        place: placeOf(sentence, term),
        ...(namedParties.has(id) && { name: wordsOfTerm(sentence, term) }),
      }));

/** Parties of which each name is one of its own. */
const namedParties = new Set(entityEntries.filter(({ named }) => named).map(({ id }) => id));

/** "we do not directly collect": an adverb inside the verb group. */
const isLimitedGroup = (clause: Clause): boolean =>
  clause.sentence.tokens.slice(clause.group.first, clause.group.verb).some((token) => isLimiting(token.lower));

/** "We do not directly collect card details": that word alone limits it; not "directly from children". */
function isLimitedToOwnHand({ sentence: { tokens }, group, to }: Clause, data: readonly TermMatch[]): boolean {
  const isLimit = (i: number): boolean => i >= group.first && i < to && isLimiting(tokens[i]?.lower ?? '');
  const limits = [...tokens.keys()].filter(isLimit);
  const [first = -1] = limits;
  return (
    limits.length === 1 &&
    ownHand.has(tokens[first]?.lower ?? '') &&
    !prepositions.has(tokens[first + 1]?.lower ?? '') &&
    !data.some(({ ids }) => ids.some(isDataRoot))
  );
}

const channelOf = (sentence: Sentence, span: TokenSpan): string =>
  sentence.tokens
    .slice(span.first + 1, span.last + 1)
    .filter((token) => token.kind === 'word')
    .map((token) => token.lower)
    .join(' ');

/** "On the website we do not collect …": holds there alone. */
function placeOfAction({ sentence, from, subject, group }: Clause): string | undefined {
  const { tokens } = sentence;
  const start = Math.min(subject?.first ?? group.first, from + 5);
  if (from !== 0 || start < 3 || !/^(?:on|in)$/.test(tokens[0]?.lower ?? '')) return undefined;
  const [, determiner, noun] = tokens;
  const alone = start === 3 || (start === 4 && tokens[3]?.lower === ',');
  return alone && /^(?:the|our|this)$/.test(determiner?.lower ?? '') && noun ? productIn(sentence, 2, 2) : undefined;
}

/** "made available to", "makes your data available to". */
export const isMadeAvailable = (clause: Clause): boolean =>
  clause.sentence.tokens
    .slice(clause.right, clause.right + 8)
    .some((token, i, all) => token.lower === 'available' && (i === 0 || all[i + 1]?.lower === 'to'));
