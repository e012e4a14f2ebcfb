import qualifiersCatalogue from '../catalogue/language/qualifiers.yaml';
import cuesCatalogue from '../catalogue/ontology/cues.yaml';
import { mapOf, part, readCatalogue, wordList, wordLists, wordSet, wordSets } from '../catalogue/read';
import { prepositions, subordinators } from '../language/grammar';
import type { Sentence, TermMatch, Token } from '../language/types';
import type { ConditionKind, ExceptionKind } from './types';

const words = readCatalogue(
  qualifiersCatalogue,
  wordSets('consent', 'legal', 'request', 'necessity', 'time', 'crossReference'),
);
const { crossReferences } = readCatalogue(cuesCatalogue, wordLists('crossReferences'));

const has = (tokens: readonly Token[], list: ReadonlySet<string>): boolean =>
  tokens.some((token) => list.has(token.lemma));
const text = (tokens: readonly Token[]): string => tokens.map((token) => token.lower).join(' ');

/** What kind of condition a phrase states ("if you agree", "when required by law"). */
export function conditionKind(tokens: readonly Token[]): ConditionKind {
  if (has(tokens, words.consent)) return 'consent';
  if (has(tokens, words.legal)) return 'legal';
  if (tokens.some((token) => token.lower === 'you' || token.lower === 'your')) return 'userAction';
  if (has(tokens, words.necessity)) return 'necessity';
  if (has(tokens, words.time)) return 'time';
  return 'other';
}

/** What an exception leaves out; its terms decide where no cue does. */
export function exceptionKind(tokens: readonly Token[], terms: readonly TermMatch[]): ExceptionKind {
  const read = text(tokens);
  if (crossReferences.some((phrase) => read.includes(phrase))) return 'crossReference';
  if (
    has(tokens, words.consent) ||
    (has(tokens, words.request) && tokens.some((token) => token.lower === 'you' || token.lower === 'your'))
  )
    return 'consent';
  if (has(tokens, words.legal)) return 'legal';
  if (
    terms.some(
      (term) =>
        (term.kind === 'entity' || term.kind === 'company') &&
        !term.ids.includes('data_subject') &&
        !term.ids.includes('first_party'),
    )
  )
    return 'recipient';
  if (terms.some((term) => term.kind === 'data')) return 'data';
  if (tokens.some((token) => token.lower === 'you')) return 'userAction';
  if (terms.some((term) => term.kind === 'purpose')) return 'purpose';
  if (has(tokens, words.necessity)) return 'necessity';
  return has(tokens, words.crossReference) ? 'crossReference' : 'other';
}

/** An exception as written: its words, and what they name. */
interface ExceptionSpan {
  readonly first: number;
  readonly last: number;
  readonly terms: readonly TermMatch[];
}

/** "except as required by law or as necessary to …": each of the cases by itself. */
export function partsOfException(tokens: readonly Token[], span: ExceptionSpan): readonly ExceptionSpan[] {
  const starts = [span.first];
  for (let i = span.first + 2; i < span.last; i++)
    if (joining.has(tokens[i - 1]?.lower ?? '') && opensCase(tokens[i] as Token)) starts.push(i);
  return starts.map((first, k) => {
    const last = (starts[k + 1] ?? span.last + 2) - 2;
    return { first, last, terms: span.terms.filter((term) => term.first >= first && term.last <= last) };
  });
}

const joining: ReadonlySet<string> = new Set(['or', ',']);
const opensCase = ({ lower }: Token): boolean => prepositions.has(lower) || subordinators.has(lower);

/** Ids of what an exception names. */
export const exceptionIds = (terms: readonly TermMatch[]): string[] => [
  ...new Set(
    terms
      .filter((term) => !term.ids.includes('data_subject') && !term.ids.includes('first_party'))
      .flatMap((term) => term.ids),
  ),
];

const signals = readCatalogue(qualifiersCatalogue, part('signals', wordLists('dnt', 'gpc', 'any')));

/** The browser signal that a sentence speaks of. */
export function signalIn(tokens: readonly Token[]): 'dnt' | 'gpc' | 'any' | undefined {
  const read = text(tokens);
  const names = (list: readonly string[]): boolean =>
    list.some((name) => ` ${read} `.includes(` ${name.replace(/-/g, ' ')} `) || ` ${read} `.includes(` ${name} `));
  const dnt = names(signals.dnt);
  const gpc = names(signals.gpc);
  if (dnt && gpc) return 'any';
  return dnt ? 'dnt' : gpc ? 'gpc' : names(signals.any) ? 'any' : undefined;
}

const productByWord = new Map(
  Object.entries(readCatalogue(qualifiersCatalogue, part('products', mapOf(wordList)))).flatMap(([product, names]) =>
    names.map((name) => [name, product] as const),
  ),
);

/** The product that a noun phrase names ("our mobile app" is an app). */
export function productIn(sentence: Sentence, first: number, last: number): string | undefined {
  for (let i = last; i >= first; i--) {
    const product = productByWord.get((sentence.tokens[i] as Token).lower);
    if (product) return product;
  }
  return undefined;
}

/** The product that words name with no more than what points at it ("this site", "our mobile app"). */
export function productOfWords(words: string): string | undefined {
  const [, product = ''] = /^(?:our|this|the|my) ([a-z -]+)$/.exec(words) ?? [];
  return productByWord.get(product);
}

const beforeProducts = readCatalogue(qualifiersCatalogue, part('titleWords', wordSet));

/** The product that a heading is the name of ("Our browser extension"); a website is where nearly all of a draft applies. */
export function productOfTitle(title: string): string | undefined {
  const words = title.toLowerCase().match(/[a-z-]+/g) ?? [];
  const product = words.length <= 5 ? productByWord.get(words[words.length - 1] ?? '') : undefined;
  return product !== 'website' && words.slice(0, -1).every((word) => beforeProducts.has(word)) ? product : undefined;
}
