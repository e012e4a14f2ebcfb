import {
  adjectivesLikeVerbs,
  conjunctions,
  determiners,
  firstPerson,
  hadNouns,
  inclusion,
  isAdverb,
  listingVerbs,
  modals,
  possessives,
  prepositions,
  relativePronouns,
  secondPerson,
  subordinators,
  thirdPerson,
} from './grammar';
import { nounLemma } from './lemmas';
import { particleOf } from './particles';
import type { Token, VerbForm, VerbGroup, VerbGroupForm } from './types';
import { type Chain, isBe } from './verbChains';

/** Whether a word is a verb here, and what kind of clause it heads; undefined where it is a noun or an adjective. */
export function shapeOf(
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
  // "no third party has access to your data": what one has is a noun
  if (chain.have && !chain.be && form === 'base' && (hadNouns.has(base) || adjectivesLikeVerbs.has(base)))
    return undefined;
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
    // "Location: not collected"
    if (before === undefined)
      return tokens.length < 9 && (chain.negations > 0 || !next || next.kind !== 'word' || isAdverb(next))
        ? 'participle'
        : undefined;
    return isAdjectivePosition(before) ? undefined : 'participle';
  }
  // "cookies are small files"
  // "in-game purchases"
  if (form === 'third' && before?.glue === '-' && prepositions.has(tokens[chain.first - 2]?.lower ?? ''))
    return undefined;
  if (form === 'third' && goesOn(tokens, chain.first - 1, next, groups)) return 'finite';
  if (form === 'third' || (tokens[verb]?.lower === 'are' && next?.kind === 'word' && !next.verb))
    return before !== undefined &&
      thirdPersonSubject(before, chain.first - 1, entityEnds, inclusion.has(base) || isNoun(tokens, chain.first - 1)) &&
      next !== undefined &&
      next.kind !== 'punctuation' &&
      // "your name, error logs and e-mail address"
      !(form === 'third' && isMember(tokens, chain.first, next, groups)) &&
      // "third-party uses of information"
      !(next.lower === 'of' && form === 'third' && base !== 'consist' && base !== 'dispose')
      ? 'finite'
      : undefined;
  // base form
  if (chain.negations > 0 && chain.first < verb) return 'finite';
  if (before === undefined) return (chain.first < verb || next !== undefined) && base !== 'last' ? 'finite' : undefined;
  if (
    base === 'access' &&
    afterSubject &&
    entityEnds.has(chain.first - 1) &&
    !secondPerson.has(before.lower) &&
    !determiners.has(next?.lower ?? '') &&
    !possessives.has(next?.lower ?? '')
  )
    return undefined; // "service access credentials"
  // "in the Acme Play store"
  if (base === 'store' && before.capitalised && !isPronoun(before.lower) && !opensAnObject(next)) return undefined;
  // "by a website separate from ours"
  if (base === 'separate' && next?.lower === 'from') return undefined;
  // "the types of data we collect include your name"
  if (
    listingVerbs.has(base) &&
    groups.length > 0 &&
    before.kind === 'word' &&
    next !== undefined &&
    !conjunctions.has(before.lower)
  )
    return 'finite';
  const opensObject = opensAnObject(next);
  if (helpedTo(tokens, chain.first - 1, groups)) return 'infinitive';
  if (afterSubject) {
    if (possessives.has(before.lower)) return undefined;
    // "a court order": a single noun takes the third person
    if (entityEnds.has(chain.first - 1) && /^an?$/.test(tokens[chain.first - 2]?.lower ?? '')) return undefined;
    if (isBareSingular(tokens, chain.first - 1, entityEnds)) return undefined;
    const given = givenTo(tokens, chain.first - 1, groups, opensObject);
    return given === 'noun' ? undefined : given === 'infinitive' ? 'infinitive' : 'finite';
  }
  // "your photos never leave your phone", "log files stay on your phone"
  if (
    (isPlural(before) || (before.verb?.form === 'third' && possessives.has(tokens[chain.first - 2]?.lower ?? ''))) &&
    (opensObject || (base !== 'access' && locates(next)) || staying.has(base) || takesParticle(tokens, verb, base)) &&
    !givenTo(tokens, chain.first - 1, groups, opensObject)
  )
    return 'finite';
  if (adjectivesLikeVerbs.has(base) && !opensObject) return undefined;
  // "we, together with our partners, share"
  if (before.lower === ',' && resumesSubject(tokens, chain.first - 1) && looksLikeObject(next)) return 'finite';
  if (conjunctions.has(before.lower) || before.lower === ',')
    return coordinatesWith(tokens, chain.first - 1, groups) &&
      looksLikeObject(next) &&
      // "your name, and address directly to Acme"
      !(next && isAdverb(next) && prepositions.has(tokens[verb + 2]?.lower ?? '')) &&
      !(base === 'access' && next?.lower === 'to')
      ? coordinatedForm(groups)
      : undefined;
  return undefined;
}

/** "Acme uploads your photo and shows you the text": the same subject does both. */
const goesOn = (
  tokens: readonly Token[],
  and: number,
  next: Token | undefined,
  groups: readonly VerbGroup[],
): boolean => {
  const last = groups[groups.length - 1];
  return (
    tokens[and]?.lower === 'and' &&
    last?.form === 'finite' &&
    tokens[last.verb]?.verb?.form === 'third' &&
    (opensAnObject(next) || /^(?:you|it|them)$/.test(next?.lower ?? ''))
  );
};

/** "to help us improve the app": what somebody is helped to do. */
const helpedTo = (tokens: readonly Token[], pronoun: number, groups: readonly VerbGroup[]): boolean => {
  const last = groups[groups.length - 1];
  return tokens[pronoun]?.lower === 'us' && last?.base === 'help' && last.verb === pronoun - 1;
};

const opensAnObject = (next: Token | undefined): boolean =>
  next !== undefined && (determiners.has(next.lower) || possessives.has(next.lower) || next.lower === 'us');

/** Between a comma and a conjunction, behind a clause that has its verb, one word names a thing and the next is no verb. */
const isMember = (tokens: readonly Token[], verb: number, next: Token, groups: readonly VerbGroup[]): boolean =>
  conjunctions.has(next.lower) &&
  groups.at(-1)?.form === 'finite' &&
  tokens[verb - 2]?.lower === ',' &&
  tokens[verb - 1]?.capitalised === false &&
  !subordinators.has((tokens[0] as Token).lower);

/** "look at your photos": the object stands behind the particle. */
function takesParticle(tokens: readonly Token[], verb: number, base: string): boolean {
  const { length } = particleOf(tokens, verb, base);
  const next = tokens[verb + 1 + length];
  return length > 0 && next !== undefined && (determiners.has(next.lower) || possessives.has(next.lower));
}

/** "your Acme handle", "bank transfer information": a party in the singular without an article takes the third person. */
function isBareSingular(tokens: readonly Token[], index: number, entityEnds: ReadonlySet<number>): boolean {
  const { lower, kind } = tokens[index] as Token;
  const before = tokens[index - 1];
  if (!entityEnds.has(index) || kind !== 'word' || nounLemma(lower) !== lower || isPronoun(lower)) return false;
  const named = tokens[index]?.capitalised === true && before?.lower === 'your';
  const listed = before?.lower === ',' && tokens[index]?.capitalised === false;
  return named || listed;
}

const isPronoun = (lower: string): boolean =>
  firstPerson.has(lower) || secondPerson.has(lower) || thirdPerson.has(lower);

/** "your details stay between you and us" */
const staying = new Set(['stay', 'remain']);

/** A plural noun that is no verb form. */
const isPlural = ({ kind, verb, lower }: Token): boolean =>
  kind === 'word' && !verb && lower.length > 3 && nounLemma(lower) !== lower;

const locates = (next: Token | undefined): boolean => next?.lower === 'on' || next?.lower === 'within';
/** An insertion between commas stands right behind "we". */
function resumesSubject(tokens: readonly Token[], comma: number): boolean {
  for (let i = comma - 1; i > 0 && i > comma - 14; i--)
    if (tokens[i]?.lower === ',') return tokens[i - 1]?.lower === 'we';
  return false;
}

/** Right after a verb and its recipient stands a noun ("give hosting companies access"), or what "let" lets them do. */
function givenTo(
  tokens: readonly Token[],
  subject: number,
  groups: readonly VerbGroup[],
  opensObject: boolean,
): 'noun' | 'infinitive' | undefined {
  const last = groups[groups.length - 1];
  // "advertisers see your name and couriers get your address": another clause
  if (opensObject && tokens.slice(subject - 2, subject).some(({ lower }) => conjunctions.has(lower))) return undefined;
  if (!last || last.verb < subject - 4) return undefined;
  const recipient = tokens
    .slice(last.verb + 1, subject + 1)
    .every(
      (token) =>
        token.kind === 'word' &&
        !relativePronouns.has(token.lower) &&
        !subordinators.has(token.lower) &&
        !firstPerson.has(token.lower),
    );
  if (!recipient) return undefined;
  if (last.base === 'help' || last.base === 'make') return undefined;
  return last.base === 'let' ? 'infinitive' : 'noun';
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

/** "your phone", "the record": no verb stands there. */
const isNoun = (tokens: readonly Token[], index: number): boolean => {
  const { verb } = tokens[index] as Token;
  const before = tokens[index - 1]?.lower ?? '';
  return verb?.form === 'base' && (possessives.has(before) || before === 'the' || before === 'a' || before === 'an');
};

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

const coordinatedForm = (groups: readonly VerbGroup[]): VerbGroupForm => (groups[groups.length - 1] as VerbGroup).form;

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
