import {
  adversatives,
  conjunctions,
  connectives,
  denyingVerbs,
  determiners,
  factualSubordinators,
  firstPerson,
  isAdverb,
  modals,
  mutingCues,
  permittingVerbs,
  possessives,
  prepositions,
  raisingVerbs,
  relativePronouns,
  secondPerson,
  subordinators,
  thirdPerson,
} from './grammar';
import type { Sentence, TermMatch, Token } from './types';
import { findVerbGroups, type Modality, type VerbGroup } from './verbGroups';

/**
 * How a clause is said. Only `main` clauses are asserted; `relative` ones are taken for granted ("the data that we
 * collect"), `antecedent` ones supposed ("if you register"), `muted` ones wished or merely described ("ask us to delete").
 */
export type Embedding = 'main' | 'relative' | 'antecedent' | 'infinitive' | 'gerund' | 'participle' | 'muted';

export interface Clause {
  readonly sentence: Sentence;
  readonly group: VerbGroup;
  readonly base: string;
  readonly passive: boolean;
  readonly negated: boolean;
  readonly modality: Modality;
  readonly embedding: Embedding;
  /** Token indexes of the words that name who acts; for passives, what is acted upon. `last` inclusive. */
  readonly subject?: { readonly first: number; readonly last: number };
  /** Where the clause begins: its left neighbour's end. Token index. */
  readonly from: number;
  /** Token index after the last word that belongs to the clause. */
  readonly to: number;
  /** Where the words right of the verb begin (after the last verb of a series that shares its object). */
  readonly right: number;
  /** Set off from what stands before by "but", "however", "although". */
  readonly adversative: boolean;
  /** The clause that embeds this one as infinitive or gerund ("we use cookies to collect…"). */
  readonly parent?: Clause;
}

/** Reads the clauses of a sentence, in order of their verbs. */
export function readClauses(sentence: Sentence): Clause[] {
  const groups = findVerbGroups(sentence);
  if (groups.length === 0) return [];
  const { tokens } = sentence;
  const muting = mutingCues(tokens);
  const starts = groups.map((group) => group.first);
  const rights = groups.map((_, i) => lastOfSeries(groups, i).verb + 1);
  const clauses: Clause[] = [];
  let leading = leadingSubordinate(tokens);
  for (let i = 0; i < groups.length; i++) {
    const group = groups[i] as VerbGroup;
    const previous = clauses[i - 1];
    if (group.chainedTo !== undefined) {
      const head = clauses[group.chainedTo] as Clause;
      clauses.push({
        ...head,
        group,
        base: group.base,
        negated: group.negated,
        modality: group.modality,
        right: rights[i] as number,
      });
      continue;
    }
    const boundary = leftBoundary(tokens, starts[i] as number, clauses);
    const subject =
      group.form === 'finite' || group.form === 'participle' ? findSubject(sentence, group, boundary) : undefined;
    const at = subject?.first ?? group.first;
    let embedding = embeddingOf(sentence, group, boundary, at, subject, previous, leading);
    if (leading && embedding === 'main') leading = false;
    if (muting.some((cue) => cue <= group.verb && !resumes(tokens, cue, at, clauses))) embedding = 'muted';
    const inherits =
      embedding === 'main' && !subject && previous && group.form === 'finite' ? lastFinite(clauses) : undefined;
    const governed =
      embedding === 'main' && (group.form === 'infinitive' || group.form === 'gerund') ? previous?.subject : undefined;
    const parent = embedding === 'infinitive' || embedding === 'gerund' ? lastFinite(clauses) : undefined;
    clauses.push({
      sentence,
      group,
      base: group.base,
      passive: group.passive,
      negated:
        (group.negated !==
          (governedDenial(group, previous) || denied(tokens, group, previous)
            ? !(previous as Clause).negated
            : false)) !==
          (inherits ? sharedDenial(tokens, inherits, group) : false) || preposedDenial(tokens, boundary, group.first),
      modality:
        group.modality === 'asserts' && inherits && !tokens.slice(group.first, group.verb).some((token) => token.verb)
          ? inherits.modality
          : group.modality,
      embedding:
        inherits &&
        inherits.embedding !== 'main' &&
        inherits.embedding !== 'infinitive' &&
        !startsOver(tokens, group.first)
          ? inherits.embedding
          : embedding,
      ...((subject ?? governed ?? inherits?.subject) && { subject: subject ?? governed ?? inherits?.subject }),
      from: boundary,
      to: tokens.length,
      right: rights[i] as number,
      adversative: adversativeBefore(tokens, boundary, at),
      ...(parent && { parent }),
    });
  }
  return withEnds(clauses, tokens);
}

const word = (token: Token | undefined): string => token?.lower ?? '';

function lastOfSeries(groups: readonly VerbGroup[], index: number): VerbGroup {
  const head = groups[index]?.chainedTo ?? index;
  let last = groups[index] as VerbGroup;
  for (let k = index + 1; k < groups.length; k++) {
    const group = groups[k] as VerbGroup;
    if (group.chainedTo === undefined) break;
    if (group.chainedTo === head || group.chainedTo === k - 1) last = group;
  }
  return last;
}

/** Whether the sentence opens with a supposed clause ("If you register, we…"). */
function leadingSubordinate(tokens: readonly Token[]): boolean {
  for (let i = 0; i < 4 && i < tokens.length; i++) {
    const lower = word(tokens[i]);
    if (subordinators.has(lower) && !(i > 0 && lower === 'as')) return true;
    if (lower === 'in' && word(tokens[i + 1]) === 'the' && word(tokens[i + 2]) === 'event') return true;
    if (
      !connectives.has(lower) &&
      lower !== ',' &&
      !isAdverb(tokens[i] as Token) &&
      lower !== 'even' &&
      lower !== 'only'
    )
      return false;
  }
  return false;
}

/** Token index where the words that can belong to this clause begin. */
function leftBoundary(tokens: readonly Token[], start: number, clauses: readonly Clause[]): number {
  let boundary = 0;
  for (let k = clauses.length - 1; k >= 0; k--) {
    const clause = clauses[k] as Clause;
    if (
      clause.embedding === 'relative' ||
      clause.embedding === 'participle' ||
      clause.embedding === 'infinitive' ||
      clause.embedding === 'gerund'
    )
      continue;
    boundary =
      clause.embedding === 'antecedent' ? afterAntecedent(tokens, clause.group.verb + 1, start) : clause.group.verb + 1;
    break;
  }
  for (let i = start - 1; i >= boundary; i--) {
    const lower = word(tokens[i]);
    if (lower === ';' || (lower === ':' && i > 0)) return i + 1;
  }
  return boundary;
}

/** A supposed clause ends at the first comma that a noun phrase with a determiner or a pronoun follows. */
function afterAntecedent(tokens: readonly Token[], from: number, start: number): number {
  for (let i = from; i < start - 1; i++) {
    if (word(tokens[i]) !== ',') continue;
    const next = tokens[i + 1] as Token;
    if (determiners.has(next.lower) || possessives.has(next.lower) || isPronounSubject(next)) return i + 1;
  }
  return from;
}

/**
 * The noun phrase that a finite verb speaks of: the nearest actor or pronoun before it that no preposition governs; a
 * relative clause or an insertion in commas may stand between.
 */
function findSubject(
  sentence: Sentence,
  group: VerbGroup,
  boundary: number,
): { first: number; last: number } | undefined {
  const { tokens } = sentence;
  let end = group.first - 1;
  while (end >= boundary && (isAdverb(tokens[end] as Token) || word(tokens[end]) === ',')) end--;
  if (end < boundary) return undefined;
  const near = tokens[end] as Token;
  if (group.form === 'participle' || group.passive)
    return relativePronouns.has(near.lower) || isPronounSubject(near)
      ? { first: end, last: end }
      : nounPhraseEnding(sentence, end, boundary);
  if (isPronounSubject(near) || relativePronouns.has(near.lower)) return { first: end, last: end };
  if (conjunctions.has(near.lower) || adversatives.has(near.lower)) return undefined;
  for (let i = end; i >= boundary; i--) {
    const lower = word(tokens[i]);
    if (i < end && (subordinators.has(lower) || (lower === ',' && isClauseOpening(tokens, i)))) break;
    const term = termEndingAt(sentence, i);
    const pronoun = isPronounSubject(tokens[i] as Token) && lower !== 'it' && lower !== 'they';
    if (!term && !pronoun) continue;
    const phrase = term ? { first: withDeterminer(tokens, term.first, boundary), last: i } : { first: i, last: i };
    const before = word(tokens[phrase.first - 1]);
    if (prepositions.has(before) && before !== 'with' && phrase.first - 1 >= boundary) {
      i = phrase.first;
      continue;
    }
    if (pronoun && !verbless(tokens, i + 1, group.first)) continue;
    return coordinatedPhrase(sentence, phrase, boundary);
  }
  return nounPhraseEnding(sentence, end, boundary);
}

const isPronounSubject = (token: Token): boolean =>
  (firstPerson.has(token.lower) ||
    secondPerson.has(token.lower) ||
    thirdPerson.has(token.lower) ||
    token.lower === 'i') &&
  !possessives.has(token.lower) &&
  token.lower !== 'us' &&
  token.lower !== 'them';

const verbless = (tokens: readonly Token[], from: number, to: number): boolean =>
  !tokens.slice(from, to).some((token) => token.verb && token.verb.form === 'base' && token.verb.base !== token.lower);

const isClauseOpening = (tokens: readonly Token[], comma: number): boolean => {
  const next = tokens[comma + 1];
  return next !== undefined && isPronounSubject(next);
};

const termEndingAt = (sentence: Sentence, index: number): TermMatch | undefined =>
  sentence.terms.find(
    (term) => term.last === index && (term.kind === 'entity' || term.kind === 'company' || term.kind === 'data'),
  );

function withDeterminer(tokens: readonly Token[], first: number, boundary: number): number {
  let at = first;
  while (at - 1 >= boundary) {
    const before = tokens[at - 1] as Token;
    if (determiners.has(before.lower) || possessives.has(before.lower)) at--;
    else if (
      before.kind === 'word' &&
      !before.verb &&
      !prepositions.has(before.lower) &&
      !conjunctions.has(before.lower) &&
      !relativePronouns.has(before.lower) &&
      !subordinators.has(before.lower) &&
      !isPronounSubject(before) &&
      !isAdverb(before)
    )
      at--;
    else break;
  }
  return at;
}

/** "Neither we nor our partners", "we and our affiliates": the whole series. */
function coordinatedPhrase(
  sentence: Sentence,
  phrase: { first: number; last: number },
  boundary: number,
): { first: number; last: number } {
  const { tokens } = sentence;
  let first = phrase.first;
  for (let guard = 0; guard < 6; guard++) {
    const joiner = word(tokens[first - 1]);
    if (first - 2 < boundary || (!conjunctions.has(joiner) && joiner !== ',')) break;
    let at = first - 2;
    if (word(tokens[at]) === ',') at--;
    const term = termEndingAt(sentence, at);
    const pronoun = tokens[at] && isPronounSubject(tokens[at] as Token);
    if (at < boundary || (!term && !pronoun) || term?.kind === 'data') break;
    const start = term ? withDeterminer(tokens, term.first, boundary) : at;
    if (prepositions.has(word(tokens[start - 1]))) break;
    first = start;
  }
  if (['neither', 'both', 'either', 'no'].includes(word(tokens[first - 1]))) first--;
  return { first, last: phrase.last };
}

/** The noun phrase that ends at a token, back to its determiner or the clause's beginning. */
function nounPhraseEnding(
  sentence: Sentence,
  end: number,
  boundary: number,
): { first: number; last: number } | undefined {
  const { tokens } = sentence;
  let first = end;
  for (let i = end; i >= boundary; i--) {
    const token = tokens[i] as Token;
    if (token.lower === ')') {
      const open = openingParenthesis(tokens, i, boundary);
      if (open !== undefined) {
        i = open;
        first = i;
        continue;
      }
    }
    if (subordinators.has(token.lower) && token.lower !== 'since') break;
    if (token.lower === ';' || token.lower === ':') break;
    first = i;
  }
  return first <= end ? { first, last: end } : undefined;
}

function openingParenthesis(tokens: readonly Token[], closing: number, boundary: number): number | undefined {
  for (let i = closing - 1; i >= Math.max(boundary, closing - 60); i--) if (word(tokens[i]) === '(') return i;
  return undefined;
}

function embeddingOf(
  sentence: Sentence,
  group: VerbGroup,
  boundary: number,
  at: number,
  subject: Clause['subject'],
  previous: Clause | undefined,
  leading: boolean,
): Embedding {
  const { tokens } = sentence;
  if (group.form === 'infinitive') return governedInfinitive(tokens, group, previous) ? 'main' : 'infinitive';
  if (group.form === 'gerund') return denied(tokens, group, previous) ? 'main' : 'gerund';
  if (group.form === 'participle') return 'participle';
  if (!sentence.question && isIndirectQuestion(tokens, boundary, at, previous)) return 'muted';
  const subordinator = subordinatorBefore(tokens, boundary, at);
  if (subordinator && !factualSubordinators.has(subordinator)) return 'antecedent';
  if (
    subject &&
    subject.first === subject.last &&
    relativePronouns.has(word(tokens[subject.first])) &&
    !(subject.first === 0 && word(tokens[0]) === 'that')
  )
    return 'relative';
  if (subject && afterRelativePronoun(tokens, subject.first, boundary)) return 'relative';
  if (subject && isZeroRelative(tokens, subject.first, boundary, leading || prepositions.has(word(tokens[boundary]))))
    return 'relative';
  if (word(tokens[group.first]) === 'should' && group.first === 0) return 'antecedent';
  if (subject === undefined && group.first === 0 && !previous && tokens[group.verb]?.verb?.form === 'base')
    return 'main';
  return 'main';
}

/** "we need to collect", "we do not intend to share": the infinitive says what is done. */
function governedInfinitive(tokens: readonly Token[], group: VerbGroup, previous: Clause | undefined): boolean {
  if (previous?.embedding !== 'main') return false;
  const before = tokens[group.first - 1] as Token | undefined;
  if (!before) return false;
  const governor = before.verb?.base ?? before.lower;
  if (governedDenial(group, previous)) return true;
  return (
    raisingVerbs.has(governor) &&
    !(governor === 'use' && !before.lower.startsWith('used')) &&
    group.first - 1 - previous.group.verb <= 3 &&
    !previous.passive
  );
}

/** "we decline to share", "we do not refuse to delete": the infinitive takes the governor's denial and its own. */
const governedDenial = (group: VerbGroup, previous: Clause | undefined): boolean =>
  group.form === 'infinitive' &&
  previous !== undefined &&
  previous.embedding === 'main' &&
  (denyingVerbs.has(previous.base) || previous.base === 'fail') &&
  group.first - previous.group.verb <= 1;

/** "we refrain from collecting": the denying verb's clause says it. */
const denied = (tokens: readonly Token[], group: VerbGroup, previous: Clause | undefined): boolean =>
  previous !== undefined &&
  previous.embedding === 'main' &&
  denyingVerbs.has(previous.base) &&
  group.first - previous.group.verb <= 2 &&
  (word(tokens[group.first - 1]) === 'from' || group.first === previous.group.verb + 1);

function subordinatorBefore(tokens: readonly Token[], boundary: number, at: number): string | undefined {
  for (let i = at - 1; i >= boundary; i--) {
    const token = tokens[i] as Token;
    if (subordinators.has(token.lower)) {
      // "as" and "since" before nouns, "once" as an adverb, "while" in insertions do not open this clause
      if (token.lower === 'as' && i > 0 && (word(tokens[i - 1]) === 'such' || word(tokens[i - 1]) === 'well'))
        return undefined;
      return token.lower;
    }
    if (token.lower === ',' || token.lower === ';' || token.lower === ':' || token.verb?.form === 'base')
      return undefined;
  }
  return undefined;
}

/** "learn how advertisers use…", "restrict who can access…": what follows is named, not told. */
function isIndirectQuestion(
  tokens: readonly Token[],
  boundary: number,
  at: number,
  previous: Clause | undefined,
): boolean {
  for (let i = at; i >= Math.max(boundary, at - 6); i--) {
    const lower = word(tokens[i]);
    if (lower === 'how' || lower === 'why' || lower === 'whether') return i > 0;
    if (lower === 'who' && previous && i === previous.group.verb + 1) return true;
    if (lower === ',' || lower === ';' || (tokens[i] as Token).verb?.form === 'base') return false;
  }
  return false;
}

/** "the data that we collect", "with whom we share"; but "please note that we share" is told. */
function afterRelativePronoun(tokens: readonly Token[], at: number, boundary: number): boolean {
  const pronoun = word(tokens[at - 1]);
  if (at - 1 < boundary || !relativePronouns.has(pronoun)) return false;
  if (pronoun !== 'that') return pronoun === 'which' || pronoun === 'whom' || pronoun === 'what' || pronoun === 'where';
  const before = tokens[at - 2];
  if (before?.kind !== 'word' || isPronounSubject(before)) return false;
  if (before.lower === 'so') return true;
  const earlier = word(tokens[at - 3]);
  const noun = !before.verb || determiners.has(earlier) || possessives.has(earlier) || prepositions.has(earlier);
  return noun && !isAdverb(before) && !complementTakers.has(before.lower);
}
/** Adjectives and nouns whose "that" clause is told. */
const complementTakers = new Set([
  'aware',
  'sure',
  'certain',
  'important',
  'possible',
  'likely',
  'confident',
  'clear',
  'true',
  'fact',
  'note',
  'notice',
  'us',
  'you',
  'assurance',
  'provided',
  'promise',
  'commitment',
]);

/** "the information we collect": a pronoun right after a noun. */
function isZeroRelative(tokens: readonly Token[], at: number, boundary: number, afterLeading: boolean): boolean {
  const subject = tokens[at] as Token;
  const before = tokens[at - 1];
  if (!before || at - 1 < boundary || !(firstPerson.has(subject.lower) || secondPerson.has(subject.lower)))
    return false;
  if (
    before.kind !== 'word' ||
    before.verb?.base === 'do' ||
    before.verb?.base === 'be' ||
    before.verb?.base === 'have' ||
    modals.has(before.lower) ||
    prepositions.has(before.lower) ||
    conjunctions.has(before.lower) ||
    subordinators.has(before.lower) ||
    isAdverb(before) ||
    connectives.has(before.lower) ||
    determiners.has(before.lower) ||
    relativePronouns.has(before.lower)
  )
    return false;
  return !afterLeading || laterSubject(tokens, at);
}

/** Whether a main clause can still follow: a comma with a pronoun subject. */
function laterSubject(tokens: readonly Token[], at: number): boolean {
  for (let i = at + 1; i < tokens.length - 1; i++)
    if (word(tokens[i]) === ',' && isPronounSubject(tokens[i + 1] as Token)) return true;
  return false;
}

/** A muted stretch ends where a new main clause with its own subject begins. */
function resumes(tokens: readonly Token[], cue: number, at: number, clauses: readonly Clause[]): boolean {
  if (at <= cue) return false;
  for (let i = cue; i < at; i++) {
    const lower = word(tokens[i]);
    if (lower === ';') return true;
    if (
      (lower === ',' || adversatives.has(lower) || lower === 'and') &&
      i >= at - 3 &&
      firstPerson.has(word(tokens[at])) &&
      clauses.some((clause) => clause.group.verb >= cue - 3)
    )
      return lower !== 'and' || word(tokens[i - 1]) === ',';
  }
  return false;
}

function lastFinite(clauses: readonly Clause[]): Clause | undefined {
  for (let k = clauses.length - 1; k >= 0; k--) {
    const clause = clauses[k] as Clause;
    if (clause.group.form === 'finite' && clause.embedding !== 'relative') return clause;
    if (clause.embedding === 'main') return clause;
  }
  return undefined;
}

/** "we do not sell your data or share it": the denial covers both; with "and" or "but" it ends. */
function sharedDenial(tokens: readonly Token[], head: Clause, group: VerbGroup): boolean {
  if (!head.negated) return false;
  for (let i = group.first - 1; i > head.group.verb; i--) {
    const lower = word(tokens[i]);
    if (adversatives.has(lower) || lower === 'and' || lower === ';') return false;
    if (lower === 'or' || lower === 'nor') return true;
  }
  return word(tokens[group.first]) === 'nor';
}

const startsOver = (tokens: readonly Token[], first: number): boolean => adversatives.has(word(tokens[first - 1]));

/** "Under no circumstances will we…", "at no time do we…", "No data is…" (a denying determiner is read with the noun). */
function preposedDenial(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if ((word(tokens[i]) === 'nor' || word(tokens[i]) === 'neither') && isInverted(tokens[i + 1])) return true;
    if (word(tokens[i]) !== 'no') continue;
    const before = word(tokens[i - 1]);
    const after = word(tokens[i + 1]);
    if (
      (before === 'under' && after.startsWith('circumstance')) ||
      (before === 'at' && (after === 'time' || after === 'point')) ||
      (before === 'in' && (after === 'event' || after === 'way' || after === 'case')) ||
      (before === 'by' && after === 'means') ||
      (before === 'on' && after === 'account')
    )
      return true;
  }
  return false;
}

/** "nor will we", "neither does it" */
const isInverted = (next: Token | undefined): boolean =>
  next !== undefined &&
  (modals.has(next.lower) || next.verb?.base === 'do' || next.verb?.base === 'be' || next.verb?.base === 'have');

function adversativeBefore(tokens: readonly Token[], boundary: number, at: number): boolean {
  for (let i = at - 1; i >= boundary && i >= at - 4; i--) if (adversatives.has(word(tokens[i]))) return true;
  return false;
}

/** A clause ends where the next one with its own subject or a coordinated verb begins. */
function withEnds(clauses: readonly Clause[], tokens: readonly Token[]): Clause[] {
  return clauses.map((clause, k) => {
    for (let n = k + 1; n < clauses.length; n++) {
      const next = clauses[n] as Clause;
      if (next.group.chainedTo !== undefined && next.right === clause.right) continue;
      if (next.embedding === 'antecedent' && clause.embedding !== 'antecedent') continue;
      if (
        next.embedding === 'relative' ||
        next.embedding === 'infinitive' ||
        next.embedding === 'gerund' ||
        next.embedding === 'participle'
      )
        continue;
      if (next.embedding === 'main' && next.group.form === 'infinitive' && next.subject === clause.subject)
        return { ...clause, to: next.group.first };
      const start =
        next.subject && next.subject !== clause.subject && next.subject.first > clause.group.verb
          ? Math.min(next.subject.first, next.group.first)
          : next.group.first;
      return { ...clause, to: clause.embedding === 'relative' ? clause.to : trimEnd(tokens, start, clause.right) };
    }
    return clause;
  });
}

function trimEnd(tokens: readonly Token[], end: number, from: number): number {
  let at = end;
  while (
    at > from &&
    (word(tokens[at - 1]) === ',' ||
      conjunctions.has(word(tokens[at - 1])) ||
      adversatives.has(word(tokens[at - 1])) ||
      word(tokens[at - 1]) === ';')
  )
    at--;
  return Math.max(at, from);
}

/** A verb that lets or asks somebody do something ("we allow advertisers to collect"). */
export const isPermitting = (base: string): boolean => permittingVerbs.has(base);
