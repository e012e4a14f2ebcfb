import {
  conjunctions,
  determiners,
  firstPerson,
  inclusion,
  isAdverb,
  modals,
  negators,
  neutralNegators,
  possessives,
  prepositions,
  relativePronouns,
  secondPerson,
  subordinators,
  thirdPerson,
} from './grammar';
import type { Sentence, Token, VerbForm } from './types';
import { bare, type Chain, isBe, isDo, isHave, modalityOf, readChain } from './verbChains';

export type Modality = 'asserts' | 'may' | 'knowingly' | 'currently' | 'cannot' | 'future';
export type VerbGroupForm = 'finite' | 'infinitive' | 'gerund' | 'participle';

/** A main verb with its auxiliaries, negators and adverbs: "may not knowingly be collected". Token indexes. */
export interface VerbGroup {
  readonly first: number;
  /** The main verb. */
  readonly verb: number;
  readonly base: string;
  readonly form: VerbGroupForm;
  readonly passive: boolean;
  readonly negated: boolean;
  readonly modality: Modality;
  /** Index of the group with which it shares auxiliaries and object ("collect, use and share"). */
  readonly chainedTo?: number;
}

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
  const entityEnds = new Set(
    sentence.terms.filter((term) => term.kind === 'entity' || term.kind === 'company').map((term) => term.last),
  );
  const groups: VerbGroup[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (!token.verb || nominal.has(i) || neutral.has(i) || sentence.quoted.has(i)) continue;
    if (isAuxiliary(tokens, i)) continue;
    if (named.has(i) && !isCertainVerb(tokens, i)) continue;
    const group = readGroup(tokens, i, neutral, entityEnds, groups);
    if (group) groups.push(group);
  }
  return groups;
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
  for (const term of sentence.terms) {
    if (term.last > term.first && term.kind !== 'purpose') for (let i = term.first; i <= term.last; i++) nominal.add(i);
  }
  return nominal;
}

/** A form of be, have or do that only helps a later verb. */
function isAuxiliary(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i] as Token;
  if (!isBe(token) && !isHave(token) && !isDo(token)) return false;
  for (let k = i + 1; k < tokens.length && k < i + 7; k++) {
    const next = tokens[k] as Token;
    if (
      negators.has(next.lower) ||
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
  entityEnds: ReadonlySet<number>,
  groups: readonly VerbGroup[],
): VerbGroup | undefined {
  const token = tokens[verb] as Token;
  const { base, form } = token.verb as NonNullable<Token['verb']>;
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
  const shape = shapeOf(tokens, verb, chain, token.verb as VerbForm, entityEnds, groups);
  if (!shape) return undefined;
  const passive =
    shape === 'participle' ||
    (chain.be && (form === 'past' || form === 'participle')) ||
    getPassive(tokens, verb, form);
  return {
    first: chain.first,
    verb,
    base,
    form: shape,
    passive,
    negated: chain.negations % 2 === 1,
    modality: modalityOf(chain),
  };
}

/** "gets shared": passive with get. */
function getPassive(tokens: readonly Token[], verb: number, form: string): boolean {
  return (form === 'past' || form === 'participle') && bare(tokens[verb - 1], 'get');
}

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
    else return undefined;
  }
  if (!joined && chain.first === head.verb + 1) {
    joined =
      (tokens[verb] as Token).glue === '/' || tokens.slice(chain.first, verb).some((token) => token.lower === 'nor');
  }
  return joined ? last : undefined;
}

/** Whether a word is a verb here, and what kind of clause it heads; undefined where it is a noun or an adjective. */
function shapeOf(
  tokens: readonly Token[],
  verb: number,
  chain: Chain,
  { base, form }: VerbForm,
  entityEnds: ReadonlySet<number>,
  groups: readonly VerbGroup[],
): VerbGroupForm | undefined {
  const before = tokens[chain.first - 1];
  const next = tokens[verb + 1];
  if (chain.modal !== undefined || chain.do) return form === 'base' || chain.be || chain.have ? 'finite' : undefined;
  if (chain.to) return form === 'base' || chain.be ? 'infinitive' : undefined;
  if (chain.be && form === 'base') return undefined;
  if (chain.be || chain.have) return form === 'third' ? undefined : 'finite';
  if (form === 'gerund') return gerundShape(before, next);
  const afterSubject = before !== undefined && isSubjectWord(before, chain.first - 1, entityEnds);
  if (form === 'past' || form === 'participle') {
    if (
      afterSubject &&
      (firstPerson.has(before.lower) || secondPerson.has(before.lower) || thirdPerson.has(before.lower))
    )
      return possessives.has(before.lower) ? undefined : 'finite';
    if (
      next &&
      next.kind === 'word' &&
      isAdjectivePosition(before) &&
      !prepositions.has(next.lower) &&
      !conjunctions.has(next.lower)
    )
      return undefined;
    return before === undefined || isAdjectivePosition(before) ? undefined : 'participle';
  }
  if (form === 'third')
    return before !== undefined &&
      thirdPersonSubject(before, chain.first - 1, entityEnds, inclusion.has(base)) &&
      next !== undefined &&
      next.kind !== 'punctuation'
      ? 'finite'
      : undefined;
  // base form
  if (chain.negations > 0 && chain.first < verb) return 'finite';
  if (before === undefined) return chain.first < verb || next !== undefined ? 'finite' : undefined;
  if (
    base === 'access' &&
    afterSubject &&
    entityEnds.has(chain.first - 1) &&
    !determiners.has(next?.lower ?? '') &&
    !possessives.has(next?.lower ?? '')
  )
    return undefined; // "service access credentials"
  if (afterSubject)
    return possessives.has(before.lower) || givenTo(tokens, chain.first - 1, groups) ? undefined : 'finite';
  if (conjunctions.has(before.lower) || before.lower === ',')
    return coordinatesWith(tokens, chain.first - 1, groups) &&
      looksLikeObject(next) &&
      !(base === 'access' && next?.lower === 'to')
      ? coordinatedForm(tokens, groups)
      : undefined;
  return undefined;
}

/** "give hosting companies access": right after a verb and its recipient stands a noun. */
function givenTo(tokens: readonly Token[], subject: number, groups: readonly VerbGroup[]): boolean {
  const last = groups[groups.length - 1];
  if (!last || last.verb < subject - 4 || last.base === 'let' || last.base === 'help' || last.base === 'make')
    return false;
  return tokens
    .slice(last.verb + 1, subject + 1)
    .every(
      (token) =>
        token.kind === 'word' &&
        !relativePronouns.has(token.lower) &&
        !subordinators.has(token.lower) &&
        !firstPerson.has(token.lower),
    );
}

const isAdjectivePosition = (before: Token | undefined): boolean =>
  before === undefined ||
  determiners.has(before.lower) ||
  possessives.has(before.lower) ||
  prepositions.has(before.lower) ||
  before.lower === 'and' ||
  before.lower === 'or' ||
  before.lower === '(';

function isSubjectWord(token: Token, index: number, entityEnds: ReadonlySet<number>): boolean {
  return (
    ((firstPerson.has(token.lower) || secondPerson.has(token.lower) || thirdPerson.has(token.lower)) &&
      token.lower !== 'us' &&
      token.lower !== 'them') ||
    token.lower === 'i' ||
    (relativePronouns.has(token.lower) && token.lower !== 'what' && token.lower !== 'where') ||
    entityEnds.has(index)
  );
}

function thirdPersonSubject(token: Token, index: number, entityEnds: ReadonlySet<number>, listing: boolean): boolean {
  if (possessives.has(token.lower) || prepositions.has(token.lower) || conjunctions.has(token.lower)) return false;
  if (determiners.has(token.lower)) return token.lower === 'this' || token.lower === 'that';
  return (
    isSubjectWord(token, index, entityEnds) ||
    (token.kind === 'word' && !subordinators.has(token.lower) && (listing || !token.verb || token.capitalised)) ||
    token.lower === ')' ||
    token.kind === 'symbol' ||
    token.kind === 'number'
  );
}

function gerundShape(before: Token | undefined, next: Token | undefined): VerbGroupForm | undefined {
  if (before && (determiners.has(before.lower) || possessives.has(before.lower))) return undefined;
  if (next === undefined) return undefined;
  return 'gerund';
}

/** "…and share it with": the verb goes on a clause whose verb stands before, in the same form. */
function coordinatesWith(tokens: readonly Token[], conjunction: number, groups: readonly VerbGroup[]): boolean {
  const head = groups[groups.length - 1];
  if (!head) return false;
  if (
    (tokens[conjunction] as Token).lower === ',' &&
    !(tokens[conjunction + 1] && conjunctions.has((tokens[conjunction + 1] as Token).lower))
  ) {
    return tokens[head.verb]?.verb?.form === 'base' && conjunction - head.verb < 40;
  }
  return tokens[head.verb]?.verb?.form === 'base' && conjunction - head.verb < 60;
}

const coordinatedForm = (_tokens: readonly Token[], groups: readonly VerbGroup[]): VerbGroupForm =>
  (groups[groups.length - 1] as VerbGroup).form;

const looksLikeObject = (next: Token | undefined): boolean =>
  next !== undefined &&
  next.lower !== 'of' &&
  !subordinators.has(next.lower) &&
  !relativePronouns.has(next.lower) &&
  !modals.has(next.lower) &&
  !isBe(next) &&
  (determiners.has(next.lower) ||
    next.lower === 'it' ||
    next.lower === 'them' ||
    next.lower === 'you' ||
    next.lower === 'us' ||
    prepositions.has(next.lower) ||
    next.kind === 'word') &&
  next.lower !== 'and' &&
  next.lower !== 'or';
