import { readCatalogue, record, wordList, wordLists } from '../../catalogue/read';
import catalogue from '../../catalogue/wording.yaml';
import type { Citation } from '../../citation';
import { derived } from '../../dependencies';
import type { Block, Place, Section } from '../../document/types';
import { kept } from '../../kept';
import { firstPerson, negators, neutralNegators, secondPerson } from '../../language/grammar';
import { PhraseList, type PhraseMatch } from '../../language/phrases';
import type { Sentence, TokenSpan } from '../../language/types';
import type { Policy } from '../../policy';
import { keyOf, readTermDefinitions } from '../../practices/names/definedTerms';
import type { Statement } from '../../practices/types';
import { shortened } from '../consistency/consistency';
import type { Report } from '../types';

export const words = readCatalogue(
  catalogue,
  record({
    notTheDoer: wordList,
    hedges: wordLists('condition', 'generalization', 'modality', 'numericQuantifier'),
    saidAfter: wordList,
    taking: wordList,
    others: wordList,
    unrelated: wordList,
    roles: wordList,
    counted: wordList,
    occasions: wordList,
    openLists: wordList,
    recipients: wordList,
    security: wordList,
    securityContext: wordList,
    securityElsewhere: wordList,
    securityMeasures: wordList,
    examples: wordList,
    explains: wordList,
    pointers: wordList,
    harmless: wordList,
  }),
);
const harmless = new Set(words.harmless);

/** Why vague wording ships off, and why it is worth switching on. */
export const OFF =
  'four in ten sentences of a published policy hold a vague word; which of them matter, its author knows';

export const PLAIN: readonly Citation[] = [
  { text: 'GDPR Art. 12(1)', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj' },
  { text: 'Article 29 Working Party, Guidelines on transparency (WP260 rev.01), paras 12-13' },
];

/** A sentence in which the draft says what is done with data, with what was read from it. */
export interface Practice {
  readonly sentence: Sentence;
  readonly next?: Sentence;
  readonly statements: readonly Statement[];
}

/** Sentences that affirm a practice with personal data and deny none; how long data is kept has rules of its own. */
export const practices = derived((policy: Policy): readonly Practice[] => practicesOf(policy));

const practicesOf = kept((policy: Policy): readonly Practice[] => {
  const statements = new Map<Sentence, Statement[]>();
  for (const statement of policy.statements) {
    const { sentence } = statement.evidence;
    const known = statements.get(sentence);
    if (known) known.push(statement);
    else statements.set(sentence, [statement]);
  }
  const aboutPeriods = new Set(policy.retention.map(({ sentence }) => sentence));
  const found: Practice[] = [];
  policy.sentences.forEach((sentence, at) => {
    const own = statements.get(sentence);
    if (!own || sentence.question || sentence.block.kind === 'heading' || aboutPeriods.has(sentence)) return;
    if (own.some(({ polarity, dataScope }) => polarity === 'denied' || dataScope.aggregate)) return;
    if (isOfNobody(sentence)) return;
    found.push({ sentence, statements: own, ...nextOf(policy, at) });
  });
  return found;
});

/** Aggregated or de-identified data. */
const isOfNobody = ({ tokens }: Sentence): boolean =>
  tokens.some(
    ({ lower, glue }, i) => harmless.has(lower) || (glue === '-' && harmless.has(`${tokens[i - 1]?.lower}-${lower}`)),
  );

/** The sentence after this one, in the same section. */
export function nextOf({ sentences }: Policy, at: number): { next?: Sentence } {
  const next = sentences[at + 1];
  return next && next.block.section === sentences[at]?.block.section ? { next } : {};
}

const definedTerms = derived((policy: Policy) => definedTermsOf(policy));

const definedTermsOf = kept((policy: Policy) => {
  const keys = new Set<string>();
  const places = new Map<Block, Place[]>();
  for (const { term, place } of readTermDefinitions(policy.document, policy.definitions)) {
    keys.add(keyOf(term));
    places.set(place.block, [...(places.get(place.block) ?? []), place]);
  }
  return { keys, places };
});

/** Matches that the sentence says of its own: not quoted, not a term that the draft defines, not under a negation. */
export function said(list: PhraseList, sentence: Sentence, policy: Policy): PhraseMatch[] {
  const { tokens, block } = sentence;
  const neutral = neutralNegators(tokens);
  const { keys, places } = definedTerms(policy);
  return list.all(tokens).filter(({ first, last }) => {
    for (let at = first; at <= last; at++) if (sentence.quoted.has(at) || sentence.scareQuoted.has(at)) return false;
    for (let at = first - 1; at >= 0 && !CLAUSE_ENDS.has(tokens[at]?.lower ?? ''); at--) {
      const word = tokens[at]?.lower ?? '';
      if ((negators.has(word) && !neutral.has(at)) || word === 'no' || word === 'without') return false;
    }
    const { start, end } = placeOf(sentence, { first, last });
    if (keys.has(keyOf(block.text.slice(start, end)))) return false;
    // "with certain third parties (“Partners”)"
    return !places.get(block)?.some((place) => place.start >= end && place.start - end <= NEAR);
  });
}

const CLAUSE_ENDS = new Set([';', ':', '.', 'but', 'however']);
const NEAR = 30;

export function placeOf({ block, tokens }: Sentence, { first, last }: TokenSpan): Place {
  return { block, start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? block.text.length };
}

const examples = new PhraseList(words.examples);
const explains = new PhraseList(words.explains);
const pointers = new PhraseList(words.pointers);
/** How many tokens a sentence may have before the words by which it explains the one before it. */
const OPENING = 2;

/** Whether other words say what the vague ones stand for: examples, names, a list or table below, a pointer, the next sentence. */
export function isConcrete(
  { sentence, next }: Pick<Practice, 'sentence' | 'next'>,
  { last }: PhraseMatch,
  policy: Policy,
): boolean {
  const { tokens, terms, block } = sentence;
  return (
    examples.find(tokens, last + 1) !== undefined ||
    pointers.find(tokens) !== undefined ||
    isListed(sentence, last) ||
    terms.some(({ kind }) => kind === 'company') ||
    tokens[tokens.length - 1]?.lower === ':' ||
    isLead(block, sentence, policy) ||
    (next !== undefined && (explains.find(next.tokens, 0, OPENING + REACH)?.first ?? Infinity) <= OPENING)
  );
}

const REACH = 8;

/** "certain identifiers (IP address, advertising ID)": named in brackets. */
const isListed = ({ tokens, terms }: Sentence, last: number): boolean => {
  const open = tokens.findIndex(({ lower }, at) => lower === '(' && at > last && at <= last + REACH);
  return open > 0 && terms.some(({ first }) => first > open && first <= open + 2);
};

/** The last sentence before a list or a table that it introduces. */
function isLead(block: Block, sentence: Sentence, { document }: Policy): boolean {
  const after = document.blocks[block.index + 1];
  const introduces = after?.lead === block || after?.cell?.table.lead === block;
  return introduces && sentence.end >= block.text.trimEnd().length;
}

/** "when you place an order", "if federation is enabled, …": the sentence says itself when it happens. */
export const saysWhen = ({ tokens }: Sentence): boolean =>
  OPENS_CASE.has(tokens[0]?.lower ?? '') ||
  tokens.some(
    ({ lower }, at) =>
      WHEN.has(lower) &&
      tokens.slice(at + 1, at + 1 + AWAY).some(({ lower: word }) => secondPerson.has(word) || firstPerson.has(word)),
  );
const AWAY = 4;
const OPENS_CASE = new Set(['if', 'when', 'whenever', 'once', 'where', 'after']);
const WHEN = new Set(['if', 'when', 'whenever', 'unless', 'once', 'until', 'after', 'before', 'while', 'where']);

const saidAfter = new Set(words.saidAfter);
/** "as required by law", "as needed to ship your order": the words go on to say it. */
export const goesOn = ({ tokens }: Sentence, { last }: PhraseMatch): boolean =>
  saidAfter.has(tokens[last + 1]?.lower ?? '');

/** Vague words of one section, as one finding. */
export function* perSection(
  places: Iterable<Place>,
  report: (words: string, more: number) => string,
): Generator<Report> {
  const sections = new Map<Section, Place[]>();
  for (const place of places) {
    const known = sections.get(place.block.section);
    if (known) known.push(place);
    else sections.set(place.block.section, [place]);
  }
  for (const [first, ...others] of sections.values()) {
    if (!first) continue;
    yield {
      place: first,
      message: report(shortened(first), others.length),
      related: others.slice(0, MOST_RELATED).map((place) => ({ place, message: `also here: '${shortened(place)}'` })),
    };
  }
}

const MOST_RELATED = 20;

/** "(and in 3 more places of this section)". */
export const more = (count: number): string =>
  count === 0 ? '' : ` (and in ${count} more ${count === 1 ? 'place' : 'places'} of this section)`;
