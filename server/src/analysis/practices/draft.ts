import { entityEntries } from '../catalogue/ontology/terms';
import type { Place } from '../document/types';
import { conjunctions, relativePronouns } from '../language/grammar';
import type { Clause, Sentence, TermMatch, Token } from '../language/types';
import { areOfNobody, idsOf } from './anonymised';
import { type Actor, roleOf } from './clauses/actors';
import { furtherWords, limiting, linking } from './clauses/constructions';
import { senseOf } from './clauses/saleSense';
import { isInAggregate } from './inAggregate';
import { isOwnData } from './names/ownData';
import { conditionKind, exceptionIds, exceptionKind, partsOfException, productIn } from './qualifiers';
import { exceptionLength, isDemonstrative, isLimiting } from './slots/slotCues';
import { readSlots } from './slots/slotReader';
import type { Slots, Span } from './slots/slots';
import type {
  Action,
  Condition,
  DataTypeId,
  Exception,
  Mention,
  PurposeMention,
  RecipientMention,
  Statement,
} from './types';

const isOwnTerm = ({ ids }: TermMatch): boolean => ids.every(isOwnData);

type Writable<T> = { -readonly [K in keyof T]: T[K] };

export type Draft = Writable<Omit<Statement, 'subject' | 'region' | 'matter' | 'evidence' | 'confidence'>> & {
  readonly clause: Clause;
  anaphors: readonly Span[];
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

export const placeOf = (sentence: Sentence, span: Span): Place => ({
  block: sentence.block,
  start: (sentence.tokens[span.first] as Token).start,
  end: (sentence.tokens[Math.min(span.last, sentence.tokens.length - 1)] as Token).end,
});

/** Parties of which each name is one of its own. */
const namedParties = new Set(entityEntries.filter(({ named }) => named).map(({ id }) => id));

export const secondPersonPossessive = (sentence: Sentence, term: TermMatch): boolean =>
  (sentence.tokens[term.first] as Token).lower === 'your';
export const wordsOfTerm = (sentence: Sentence, term: TermMatch): string =>
  sentence.block.text.slice((sentence.tokens[term.first] as Token).start, (sentence.tokens[term.last] as Token).end);

/** Nouns of a passive's subject: what is acted upon. */
export function leftNouns(clause: Clause): {
  data: TermMatch[];
  anaphors: Span[];
  denied: boolean;
  restricted: boolean;
  limited: boolean;
} {
  const { sentence } = clause;
  const subject = clause.subject;
  if (!subject) return { data: [], anaphors: [], denied: false, restricted: false, limited: false };
  if (isPartyWithData(sentence, subject))
    return { data: [], anaphors: [], denied: false, restricted: false, limited: false };
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
    denied:
      slots.denied ||
      /^(?:no|none|neither|zero)$/.test((sentence.tokens[subject.first] as Token).lower) ||
      // "not a single phone number"; "not all data" leaves some
      ((sentence.tokens[subject.first] as Token).lower === 'not' &&
        /^(?:an?|one|any)$/.test(sentence.tokens[subject.first + 1]?.lower ?? '')),
  };
}

/** "agents who have access to your data": the subject is a party, the data only tells which. */
function isPartyWithData({ terms, tokens }: Sentence, { first, last }: Span): boolean {
  const inside = terms.filter((term) => term.first >= first && term.last <= last);
  const data = inside.find(({ kind }) => kind === 'data');
  const party = inside.find(
    ({ kind, ids }) => (kind === 'entity' || kind === 'company') && !ids.includes('data_subject'),
  );
  if (!data || !party || party.first > data.first || (party.ids.includes('first_party') && party.first === party.last))
    return false;
  return tokens.slice(party.last + 1, data.first).some((token) => relativePronouns.has(token.lower));
}

/** Who does what, with which of the words that the slots hold; the draft's own company where nobody is named. */
interface Deed {
  readonly actor?: Actor;
  readonly action: Action;
  readonly negated?: boolean;
  readonly data?: readonly TermMatch[];
  readonly recipients?: readonly TermMatch[];
}

/** A statement with everything that its clause and slots say around the deed: purposes, conditions, exceptions, scope. */
export function draft(
  clause: Clause,
  slots: Slots,
  { actor = { id: 'first_party' }, action, negated = false, data = [], recipients = [] }: Deed,
): Draft {
  const { sentence } = clause;
  const mention = (term: TermMatch): Mention[] =>
    idsOf(sentence, term, action).map((id: DataTypeId) => ({ id, place: placeOf(sentence, term) }));
  const named = (term: TermMatch): RecipientMention[] =>
    term.kind === 'company'
      ? [{ id: roleOf(sentence, term.ids), place: placeOf(sentence, term), name: wordsOfTerm(sentence, term) }]
      : term.ids.map((id) => ({
          id,
          place: placeOf(sentence, term),
          ...(namedParties.has(id) && { name: wordsOfTerm(sentence, term) }),
        }));
  const told = data.filter(
    (term) =>
      (action !== 'place' || !isOwnTerm(term)) &&
      !(negated ? isSetAgainst(sentence, term) : isRuledOut(sentence, term)),
  );
  const others = recipients.filter(
    (term) => !term.ids.includes('data_subject') && !(term.ids.includes('first_party') && actor.id === 'first_party'),
  );
  const purposes: PurposeMention[] = slots.purposes.flatMap(({ term, own }) =>
    term.ids.map((id) => ({
      id: id === 'any_purpose' && saysOther(sentence, term) ? 'other' : id,
      place: placeOf(sentence, term),
      party: own ? ('third_party' as const) : ('any' as const),
    })),
  );
  if (slots.unknownPurpose)
    purposes.push({ id: 'other', place: placeOf(sentence, slots.unknownPurpose), party: 'any' });
  const conditions: Condition[] = [...leadingConditions(clause), ...slots.conditions].map((span) => ({
    kind: conditionKind(sentence.tokens.slice(span.first, span.last + 1)),
    place: placeOf(sentence, span),
  }));
  const left = [...leadingExceptions(clause), ...slots.exceptions];
  const exceptions: Exception[] = left
    .flatMap((span) => partsOfException(sentence.tokens, span))
    .map((span) => ({
      kind: exceptionKind(sentence.tokens.slice(span.first, span.last + 1), span.terms),
      ids: exceptionIds(span.terms),
      place: placeOf(sentence, span),
    }));
  const source = slots.sources.find((term) => term.kind === 'entity' || term.kind === 'company');
  const product = actor.product ?? placeOfAction(clause);
  const channel = actor.channel ?? (slots.channels[0] ? channelOf(sentence, slots.channels[0]) : undefined);
  return {
    actor: actor.id,
    ...(actor.name && { actorName: actor.name }),
    action,
    polarity: negated ? 'denied' : 'affirmed',
    data: told.flatMap(mention),
    recipients: others.flatMap(named),
    purposes,
    conditions,
    exceptions,
    ...(product && { product }),
    ...(channel && { channel }),
    ...(source && { source: source.kind === 'company' ? roleOf(sentence, source.ids) : (source.ids[0] as string) }),
    dataScope: {
      ...((isInAggregate(clause) || areOfNobody(sentence, told, action)) && { aggregate: true }),
      ...((slots.restricted || (negated && (slots.limited || isLimitedGroup(clause)))) && { restricted: true }),
      ...(slots.onDevice && action !== 'place' && { onDevice: true }),
    },
    modality: clause.modality,
    exclusive: slots.exclusive,
    sense: senseOf(clause, slots),
    clause,
    anaphors: data.length === 0 ? slots.anaphors : [],
    open: slots.open,
    confidence: 'high',
  };
}

/** "Your prompt is sent to our host, no personal data", "figures not linked to any personal data": what is ruled out is not done. */
const isRuledOut = ({ tokens }: Sentence, { first }: TermMatch): boolean =>
  tokens[first - 1]?.lower === 'no' ||
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

const unlinked = new RegExp(`\\bnot (?:${[...linking].join('|')}) (?:to|with)(?: any| your| the)?$`);

/** "for any other purpose": other than those told, not all. */
const saysOther = (sentence: Sentence, term: TermMatch): boolean =>
  sentence.tokens.slice(Math.max(0, term.first - 1), term.last + 1).some(({ lower }) => furtherWords.has(lower));

/** "we do not directly collect": an adverb inside the verb group. */
const isLimitedGroup = (clause: Clause): boolean =>
  clause.sentence.tokens.slice(clause.group.first, clause.group.verb).some((token) => isLimiting(token.lower));

const channelOf = (sentence: Sentence, span: Span): string =>
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

/** "Other than the uses listed above, we do not share…", "Unless you agree, …". */
function leadingExceptions(clause: Clause): (Span & { readonly terms: readonly TermMatch[] })[] {
  const { sentence } = clause;
  const start = clause.subject?.first ?? clause.group.first;
  for (let i = 0; i < Math.min(4, start); i++) {
    if (exceptionLength(sentence.tokens, i) === 0) continue;
    return [
      {
        first: i,
        last: Math.max(i, start - 1),
        terms: sentence.terms.filter((term) => term.first > i && term.last < start),
      },
    ];
  }
  return [];
}

/** "If you register, we collect…": what stands before the main clause. */
function leadingConditions(clause: Clause): Span[] {
  if (
    clause.from !== 0 &&
    !clause.sentence.tokens.slice(0, 3).some((token) => /^(?:if|when|where|unless|once|whenever)$/.test(token.lower))
  )
    return [];
  const start = clause.subject?.first ?? clause.group.first;
  for (let i = 0; i < Math.min(3, start); i++) {
    const span = { first: i, last: Math.max(i, start - 1) };
    const word = (clause.sentence.tokens[i] as Token).lower;
    if (/^(?:if|when|where|once|whenever)$/.test(word)) return [span];
    if (
      /^(?:with|upon|in|over|during|within|at)$/.test(word) &&
      ['time', 'consent', 'legal'].includes(conditionKind(clause.sentence.tokens.slice(i, start)))
    )
      return [span];
  }
  return [];
}

/** "made available to", "makes your data available to". */
export const isMadeAvailable = (clause: Clause): boolean =>
  clause.sentence.tokens
    .slice(clause.right, clause.right + 8)
    .some((token, i, all) => token.lower === 'available' && (i === 0 || all[i + 1]?.lower === 'to'));
