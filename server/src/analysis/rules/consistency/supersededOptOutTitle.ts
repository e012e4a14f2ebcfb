import { sourceRange, wordsOf } from '../../document/place';
import type { Rule } from '../types';
import { activeRegime, said } from './consistency';

/**
 * The opt-out link under the title that it had before 2023; the CPRA made it "Do Not Sell or Share My Personal
 * Information".
 * Source: Cal. Civ. Code 1798.135(a)(1).
 */
export const supersededOptOutTitle: Rule = {
  id: 'consistency/superseded-opt-out-title',
  aliases: ['CR-005'],
  title: 'The opt-out link has its former title',
  severity: 'warning',
  citations: [{ text: 'Cal. Civ. Code § 1798.135(a)(1)' }],
  *check({ policy }) {
    const regime = activeRegime(policy, 'ccpa');
    if (!regime) return;
    const places = [...said(policy, 'superseded-opt-out-title', 'anywhere')].map(({ place }) => place);
    const [place, ...others] = places.filter(
      (each) => TITLE.test(wordsOf(each)) && !NAMES_SHARING.test(each.block.text.slice(each.end, each.end + 20)),
    );
    if (!place) return;
    yield {
      place,
      regime,
      message: `Since 2023 the link is titled “Do Not Sell or Share My Personal Information”; “${wordsOf(place)}” leaves the sharing out.`,
      related: others.map((other) => ({ place: other, message: 'also here' })),
      fixes: () => [
        {
          title: "Add 'or Share' to the title",
          safety: 'suggestion',
          edits: [place, ...others].map((each) => ({ range: sellIn(each), newText: sharing(each) })),
        },
      ],
    };
  },
};

/** "Do Not Sell My Personal Information or Share It": the sharing stands behind. What counts requests names no link. */
const NAMES_SHARING = /^,? (?:or|and) (?:share|sharing)\b|^ requests?\b/i;
/** "the right that we do not sell my information" is no title. */
const TITLE = /^(?:Do Not|DO NOT|Do not)/;

type Title = Parameters<typeof wordsOf>[0];

const sellAt = (place: Title): number => place.start + wordsOf(place).search(/sell/i);
const sellIn = (place: Title) =>
  sourceRange({ block: place.block, start: sellAt(place), end: sellAt(place) + 'sell'.length });

/** In capitals where the title is. */
function sharing(place: Title): string {
  const sell = place.block.text.slice(sellAt(place), sellAt(place) + 'sell'.length);
  if (sell === 'SELL') return 'SELL OR SHARE';
  return sell === 'sell' ? 'sell or share' : 'Sell or Share';
}
