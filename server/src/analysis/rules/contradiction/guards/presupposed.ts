import type { Place } from '../../../document/types';
import { kept } from '../../../kept';
import { isDataRoot } from '../../../practices/generalData';
import type { Mention, Statement } from '../../../practices/types';
import type { Claim } from '../pairs/claims';

/**
 * "The personal information that we collect is used to …": whatever else such a sentence says, it takes for granted that
 * there is personal information and that the company has it.
 */
export const presupposesCollection = kept(
  ({ polarity, actor, conditions, data, evidence: { sentence } }: Statement): boolean =>
    polarity === 'affirmed' &&
    actor === 'first_party' &&
    conditions.length === 0 &&
    !sentence.question &&
    data.some((mention) => isHeld(mention)),
);

/** "personal information that we collect", "the personal data we hold". */
export const isHeld = ({ id, place }: Mention): boolean => id === 'personal' && HELD.test(behind(place));
const HELD = /^ (?:that |which )?(?:we|I) (?:collect|gather|receive|obtain|hold)\b/i;

/** "The information that we request is not collected": what readers were asked for, however that was called. */
export const isOfWhatIsAskedFor = ({ data }: Claim): boolean => wordsThatAsk(data) !== undefined;

/** "information that we request" */
export function wordsThatAsk({ id, place }: Mention): Place | undefined {
  const words = isDataRoot(id) ? ASKED_FOR.exec(behind(place))?.[0] : undefined;
  return words === undefined ? undefined : { ...place, end: place.end + words.length };
}
const ASKED_FOR = /^(?: (?:that|which))? (?:we|I) (?:request|require|ask(?: you)?(?: for)?)\b/i;

/** The words right after a place. */
const behind = ({ block, end }: Place): string => block.text.slice(end, end + 40);
