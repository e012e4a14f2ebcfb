import {
  assertingNouns,
  complementTakers,
  conjunctions,
  connectives,
  denyingVerbs,
  determiners,
  factualSubordinators,
  firstPerson,
  isAdverb,
  isConsequence,
  isPronounSubject,
  isSubordinatorAt,
  manners,
  modals,
  necessityGovernors,
  openingTime,
  possessives,
  prepositions,
  raisingVerbs,
  relativePronouns,
  secondPerson,
  subordinators,
} from './grammar';
import type { Clause, Embedding, Sentence, Token, TokenSpan, VerbGroup } from './types';

import { wordOf as word } from './words';

/** How a clause hangs in its sentence: whether it is told, supposed, taken for granted or only named. */
export function embeddingOf(
  sentence: Sentence,
  group: VerbGroup,
  boundary: number,
  at: number,
  subject: Clause['subject'],
  previous: Clause | undefined,
  leading: boolean,
): Embedding {
  const { tokens } = sentence;
  if (group.form === 'infinitive')
    return governedInfinitive(tokens, group, previous) ? raised(tokens, group, previous) : 'infinitive';
  if (group.form === 'gerund')
    return deniedGerund(tokens, group, previous) || namedAsPolicy(tokens, group, previous) ? 'main' : 'gerund';
  if (group.form === 'participle') return 'participle';
  if (!sentence.question && isIndirectQuestion(tokens, boundary, at, previous)) return 'muted';
  if (subject && (namesManner(tokens, subject) || isAskedWithin(tokens, subject))) return 'relative';
  if (continuesRelative(tokens, group, subject, previous) || continuesTerm(sentence, group)) return 'relative';
  const subordinator = subordinatorBefore(tokens, boundary, at);
  if (subordinator && !factualSubordinators.has(subordinator)) return 'antecedent';
  if (
    subject &&
    subject.first === subject.last &&
    relativePronouns.has(word(tokens[subject.first])) &&
    !(subject.first === 0 && word(tokens[0]) === 'that') &&
    // "What we collect is your name"
    !(subject.first === 0 && word(tokens[0]) === 'what' && group.base === 'be' && previous?.embedding === 'relative')
  )
    return 'relative';
  if (subject && afterRelativePronoun(tokens, subject.first, boundary)) return 'relative';
  // "we ask for your name": what the verb governs leads nothing in
  const isLedIn =
    leading ||
    (prepositions.has(word(tokens[boundary])) && tokens[boundary - 1]?.verb === undefined) ||
    (subject !== undefined && isCaseBehindCase(tokens, boundary, subject.first, previous));
  if (subject && isZeroRelative(tokens, subject.first, boundary, isLedIn)) return 'relative';
  if (word(tokens[group.first]) === 'should' && group.first === 0) return 'antecedent';
  if (subject === undefined && group.first === 0 && !previous && tokens[group.verb]?.verb?.form === 'base')
    return 'main';
  return 'main';
}

/** "Whenever you use the app, in case of an error we collect …": the second case leads the clause in like the first. */
const isCaseBehindCase = (
  tokens: readonly Token[],
  boundary: number,
  at: number,
  previous: Clause | undefined,
): boolean => {
  if (previous?.embedding !== 'antecedent') return false;
  const comma = tokens.findLastIndex(({ lower }, i) => lower === ',' && i < at);
  return comma >= boundary && comma > previous.group.verb && prepositions.has(word(tokens[comma + 1]));
};

/** "more information about what data may be shared": what the subject asks is not told. */
const isAskedWithin = (tokens: readonly Token[], { first, last }: TokenSpan): boolean => {
  for (let i = first + 1; i <= last; i++)
    if (word(tokens[i]) === 'what' && prepositions.has(word(tokens[i - 1]))) return true;
  return false;
};

/** "the way your information is used": the clause describes a manner. */
const namesManner = (tokens: readonly Token[], subject: TokenSpan): boolean => {
  for (let i = subject.last - 1; i >= subject.first - 1; i--) {
    const next = word(tokens[i + 1]);
    if (manners.has(word(tokens[i])) && (determiners.has(next) || possessives.has(next))) return true;
  }
  return false;
};

/** "data that identifies you or can be linked to you": the second verb belongs to "that" as well. */
const continuesRelative = (
  tokens: readonly Token[],
  group: VerbGroup,
  subject: Clause['subject'],
  previous: Clause | undefined,
): boolean =>
  subject === undefined &&
  previous?.embedding === 'relative' &&
  previous.group.form === 'finite' &&
  word(tokens[group.first - 1]) === 'or';

/** "information that identifies you or can be used to contact you", the relative clause being part of a term. */
const continuesTerm = (sentence: Sentence, group: VerbGroup): boolean =>
  word(sentence.tokens[group.first - 1]) === 'or' &&
  sentence.terms.some(
    (term) =>
      term.last === group.first - 2 &&
      sentence.tokens.slice(term.first, term.last).some(({ lower }) => lower === 'that' || lower === 'which'),
  );

/** "we need to collect", "we do not intend to share": the infinitive says what is done. */
function governedInfinitive(tokens: readonly Token[], group: VerbGroup, previous: Clause | undefined): boolean {
  if (previous?.embedding !== 'main') return false;
  const before = tokens[group.first - 1] as Token | undefined;
  if (!before) return false;
  const governor = before.verb?.base ?? before.lower;
  if (governedDenial(group, previous) || namedAsPolicy(tokens, group, previous)) return true;
  return (
    raisingVerbs.has(governor) &&
    !(governor === 'use' && !before.lower.startsWith('used')) &&
    group.first - 1 - previous.group.verb <= 3 &&
    !previous.passive
  );
}

/** "we do not need to collect" leaves it open; "we do not intend to share" denies. */
const raised = (tokens: readonly Token[], group: VerbGroup, previous: Clause | undefined): Embedding => {
  const before = tokens[group.first - 1] as Token;
  return previous?.negated && necessityGovernors.has(before.verb?.base ?? before.lower) ? 'muted' : 'main';
};

/** "it is our policy not to share", "our practice is to delete", "we have no intention of selling". */
export function namedAsPolicy(tokens: readonly Token[], group: VerbGroup, previous: Clause | undefined): boolean {
  if (previous?.embedding !== 'main' || (previous.base !== 'be' && previous.base !== 'have')) return false;
  const before = group.first - 1;
  if (group.form === 'gerund') return word(tokens[before]) === 'of' && assertingNouns.has(word(tokens[before - 1]));
  if (assertingNouns.has(word(tokens[before]))) return true;
  const { subject } = previous;
  return before === previous.group.verb && subject !== undefined && assertingNouns.has(word(tokens[subject.last]));
}

/** "we decline to share", "we do not refuse to delete": the infinitive takes the governor's denial and its own. */
export const governedDenial = (group: VerbGroup, previous: Clause | undefined): boolean =>
  group.form === 'infinitive' &&
  previous !== undefined &&
  previous.embedding === 'main' &&
  (denyingVerbs.has(previous.base) || previous.base === 'fail') &&
  group.first - previous.group.verb <= 1;

/** "we refrain from collecting": the denying verb's clause says it. */
export const deniedGerund = (tokens: readonly Token[], group: VerbGroup, previous: Clause | undefined): boolean =>
  previous !== undefined &&
  previous.embedding === 'main' &&
  denyingVerbs.has(previous.base) &&
  group.first - previous.group.verb <= 2 &&
  (word(tokens[group.first - 1]) === 'from' || group.first === previous.group.verb + 1);

function subordinatorBefore(tokens: readonly Token[], boundary: number, at: number): string | undefined {
  for (let i = at - 1; i >= boundary; i--) {
    const token = tokens[i] as Token;
    if (isSubordinatorAt(tokens, i)) {
      // "as" and "since" before nouns, "once" as an adverb, "while" in insertions do not open this clause
      if (token.lower === 'as' && i > 0 && (word(tokens[i - 1]) === 'such' || word(tokens[i - 1]) === 'well'))
        return undefined;
      // "after closure we keep": a preposition before a noun
      if (prepositions.has(token.lower) && i + 1 < at && !tokens.slice(i + 1, at).some(({ verb }) => verb))
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
  if (
    previous &&
    word(tokens[previous.group.verb + 1]) === 'who' &&
    at > previous.group.verb &&
    at - previous.group.verb < 20
  )
    return true;
  for (let i = at; i >= Math.max(boundary, at - 6); i--) {
    const lower = word(tokens[i]);
    if (isConsequence(tokens, i)) return false;
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
  const earlier = word(tokens[at - 3]);
  // "information about you that we hold"
  if (before?.lower === 'you' && /^(?:about|of|from|regarding|concerning)$/.test(earlier)) return true;
  if (before?.kind !== 'word' || isPronounSubject(before)) return false;
  if (before.lower === 'so') return true;
  // "we want you to know that we …"
  const infinitive = earlier === 'to' && before.verb?.form === 'base';
  const noun =
    !before.verb || determiners.has(earlier) || possessives.has(earlier) || (prepositions.has(earlier) && !infinitive);
  return noun && !isAdverb(before) && !complementTakers.has(before.lower);
}

/** "the information we collect": a pronoun right after a noun. */
function isZeroRelative(tokens: readonly Token[], at: number, boundary: number, afterLeading: boolean): boolean {
  const subject = tokens[at] as Token;
  const before = tokens[at - 1];
  if (isConsequence(tokens, at - 1)) return false;
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
    relativePronouns.has(before.lower) ||
    // "selling your data is …"
    (before.verb?.form === 'gerund' && possessives.has(subject.lower))
  )
    return false;
  // "last year we disclosed"
  if (openingTime.has(word(tokens[boundary])) && at - boundary <= 3) return false;
  return !afterLeading || laterSubject(tokens, at);
}

/** Open an adverbial of time before the subject. */

/** Whether a main clause can still follow: a comma with a pronoun subject. */
function laterSubject(tokens: readonly Token[], at: number): boolean {
  for (let i = at + 1; i < tokens.length - 1; i++)
    if (word(tokens[i]) === ',' && isPronounSubject(tokens[i + 1] as Token)) return true;
  return false;
}
