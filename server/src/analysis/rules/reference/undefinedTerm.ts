import { readCatalogue, wordLists } from '../../catalogue/read';
import catalogue from '../../catalogue/references.yaml';
import type { Block, Place } from '../../document/types';
import { kept } from '../../kept';
import type { Policy } from '../../policy';
import { keyOf, readTermDefinitions } from '../../practices/names/definedTerms';
import { throughBlocks } from '../../practices/throughout';
import type { Rule } from '../types';

const { properNouns, ordinaryTerms } = readCatalogue(catalogue, wordLists('properNouns', 'ordinaryTerms'));
const PROPER = new RegExp(`\\b(?:${properNouns.join('|')})\\b`, 'i');

/** How a draft calls itself, its company and its readers: needs no definition. */
const ORDINARY = new RegExp(`^(?:${ordinaryTerms.join('|')})$`, 'i');
/** Capitals once or twice are a matter of taste; a term comes back. */
const FEWEST_USES = 3;
const MOST_RELATED = 20;
const LONGEST = 60;

/** "your Usage Data": behind a determiner, so that neither the beginning of a sentence nor a name is taken for a term. */
const TERM =
  /\b(?:the|our|your|such|any|all|each|this|these|that|those) ((?:\p{Lu}\p{Ll}{2,20} ){1,3}\p{Lu}\p{Ll}{2,20})(?![\p{L}\p{N}’'@&.-]| \p{Lu}| (?:of|and|for) (?:the )?\p{Lu}| \((?:as )?defined)/gu;

/** Terms in capitals, as if they were defined, that are not: readers look for the definition in vain. */
export const undefinedTerm: Rule = {
  id: 'reference/undefined-term',
  title: 'A term in capitals is never defined',
  severity: 'off',
  offBecause: 'some houses write capitals as a matter of style',
  citations: [{ text: 'GDPR Art. 12(1)' }],
  *check({ policy }) {
    const [first, ...others] = undefinedTerms(policy);
    if (!first) return;
    yield {
      place: first.place,
      message: `“${first.term}” is written like a defined term and defined nowhere. Define it, or write it in small letters.`,
      related: others
        .slice(0, MOST_RELATED)
        .map(({ term, place }) => ({ place, message: `“${term}” is not defined either` })),
    };
  },
};

interface Use {
  readonly term: string;
  readonly place: Place;
}

function undefinedTerms(policy: Policy): Use[] {
  const uses = new Map<string, Use[]>();
  for (const use of capitalised(policy)) {
    const key = keyOf(use.term);
    uses.set(key, [...(uses.get(key) ?? []), use]);
  }
  const often = [...uses].filter(([, places]) => places.length >= FEWEST_USES);
  if (often.length === 0) return [];
  const given = [...explained(policy)];
  const names = policy.ownNames.map((name) => name.toLowerCase());
  const isKnown = (term: string) =>
    given.some((one) => one === term || one.endsWith(` ${term}`)) || names.some((name) => name.includes(term));
  return often
    .filter(([term]) => !isKnown(term) && isOrdinary(term, policy))
    .map(([, [first]]) => first)
    .filter((use) => use !== undefined);
}

/** Headings write all words with capitals. */
const capitalised = throughBlocks((block): Use[] =>
  block.kind === 'heading'
    ? []
    : [...block.text.matchAll(TERM)].flatMap((match) => {
        const term = match[1] as string;
        const start = match.index + match[0].length - term.length;
        if (PROPER.test(term) || ORDINARY.test(term) || marked(block, start, start + term.length)) return [];
        return [{ term, place: { block, start, end: start + term.length } }];
      }),
);

/** A title, a button or a link keeps its capitals. */
const marked = ({ inline }: Block, start: number, end: number): boolean =>
  inline.some((span) => span.start < end && span.end > start);

/** Terms that the draft defines, puts in quotation marks, or explains under a title of their own. */
function* explained({ document, definitions }: Policy): Generator<string> {
  for (const { term } of readTermDefinitions(document, definitions)) yield keyOf(term);
  yield* titles({ document });
}

const titles = throughBlocks((block) => {
  const { text, runIn, kind } = block;
  const title = kind === 'heading' ? text : runIn ? text.slice(runIn.start, runIn.end) : undefined;
  const quoted = block.inline.filter((span) => span.kind === 'quote').map(({ start, end }) => text.slice(start, end));
  return [...(title === undefined ? [] : [title]), ...quoted]
    .filter((words) => words.length < LONGEST)
    .map((words) => keyOf(words.replace(/^["“”'‘’]+|(?<!["“”'‘’.,])["“”'‘’.,]+$/g, '')));
});

/** "usage data" stands somewhere in small letters too, so it is no name. */
const isOrdinary = (term: string, { document }: Policy): boolean => {
  const words = term.split(' ');
  return words.every((word) => smallWords(document).has(word));
};

const smallWords = kept(
  (document: Policy['document']): ReadonlySet<string> =>
    new Set(
      document.blocks.flatMap(({ text }) =>
        (text.match(/(?<![\p{L}\p{N}])\p{Ll}{3,}/gu) ?? []).flatMap((word) => [word, keyOf(word)]),
      ),
    ),
);
