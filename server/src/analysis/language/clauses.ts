import { leadingSubordinate, leftBoundary, withEnds } from './clauseBounds';
import { denialByGovernor, preposedDenial, sharedDenial } from './clauseDenial';
import { continuesDefinition, heldEmbedding, isWished, relativeUser } from './complements';
import { embeddingOf, namedAsPolicy } from './embedding';
import { adversatives, firstPerson, mutingCues } from './grammar';
import { particleOf } from './particles';
import { findSubject } from './subjects';
import type { Clause, Sentence, Token, VerbGroup } from './types';
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

/** "we pass them on": the particle stands behind the pronoun. */
const isObjectPronoun = (token: Token | undefined): boolean => token?.lower === 'it' || token?.lower === 'them';

function parseClauses(sentence: Sentence): Clause[] {
  const groups = findVerbGroups(sentence);
  if (groups.length === 0) return [];
  const { tokens } = sentence;
  const muting = mutingCues(tokens);
  const starts = groups.map((group) => group.first);
  const rights = groups.map((_, i) => {
    const { verb, base } = lastOfSeries(groups, i);
    return verb + 1 + particleOf(tokens, verb, base).length;
  });
  const clauses: Clause[] = [];
  let leading = leadingSubordinate(tokens);
  for (let i = 0; i < groups.length; i++) {
    const group = groups[i] as VerbGroup;
    const previous = clauses[i - 1];
    const particle = (
      isObjectPronoun(tokens[group.verb + 1])
        ? particleOf(tokens, group.verb + 1, group.base)
        : particleOf(tokens, group.verb, group.base)
    ).join(' ');
    if (group.chainedTo !== undefined) {
      const head = clauses[group.chainedTo] as Clause;
      clauses.push({
        ...head,
        group,
        base: group.base,
        ...(particle !== '' && { particle }),
        // "not in the business of selling or renting": what denies the first verb denies the others
        negated: group.negated === head.group.negated ? head.negated : group.negated,
        modality: group.modality,
        right: rights[i] as number,
      });
      continue;
    }
    const inverted = invertedPassive(tokens, group, previous);
    if (inverted) {
      clauses[i - 1] = { ...(previous as Clause), embedding: 'muted' };
      clauses.push({ ...inverted, sentence, right: rights[i] as number, to: tokens.length });
      continue;
    }
    const boundary = leftBoundary(tokens, starts[i] as number, clauses);
    const found =
      group.form === 'finite' || group.form === 'participle'
        ? findSubject(sentence, group, boundary, clauses)
        : undefined;
    const asked = found && askedAbout(tokens, group, previous, found.first);
    const norIs = found && isNorIs(tokens, found.first) && found.last > found.first + 1;
    const subject = asked ?? (norIs ? { first: found.first + 2, last: found.last } : found);
    const at = subject?.first ?? group.first;
    let embedding = embeddingOf(sentence, group, boundary, at, subject, previous, leading);
    if (norIs && embedding === 'participle') embedding = 'main';
    if (asked) embedding = 'relative';
    if (embedding === 'main' && group.form === 'finite') {
      if (continuesDefinition(clauses, group, subject)) embedding = 'relative';
      else if (isWished(tokens, group, subject)) embedding = 'muted';
      else embedding = heldEmbedding(tokens, clauses, group, subject) ?? embedding;
    }
    // "prohibits beacons from being used to …"
    if (word(tokens[group.first]) === 'being' && word(tokens[group.first - 1]) === 'from') embedding = 'muted';
    if (leading && embedding === 'main') leading = false;
    if (muting.some((cue) => cue <= group.verb && !resumes(tokens, cue, at, clauses))) embedding = 'muted';
    const inherits =
      embedding === 'main' && !subject && previous && group.form === 'finite' ? lastFinite(clauses) : undefined;
    const governed =
      embedding === 'main' && (group.form === 'infinitive' || group.form === 'gerund')
        ? governingSubject(tokens, group, previous)
        : undefined;
    const parent =
      embedding === 'infinitive' || embedding === 'gerund'
        ? (relativeUser(tokens, group, previous) ?? lastFinite(clauses))
        : undefined;
    clauses.push({
      sentence,
      group,
      base: group.base,
      ...(particle !== '' && { particle }),
      passive: group.passive,
      negated:
        (group.negated !== denialByGovernor(tokens, group, previous, embedding)) !==
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

const startsOver = (tokens: readonly Token[], first: number): boolean => adversatives.has(word(tokens[first - 1]));

/** "At no time is your location recorded", "nor are names kept": the auxiliary stands before its subject. */
function invertedPassive(
  tokens: readonly Token[],
  group: VerbGroup,
  previous: Clause | undefined,
): Omit<Clause, 'sentence' | 'right' | 'to'> | undefined {
  if (group.form !== 'participle' || !previous || previous.base !== 'be' || previous.passive) return undefined;
  const { first } = previous.group;
  const nor = word(tokens[first - 1]) === 'nor' || word(tokens[first - 1]) === 'neither';
  if (!nor && !preposedDenial(tokens, Math.max(0, first - 4), first)) return undefined;
  const subject = { first: previous.group.verb + 1, last: group.first - 1 };
  if (subject.last < subject.first) return undefined;
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
  };
}

/** "nor is your location recorded" */
const isNorIs = (tokens: readonly Token[], first: number): boolean =>
  (word(tokens[first]) === 'nor' || word(tokens[first]) === 'neither') && tokens[first + 1]?.verb?.base === 'be';

function adversativeBefore(tokens: readonly Token[], boundary: number, at: number): boolean {
  for (let i = at - 1; i >= boundary && i >= at - 4; i--) if (adversatives.has(word(tokens[i]))) return true;
  return false;
}
