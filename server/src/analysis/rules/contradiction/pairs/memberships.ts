import catalogue from '../../../catalogue/contradiction.yaml';
import { readCatalogue, record, wordList, wordLists } from '../../../catalogue/read';
import type { Place } from '../../../document/types';
import { adversatives, prepositions } from '../../../language/grammar';
import type { Sentence, TermMatch } from '../../../language/types';
import type { Policy } from '../../../policy';
import { isDataRoot } from '../../../practices/generalData';
import { dataGraph } from '../../../practices/ontologyGraph';
import { sentencesIn, sentencesOf } from '../../../practices/sentences';
import { placeOf } from '../../../practices/termPlaces';
import { throughRegions } from '../../../practices/throughout';
import type { Mention } from '../../../practices/types';

const { inclusions, unlinkable, membership } = readCatalogue(
  catalogue,
  record({
    inclusions: wordList,
    unlinkable: wordList,
    membership: wordLists('regarding', 'counting', 'narrowing', 'nouns', 'people'),
  }),
);
const regarding = new Set(membership.regarding);
const narrowing = new Set(membership.narrowing);
const nouns = new Set(membership.nouns);
const people = new Set(membership.people);
const counting = new Set([...membership.regarding, ...membership.counting]);
const being: ReadonlySet<string> = new Set(['is', 'are', 'do', 'does']);
const isAuxiliary = (word: string | undefined): boolean => word === 'do' || word === 'does';

/** The two sides between which a draft divides data. */
type Root = 'personal' | 'non_personal';

/** A place where the draft counts types of data as personal or as non-personal. */
export interface Membership {
  readonly root: Root;
  /** The words "non-personal information". */
  readonly head: Place;
  readonly members: readonly Mention[];
  /** "Personal information does not include …". */
  readonly excluded?: true;
  /** Said in words that leave no doubt that all of it is meant ("we regard … as non-personal"). */
  readonly called?: true;
}

/** "non-personal data, including device identifiers": from the sentences and the lists that such a sentence introduces. */
export const memberships = throughRegions((region): Membership[] => {
  const found: Membership[] = [];
  const leads = new Map<unknown, { root: Root; head: Place }>();
  for (const sentence of sentencesIn(region)) {
    if (sentence.question) continue;
    const { lead } = sentence.block;
    const introduced = lead && leads.get(lead);
    if (introduced) {
      const members = mentions(sentence, 0);
      if (members.length > 0) found.push({ ...introduced, members });
    }
    const other = called(sentence) ?? notPersonal(sentence) ?? labelled(sentence) ?? described(sentence);
    if (other) {
      found.push(other);
      continue;
    }
    for (const term of sentence.terms) {
      const root = rootOf(term);
      if (!root || isOneOfBoth(sentence, term)) continue;
      const head = placeOf(sentence, term);
      const excluded = root === 'personal' ? exclusionAfter(sentence, term) : -1;
      if (excluded >= 0) {
        found.push({ root: 'non_personal', head, members: mentions(sentence, excluded), excluded: true });
        break;
      }
      const from = inclusionAfter(sentence, term);
      // "The personal data we hold about you are:"
      if (from < 0 && introducesList(sentence, term)) leads.set(sentence.block, { root, head });
      if (from < 0) continue;
      const members = mentions(sentence, from);
      if (members.length > 0) found.push({ root, head, members });
      else if (sentence.tokens[sentence.tokens.length - 1]?.lower === ':') leads.set(sentence.block, { root, head });
      break;
    }
  }
  return found;
});

const introducesList = ({ tokens }: Sentence, { first }: TermMatch): boolean =>
  first <= 1 && tokens.at(-1)?.lower === ':' && !tokens.some(({ lemma }) => lemma === 'not' || lemma === 'no');

/** "non-personal data (data that cannot reasonably be linked back to you)": what the draft itself takes non-personal data to be. */
export const ownSenseOfNonPersonal = (policy: Policy): Place | undefined => ownSenses(policy)[0];

const ownSenses = throughRegions((region): Place[] => {
  for (const sentence of sentencesIn(region)) {
    const head = sentence.terms.find((term) => rootOf(term) === 'non_personal' && isCalledSo(sentence, term));
    if (!head) continue;
    const after = sentence.tokens.slice(head.last + 1);
    const not = after.findIndex(({ lemma }) => lemma === 'not');
    if (not < 0 || not > 12) continue;
    // "… that does not identify you; however, it may be specific to your device"
    if (after.slice(not).some(({ lower }) => adversatives.has(lower))) continue;
    const linked = after.slice(not + 1, not + 8).some(({ lower }) => unlinkable.some((word) => lower.startsWith(word)));
    if (linked)
      return [
        { block: sentence.block, start: sentence.tokens[head.first]?.start ?? sentence.start, end: sentence.end },
      ];
  }
  return [];
});

/** "We regard IP addresses as non-personal information": what stands between is counted so. */
function called(sentence: Sentence): Membership | undefined {
  const { tokens, terms } = sentence;
  const at = tokens.findIndex(({ verb }) => verb !== undefined && regarding.has(verb.base));
  if (at < 0 || tokens.some(({ lower, lemma }) => lemma === 'not' || narrowing.has(lower))) return undefined;
  const term = terms.find((head) => rootOf(head) && head.first > at);
  const root = term && rootOf(term);
  if (!term || !root) return undefined;
  const from = tokens[at]?.verb?.form === 'participle' && /^(?:is|are|be)$/.test(tokens[at - 1]?.lower ?? '') ? 0 : at;
  const members = mentions({ ...sentence, terms: terms.filter(({ last }) => last < term.first) }, from);
  return members.length > 0 ? { root, head: placeOf(sentence, term), members, called: true } : undefined;
}

/** "Device IDs are not personal data": said of all of them. */
function notPersonal(sentence: Sentence): Membership | undefined {
  const { tokens, terms } = sentence;
  const be = tokens.findIndex(({ lower }) => being.has(lower));
  if (be < 1 || be > REACH || tokens[be + 1]?.lower !== 'not') return undefined;
  const term = terms.find((head) => head.first >= be + 2 && head.first <= be + 5);
  if (!term || rootOf(term) !== 'personal') return undefined;
  // "are not personal data, and we use them freely"; "are not personal data if …" says when
  const [next, ...rest] = tokens.slice(term.last + 1).filter(({ kind }) => kind !== 'symbol');
  const goesOn = (next?.lower === ',' || next?.lower === ';') && !rest.some(({ lower }) => narrowing.has(lower));
  if (next?.kind === 'word' || (rest.some(({ kind }) => kind === 'word') && !goesOn)) return undefined;
  // "… are not linked to personal data"
  const between = tokens.slice(be + 2, term.first);
  const counted = between.some(({ verb }) => verb !== undefined && counting.has(verb.base));
  if (
    !counted &&
    (isAuxiliary(tokens[be]?.lower) || between.some(({ lower, verb }) => verb || prepositions.has(lower)))
  )
    return undefined;
  const before = terms.filter(({ kind, last }) => kind === 'data' && last < be);
  if (before[0]?.first !== 0 || before.at(-1)?.last !== be - 1) return undefined;
  const members = mentions({ ...sentence, terms: before }, 0);
  return members.length > 0
    ? { root: 'non_personal', head: placeOf(sentence, term), members, called: true }
    : undefined;
}

/** "Anonymous data: cookie identifiers, advertising IDs": a label of its own is explained by what stands behind it. */
function labelled(sentence: Sentence): Membership | undefined {
  const label = labelBefore(sentence);
  const [term] = label?.terms ?? [];
  const root = term && rootOf(term);
  if (!label || !root || term.first > 1 || sentence.terms.some((inner) => rootOf(inner) !== undefined))
    return undefined;
  if (sentence.tokens.some(({ verb }, i) => verb?.form === 'third' || verb?.form === 'past' || (verb && i < 2)))
    return undefined;
  const members = mentions(sentence, 0);
  return members.length > 0 ? { root, head: placeOf(label, term), members, called: true } : undefined;
}

/** The short sentence before, where it ends with a colon. */
function labelBefore({ block, index }: Sentence): Sentence | undefined {
  const before = index > 0 ? sentencesOf(block)[index - 1] : undefined;
  return before && before.tokens.length <= LABEL && before.tokens.at(-1)?.lower === ':' ? before : undefined;
}
const LABEL = 6;

/** "“Usage Data”: data that cannot be linked to a person, for instance …": told apart by what it identifies. */
function described(sentence: Sentence): Membership | undefined {
  const { tokens } = sentence;
  const label = labelBefore(sentence);
  if (!label && !tokens.slice(0, LABEL).some(({ lower }) => lower === 'means' || lower === 'mean' || lower === ':'))
    return undefined;
  const that = tokens.findIndex(({ lower }, i) => lower === 'that' && nouns.has(tokens[i - 1]?.lower ?? ''));
  if (that < 0 || that > LABEL + 3 || sentence.terms.some((term) => rootOf(term) !== undefined)) return undefined;
  const about = tokens.slice(that + 1, that + 1 + REACH);
  const tells = about.findIndex(
    ({ lower }) => unlinkable.some((word) => lower.startsWith(word)) || lower.startsWith('relat'),
  );
  if (tells < 0 || !about.slice(tells).some(({ lemma, lower }) => people.has(lemma) || people.has(lower)))
    return undefined;
  const denied = about.slice(0, tells).some(({ lemma, lower }) => lemma === 'not' || lower === 'cannot');
  const opening = tokens.findIndex(({ lower }, i) => i > that && inclusions.includes(lower) && lower !== '(');
  const from = opening >= 0 ? opening + 1 : inclusionFrom(tokens, that);
  const members = from < 0 ? [] : mentions(sentence, from);
  const first = label ?? sentence;
  const head = { block: first.block, start: first.start, end: label ? label.end : (tokens[that]?.end ?? first.end) };
  return members.length > 0 ? { root: denied ? 'non_personal' : 'personal', head, members, called: true } : undefined;
}

const inclusionFrom = (tokens: Sentence['tokens'], after: number): number => {
  const at = tokens.findIndex(
    ({ lower }, i) => i > after && inclusions.includes(`${lower} ${tokens[i + 1]?.lower ?? ''}`),
  );
  return at < 0 ? -1 : at + 2;
};

/** "personally and non-personally identifiable information": both sides at once say nothing of either. */
const isOneOfBoth = ({ tokens, terms }: Sentence, term: TermMatch): boolean =>
  /^(?:and|or|and\/or)$/.test(tokens[term.first - 1]?.lower ?? '') ||
  terms.some(
    (other) => other !== term && rootOf(other) !== undefined && other.first > term.last && other.first - term.last < 8,
  );

/** "non-personal", not "aggregated" or "anonymous", which is a matter of how data is treated. */
const isCalledSo = ({ tokens }: Sentence, term: TermMatch): boolean =>
  tokens[term.first]?.lower.startsWith('non') === true;

function rootOf(term: TermMatch): Root | undefined {
  if (term.kind !== 'data') return undefined;
  return term.ids.includes('non_personal') ? 'non_personal' : term.ids.includes('personal') ? 'personal' : undefined;
}

/** How many words may stand between the head and "including" ("non-personal data from our website and app, including"). */
const REACH = 8;

/** Token index right after an inclusion that follows the term, or -1. */
function inclusionAfter({ tokens }: Sentence, term: TermMatch): number {
  const defined = tokens.slice(term.last + 1, term.last + 4).some(({ lower }) => lower === 'means' || lower === 'mean');
  if (isLabel(tokens, term)) {
    const told = tokens.findIndex(
      ({ lower }, i) => i > term.last && i < term.last + 2 * REACH && opensExamples(tokens, i, lower),
    );
    return told < 0 ? term.last + 2 : told + 2;
  }
  for (let i = term.last + 1; i < tokens.length && i <= term.last + (defined ? 2 * REACH : REACH); i++) {
    const lower = tokens[i]?.lower ?? '';
    // "means information that does not identify you, such as …": what it is not is part of what it means
    if (defined && (lower === 'not' || lower === "n't" || lower === 'means' || lower === 'mean')) continue;
    if (lower === '.' || lower === ';' || lower === 'not' || lower === "n't" || lower === 'with' || lower === 'without')
      return -1;
    const two = `${lower} ${tokens[i + 1]?.lower ?? ''}`;
    if (inclusions.includes(two)) return i + 2;
    // "is" and "are" only right behind the head: "personal information is …"
    if (inclusions.includes(lower) && ((lower !== 'is' && lower !== 'are') || i === term.last + 1)) return i + 1;
  }
  return -1;
}

/** "Personal data: …", "“Personal data”: …". */
const isLabel = (tokens: Sentence['tokens'], { first, last }: TermMatch): boolean =>
  (first === 0 && tokens[last + 1]?.lower === ':') ||
  (first === 1 && tokens[0]?.kind !== 'word' && tokens.slice(last + 1, last + 3).some(({ lower }) => lower === ':'));

/** "such as", "for instance". */
const opensExamples = (tokens: Sentence['tokens'], i: number, lower: string): boolean =>
  inclusions.includes(`${lower} ${tokens[i + 1]?.lower ?? ''}`);

/** Token index right after "does not include" behind the term, or -1. */
function exclusionAfter({ tokens }: Sentence, { last }: TermMatch): number {
  const [auxiliary, not, verb] = tokens.slice(last + 1, last + 4);
  const denied = auxiliary?.verb?.base === 'do' && (not?.lower === 'not' || not?.lower === "n't");
  return denied && (verb?.lower === 'include' || verb?.lower === 'mean') ? last + 4 : -1;
}

/** Types of data from a token on, up to the end of the enumeration. */
function mentions(sentence: Sentence, from: number): Mention[] {
  const found: Mention[] = [];
  let last = from;
  for (const term of sentence.terms) {
    if (term.first < from || term.kind !== 'data') continue;
    // "non-personal data (…), as well as personal data (…)"
    if (rootOf(term) && found.length > 0) break;
    const between = sentence.tokens.slice(last, term.first);
    if (
      between.some(
        ({ lower }) => lower === ';' || lower === 'but' || lower === 'not' || lower === 'with' || lower === 'from',
      ) ||
      between.length > REACH + 2
    )
      break;
    last = term.last + 1;
    const place = placeOf(sentence, term);
    for (const id of term.ids) if (dataGraph.has(id) && !isDataRoot(id)) found.push({ id, place });
  }
  return found;
}

/** Every type of data that a sentence names. */
export function dataMentions(sentence: Sentence): Mention[] {
  return sentence.terms.flatMap((term) =>
    term.kind === 'data' ? term.ids.map((id) => ({ id, place: placeOf(sentence, term) })) : [],
  );
}
