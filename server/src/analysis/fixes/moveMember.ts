import { sourceRange, wordsOf } from '../document/place';
import type { Place } from '../document/types';
import type { Edit, Fix } from '../finding';
import { enumerate, midSentence } from '../language/writing';

/** Members of an enumeration with the words that determine them ("your IP address"), and where it stands. */
interface Series {
  readonly place: Place;
  readonly items: readonly { readonly member: Place; readonly words: string }[];
  readonly joiner: string;
}

const SEPARATOR = /^(?:,|,? (?:and|or))\s+((?:your|the|its|our|an?) )?$/i;

/**
 * Moves a type of data from the enumeration on one side to the one on the other ("non-personal data such as page views
 * and IP addresses" · "personal data includes your name"). Undefined where either is more than a plain enumeration.
 */
export function moveMember(member: Place, from: readonly Place[], to: readonly Place[], side: string): Fix | undefined {
  const source = seriesOf(from);
  const target = seriesOf(to);
  const moved = source?.items.find((item) => item.member.start === member.start);
  if (!source || !target || !moved || source.items.length < 2) return undefined;
  const rest = source.items.filter((item) => item !== moved).map(({ words }) => words);
  const words = midSentence(moved.words);
  const all = target.items.map((item) => item.words);
  return {
    title: `Move “${wordsOf(member)}” to ${side}`,
    safety: 'suggestion',
    edits: [written(source, rest), written(target, [...all, words])].sort((a, b) => a.range.start - b.range.start),
  };
}

const written = ({ place, joiner }: Series, items: readonly string[]): Edit => ({
  range: sourceRange(place),
  newText: enumerate(items, joiner),
});

/** The members as one enumeration, if nothing but commas, "and" and determiners stands between them. */
function seriesOf(members: readonly Place[]): Series | undefined {
  const places = members
    .filter(({ start }, i) => members.findIndex((other) => other.start === start) === i)
    .sort((a, b) => a.start - b.start);
  const [first] = places;
  const last = places[places.length - 1];
  if (!first || !last || places.some(({ block }) => block !== first.block)) return undefined;
  const { text } = first.block;
  const determiner =
    /\b(?:your|the|its|our|an?) $/i.exec(text.slice(Math.max(0, first.start - 6), first.start))?.[0] ?? '';
  const items: { member: Place; words: string }[] = [{ member: first, words: determiner + wordsOf(first) }];
  let joiner = 'and';
  for (let i = 1; i < places.length; i++) {
    const place = places[i] as Place;
    const between = SEPARATOR.exec(text.slice((places[i - 1] as Place).end, place.start));
    if (!between) return undefined;
    if (/\bor\b/i.test(between[0])) joiner = 'or';
    items.push({ member: place, words: (between[1] ?? '') + wordsOf(place) });
  }
  return { place: { block: first.block, start: first.start - determiner.length, end: last.end }, items, joiner };
}
