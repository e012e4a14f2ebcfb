import {
  conjunctions,
  firstPerson,
  isAdverb,
  modals,
  negators,
  neutralNegators,
  prepositions,
  relativePronouns,
  secondPerson,
  thirdPerson,
} from './grammar';
import { resumedPassive, resumedPerfect } from './resumedGroups';
import type { Sentence, Token, VerbForm, VerbGroup } from './types';
import { type Chain, helpsPassive, isBe, isDo, isHave, modalityOf, readChain } from './verbChains';
import { shapeOf } from './verbShapes';
import { isNoun, isPlural, type NounEnds } from './verbSites';

/**
 * Finds the verb groups of a sentence from closed classes and context alone. Words that are both noun and verb count as
 * verbs only where an auxiliary, a subject, "to" or a coordination stands before them.
 */
export function findVerbGroups(sentence: Sentence): VerbGroup[] {
  const { tokens } = sentence;
  const nominal = nominalTokens(sentence);
  const named = new Set(
    sentence.terms.filter((term) => term.kind === 'data' && term.first === term.last).map((term) => term.first),
  );
  const neutral = neutralNegators(tokens);
  const ends = nounEnds(sentence);
  const groups: VerbGroup[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (!token.verb || nominal.has(i) || neutral.has(i) || sentence.quoted.has(i)) continue;
    if (isAuxiliary(tokens, i)) continue;
    if (named.has(i) && !isCertainVerb(tokens, i)) continue;
    const group = readGroup(tokens, i, neutral, ends, groups);
    if (group) groups.push(group);
  }
  return groups;
}

function nounEnds({ tokens, terms }: Sentence): NounEnds {
  const parties = terms.filter(({ kind }) => kind === 'entity' || kind === 'company');
  const data = terms.filter(
    ({ kind, first, last }) =>
      kind === 'data' && (last > first || isNoun(tokens, first) || isPlural(tokens[first] as Token)),
  );
  return { parties: new Set(parties.map(({ last }) => last)), data: new Set(data.map(({ last }) => last)) };
}

/** A word that names a type of data is a verb only right after its subject, an auxiliary or "to": "we email you". */
function isCertainVerb(tokens: readonly Token[], i: number): boolean {
  let k = i - 1;
  while (k >= 0 && (isAdverb(tokens[k] as Token) || negators.has((tokens[k] as Token).lower))) k--;
  const before = tokens[k];
  return (
    before !== undefined &&
    (modals.has(before.lower) ||
      isDo(before) ||
      before.lower === 'to' ||
      before.lower === 'we' ||
      before.lower === 'you' ||
      before.lower === 'they')
  );
}

/**
 * Tokens of multi-word terms cannot be verbs ("purchase history", "contact information"), nor can titles written with a
 * capital denial in the middle of a sentence ("Do Not Track", "Do Not Sell My Personal Information").
 */
function nominalTokens(sentence: Sentence): Set<number> {
  const nominal = new Set<number>();
  const { tokens } = sentence;
  tokens.forEach((token, i) => {
    if (
      token.lower !== 'not' ||
      !token.capitalised ||
      i === 0 ||
      !(tokens[i - 1] as Token).capitalised ||
      tokens[i - 1]?.lower !== 'do'
    )
      return;
    for (
      let k = i - 1;
      k < tokens.length && ((tokens[k] as Token).capitalised || conjunctions.has((tokens[k] as Token).lower));
      k++
    )
      nominal.add(k);
  });
  for (let i = 2; i < tokens.length; i++) if (isTitleWord(tokens, i)) nominal.add(i);
  for (const term of sentence.terms) {
    if (term.kind === 'entity' && isPartyAtEnd(tokens, term.last)) nominal.add(term.last);
    if (term.last > term.first && term.kind !== 'purpose') for (let i = term.first; i <= term.last; i++) nominal.add(i);
  }
  return nominal;
}

/** "to the furniture shops we work with": a party, no verb, since what follows is no object. */
function isPartyAtEnd(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return (
    tokens[at]?.verb?.form === 'third' &&
    next !== undefined &&
    (/^(?:we|you|they)$/.test(next.lower) || relativePronouns.has(next.lower))
  );
}

/** "Posts" in "we process Public Posts and …": a capital behind another one, where verbs are written small. */
function isTitleWord(tokens: readonly Token[], i: number): boolean {
  const { verb, capitalised, lower } = tokens[i] as Token;
  const before = tokens[i - 1] as Token;
  if (!capitalised || !before.capitalised || !/^(?:third|gerund)$/.test(verb?.form ?? '')) return false;
  if (before.kind !== 'word' || before.verb || modals.has(lower) || verb?.base === 'be') return false;
  const isPronoun = firstPerson.has(before.lower) || secondPerson.has(before.lower) || thirdPerson.has(before.lower);
  return !isPronoun && tokens.slice(0, i).some((token) => token.verb !== undefined && !token.capitalised);
}

/** A form of be, have or do that only helps a later verb. */
function isAuxiliary(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i] as Token;
  if (helpsPassive(tokens, i)) return true;
  if (!isBe(token) && !isHave(token) && !isDo(token)) return false;
  for (let k = i + 1; k < tokens.length && k < i + 7; k++) {
    const next = tokens[k] as Token;
    if (
      negators.has(next.lower) ||
      (next.lower === 'no' && tokens[k + 1]?.lower === 'longer') ||
      isAdverb(next) ||
      next.lower === 'been' ||
      next.lower === 'being' ||
      next.lower === 'be'
    )
      continue;
    if (k === i + 1 && (firstPerson.has(next.lower) || secondPerson.has(next.lower) || thirdPerson.has(next.lower)))
      continue;
    if (!next.verb) return false;
    if (isDo(token)) return next.verb.form === 'base';
    if (isHave(token)) return next.verb.form === 'past' || next.verb.form === 'participle';
    return next.verb.form === 'past' || next.verb.form === 'participle' || next.verb.form === 'gerund';
  }
  return false;
}

function readGroup(
  tokens: readonly Token[],
  verb: number,
  neutral: ReadonlySet<number>,
  ends: NounEnds,
  groups: readonly VerbGroup[],
): VerbGroup | undefined {
  const token = tokens[verb] as Token;
  const { base, form } = token.verb as NonNullable<Token['verb']>;
  // "may have access to your data": behind "have" no other form than a participle is a verb
  if (form === 'base' && isHave(tokens[verb - 1]) && tokens[verb + 1]?.lower === 'to') return undefined;
  const chain = readChain(tokens, verb, neutral);
  const shared = chained(tokens, verb, chain, groups);
  if (shared !== undefined) {
    const head = groups[shared] as VerbGroup;
    const own = chain.negations > 0;
    return {
      ...head,
      first: chain.first,
      verb,
      base,
      negated: own ? chain.negations % 2 === 1 : head.negated,
      modality: modalityOf(chain, head.modality),
      chainedTo: shared,
    };
  }
  const resumed = resumedPassive(tokens, verb, chain, groups) ?? resumedPerfect(tokens, verb, chain, groups);
  if (resumed) return resumed;
  const read = shapeOf(tokens, verb, chain, token.verb as VerbForm, ends, groups);
  if (!read) return undefined;
  // "the information being collected"
  const shape = read === 'finite' && isReduced(tokens, chain, verb) ? 'participle' : read;
  const passive = shape === 'participle' || (chain.be && (form === 'past' || form === 'participle'));
  return {
    first: chain.first,
    verb,
    base,
    form: shape,
    passive,
    negated: (chain.negations % 2 === 1) !== followingDenial(tokens, verb, base, neutral),
    modality: modalityOf(chain),
    ...(chain.enumerated && { enumerated: true }),
  };
}

/** "being" alone helps the verb. */
const isReduced = (tokens: readonly Token[], { first, modal, have }: Chain, verb: number): boolean =>
  tokens[first]?.lower === 'being' &&
  !prepositions.has(tokens[first - 1]?.lower ?? '') &&
  modal === undefined &&
  !have &&
  !tokens.slice(first + 1, verb).some((token) => isBe(token));

/** "it is not our policy": the negator follows a main verb "be". */
const followingDenial = (tokens: readonly Token[], verb: number, base: string, neutral: ReadonlySet<number>): boolean =>
  base === 'be' &&
  negators.has(tokens[verb + 1]?.lower ?? '') &&
  !neutral.has(verb + 1) &&
  tokens[verb + 2]?.lower !== 'to';

/** A preposition without its noun: what the whole series governs stands at its end. */
const isParticleAlone = (tokens: readonly Token[], at: number): boolean => {
  const next = tokens[at + 1]?.lower ?? '';
  return prepositions.has(tokens[at]?.lower ?? '') && (next === ',' || conjunctions.has(next));
};

/** The group with which this verb forms one series ("collect, use, and share"): nothing but commas, conjunctions and adverbs between. */
function chained(
  tokens: readonly Token[],
  verb: number,
  chain: Chain,
  groups: readonly VerbGroup[],
): number | undefined {
  const last = groups.length - 1;
  const head = groups[last];
  if (!head || chain.modal !== undefined || chain.do || chain.be || chain.have || chain.to) return undefined;
  const headForm = tokens[head.verb]?.verb?.form;
  const form = tokens[verb]?.verb?.form;
  const participles = (f: string | undefined): boolean => f === 'past' || f === 'participle';
  if (headForm !== form && !(participles(headForm) && participles(form))) return undefined;
  let joined = tokens[chain.first]?.glue === '/';
  for (let i = head.verb + 1; i < chain.first; i++) {
    const word = (tokens[i] as Token).lower;
    if (word === ',' || conjunctions.has(word) || word === '(' || word === ')' || word === 'otherwise') joined = true;
    // "ask for, store or share"
    else if (i === head.verb + 1 && isParticleAlone(tokens, i)) continue;
    else return undefined;
  }
  if (!joined && chain.first === head.verb + 1) {
    joined =
      (tokens[verb] as Token).glue === '/' || tokens.slice(chain.first, verb).some((token) => token.lower === 'nor');
  }
  return joined ? last : undefined;
}
