import type { Block, Place } from '../../document/types';
import { tokenize } from '../../language/tokens';
import type { Sentence, Token } from '../../language/types';
import { phrases, words } from './wording';

const titles = phrases('titles');
const columns = phrases('columns');
const remainder = words('remainder');

/** A label ("Clips: 60 days") has at most so many words before its colon. */
const LONGEST_LABEL = 10;
/** How far into a sentence, or behind its label, the words for what is left may stand, in tokens. */
const REMAINDER_REACH = 4;

/** Token index behind the colon of a label at the beginning of a sentence, 0 where there is none. */
export function afterLabel(tokens: readonly Token[]): number {
  const colon = tokens.findIndex(({ lower }) => lower === ':');
  return colon > 0 && colon < LONGEST_LABEL && colon + 1 < tokens.length ? colon + 1 : 0;
}

/** What the label before a period names ("Clips: 60 days"), unless it names the period ("Storage period: 60 days"). */
export function labelOf({ tokens, block, start }: Sentence): Place | undefined {
  const own = afterLabel(tokens);
  const place = own > 0 ? { block, start: tokens[0].start, end: tokens[own - 2].end } : runInBefore(block, start);
  if (!place) return undefined;
  const label = tokenize(place.block.text.slice(place.start, place.end));
  return label.length === 0 || titles.find(label) || columns.find(label) ? undefined : place;
}

/** The run-in title that a sentence follows at once. */
const runInBefore = (block: Block, start: number): Place | undefined =>
  block.runIn && start >= block.runIn.end && start <= block.runIn.end + 3
    ? { block, start: block.runIn.start, end: block.runIn.end }
    : undefined;

/** "All other records", "anything else": what the other sentences do not speak of. */
export const isOfRemainder = ({ tokens }: Sentence): boolean =>
  tokens
    .slice(0, REMAINDER_REACH)
    .some(({ lower }, i) => remainder.has(lower) && tokens[i + 1]?.lower !== 'than' && tokens[i - 1]?.lower !== 'each');
