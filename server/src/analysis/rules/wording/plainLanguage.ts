import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { wholeBlock } from '../../document/place';
import type { Block, Region, Section } from '../../document/types';
import { getOrMake } from '../../kept';
import type { Token } from '../../language/types';
import { sentencesIn } from '../../practices/sentences';
import { throughRegions } from '../../practices/throughout';
import type { Rule } from '../types';
import { PLAIN } from './vague';

/**
 * Flesch-Kincaid school grade above which a draft is far harder to read than its readers can be expected to manage.
 * Published policies lie around grade 13 (first years of a university); this is where their hardest few per cent begin.
 */
const HARDEST_GRADE = 17;
/** A shorter text is too short for a formula that counts words and sentences. */
const FEWEST_WORDS = 400;
const FEWEST_WORDS_OF_SECTION = 60;
/** A fragment of fewer words is a label or an item, no sentence. */
const SHORTEST_SENTENCE = 5;
/** What runs on longer is a list of names or a page without punctuation, and tells nothing about the prose. */
const LONGEST_SENTENCE = 100;
const MOST_SECTIONS = 5;

type Counts = Record<'sentence' | 'word' | 'syllable', number>;

/** GDPR Art. 12(1): concise, intelligible, in clear and plain language; 11 CCR 7003(a): plain, straightforward language. */
export const plainLanguage: Rule = {
  id: 'wording/plain-language',
  title: 'The draft is far harder to read than its readers can be expected to manage',
  severity: 'information',
  citations: [...PLAIN, { text: '11 CCR § 7003(a)' }],
  *check({ policy }) {
    const counted = countsOf(policy);
    const whole = empty();
    for (const { all } of counted) add(whole, all);
    const grade = fleschKincaid(whole);
    if (whole.word < FEWEST_WORDS || !(grade > HARDEST_GRADE)) return;
    const { document } = policy;
    const first = document.blocks.find(({ kind }) => kind === 'heading') ?? document.blocks[0];
    if (!first) return;
    const sections = new Map<Section, Counts>();
    for (const { blocks } of counted)
      for (const [block, counts] of blocks) add(getOrMake(sections, block.section, empty), counts);
    const hardest = [...sections]
      .filter(([{ heading }, { word }]) => heading && heading !== first && word >= FEWEST_WORDS_OF_SECTION)
      .map(([section, counts]) => ({ section, grade: fleschKincaid(counts), words: wordsPerSentence(counts) }))
      .sort((a, b) => b.grade - a.grade)
      .slice(0, MOST_SECTIONS);
    yield {
      place: wholeBlock(first),
      message: `Reading this draft takes ${years(grade)} of schooling (Flesch-Kincaid), with ${wordsPerSentence(whole)} words to a sentence; readers are owed plain language. Shorten the longest sentences, the hardest sections first.`,
      related: hardest.map(({ section, grade, words }) => ({
        place: wholeBlock(section.heading as Block),
        message: `${years(grade)} of schooling, ${words} words to a sentence`,
      })),
    };
  },
};

const years = (grade: number): string => `${Math.round(grade)} years`;
const wordsPerSentence = ({ word, sentence }: Counts): number => Math.round(word / sentence);
const empty = (): Counts => ({ sentence: 0, word: 0, syllable: 0 });

function add(sum: Counts, { sentence, word, syllable }: Counts): void {
  sum.sentence += sentence;
  sum.word += word;
  sum.syllable += syllable;
}

/** Sentences of prose and list items; headings, cells and mere names are no sentences. */
const countsIn = (region: Region): Map<Block, Counts> => {
  const found = new Map<Block, Counts>();
  for (const { block, tokens } of sentencesIn(region)) {
    if (block.kind === 'heading' || block.kind === 'cell' || !isEnglish(tokens)) continue;
    const words = tokens.filter(({ kind, lower }) => kind === 'word' && /^\p{L}{2}|^[ai]$/u.test(lower));
    if (words.length < SHORTEST_SENTENCE || words.length > LONGEST_SENTENCE) continue;
    const syllables = words.reduce((sum, { lower }) => sum + syllablesOf(lower), 0);
    add(getOrMake(found, block, empty), { sentence: 1, word: words.length, syllable: syllables });
  }
  return found;
};

/** The formula is one for English; a draft may hold a translation. */
const COMMON = new Set(
  'the of to and in we you your or for our is are that with not be may will this by on as it if'.split(' '),
);
/** Share of such words in a sentence; a shorter one proves nothing. */
const LEAST_COMMON = 0.15;
const ENOUGH_WORDS = 10;

const isEnglish = (tokens: readonly Token[]): boolean =>
  tokens.length < ENOUGH_WORDS ||
  tokens.filter(({ lower }) => COMMON.has(lower)).length >= tokens.length * LEAST_COMMON;

const countsOf = throughRegions((region) => {
  const blocks = countsIn(region);
  const all = empty();
  for (const counts of blocks.values()) add(all, counts);
  return all.sentence > 0 ? [{ all, blocks }] : [];
});

const known = new Map<string, number>();
/** Longer ones are no words; counting their syllables takes time that grows with the square of their length. */
const LONGEST_WORD = 60;
const MOST_KNOWN = 20_000;

function syllablesOf(word: string): number {
  if (known.size > MOST_KNOWN) known.clear();
  return getOrMake(known, word, () => Math.max(1, syllable(word.slice(0, LONGEST_WORD))));
}
