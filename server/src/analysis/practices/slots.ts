import qualifiersCatalogue from '../catalogue/language/qualifiers.yaml';
import type { Clause } from '../language/clauses';
import {
  conjunctions,
  determiners,
  firstPerson,
  inclusion,
  isAdverb,
  possessives,
  prepositions,
  relativePronouns,
  secondPerson,
  subordinators,
} from '../language/grammar';
import type { TermMatch, Token } from '../language/types';

/** A stretch of tokens; `last` inclusive. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** A denial with this word leaves room for the rest. */
export const isLimiting = (word: string): boolean => limitingWords.has(word);

export type SlotName =
  | 'object'
  | 'recipient'
  | 'source'
  | 'purpose'
  | 'channel'
  | 'condition'
  | 'exception'
  | 'agent'
  | 'relative'
  | 'other';

/** What stands right of a verb, sorted by the part it plays. */
export interface Slots {
  readonly data: TermMatch[];
  readonly recipients: TermMatch[];
  readonly sources: TermMatch[];
  readonly agents: TermMatch[];
  readonly purposes: { readonly term: TermMatch; readonly own: boolean }[];
  /** A purpose is given that the ontology does not know ("to infer characteristics"). */
  readonly unknownPurpose?: Span;
  readonly channels: Span[];
  readonly conditions: Span[];
  readonly exceptions: (Span & { readonly terms: readonly TermMatch[] })[];
  /** "this information", "it", "them": refers back. */
  readonly anaphors: Span[];
  /** "on your device", "locally" */
  readonly onDevice: boolean;
  /** The object is limited by a clause that the ontology does not know ("information that identifies you"). */
  readonly restricted: boolean;
  /** "directly", "generally", "additional": a denial so limited leaves room for the rest. */
  readonly limited: boolean;
  /** "only": everything else is denied. */
  readonly exclusive: boolean;
  /** "no", "none of": the object denies. */
  readonly denied: boolean;
  /** "the following …:" or a bare colon at the end: a list goes on. */
  readonly open?: SlotName;
}

interface Qualifiers {
  readonly naming: readonly string[];
  readonly relational: readonly string[];
  readonly limiting: readonly string[];
  readonly neutral_relative: readonly string[];
  readonly channels: readonly string[];
}
const qualifiers = qualifiersCatalogue as Qualifiers;
const neutralRelative = new Set(qualifiers.neutral_relative);

const naming = new Set(qualifiers.naming);
const relational = new Set(qualifiers.relational);
const limitingWords = new Set(qualifiers.limiting);
const exceptionWords = new Set(['beyond', 'except', 'unless', 'without', 'excluding', 'besides', 'barring']);
const reopening = new Set(['including', 'namely', 'e.g', 'e.g.', 'i.e', 'i.e.', 'especially', 'particularly']);
const channelWords = new Set(['through', 'via', 'using']);
const conditionWords = new Set([
  'when',
  'if',
  'where',
  'whenever',
  'once',
  'while',
  'after',
  'before',
  'during',
  'upon',
  'until',
  'provided',
  'as',
]);

/** Reads the words right of a clause's verb in one pass. */
export function readSlots(
  clause: Clause,
  from = clause.right,
  to = clause.to,
  start: SlotName = clause.passive ? 'other' : 'object',
): Slots {
  const { tokens } = clause.sentence;
  const termAt = new Map(clause.sentence.terms.map((term) => [term.first, term]));
  const slots = {
    data: [] as TermMatch[],
    recipients: [] as TermMatch[],
    sources: [] as TermMatch[],
    agents: [] as TermMatch[],
    purposes: [] as { term: TermMatch; own: boolean }[],
    unknownPurpose: undefined as Span | undefined,
    channels: [] as Span[],
    conditions: [] as Span[],
    exceptions: [] as (Span & { terms: TermMatch[] })[],
    anaphors: [] as Span[],
    onDevice: isOnDevice(tokens, from, to),
    restricted: false,
    limited: false,
    exclusive: false,
    denied: false,
    open: undefined as SlotName | undefined,
  };
  let state: SlotName = start;
  let nominal: SlotName = start === 'other' ? 'object' : start;
  let dative = false;
  let purposeFrom = -1;
  let announced: SlotName | undefined;
  let at = from;
  const enter = (next: SlotName): void => {
    if (next === 'purpose' && purposeFrom < 0) purposeFrom = at;
    state = next;
    if (next === 'object' || next === 'recipient' || next === 'source') nominal = next;
  };
  for (let i = from; i < to; i++) {
    const token = tokens[i] as Token;
    const lower = token.lower;
    const term = termAt.get(i);
    at = i;
    if (clause.sentence.quoted.has(i)) continue;

    const exceptional = exceptionLength(tokens, i);
    if (exceptional > 0) {
      // "except when…" and "without your consent" run to the end of the clause or a semicolon
      const last = phraseEnd(tokens, i + exceptional, to);
      slots.exceptions.push({
        first: i,
        last,
        terms: clause.sentence.terms.filter((t) => t.first > i && t.last <= last),
      });
      i = last;
      continue;
    }
    if (lower === 'such' && tokens[i + 1]?.lower === 'as') {
      enter(nominal);
      i++;
      continue;
    }
    if (
      reopening.has(lower) ||
      (lower === 'for' && tokens[i + 1]?.lower === 'example') ||
      (lower === 'for' && tokens[i + 1]?.lower === 'instance')
    ) {
      enter(nominal);
      continue;
    }
    if (lower === 'following' || lower === 'below') announced = state === 'relative' ? nominal : state;
    if (
      lower === 'not' &&
      /^(?:limited|restricted|confined|only|just|merely|necessarily)$/.test(tokens[i + 1]?.lower ?? '')
    )
      continue;
    if ((lower === 'not' || lower === 'rather' || lower === 'instead') && state !== 'relative' && i > from) {
      const next = tokens[i + 1];
      if (
        lower === 'not' &&
        next?.verb &&
        (next.verb.form === 'past' || next.verb.form === 'participle') &&
        naming.has(next.verb.base)
      ) {
        // "not listed above"
        slots.exceptions.push({ first: i, last: to - 1, terms: [] });
        break;
      }
      if (
        lower !== 'not' ||
        tokens[i - 1]?.lower === ',' ||
        tokens[i - 1]?.lower === 'but' ||
        tokens[i - 1]?.lower === 'and'
      ) {
        // "…, not personal information": what follows is set against what is done
        while (i + 1 < to && (tokens[i + 1] as Token).lower !== ',' && (tokens[i + 1] as Token).lower !== ';') i++;
        continue;
      }
    }
    if (
      state === 'recipient' &&
      slots.recipients.length > 0 &&
      (lower === 'in' || lower === 'within') &&
      !/^(?:order|connection|accordance|relation|the|this|which|compliance|response)$/.test(tokens[i + 1]?.lower ?? '')
    )
      slots.restricted = true;
    if (limitingWords.has(lower) || (lower === 'over' && tokens[i + 1]?.lower === 'time')) slots.limited = true;
    if (lower === 'only' || lower === 'solely' || lower === 'exclusively') slots.exclusive = true;
    if (
      (lower === 'no' || lower === 'none' || lower === 'nothing') &&
      state === 'object' &&
      slots.data.length === 0 &&
      i <= from + 1
    )
      slots.denied = true;
    if (relativePronouns.has(lower) && lower !== 'where' && !(lower === 'that' && isDemonstrative(tokens, i))) {
      const next = tokens[i + 1];
      if (
        next &&
        (inclusion.has(next.lower) ||
          (tokens[i + 2] &&
            inclusion.has((tokens[i + 2] as Token).lower) &&
            (next.lower === 'may' || next.lower === 'can')))
      ) {
        enter(nominal === 'source' ? 'object' : nominal);
        continue;
      }
      if (state === 'object' && lower !== 'who' && slots.data.length > 0)
        slots.restricted ||= !isNeutralRelative(tokens, i, to);
      state = 'relative';
      continue;
    }
    if (state === 'object' && firstPerson.has(lower) && lower === 'we' && slots.data.length > 0) {
      state = 'relative'; // zero relative: "information we hold"
      continue;
    }
    if (
      (lower === 'in' && (tokens[i + 1]?.lower === 'connection' || tokens[i + 1]?.lower === 'relation')) ||
      (lower === 'as' && tokens[i + 1]?.lower === 'part')
    ) {
      const last = phraseEnd(tokens, i + 1, to);
      slots.conditions.push({ first: i, last });
      i = last;
      continue;
    }
    if (
      lower === 'publicly' ||
      (lower === 'in' && /^(?:plain|clear|unencrypted|cleartext|plaintext|readable)$/.test(tokens[i + 1]?.lower ?? ''))
    )
      slots.restricted = true;
    if (
      lower === 'with' &&
      tokens[i + 1]?.lower === 'the' &&
      tokens[i + 2]?.lower === 'following' &&
      tokens[i + 3]?.lemma === 'exception'
    ) {
      slots.exceptions.push({ first: i, last: i + 3, terms: [] });
      i += 3;
      continue;
    }
    if (lower === 'in' && tokens[i + 1]?.lower === 'order') {
      enter('purpose');
      i++;
      continue;
    }
    if (lower === 'so' && tokens[i + 1]?.lower === 'that') {
      enter('purpose');
      i++;
      continue;
    }
    if (subordinators.has(lower) || conditionWords.has(lower)) {
      if (
        !(
          lower === 'as' &&
          (tokens[i - 1]?.lower === 'well' ||
            tokens[i + 1]?.lower === 'well' ||
            tokens[i + 1]?.lower === 'a' ||
            tokens[i + 1]?.lower === 'an' ||
            tokens[i + 1]?.lower === 'such' ||
            tokens[i + 1]?.verb?.form === 'past' ||
            tokens[i + 1]?.lower === 'that')
        )
      ) {
        const last = phraseEnd(tokens, i + 1, to);
        slots.conditions.push({ first: i, last });
        if (isLast(tokens, last, to)) slots.open = 'condition';
        i = tokens[last]?.lower === ',' ? last : last;
        if (slots.data.length === 0) enter(start);
        continue;
      }
    }
    if (channelWords.has(lower) && !term) {
      slots.channels.push({ first: i, last: Math.min(i + 4, to - 1) });
      enter('channel');
      continue;
    }
    if (prepositions.has(lower) && !term) {
      const next = slotOf(lower, tokens, i, state, dative, slots.data.length > 0, termAt);
      if (next) enter(next);
      if (next === 'channel') slots.channels.push({ first: i, last: Math.min(i + 4, to - 1) });
      if (next === 'condition') {
        const last = phraseEnd(tokens, i + 1, to);
        slots.conditions.push({ first: i, last });
        i = last;
      }
      continue;
    }
    if (lower === ',' || lower === ')') {
      if (state === 'relative') state = nominal;
      continue;
    }
    if (lower === ';') {
      state = nominal;
      continue;
    }
    if (isAnaphor(tokens, i, term)) {
      if (state === 'object')
        slots.anaphors.push({
          first: i,
          last: term
            ? term.last
            : i +
              (tokens[i + 1]?.kind === 'word' &&
              (lower === 'this' || lower === 'that' || lower === 'these' || lower === 'those' || lower === 'such')
                ? 1
                : 0),
        });
      if (term) i = term.last;
      else if (lower !== 'it' && lower !== 'them' && termAt.get(i + 1)) i = (termAt.get(i + 1) as TermMatch).last;
      continue;
    }
    if (!term) continue;
    place(term, state);
    i = term.last;
  }
  if (purposeFrom >= 0 && slots.purposes.length === 0 && saysPurpose(tokens, purposeFrom, to))
    slots.unknownPurpose = { first: purposeFrom, last: to - 1 };
  const tail = tokens[to - 1]?.lower;
  if (tail === ':' || (announced && slots.data.length === 0))
    slots.open ??= announced ?? (state === 'relative' ? nominal : state);
  return slots;

  function place(term: TermMatch, slot: SlotName): void {
    if (term.kind === 'data') {
      if (slot === 'object') {
        if (term.ids.includes('any_data') && isNarrowed(tokens, term)) slots.limited = true;
        slots.data.push(term);
      } else if (slot === 'recipient' && slots.data.length === 0 && slots.recipients.length > 0) slots.data.push(term);
      if (term.roles && slot === 'recipient') slots.recipients.push({ ...term, ids: term.roles, kind: 'company' });
    } else if (term.kind === 'entity' || term.kind === 'company') {
      const reader = term.ids.includes('data_subject');
      if (tokens[term.last + 1]?.lower === "'s") return; // "any person's data" names no recipient
      if (slot === 'recipient') slots.recipients.push(term);
      else if (slot === 'source') slots.sources.push(term);
      else if (slot === 'agent') slots.agents.push(term);
      else if (
        slot === 'object' &&
        !(
          reader &&
          secondPerson.has((tokens[term.first] as Token).lower) &&
          (tokens[term.first] as Token).lower !== 'you'
        ) &&
        slots.data.length === 0
      ) {
        slots.recipients.push(term); // dative: "provide vendors with your name", "tell us"
        dative = true;
      }
    } else if (term.kind === 'purpose') {
      const own = tokens
        .slice(Math.max(from, term.first - 3), term.first)
        .some((token) => token.lower === 'their' || token.lower === 'own');
      slots.purposes.push({ term, own });
    }
  }
}

/** "text message subscriber information", "data about the school": narrower than the general noun by words that the ontology does not know. */
function isNarrowed(tokens: readonly Token[], term: TermMatch): boolean {
  const before = tokens[term.first - 1];
  if (
    before &&
    before.kind === 'word' &&
    !before.verb &&
    !determiners.has(before.lower) &&
    !possessives.has(before.lower) &&
    !prepositions.has(before.lower) &&
    !conjunctions.has(before.lower) &&
    !isAdverb(before) &&
    before.lower !== 'to'
  )
    return true;
  const after = tokens[term.last + 1]?.lower;
  if (
    after !== 'about' &&
    after !== 'regarding' &&
    after !== 'on' &&
    after !== 'relating' &&
    after !== 'associated' &&
    after !== 'concerning'
  )
    return false;
  return !tokens
    .slice(term.last + 2, term.last + 6)
    .some((token) =>
      /^(?:you|your|user|users|visitor|visitors|customer|customers|individual|individuals|people|us)$/.test(
        token.lower,
      ),
    );
}

/** "stored locally", "on your (own) device": what stays with the reader. */
function isOnDevice(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const lower = (tokens[i] as Token).lower;
    if (lower === 'locally') return true;
    if ((lower !== 'on' && lower !== 'to') || tokens[i + 1]?.lower !== 'your') continue;
    const noun =
      tokens[i + 2]?.lower === 'own' || tokens[i + 2]?.lower === 'mobile' || tokens[i + 2]?.lower === 'local'
        ? tokens[i + 3]
        : tokens[i + 2];
    if (noun && /^(?:device|phone|computer|browser|smartphone|tablet)$/.test(noun.lemma)) return true;
  }
  return false;
}

/** A purpose phrase with words of its own: not "for 30 days", "for you", "for example". */
function saysPurpose(tokens: readonly Token[], from: number, to: number): boolean {
  const next = tokens[from + 1];
  if (!next || from + 1 >= to) return false;
  return (
    next.kind !== 'number' &&
    !(tokens[from + 2]?.kind === 'number') &&
    next.lower !== 'you' &&
    next.lower !== 'us' &&
    next.lower !== 'example' &&
    next.lower !== 'instance' &&
    !tokens
      .slice(from + 1, from + 6)
      .some((token) => /^(?:day|month|year|week|hour|period|long|time|duration|reason|avoidance)$/.test(token.lemma))
  );
}

/** Length of an exception cue at `i`, or 0. */
export function exceptionLength(tokens: readonly Token[], i: number): number {
  const lower = (tokens[i] as Token).lower;
  const next = tokens[i + 1]?.lower;
  if (exceptionWords.has(lower)) return 1;
  if ((lower === 'other' || lower === 'otherwise') && next === 'than') return 2;
  if ((lower === 'apart' || lower === 'aside') && next === 'from') return 2;
  if (lower === 'save' && (next === 'for' || next === 'as' || next === 'where')) return 2;
  if (lower === 'with' && next === 'the' && tokens[i + 2]?.lower === 'exception') return 4;
  if (lower === 'but' && (next === 'not' || next === 'only')) return next === 'only' ? 2 : 0;
  if (
    lower === 'only' &&
    (next === 'if' ||
      next === 'when' ||
      next === 'where' ||
      next === 'with' ||
      next === 'to' ||
      next === 'as' ||
      next === 'for' ||
      next === 'in' ||
      next === 'after' ||
      next === 'upon')
  )
    return 0;
  return 0;
}

/** End of a subordinate phrase: the clause's end, a semicolon, or a comma that closes a short insertion. */
function phraseEnd(tokens: readonly Token[], from: number, to: number): number {
  for (let i = from; i < to; i++) {
    const lower = (tokens[i] as Token).lower;
    if (lower === ';' || lower === ')' || (lower === ':' && i === to - 1)) return Math.max(from - 1, i - 1);
    if (lower === ',' && i + 1 < to && startsNewPart(tokens, i + 1)) return i;
  }
  return to - 1;
}

/** After the comma something other than the phrase goes on: "…, including your name", "…, to our partners". */
function startsNewPart(tokens: readonly Token[], i: number): boolean {
  const lower = (tokens[i] as Token).lower;
  return (
    reopening.has(lower) || lower === 'such' || firstPerson.has(lower) || (lower === 'to' && false) || lower === 'your'
  );
}

const isLast = (tokens: readonly Token[], last: number, to: number): boolean =>
  last >= to - 2 && (tokens[to - 1] as Token).lower === ':';

function slotOf(
  preposition: string,
  tokens: readonly Token[],
  i: number,
  state: SlotName,
  dative: boolean,
  hasData: boolean,
  termAt: ReadonlyMap<number, TermMatch>,
): SlotName | undefined {
  const next = tokens[i + 1];
  switch (preposition) {
    case 'with':
      if (mentionsConsent(tokens, i + 1)) return 'condition';
      return dative && !hasData ? 'object' : 'recipient';
    case 'to':
      if (tokens[i - 1]?.lower === 'access') return 'object';
      if (relational.has(tokens[i - 1]?.lower ?? '')) return undefined;
      return next?.verb?.form === 'base' && !termAt.has(i + 1) ? 'purpose' : 'recipient';
    case 'from':
      return 'source';
    case 'for':
      return 'purpose';
    case 'by':
      return next?.verb?.form === 'gerund' ? 'channel' : 'agent';
    case 'through':
    case 'via':
    case 'throughout':
      return 'channel';
    case 'among':
    case 'amongst':
    case 'between':
      return 'recipient';
    case 'of':
    case 'about':
    case 'regarding':
    case 'concerning':
    case 'like':
    case 'including':
      return state === 'relative' ? undefined : undefined;
    case 'on':
      return next?.lower === 'behalf' ? 'other' : state === 'object' && hasData ? 'other' : undefined;
    case 'in':
    case 'at':
    case 'under':
    case 'within':
    case 'into':
    case 'onto':
    case 'per':
      return hasData || state !== 'object' ? 'other' : undefined;
    default:
      return channelWords.has(preposition) ? 'channel' : undefined;
  }
}

function mentionsConsent(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < Math.min(from + 5, tokens.length); i++) {
    const lemma = (tokens[i] as Token).lemma;
    if (
      lemma === 'consent' ||
      lemma === 'permission' ||
      lemma === 'authorization' ||
      lemma === 'authorisation' ||
      lemma === 'approval' ||
      lemma === 'knowledge'
    )
      return true;
    if (conjunctions.has(lemma)) return false;
  }
  return false;
}

/** "that" before a noun points back ("that data"); before a verb or a subject it opens a clause. */
function isDemonstrative(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1];
  return (
    next !== undefined &&
    next.kind === 'word' &&
    !next.verb &&
    !firstPerson.has(next.lower) &&
    !secondPerson.has(next.lower) &&
    !isAdverb(next) &&
    (next.lemma === 'information' || next.lemma === 'data')
  );
}

/** The clause only says that the data is held or given: "that you provide", "which we collect". */
function isNeutralRelative(tokens: readonly Token[], pronoun: number, to: number): boolean {
  for (let i = pronoun + 1; i < Math.min(pronoun + 7, to); i++) {
    const token = tokens[i] as Token;
    if (token.lower === ',' || token.lower === ';') return true;
    if (token.verb && token.verb.base !== 'be' && token.verb.base !== 'have' && token.verb.base !== 'do')
      return neutralRelative.has(token.verb.base);
  }
  return true;
}

function isAnaphor(tokens: readonly Token[], i: number, term: TermMatch | undefined): boolean {
  const lower = (tokens[i] as Token).lower;
  if (lower === 'it' || lower === 'them') return term === undefined;
  if (lower !== 'this' && lower !== 'that' && lower !== 'these' && lower !== 'those' && lower !== 'such') return false;
  const next = tokens[i + 1]?.lemma;
  return (
    next === 'information' ||
    next === 'data' ||
    next === 'detail' ||
    next === 'record' ||
    (next === 'personal' && /^(?:information|data)$/.test(tokens[i + 2]?.lemma ?? '')) ||
    next === 'identifier' ||
    next === undefined ||
    tokens[i + 1]?.kind === 'punctuation'
  );
}
