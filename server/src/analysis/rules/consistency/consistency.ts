import catalogue from '../../catalogue/consistency.yaml';
import type { RegimeId } from '../../disclosures/types';
import { wordsOf } from '../../document/place';
import type { Place } from '../../document/types';
import type { Policy } from '../../policy';
import { type Saying, wordings } from '../said';
import type { Report } from '../types';

/** Places at which the draft says what `catalogue/consistency.yaml` describes under that name. */
export const said = wordings(catalogue);

/** The first of these regimes that applies to the draft. */
export function activeRegime(policy: Policy, ...ids: readonly RegimeId[]): RegimeId | undefined {
  return policy.regimes.find((regime) => regime.state === 'active' && ids.includes(regime.id))?.id;
}

/** One finding for something said several times: on the first place, the others related. */
export function* once(
  sayings: Iterable<Saying>,
  report: (first: Saying, words: string) => Omit<Report, 'place' | 'related'>,
): Generator<Report> {
  const [first, ...others] = sayings;
  if (!first) return;
  const related = others
    .slice(0, MOST_RELATED)
    .map(({ place }) => ({ place, message: `also here: “${shortened(place)}”` }));
  yield { ...report(first, shortened(first.place)), place: first.place, related };
}

/** More places than these help nobody; the first finding is settled first. */
const MOST_RELATED = 20;
const LONGEST_QUOTE = 60;

/** Words of a place, short enough for a message. */
export function shortened(place: Place): string {
  const words = wordsOf(place);
  return words.length <= LONGEST_QUOTE ? words : `${words.slice(0, words.lastIndexOf(' ', LONGEST_QUOTE))} …`;
}
