import { readClauses } from '../../language/clauses';
import { determiners, firstPerson, prepositions, secondPerson } from '../../language/grammar';
import type { Sentence, Token, TokenSpan } from '../../language/types';
import { having } from '../clauses/actions';
import type { Draft } from '../draft';
import { dataGraph } from '../ontologyGraph';
import { leftNouns } from '../slots/leftNouns';
import { isUnsaid, namesNothing } from '../slots/ownNouns';
import { isDemonstrative } from '../slots/slotCues';
import { readSlots } from '../slots/slotReader';
import { usageVerbs } from '../slots/slotUsage';
import { placeOf } from '../termPlaces';
import type { Mention } from '../types';

/** Gives "this information" and "it" the data last spoken of; what stays without data is no statement. */
export function resolve(
  draft: Draft,
  lastSpokenOf: (pronoun: boolean) => Draft | undefined,
  sentence: Sentence,
  topic: readonly Mention[] = [],
): Draft | undefined {
  if (draft.data.length > 0 || draft.signal) return draft;
  const [anaphor] = draft.anaphors;
  if (!anaphor) return undefined;
  const said = draft.clause.sentence === sentence ? saidBefore(sentence, anaphor.first) : [];
  if (said.length > 0) return { ...draft, data: said, anaphors: [] };
  const supposed = draft.clause.sentence === sentence ? supposedBefore(sentence, anaphor.first) : [];
  if (supposed.length > 0) return { ...draft, data: supposed, anaphors: [], confidence: 'low' };
  if (topic.length > 0 && isPronoun(sentence, anaphor)) return { ...draft, data: topic, anaphors: [] };
  if (hasUnreadAntecedent(sentence, anaphor.first)) return undefined;
  if (pointsToUnread(sentence, anaphor, draft.clause.group.first))
    return isPronoun(sentence, anaphor) ? undefined : asGeneral(draft, sentence, anaphor);
  const antecedent = lastSpokenOf(isPronoun(sentence, anaphor));
  if (!antecedent || (isBare(sentence, anaphor) && !isRightBefore(antecedent, sentence))) return undefined;
  // "we cannot record your name, but we link this information to your account": other information than what is not had
  const unhad = antecedent.polarity === 'denied' && draft.polarity === 'affirmed' && having.has(antecedent.action);
  if (unhad && isSingular(sentence, anaphor) && !isPronoun(sentence, anaphor))
    return asGeneral(draft, sentence, anaphor);
  // "we set cookies; employers use such information": what was read, not the cookies
  if (
    draft.action !== 'place' &&
    antecedent.data.every(({ id }) => isA(id, 'cookie_data')) &&
    isSingular(sentence, anaphor)
  )
    return asGeneral(draft, sentence, anaphor);
  return {
    ...draft,
    data: antecedent.data,
    dataScope: { ...antecedent.dataScope, ...draft.dataScope },
    confidence: draft.polarity === 'denied' && !isDisclosing(draft) ? 'low' : antecedent.confidence,
  };
}

/**
 * "We collect your name; we may also receive your age. This information …": all that the sentence before says is had, while
 * "it" is what was named last.
 */
export function lastAmong(drafts: readonly Draft[], pronoun: boolean): Draft | undefined {
  const last = drafts.at(-1);
  if (!last || pronoun || last.polarity === 'denied' || !having.has(last.action)) return last;
  const { clause, actor } = last;
  const others = drafts.filter(
    (other) =>
      other !== last &&
      other.polarity === 'affirmed' &&
      having.has(other.action) &&
      other.actor === actor &&
      other.clause.sentence === clause.sentence,
  );
  const known = new Set(last.data.map(({ id }) => id));
  const more = others.flatMap(({ data }) => data.filter(({ id }) => !known.has(id)));
  return more.length > 0 ? { ...last, data: [...more, ...last.data] } : last;
}

/** "This may be sold": no noun tells how far back it points. */
const isBare = ({ tokens }: Sentence, { first, last }: TokenSpan): boolean =>
  pointing.has(tokens[first]?.lower ?? '') && first === last;

/** Told in the same sentence or the one before, in one block. */
const isRightBefore = ({ clause }: Draft, { block, index }: Sentence): boolean =>
  clause.sentence.block === block && index - clause.sentence.index <= 1;

const asGeneral = (draft: Draft, sentence: Sentence, anaphor: TokenSpan): Draft => ({
  ...draft,
  data: [{ id: 'any_data', place: placeOf(sentence, anaphor) }],
  confidence: 'low',
});

/** "chats", "messages" behind a verb are nouns. */
const isVerb = ({ verb }: Token): boolean => verb !== undefined && verb.form !== 'third';

/**
 * "If you send a postcard, we keep it", "when you set your colours, we save that information": what an earlier clause of
 * the sentence is about, and nobody has read, is meant; not what another sentence spoke of.
 */
function pointsToUnread(sentence: Sentence, anaphor: TokenSpan, before: number): boolean {
  const { tokens } = sentence;
  if (!isPronoun(sentence, anaphor) && tokens[anaphor.first]?.lower !== 'that') return false;
  const earlier = readClauses(sentence).findLast(
    ({ group, embedding, passive }) =>
      group.verb < before && !passive && (embedding === 'antecedent' || embedding === 'main'),
  );
  if (!earlier || earlier.base === 'be' || usageVerbs.has(earlier.base)) return false;
  let at = earlier.right;
  while (tokens[at] && isUnsaid(tokens[at] as Token)) at++;
  const noun = tokens[at];
  if (noun?.kind !== 'word' || at >= anaphor.first || isVerb(noun) || namesNothing.has(noun.lemma)) return false;
  if (prepositions.has(noun.lower) || firstPerson.has(noun.lower) || secondPerson.has(noun.lower)) return false;
  if (/^(?:it|them|him|her|there|that|what|how)$/.test(noun.lower)) return false;
  const { data, anaphors } = readSlots(earlier, earlier.right, Math.min(earlier.to, anaphor.first));
  return data.length === 0 && anaphors.length === 0;
}

const isPronoun = ({ tokens }: Sentence, { first, last }: TokenSpan): boolean =>
  first === last && /^(?:it|they|them)$/.test(tokens[first]?.lower ?? '');

/**
 * "This data", "such information": what an earlier sentence spoke of, whatever that was; so does "it" behind such words in
 * one sentence.
 */
export const pointsBack = ({ data, anaphors: [anaphor] }: Draft, sentence: Sentence): boolean =>
  data.length === 0 &&
  anaphor !== undefined &&
  (!isPronoun(sentence, anaphor) ||
    sentence.tokens
      .slice(0, anaphor.first)
      .some(({ lower }, i) => pointing.has(lower) && isDemonstrative(sentence.tokens, i)));

const pointing: ReadonlySet<string> = new Set(['this', 'that', 'these', 'those', 'such']);

/**
 * "Your phone number is for emergencies. We do not use it for marketing": the data that a sentence is about which itself
 * tells of no practice.
 */
export function topicOf(sentence: Sentence): readonly Mention[] {
  const [clause] = readClauses(sentence);
  if (sentence.question || clause?.embedding !== 'main' || !clause.subject || clause.subject.first > 1) return [];
  const { data, restricted } = leftNouns(clause);
  if (restricted || clause.group.first - clause.subject.last > 2) return [];
  return data.flatMap((term) => term.ids.map((id) => ({ id, place: placeOf(sentence, term) })));
}

const isSingular = ({ tokens }: Sentence, { first, last }: TokenSpan): boolean =>
  tokens
    .slice(first, last + 1)
    .some(({ lemma, lower }) => lemma === 'information' || lemma === 'data' || lower === 'it');

const isA = (id: string, wider: string): boolean => dataGraph.isA(id, wider);

/** "If you send us your name, this information is …": the data that another clause of the sentence has just named. */
function saidBefore(sentence: Sentence, before: number): Mention[] {
  const earlier = readClauses(sentence).filter(({ group }) => group.verb < before);
  const held = earlier.findIndex(({ embedding }) => embedding === 'antecedent');
  if (held < 0) return [];
  // "if you choose to send us your name": the infinitive holds the data
  const inside = earlier.filter(
    ({ embedding }, i) => i >= held && (embedding === 'antecedent' || embedding === 'infinitive'),
  );
  for (const clause of inside.reverse()) {
    const { data } = clause.passive ? leftNouns(clause) : readSlots(clause, clause.right, Math.min(clause.to, before));
    if (data.length > 0) return data.flatMap((term) => term.ids.map((id) => ({ id, place: placeOf(sentence, term) })));
  }
  return [];
}

/** "If we learn from information sent to us that …, we use that information": data that the supposition names anywhere. */
function supposedBefore(sentence: Sentence, before: number): Mention[] {
  const clauses = readClauses(sentence);
  const supposed = clauses.find(({ embedding, group }) => embedding === 'antecedent' && group.verb < before)?.group
    .verb;
  if (supposed === undefined) return [];
  const told = clauses.find(({ embedding, group }) => embedding === 'main' && group.verb > supposed);
  const end = Math.min(before, told?.subject?.first ?? told?.group.first ?? before);
  return sentence.terms
    .filter(({ kind, first, last }) => kind === 'data' && first > supposed && last < end)
    .flatMap((term) => term.ids.map((id) => ({ id, place: placeOf(sentence, term) })));
}

/** "Opt-in data is left out; this information is …": the noun before it names data that the ontology does not know. */
function hasUnreadAntecedent({ tokens, terms }: Sentence, before: number): boolean {
  const noun = tokens.findLastIndex(({ lemma }, i) => i < before && (lemma === 'data' || lemma === 'information'));
  const modifier = tokens[noun - 1];
  if (
    noun < 0 ||
    !modifier ||
    modifier.kind !== 'word' ||
    terms.some(({ last, first }) => first < noun && last === noun)
  )
    return false;
  if (modifier.glue) return true;
  return !determiners.has(modifier.lower) && !prepositions.has(modifier.lower) && modifier.verb === undefined;
}

/** "This information is not stored" right after "we record …" explains, it does not contradict; not to share it is another matter. */
const isDisclosing = (draft: Draft): boolean =>
  draft.action === 'share' || draft.action === 'sell' || draft.action === 'ccpaShare';
