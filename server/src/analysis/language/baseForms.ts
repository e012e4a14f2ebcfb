import {
  adjectivesLikeVerbs,
  conjunctions,
  determiners,
  firstPerson,
  isAdverb,
  listingVerbs,
  movingVerbs,
  necessityGovernors,
  permittingVerbs,
  possessives,
  prepositions,
  relativePronouns,
  secondPerson,
  stayingVerbs,
  subordinators,
} from './grammar';
import { nounLemma } from './lemmas';
import { particleOf } from './particles';
import type { Token, VerbGroup, VerbGroupForm } from './types';
import {
  isBareSingular,
  isPlural,
  isPronoun,
  isSubjectWord,
  looksLikeObject,
  opensAnObject,
  type VerbSite,
} from './verbSites';

/** "collect", "access", "store": whether a word in the base form is a verb. Many are nouns too. */
export function baseShape(site: VerbSite): VerbGroupForm | undefined {
  const { tokens, verb, chain, left, before, next, base, entityEnds, groups } = site;
  if (chain.negations > 0 && chain.first < verb) return 'finite';
  if (before === undefined) return (chain.first < verb || next !== undefined) && base !== 'last' ? 'finite' : undefined;
  if (isNounHere(site, before)) return undefined;
  if (isTold(site)) return 'finite';
  // "the types of data we collect include your name"
  if (
    listingVerbs.has(base) &&
    // "Log files include IP addresses"
    (groups.length > 0 || nounLemma(before.lower) !== before.lower) &&
    before.kind === 'word' &&
    next !== undefined &&
    !conjunctions.has(before.lower)
  )
    return 'finite';
  if (helpedTo(tokens, left, groups)) return 'infinitive';
  if (isSubjectWord(before, left, entityEnds)) return behindSubject(site, before);
  if (isBehindPlural(site, before) || isBehindPlace(site, before)) return 'finite';
  if (adjectivesLikeVerbs.has(base) && !opensAnObject(next)) return undefined;
  // "we, together with our partners, share"
  if (before.lower === ',' && resumesSubject(tokens, left) && looksLikeObject(next)) return 'finite';
  return goesOnWithClause(site, before) ? headOf(tokens, groups)?.form : undefined;
}

/** "To book, enter your name": what readers are told to do. */
const isTold = ({ tokens, left, next }: VerbSite): boolean =>
  tokens[0]?.lower === 'to' && opensAnObject(next) && tokens.findIndex(({ lower }) => lower === ',') === left;

function isNounHere({ chain, next, base, left, entityEnds }: VerbSite, before: Token): boolean {
  switch (base) {
    case 'access':
      // "service access credentials"
      return (
        entityEnds.has(chain.first - 1) &&
        isSubjectWord(before, left, entityEnds) &&
        !secondPerson.has(before.lower) &&
        !determiners.has(next?.lower ?? '') &&
        !possessives.has(next?.lower ?? '')
      );
    case 'store':
      // "in the Acme Play store"
      return before.capitalised && !isPronoun(before.lower) && !opensAnObject(next);
    case 'separate':
      // "by a website separate from ours"
      return next?.lower === 'from';
    default:
      return false;
  }
}

/** "to help us improve the app", "which helps our partner determine …": what somebody is helped to do. */
const helpedTo = (tokens: readonly Token[], end: number, groups: readonly VerbGroup[]): boolean => {
  const last = groups[groups.length - 1];
  if (last?.base !== 'help' || end - last.verb < 1 || end - last.verb > LONGEST_HELPED) return false;
  if (tokens[end]?.lower === 'us') return end - last.verb === 1;
  const opens = tokens[last.verb + 1]?.lower ?? '';
  const helped = tokens.slice(last.verb + 1, end + 1);
  return (
    (determiners.has(opens) || possessives.has(opens)) &&
    helped.every(({ kind, verb }) => kind === 'word' && (!verb || verb.form === 'gerund'))
  );
};
/** In tokens: "help the Service Provider". */
const LONGEST_HELPED = 3;

function behindSubject(
  { tokens, verb, left, next, base, entityEnds, groups }: VerbSite,
  before: Token,
): VerbGroupForm | undefined {
  if (possessives.has(before.lower)) return undefined;
  // "a court order": a single noun takes the third person
  if (entityEnds.has(left) && /^an?$/.test(tokens[left - 1]?.lower ?? '')) return undefined;
  if (isBareSingular(tokens, left, entityEnds)) return undefined;
  // "To sign up you need to give your name": no noun stands before "to give"
  if (necessityGovernors.has(base) && next?.lower === 'to' && tokens[verb + 2]?.verb?.form === 'base') return 'finite';
  const given = givenTo(tokens, left, groups, opensAnObject(next));
  return given === 'noun' ? undefined : (given ?? 'finite');
}

/** "your photos never leave your phone", "log files stay on your phone" */
function isBehindPlural({ tokens, verb, left, next, base, dataEnds, groups }: VerbSite, before: Token): boolean {
  const opensObject = opensAnObject(next);
  const moves = dataEnds.has(left) && movingVerbs.has(base);
  return (
    (isPlural(before) ||
      // "access logs contain your IP address"
      (dataEnds.has(left) && nounLemma(before.lower) !== before.lower) ||
      (before.verb?.form === 'third' && possessives.has(tokens[left - 1]?.lower ?? ''))) &&
    (opensObject ||
      // "our cookies remember which pages you saw"
      /^(?:which|what|how|whether)$/.test(next?.lower ?? '') ||
      (base !== 'access' && locates(next)) ||
      moves ||
      stayingVerbs.has(base) ||
      permits(tokens, verb, base) ||
      takesParticle(tokens, verb, base)) &&
    !givenTo(tokens, left, groups, opensObject)
  );
}

/** "Contractors in India receive your name": where a party is stands between it and its verb. */
function isBehindPlace({ tokens, left, next, entityEnds }: VerbSite, before: Token): boolean {
  if (!before.capitalised || next === undefined || !isPlainObject(next)) return false;
  const party = left - 2;
  return (
    /^(?:in|from|outside)$/.test(tokens[left - 1]?.lower ?? '') &&
    entityEnds.has(party) &&
    isPlural(tokens[party] as Token)
  );
}
const isPlainObject = (next: Token): boolean => opensAnObject(next) || next.lower === 'access';

/** "cookies allow videos to be shown" */
const permits = (tokens: readonly Token[], verb: number, base: string): boolean =>
  permittingVerbs.has(base) && tokens.slice(verb + 2, verb + 5).some(({ lower }) => lower === 'to');

const locates = (next: Token | undefined): boolean => next?.lower === 'on' || next?.lower === 'within';

/** "look at your photos": the object stands behind the particle. */
function takesParticle(tokens: readonly Token[], verb: number, base: string): boolean {
  const { length } = particleOf(tokens, verb, base);
  const next = tokens[verb + 1 + length];
  return length > 0 && next !== undefined && (determiners.has(next.lower) || possessives.has(next.lower));
}

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
  // "to sign up you enter your name"
  if (opensObject && last.form === 'infinitive' && tokens[last.first]?.lower === 'to' && last.first === 0)
    return undefined;
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

/** "… and share it with our partners" */
const goesOnWithClause = ({ tokens, verb, left, next, base, groups }: VerbSite, before: Token): boolean =>
  (conjunctions.has(before.lower) || before.lower === ',') &&
  coordinatesWith(tokens, left, groups) &&
  looksLikeObject(next) &&
  // "your name, and address directly to Acme"
  !(next && isAdverb(next) && prepositions.has(tokens[verb + 2]?.lower ?? '')) &&
  !(base === 'access' && next?.lower === 'to');

/** "…and share it with": the verb goes on a clause whose verb stands before, in the same form. */
function coordinatesWith(tokens: readonly Token[], conjunction: number, groups: readonly VerbGroup[]): boolean {
  const head = headOf(tokens, groups);
  if (!head) return false;
  if (
    (tokens[conjunction] as Token).lower === ',' &&
    !(tokens[conjunction + 1] && conjunctions.has((tokens[conjunction + 1] as Token).lower))
  ) {
    return tokens[head.verb]?.verb?.form === 'base' && conjunction - head.verb < 40;
  }
  return tokens[head.verb]?.verb?.form === 'base' && conjunction - head.verb < 60;
}

/** The verb before, over a gerund that tells what for: "we do not use it for marketing or sell it". */
const headOf = (tokens: readonly Token[], groups: readonly VerbGroup[]): VerbGroup | undefined =>
  groups.findLast(
    ({ form, verb }, i) =>
      form !== 'gerund' || i === 0 || tokens[verb - 1]?.lower !== 'for' || tokens[verb]?.lower === 'being',
  );
