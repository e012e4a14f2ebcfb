import { baseShape } from './baseForms';
import {
  adjectivesLikeVerbs,
  conjunctions,
  determiners,
  hadNouns,
  inclusion,
  isAdverb,
  modals,
  movingVerbs,
  possessives,
  prepositions,
  relativePronouns,
  subordinators,
} from './grammar';
import type { Token, VerbForm, VerbGroup, VerbGroupForm } from './types';
import type { Chain } from './verbChains';
import {
  isAdjectivePosition,
  isNoun,
  isPronoun,
  isSubjectWord,
  type NounEnds,
  opensAnObject,
  thirdPersonSubject,
  type VerbSite,
} from './verbSites';

/** Whether a word is a verb here, and what kind of clause it heads; undefined where it is a noun or an adjective. */
export function shapeOf(
  tokens: readonly Token[],
  verb: number,
  chain: Chain,
  { base, form }: VerbForm,
  ends: NounEnds,
  groups: readonly VerbGroup[],
): VerbGroupForm | undefined {
  const left = chain.first - 1;
  const [before, next] = [tokens[left], tokens[verb + 1]];
  const nouns = { entityEnds: ends.parties, dataEnds: ends.data };
  const site: VerbSite = { tokens, verb, chain, left, before, next, base, form, ...nouns, groups };
  if (chain.modal !== undefined || chain.do) return form === 'base' || chain.be || chain.have ? 'finite' : undefined;
  if (chain.to) return form === 'base' || chain.be ? 'infinitive' : undefined;
  if (chain.be || chain.have) return auxiliaryShape(site);
  if (form === 'gerund') return gerundShape(before, next);
  if (form === 'past' || form === 'participle') return pastShape(site);
  // "in-game purchases"
  if (form === 'third' && before?.glue === '-' && prepositions.has(tokens[left - 1]?.lower ?? '')) return undefined;
  if (form === 'third' && goesOn(tokens, left, next, groups)) return 'finite';
  if (form === 'third' && (before === undefined || before.lower === '-'))
    return isLabelsDeed(site) ? 'finite' : undefined;
  // "cookies are small files"
  const links = tokens[verb]?.lower === 'are' && next?.kind === 'word' && !next.verb;
  if (form === 'third' || links) return isThirdPerson(site) ? 'finite' : undefined;
  return baseShape(site);
}

/** Behind "is", "has". */
function auxiliaryShape({ chain, form, base }: VerbSite): VerbGroupForm | undefined {
  if (chain.be && form === 'base') return undefined;
  // "no third party has access to your data": what one has is a noun
  if (!chain.be && form === 'base' && (hadNouns.has(base) || adjectivesLikeVerbs.has(base))) return undefined;
  return form === 'third' ? undefined : 'finite';
}

function gerundShape(before: Token | undefined, next: Token | undefined): VerbGroupForm | undefined {
  if (before && (determiners.has(before.lower) || possessives.has(before.lower))) return undefined;
  if (next === undefined) return undefined;
  return 'gerund';
}

function pastShape(site: VerbSite): VerbGroupForm | undefined {
  const { left, before, next, entityEnds } = site;
  if (before !== undefined && isPronoun(before.lower) && isSubjectWord(before, left, entityEnds))
    return possessives.has(before.lower) ? undefined : 'finite';
  if (before === undefined) return isFragmentsVerb(site) ? 'participle' : undefined;
  if (isOfParty(site)) return 'finite';
  if (
    next &&
    next.kind === 'word' &&
    isAdjectivePosition(before) &&
    !prepositions.has(next.lower) &&
    !conjunctions.has(next.lower)
  )
    return undefined;
  const [first] = site.groups;
  if (conjunctions.has(before.lower) && first?.first === 0 && first.form === 'participle')
    return isGoverning(site.tokens, site.verb) ? 'participle' : undefined;
  return isAdjectivePosition(before) ? undefined : 'participle';
}

/** "Our staff read messages": the past is written like the base form, and an object stands behind it. */
const isOfParty = ({ tokens, verb, left, next, base, entityEnds, groups }: VerbSite): boolean =>
  tokens[verb]?.lower === base &&
  entityEnds.has(left) &&
  groups.length === 0 &&
  next?.kind === 'word' &&
  !isClosed(next) &&
  !isAdverb(next);

/** "Location: not collected", "Crash reports: sent to Acme", "encrypted and sent to Acme"; not "Collected data is …". */
function isFragmentsVerb({ tokens, verb, chain, next }: VerbSite): boolean {
  if (isGoverning(tokens, verb)) return true;
  if (next && conjunctions.has(next.lower) && isPastBefore(tokens, verb + 2)) return true;
  return tokens.length < 9 && (chain.negations > 0 || next?.kind !== 'word' || isAdverb(next));
}

const isPastBefore = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.verb?.form === 'past' && isGoverning(tokens, at);

/** A preposition, or "only" and one, stands behind the word. */
const isGoverning = (tokens: readonly Token[], at: number): boolean => {
  const next = tokens[at + 1];
  return prepositions.has((next && isAdverb(next) ? tokens[at + 2] : next)?.lower ?? '');
};

/** "Stores your notes", "receives crash reports" behind a label that names who does it; not "Is your name …?", "Transfers of your data". */
const isLabelsDeed = ({ base, verb, next, dataEnds }: VerbSite): boolean =>
  !auxiliaries.has(base) &&
  next?.lower !== 'of' &&
  (opensAnObject(next) || [1, 2, 3, 4].some((i) => dataEnds.has(verb + i)));
const auxiliaries: ReadonlySet<string> = new Set(['be', 'have', 'do']);

function isThirdPerson(site: VerbSite): boolean {
  const { tokens, verb, chain, left, before, next, base, form, entityEnds, groups } = site;
  return (
    before !== undefined &&
    thirdPersonSubject(site, inclusion.has(base) || isNoun(tokens, left)) &&
    next !== undefined &&
    next.kind !== 'punctuation' &&
    // "customer records are stored"; not "what your phone and watch sends are"
    !(form === 'third' && base !== 'be' && /^(?:are|were)$/.test(next.lower) && !isInRelative(tokens, left)) &&
    // "video records may be kept"
    !(form === 'third' && modals.has(next.lower) && !isInRelative(tokens, left)) &&
    // "your name, error logs and e-mail address"
    !(form === 'third' && isMember(tokens, chain.first, next, groups)) &&
    // "we keep class lists and grades"
    !(form === 'third' && isObjectsHead(site)) &&
    // "with event sponsors after the fair": a party behind a preposition
    !(form === 'third' && entityEnds.has(verb) && isGoverned(tokens, left)) &&
    // "third-party uses of information"
    !(next.lower === 'of' && form === 'third' && base !== 'consist' && base !== 'dispose')
  );
}

/** "the data that your phone sends": a relative pronoun stands a few words before. */
const isInRelative = (tokens: readonly Token[], left: number): boolean =>
  tokens.slice(Math.max(0, left - 4), left + 1).some(({ lower }) => relativePronouns.has(lower) || lower === 'that');

/** Whether nothing but one plain word stands between a word and the preposition that governs it. */
const isGoverned = (tokens: readonly Token[], left: number): boolean => {
  const word = tokens[left];
  return word?.kind === 'word' && !word.capitalised && governing.has(tokens[left - 1]?.lower ?? '');
};
/** Behind these stands somebody; "of", "in" and the rest belong to a noun before, which may be the subject. */
const governing: ReadonlySet<string> = new Set(['with', 'to', 'by', 'from']);

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
    (opensAnObject(next) || /^(?:you|it|them|nothing)$/.test(next?.lower ?? ''))
  );
};

/** Plain words lead from a verb in the base form to this one, and no object stands behind it: the plural of a noun. */
function isObjectsHead({ tokens, left, next, base, groups }: VerbSite): boolean {
  const last = groups.at(-1);
  if (last?.form !== 'finite' || last.passive || tokens[last.verb]?.verb?.form !== 'base') return false;
  if (left <= last.verb || movingVerbs.has(base)) return false;
  if (!next || !(prepositions.has(next.lower) || subordinators.has(next.lower) || conjunctions.has(next.lower)))
    return false;
  return tokens
    .slice(last.verb + 1, left + 1)
    .every((token) => token.kind === 'word' && !token.verb && !isPronoun(token.lower) && !isClosed(token));
}

/** No part of a noun phrase. */
const isClosed = ({ lower }: Token): boolean =>
  prepositions.has(lower) || conjunctions.has(lower) || relativePronouns.has(lower) || subordinators.has(lower);

/** Between a comma and a conjunction, behind a clause that has its verb, one word names a thing and the next is no verb. */
const isMember = (tokens: readonly Token[], verb: number, next: Token, groups: readonly VerbGroup[]): boolean =>
  conjunctions.has(next.lower) &&
  groups.at(-1)?.form === 'finite' &&
  tokens[verb - 2]?.lower === ',' &&
  tokens[verb - 1]?.capitalised === false &&
  !subordinators.has((tokens[0] as Token).lower);
