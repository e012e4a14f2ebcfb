import { leadingSubordinate, leftBoundary, withEnds } from './clauseBounds';
import { denialByGovernor, leavesDenialOpen, preposedDenial, sharedDenial } from './clauseDenial';
import { continuesDefinition, heldEmbedding, isWished, relativeUser } from './complements';
import { embeddingOf, namedAsPolicy } from './embedding';
import { adversatives, firstPerson, mutingCues } from './grammar';
import { particleOf } from './particles';
import { findSubject } from './subjects';
import type { Clause, Embedding, Sentence, Token, VerbGroup } from './types';
import { findVerbGroups } from './verbGroups';
import { wordOf as word } from './words';

/** Several stages ask for the clauses of one sentence while a draft is read; later nobody does. */
let known = new WeakMap<Sentence, readonly Clause[]>();

/** After a draft has been read. */
export function forgetClauses(): void {
  known = new WeakMap();
}

/** Reads the clauses of a sentence, in order of their verbs. */
export function readClauses(sentence: Sentence): readonly Clause[] {
  let clauses = known.get(sentence);
  if (!clauses) {
    clauses = parseClauses(sentence);
    known.set(sentence, clauses);
  }
  return clauses;
}

/** A sentence while its clauses are read from left to right. */
interface Parsing {
  readonly sentence: Sentence;
  /** Token indexes behind which practices are wished only: "the right to", "ask us not to". */
  readonly muting: readonly number[];
  readonly clauses: Clause[];
  /** No clause of its own has followed "If …", "When …" at the beginning. */
  leading: boolean;
}

function parseClauses(sentence: Sentence): Clause[] {
  const groups = findVerbGroups(sentence);
  if (groups.length === 0) return [];
  const { tokens } = sentence;
  const parsing: Parsing = {
    sentence,
    muting: mutingCues(tokens),
    clauses: [],
    leading: leadingSubordinate(tokens),
  };
  for (const [i, group] of groups.entries()) {
    const last = lastOfSeries(groups, i);
    const right = last.verb + 1 + particleOf(tokens, last.verb, last.base).length;
    const clause = chained(parsing, group, right) ?? inverted(parsing, group, right) ?? ordinary(parsing, group, right);
    parsing.clauses.push(clause);
  }
  return withEnds(parsing.clauses, tokens);
}

/** "we sell or rent": the second verb has everything of the first but what it denies. */
function chained({ sentence, clauses }: Parsing, group: VerbGroup, right: number): Clause | undefined {
  if (group.chainedTo === undefined) return undefined;
  const head = clauses[group.chainedTo] as Clause;
  const particle = particleWith(sentence.tokens, group);
  return {
    ...head,
    group,
    base: group.base,
    ...(particle !== '' && { particle }),
    // "not in the business of selling or renting": what denies the first verb denies the others
    negated: group.negated === head.group.negated ? head.negated : group.negated,
    modality: group.modality,
    right,
  };
}

/** "we pass them on": the particle stands behind the pronoun. */
function particleWith(tokens: readonly Token[], { verb, base }: VerbGroup): string {
  const next = tokens[verb + 1]?.lower;
  return particleOf(tokens, next === 'it' || next === 'them' ? verb + 1 : verb, base).join(' ');
}

function ordinary(parsing: Parsing, group: VerbGroup, right: number): Clause {
  const { sentence, clauses } = parsing;
  const { tokens } = sentence;
  const previous = clauses.at(-1);
  const from = leftBoundary(tokens, group.first, clauses);
  const named = subjectOf(parsing, group, from);
  const at = named.subject?.first ?? group.first;
  const embedding = embeddedAs(parsing, group, from, named);
  const inherits =
    embedding === 'main' && !named.subject && previous && group.form === 'finite' ? lastFinite(clauses) : undefined;
  const subject =
    named.subject ??
    (embedding === 'main' && (group.form === 'infinitive' || group.form === 'gerund')
      ? governingSubject(tokens, group, previous)
      : inherits?.subject);
  const parent =
    embedding === 'infinitive' || embedding === 'gerund'
      ? (relativeUser(tokens, group, previous) ?? lastFinite(clauses))
      : undefined;
  const particle = particleWith(tokens, group);
  const isOpen = inherits !== undefined && leavesDenialOpen(tokens, inherits, group);
  if (isOpen) clauses[clauses.indexOf(inherits)] = { ...inherits, embedding: 'muted' };
  return {
    sentence,
    group,
    base: group.base,
    ...(particle !== '' && { particle }),
    passive: group.passive,
    negated:
      (group.negated !== denialByGovernor(tokens, group, previous, embedding)) !==
        (inherits !== undefined && sharedDenial(tokens, inherits, group)) || preposedDenial(tokens, from, group.first),
    modality: inherits && sharesModality(tokens, group) ? inherits.modality : group.modality,
    embedding: isOpen ? 'muted' : inherits && sharesEmbedding(tokens, inherits, group) ? inherits.embedding : embedding,
    ...(subject && { subject }),
    from,
    to: tokens.length,
    right,
    adversative: adversativeBefore(tokens, from, at),
    ...(parent && { parent }),
  };
}

/** The subject of a verb, and how it stands there. */
interface Named {
  readonly subject: Clause['subject'];
  /** "to see which articles are popular" */
  readonly isAsked?: boolean;
  /** "nor is your location recorded" */
  readonly followsNor?: boolean;
}

function subjectOf({ sentence, clauses }: Parsing, group: VerbGroup, from: number): Named {
  if (group.form !== 'finite' && group.form !== 'participle') return { subject: undefined };
  if (isCleft(sentence.tokens, group)) return { subject: { first: group.first - 1, last: group.first - 1 } };
  const found = findSubject(sentence, group, from, clauses);
  if (!found) return { subject: undefined };
  const followsNor = isNorIs(sentence.tokens, found.first) && found.last > found.first + 1;
  const asked = askedAbout(sentence.tokens, group, clauses.at(-1), found.first);
  if (asked) return { subject: asked, isAsked: true, followsNor };
  return { subject: followsNor ? { first: found.first + 2, last: found.last } : found, followsNor };
}

function embeddedAs(
  parsing: Parsing,
  group: VerbGroup,
  from: number,
  { subject, isAsked, followsNor }: Named,
): Embedding {
  const { sentence, clauses, muting } = parsing;
  const { tokens } = sentence;
  if (isCleft(tokens, group)) return 'main';
  const at = subject?.first ?? group.first;
  let embedding = embeddingOf(sentence, group, from, at, subject, clauses.at(-1), parsing.leading);
  if (followsNor && embedding === 'participle') embedding = 'main';
  if (isAsked) embedding = 'relative';
  if (embedding === 'main' && group.form === 'finite') {
    if (continuesDefinition(clauses, group, subject)) embedding = 'relative';
    else if (isWished(tokens, group, subject)) embedding = 'muted';
    else embedding = heldEmbedding(tokens, clauses, group, subject) ?? embedding;
  }
  // "prohibits beacons from being used to …"
  if (word(tokens[group.first]) === 'being' && word(tokens[group.first - 1]) === 'from') embedding = 'muted';
  if (embedding === 'main') parsing.leading = false;
  return muting.some((cue) => cue <= group.verb && !resumes(tokens, cue, at, clauses)) ? 'muted' : embedding;
}

/** "What we never do is sell your name": the verb behind "is" says what the subject of "do" does. */
const isCleft = (tokens: readonly Token[], { first, verb, passive }: VerbGroup): boolean =>
  !passive &&
  first > 0 &&
  firstPerson.has(word(tokens[first - 1])) &&
  tokens[verb]?.verb?.form === 'base' &&
  word(tokens[verb - 1]) === 'is' &&
  tokens[verb - 2]?.verb?.base === 'do';

/** "we may collect and use": the second verb has no modal of its own. */
const sharesModality = (tokens: readonly Token[], group: VerbGroup): boolean =>
  group.modality === 'asserts' && !tokens.slice(group.first, group.verb).some(({ verb }) => verb);

/** "if you register and log in": what stands before the first verb holds for the second. */
const sharesEmbedding = (tokens: readonly Token[], { embedding }: Clause, group: VerbGroup): boolean =>
  embedding !== 'main' && embedding !== 'infinitive' && !adversatives.has(word(tokens[group.first - 1]));

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

/** Who acts in "it is our policy not to share": "our"; else the subject of the governing clause. */
function governingSubject(tokens: readonly Token[], group: VerbGroup, previous: Clause | undefined): Clause['subject'] {
  if (previous && namedAsPolicy(tokens, group, previous)) {
    for (let i = group.first - 1; i >= previous.from; i--)
      if (firstPerson.has(word(tokens[i]))) return { first: i, last: i };
  }
  return previous?.subject;
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
      word(tokens[at]) !== 'us' &&
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

/** "to see which articles are popular": the subject stands behind the verb that asks, not before it. */
function askedAbout(
  tokens: readonly Token[],
  group: VerbGroup,
  previous: Clause | undefined,
  first: number,
): Clause['subject'] {
  if (!previous || first >= previous.group.verb || previous.right >= group.first) return undefined;
  return /^(?:which|what|whose)$/.test(word(tokens[previous.right]))
    ? { first: previous.right, last: group.first - 1 }
    : undefined;
}

/** "At no time is your location recorded", "nor are names kept": the auxiliary stands before its subject. */
function inverted({ sentence, clauses }: Parsing, group: VerbGroup, right: number): Clause | undefined {
  const { tokens } = sentence;
  const previous = clauses.at(-1);
  if (group.form !== 'participle' || !previous || previous.base !== 'be' || previous.passive) return undefined;
  const { first } = previous.group;
  const nor = word(tokens[first - 1]) === 'nor' || word(tokens[first - 1]) === 'neither';
  if (!nor && !preposedDenial(tokens, Math.max(0, first - 4), first)) return undefined;
  const subject = { first: previous.group.verb + 1, last: group.first - 1 };
  if (subject.last < subject.first) return undefined;
  clauses[clauses.length - 1] = { ...previous, embedding: 'muted' };
  return {
    group,
    base: group.base,
    passive: true,
    negated: true,
    modality: previous.modality,
    embedding: 'main',
    subject,
    from: previous.from,
    adversative: previous.adversative,
    sentence,
    right,
    to: tokens.length,
  };
}

/** "nor is your location recorded" */
const isNorIs = (tokens: readonly Token[], first: number): boolean =>
  (word(tokens[first]) === 'nor' || word(tokens[first]) === 'neither') && tokens[first + 1]?.verb?.base === 'be';

function adversativeBefore(tokens: readonly Token[], boundary: number, at: number): boolean {
  for (let i = at - 1; i >= boundary && i >= at - 4; i--) if (adversatives.has(word(tokens[i]))) return true;
  return false;
}
