import type { Place } from '../document/types';
import type { Clause } from '../language/clauses';
import { denyingVerbs, permittingVerbs, requestingVerbs } from '../language/grammar';
import type { Sentence, TermMatch, Token } from '../language/types';
import { actionOfNoun, actionOfVerb, isPlacing, isProviding, isWeak } from './actions';
import { type Actor, readSubject, roleOf } from './actors';
import { conditionKind, exceptionIds, exceptionKind, signalIn } from './qualifiers';
import { exceptionLength, isLimiting } from './slotCues';
import { readSlots, type Slots, type Span } from './slots';
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

/** A statement before its block gives it scope, list lead and anaphora. */
type Writable<T> = { -readonly [K in keyof T]: T[K] };

export type Draft = Writable<Omit<Statement, 'subject' | 'region' | 'evidence' | 'confidence'>> & {
  readonly clause: Clause;
  anaphors: readonly Span[];
  /** The slot that goes on in a list. */
  readonly open: Slots['open'];
  confidence: Statement['confidence'];
};

const aggregate = new Set(['non_personal', 'aggregate', 'deidentified', 'anonymous']);

export const placeOf = (sentence: Sentence, span: Span): Place => ({
  block: sentence.block,
  start: (sentence.tokens[span.first] as Token).start,
  end: (sentence.tokens[Math.min(span.last, sentence.tokens.length - 1)] as Token).end,
});

/**
 * What one clause says is done: none for supposed, wished or described practices. `given` is who acts where the clause
 * itself does not say.
 */
export function clauseStatements(clause: Clause, ownNames: readonly string[], given?: Actor): Draft[] {
  if (clause.embedding === 'muted' || clause.embedding === 'antecedent' || clause.embedding === 'participle') return [];
  if (clause.embedding === 'infinitive' || clause.embedding === 'gerund') return embedded(clause, ownNames);
  const subject = given ? { actors: [given], denied: false } : readSubject(clause, ownNames);
  const slots = readSlots(clause);
  const signal = honouredSignal(clause, subject.actors);
  if (signal) return [signal];
  if (clause.embedding === 'relative') return relative(clause, slots);
  const conceded = concededSale(clause);
  if (conceded) return [conceded];
  const named = nominal(clause, slots);
  if (named.length > 0) return named;
  if (clause.passive) return passive(clause, slots, subject.denied);
  return subject.actors.flatMap((actor) => active(clause, actor, slots, subject.denied));
}

function active(clause: Clause, actor: Actor, slots: Slots, denied: boolean): Draft[] {
  const { base, sentence } = clause;
  const negated = clause.negated !== (denied !== slots.denied);
  if (actor.id === 'data_subject') return givenByReader(clause, slots, negated);
  if (isPermission(clause, slots)) return [];
  if (base === 'pay' && slots.recipients.some((term) => term.ids.includes('first_party')) && slots.data.length > 0) {
    const buyer: TermMatch[] = sentence.terms.filter(
      (term) => clause.subject !== undefined && term.first >= clause.subject.first && term.last <= clause.subject.last,
    );
    return [draft(clause, slots, { id: 'first_party' }, 'sell', negated, slots.data, buyer)];
  }
  let action = actionOfVerb(base);
  if (base === 'have' && hasAccess(clause)) action = actor.id === 'first_party' ? 'use' : 'collect';
  if (!action) return [];
  const cookies = slots.data.filter(isCookie);
  if (cookies.length > 0 && cookies.length === slots.data.length && isPlacing(base)) action = 'place';
  if ((action === 'share' || action === 'sell') && slots.recipients.some((term) => term.ids.includes('data_subject')))
    return [];
  if (
    action === 'share' &&
    slots.recipients.length > 0 &&
    slots.recipients.every((term) => term.ids.includes('first_party'))
  ) {
    // what others send us, we receive
    return actor.id === 'first_party' || slots.data.length === 0
      ? []
      : [{ ...draft(clause, slots, { id: 'first_party' }, 'collect', negated, slots.data, []), source: actor.id }];
  }
  if (actor.id !== 'first_party' && isObligation(clause)) return [];
  if (base === 'access' && !negated && actor.id === 'first_party') action = 'collect';
  if (
    isWeak(base) &&
    ((slots.data.length === 0 && slots.anaphors.length === 0) ||
      (action === 'collect' && (slots.data.length === 0 || !isDirectObject(clause, slots.data[0] as TermMatch))) ||
      (action === 'share' && slots.recipients.length === 0) ||
      (action === 'collect' && negated && base !== 'track' && base !== 'log' && base !== 'scan' && base !== 'monitor'))
  )
    return [];
  if (
    slots.data.length === 0 &&
    slots.anaphors.length === 0 &&
    !slots.open &&
    !(action === 'share' && slots.recipients.length > 0)
  )
    return [];
  if (base === 'process' && negated && slots.purposes.length === 0) action = 'collect'; // Art. 4(2) GDPR
  return [draft(clause, slots, actor, action, negated, slots.data, slots.recipients)];
}

/** "advertisers must…", "notices should…": a demand on others. */
const isObligation = (clause: Clause): boolean =>
  clause.sentence.tokens
    .slice(clause.group.first, clause.group.verb)
    .some((token) => /^(?:should|must|shall|ought)$/.test(token.lower));

/** Only determiners and adjectives stand between the verb and the term: "take your photo", not "take steps to protect your photo". */
function isDirectObject(clause: Clause, term: TermMatch): boolean {
  const between = clause.sentence.tokens.slice(clause.right, term.first);
  return (
    between.length <= 6 &&
    !between.some(
      (token) =>
        token.lower === 'to' ||
        token.lower === 'against' ||
        token.lower === 'that' ||
        token.lower === 'in' ||
        token.lower === 'when',
    )
  );
}

/** The reader gives something: the company collects it. */
function givenByReader(clause: Clause, slots: Slots, negated: boolean): Draft[] {
  if (!isProviding(clause.base) || negated || slots.data.length === 0) return [];
  const toUs = slots.recipients.some((term) => term.ids.includes('first_party'));
  const elsewhere = slots.recipients.length > 0 && !toUs;
  if (elsewhere || clause.group.modality === 'cannot') return [];
  const obliged = clause.sentence.tokens
    .slice(clause.group.first, clause.group.verb)
    .some(
      (token) =>
        token.lower === 'should' || token.lower === 'must' || token.lower === 'shall' || token.lower === 'agree',
    );
  const own: Slots = { ...slots, recipients: [] };
  const made = draft(clause, own, { id: 'first_party' }, 'collect', false, slots.data, []);
  made.source = 'data_subject';
  if (
    obliged ||
    (!toUs &&
      (clause.base === 'share' || clause.base === 'disclose' || clause.base === 'post' || clause.base === 'send'))
  )
    made.confidence = 'low';
  return [made];
}

function passive(clause: Clause, right: Slots, denied: boolean): Draft[] {
  const { base, sentence } = clause;
  let action = actionOfVerb(base);
  if (!action) return [];
  const left = leftNouns(clause);
  const slots: Slots = {
    ...right,
    restricted: right.restricted || left.restricted,
    limited: right.limited || left.limited,
  };
  const data = [...left.data, ...slots.data];
  const negated = clause.negated !== (denied || left.denied);
  if (data.length > 0 && data.every(isCookie) && isPlacing(base)) action = 'place';
  const agents = slots.agents.filter(
    (term) => !(term.ids.includes('data_subject') && secondPersonPossessive(sentence, term)),
  );
  if (agents.some((term) => term.ids.includes('data_subject'))) {
    if (action !== 'share' && action !== 'collect') return [];
    return negated || data.length === 0
      ? []
      : [{ ...draft(clause, slots, { id: 'first_party' }, 'collect', false, data, []), source: 'data_subject' }];
  }
  const actors: Actor[] =
    agents.length > 0
      ? agents.map((term) => ({
          id: term.kind === 'company' ? roleOf(sentence, term.ids) : (term.ids[0] as string),
          ...(term.kind === 'company' && { name: wordsOfTerm(sentence, term) }),
        }))
      : [{ id: 'first_party' }];
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
  if (isWeak(base) && action === 'share' && slots.recipients.length === 0) return [];
  if (isWeak(base) && action === 'collect' && (negated || left.data.length === 0)) return [];
  return actors.map((actor) => ({ ...draft(clause, slots, actor, action, negated, data, slots.recipients), anaphors }));
}

/** "Disclosure of your data to vendors is effectuated …", "the processing of health data is excluded": an action as a noun. */
function nominal(clause: Clause, slots: Slots): Draft[] {
  const { sentence, subject } = clause;
  if (!subject || !(lightVerbs.has(clause.base) || denyingVerbs.has(clause.base))) return [];
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
const lightVerbs = new Set([
  'effectuate',
  'perform',
  'carry',
  'conduct',
  'undertake',
  'make',
  'occur',
  'happen',
  'take',
  'transpire',
  'execute',
  'entrust',
  'do',
]);

/** "Stripe, which collects your card number": told of a named actor. Other relative clauses only limit a noun. */
function relative(clause: Clause, slots: Slots): Draft[] {
  const { sentence, subject } = clause;
  if (!subject || clause.passive || slots.data.length === 0) return [];
  const pronoun = sentence.tokens[subject.first] as Token;
  if (pronoun.lower !== 'which' && pronoun.lower !== 'who') return [];
  const comma = sentence.tokens[subject.first - 1]?.lower === ',';
  const antecedent = sentence.terms
    .filter((term) => term.last === subject.first - (comma ? 2 : 1))
    .find((term) => term.kind === 'company' || term.kind === 'entity');
  const action = actionOfVerb(clause.base);
  if (!antecedent || !action || !comma || antecedent.ids.includes('data_subject')) return [];
  const actor: Actor = {
    id: antecedent.kind === 'company' ? roleOf(sentence, antecedent.ids) : (antecedent.ids[0] as string),
    ...(antecedent.kind === 'company' && { name: wordsOfTerm(sentence, antecedent) }),
  };
  return isWeak(clause.base)
    ? []
    : [draft(clause, slots, actor, action, clause.negated !== slots.denied, slots.data, slots.recipients)];
}

/** "use cookies to collect…", "allow advertisers to collect…", "ask you to provide…". */
function embedded(clause: Clause, ownNames: readonly string[]): Draft[] {
  const parent = clause.parent;
  if (parent?.embedding !== 'main' || parent.group.modality === 'cannot') return [];
  const action = actionOfVerb(clause.base);
  const slots = readSlots(clause);
  if (!action || slots.data.length === 0) return [];
  const subject = readSubject(parent, ownNames);
  const actor = subject.actors[0];
  const between = readSlots(parent, parent.right, clause.group.first);
  const negated = parent.negated !== subject.denied;
  if (clause.embedding === 'infinitive' && permittingVerbs.has(parent.base) && actor?.id === 'first_party') {
    const others = between.recipients.filter(
      (term) => !term.ids.includes('data_subject') && !term.ids.includes('first_party'),
    );
    if (others.length === 0 || action === 'delete') return [];
    return [draft(clause, slots, actor, 'allow', negated !== clause.negated, slots.data, others)];
  }
  if (
    clause.embedding === 'infinitive' &&
    requestingVerbs.has(parent.base) &&
    actor?.id === 'first_party' &&
    isProviding(clause.base) &&
    !negated
  ) {
    return [
      {
        ...draft(clause, { ...slots, recipients: [] }, actor, 'collect', false, slots.data, []),
        source: 'data_subject',
      },
    ];
  }
  const means = between.data.filter(isCookie);
  if (
    actor?.id === 'first_party' &&
    (actionOfVerb(parent.base) === 'use' || isPlacing(parent.base)) &&
    action === 'collect' &&
    !isProviding(clause.base)
  ) {
    const made = draft(clause, slots, actor, 'collect', negated, slots.data, []);
    if (means.length > 0) made.channel = wordsOfTerm(clause.sentence, means[0] as TermMatch).toLowerCase();
    else if (negated) return []; // "we do not use your photo to identify…": another denial than that of collecting
    return [made];
  }
  return [];
}

/** "may be considered a sale under California law": the statutory sense is conceded. */
function concededSale(clause: Clause): Draft | undefined {
  if (clause.negated || clause.embedding !== 'main') return undefined;
  if (
    ![
      'consider',
      'deem',
      'constitute',
      'be',
      'qualify',
      'involve',
      'treat',
      'regard',
      'include',
      'characterize',
      'interpret',
    ].includes(clause.base)
  )
    return undefined;
  const { tokens } = clause.sentence;
  const right = tokens.slice(clause.right, clause.to);
  const at = right.findIndex((token) => token.lower === 'sale' || token.lower === 'selling' || token.lower === 'sales');
  if (
    at < 0 ||
    at > 6 ||
    right
      .slice(0, at)
      .some((token) => token.lower === 'of' || token.lower === 'not' || token.lower === 'for' || token.lower === 'on')
  )
    return undefined;
  const left = leftNouns(clause);
  const slots = readSlots(clause);
  const statutory =
    right.some(
      (token) =>
        token.lower === 'law' ||
        token.lower === 'laws' ||
        token.lower === 'ccpa' ||
        token.lower === 'cpra' ||
        token.lower === 'california',
    ) || clause.sentence.scareQuoted.has(clause.right + at);
  if (!statutory || (clause.base === 'be' && clause.modality !== 'may')) return undefined;
  const made = draft(clause, { ...slots, data: left.data }, { id: 'first_party' }, 'sell', false, left.data, []);
  made.sense = 'statutory';
  return made;
}

function honouredSignal(clause: Clause, actors: readonly Actor[]): Draft | undefined {
  if (
    ![
      'respond',
      'honor',
      'honour',
      'recognise',
      'recognize',
      'support',
      'process',
      'react',
      'act',
      'alter',
      'change',
      'follow',
      'obey',
      'heed',
      'comply',
      'treat',
      'track_',
    ].includes(clause.base)
  )
    return undefined;
  const signal = signalIn(clause.sentence.tokens.slice(clause.right, clause.to));
  const actor = actors[0];
  if (!signal || actor?.id !== 'first_party') return undefined;
  return { ...draft(clause, readSlots(clause), actor, 'honourSignal', clause.negated, [], []), purposes: [], signal };
}

/** Nouns of a passive's subject: what is acted upon. */
function leftNouns(clause: Clause): {
  data: TermMatch[];
  anaphors: Span[];
  denied: boolean;
  restricted: boolean;
  limited: boolean;
} {
  const { sentence } = clause;
  const subject = clause.subject;
  if (!subject) return { data: [], anaphors: [], denied: false, restricted: false, limited: false };
  const slots = readSlots(clause, subject.first, subject.last + 1, 'object');
  return {
    data: slots.data,
    anaphors: slots.anaphors,
    restricted: slots.restricted,
    limited: slots.limited,
    denied: slots.denied || /^(?:no|none|neither)$/.test((sentence.tokens[subject.first] as Token).lower),
  };
}

const isCookie = (term: TermMatch): boolean =>
  term.kind === 'data' &&
  term.ids.some((id) => id.includes('cookie') || id === 'web_beacon' || id.includes('tracking'));
const secondPersonPossessive = (sentence: Sentence, term: TermMatch): boolean =>
  (sentence.tokens[term.first] as Token).lower === 'your';
const wordsOfTerm = (sentence: Sentence, term: TermMatch): string =>
  sentence.block.text.slice((sentence.tokens[term.first] as Token).start, (sentence.tokens[term.last] as Token).end);

const hasAccess = (clause: Clause): boolean =>
  clause.sentence.tokens.slice(clause.right, clause.right + 3).some((token) => token.lower === 'access');

/** "we allow advertisers to collect": read with the infinitive. */
const isPermission = (clause: Clause, slots: Slots): boolean =>
  permittingVerbs.has(clause.base) && slots.data.length === 0;

export function draft(
  clause: Clause,
  slots: Slots,
  actor: Actor,
  action: Action,
  negated: boolean,
  data: readonly TermMatch[],
  recipients: readonly TermMatch[],
): Draft {
  const { sentence } = clause;
  const mention = (term: TermMatch): Mention[] =>
    term.ids.map((id: DataTypeId) => ({ id, place: placeOf(sentence, term) }));
  const named = (term: TermMatch): RecipientMention[] =>
    term.kind === 'company'
      ? [{ id: roleOf(sentence, term.ids), place: placeOf(sentence, term), name: wordsOfTerm(sentence, term) }]
      : term.ids.map((id) => ({ id, place: placeOf(sentence, term) }));
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
  const exceptions: Exception[] = [...leadingExceptions(clause), ...slots.exceptions].map((span) => ({
    kind: exceptionKind(sentence.tokens.slice(span.first, span.last + 1), span.terms),
    ids: exceptionIds(span.terms),
    place: placeOf(sentence, span),
  }));
  const source = slots.sources.find((term) => term.kind === 'entity' || term.kind === 'company');
  const channel = actor.channel ?? (slots.channels[0] ? channelOf(sentence, slots.channels[0]) : undefined);
  return {
    actor: actor.id,
    ...(actor.name && { actorName: actor.name }),
    action,
    polarity: negated ? 'denied' : 'affirmed',
    data: data.flatMap(mention),
    recipients: others.flatMap(named),
    purposes,
    conditions,
    exceptions,
    ...(actor.product && { product: actor.product }),
    ...(channel && { channel }),
    ...(source && { source: source.kind === 'company' ? roleOf(sentence, source.ids) : (source.ids[0] as string) }),
    dataScope: {
      ...(data.length > 0 && data.every((term) => term.ids.some((id) => aggregate.has(id))) && { aggregate: true }),
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

/** "for any other purpose": other than those told, not all. */
const saysOther = (sentence: Sentence, term: TermMatch): boolean =>
  sentence.tokens
    .slice(Math.max(0, term.first - 1), term.last + 1)
    .some(
      (token) =>
        token.lower === 'other' ||
        token.lower === 'additional' ||
        token.lower === 'these' ||
        token.lower === 'those' ||
        token.lower === 'such',
    );

/** "we do not directly collect": an adverb inside the verb group. */
const isLimitedGroup = (clause: Clause): boolean =>
  clause.sentence.tokens.slice(clause.group.first, clause.group.verb).some((token) => isLimiting(token.lower));

const channelOf = (sentence: Sentence, span: Span): string =>
  sentence.tokens
    .slice(span.first + 1, span.last + 1)
    .filter((token) => token.kind === 'word')
    .map((token) => token.lower)
    .join(' ');

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

/** In which sense a sale is spoken of. */
function senseOf(clause: Clause, slots: Slots): Statement['sense'] {
  const { tokens, scareQuoted } = clause.sentence;
  const words = tokens.slice(Math.max(0, clause.group.first), clause.to).map((token) => token.lower);
  const read = words.join(' ');
  if (
    slots.purposes.some(({ term }) => term.ids.includes('monetary')) ||
    /\b(?:for|in exchange for) (?:money|monetary|payment|cash|profit|financial|a fee)\b/.test(read)
  )
    return 'forMoney';
  if (
    /\b(?:conventional|traditional|ordinary|usual|common|literal|plain|everyday|typical) (?:sense|meaning|understanding|use|way|manner)\b|\bas (?:that term is |the term is |it is )?(?:traditionally|commonly|conventionally|typically|generally|ordinarily|usually) (?:understood|defined|used|meant)\b|\bin the (?:sense|way) (?:of|that most)\b/.test(
      read,
    )
  )
    return 'hedged';
  if (
    /\b(?:as|the term) (?:that term is |such term is |those terms are |it is |is )?(?:defined|understood|contemplated)\b|\bwithin the meaning of\b|\bmeaning of the (?:ccpa|cpra|california)\b/.test(
      read,
    ) ||
    scareQuoted.has(clause.group.verb)
  )
    return 'statutory';
  return 'ordinary';
}
