import topics from '../catalogue/disclosures/topics.yaml';
import { entry, mapOf, part, readCatalogue, someOf, text, wordList } from '../catalogue/read';
import regimesCatalogue from '../catalogue/regimes.yaml';
import type { Section } from '../document/types';
import { kept } from '../kept';
import { type Disclosure, disclosureById, regimeIds } from './catalogue';
import type { Reading } from './reading';
import type { RegimeId } from './types';
import { phraseNumber } from './vocabulary';

const topicOf = readCatalogue(
  topics,
  mapOf(
    entry({
      title: text,
      headings: wordList,
    }),
  ),
);

/** What a section's title says about whose law it speaks of: a disclosure of another law does not go there. */
const regions = readCatalogue(regimesCatalogue, part('titles', someOf(regimeIds, wordList)));

let prepared: ReadonlyMap<string, readonly number[]> | undefined;
let regionNumbers: ReadonlyMap<RegimeId, readonly number[]> | undefined;

/** Makes the phrases of all titles known; must run before a draft is read. */
export function prepareHomes(): ReadonlyMap<string, readonly number[]> {
  prepared ??= new Map(
    [...disclosureById.values()].map(({ id, headings, topic }) => [
      id,
      [...new Set([...headings, ...(topicOf[topic]?.headings ?? [])])].map(plain).map(phraseNumber),
    ]),
  );
  regionNumbers ??= new Map(
    Object.entries(regions).map(([regime, words]) => [regime as RegimeId, words.map(phraseNumber)]),
  );
  return prepared;
}

/** Characters that mean something in a phrase are not part of a title. */
const plain = (title: string): string => title.replace(/[()|?*=/]/g, ' ').trim();

/** The title of the section that a draft without a place for the disclosure gets. */
export const newSectionTitle = ({ section, topic, title }: Disclosure): string =>
  section ?? topicOf[topic]?.title ?? title;

/** The section in which a disclosure belongs, if the draft has one: by its title, of the right region, the first best. */
export function homeOf(disclosure: Disclosure, regime: RegimeId, reading: Reading): Section | undefined {
  const known = homesBy(reading.titles);
  const key = `${disclosure.id} ${regime}`;
  if (!known.has(key)) known.set(key, findHome(disclosure, regime, reading));
  return known.get(key);
}

const homesBy = kept((_titles: Reading['titles']) => new Map<string, Section | undefined>());

function findHome(disclosure: Disclosure, regime: RegimeId, reading: Reading): Section | undefined {
  const titles = prepareHomes().get(disclosure.id) ?? [];
  let best: Section | undefined;
  let bestScore = 0;
  for (const [section, heading] of reading.headings) {
    if (section.level === 1 && section.index === 0) continue;
    const { spans, sentence } = heading.own.line;
    const rank = titles.findIndex((title) => spans.has(title));
    if (rank < 0) continue;
    // of two that fit as well, the shorter title speaks of more: "Your rights" before "Your rights in auctions"
    const region = regionScore(section, regime, reading);
    const score = region === 0 ? 0 : region * 100 - rank - sentence.tokens.length / 1000;
    if (score > 0 && score > bestScore) {
      best = section;
      bestScore = score;
    }
  }
  return best;
}

/** 2 in a section of the regime's own region, 1 in one of no region, 0 in another region's. */
function regionScore(section: Section, regime: RegimeId, reading: Reading): number {
  prepareHomes();
  let score = 1;
  for (let at: Section | undefined = section; at; at = at.parent) {
    const spans = reading.headings.get(at)?.own.line.spans;
    if (!spans) continue;
    for (const [region, words] of regionNumbers ?? []) {
      if (!words.some((word) => spans.has(word))) continue;
      if (region === regime) return 2;
      score = 0;
    }
  }
  return score;
}
