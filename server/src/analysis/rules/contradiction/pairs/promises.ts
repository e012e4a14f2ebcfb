import catalogue from '../../../catalogue/promises.yaml';
import type { Place } from '../../../document/types';
import type { Policy } from '../../../policy';
import { type Saying, wordings } from '../../said';
import type { Report } from '../../types';
import { quote } from './wording';

/** Places at which the draft says what `catalogue/promises.yaml` describes under that name. */
export const said = wordings(catalogue);

/** A reader of the finding looks at the first of them. */
const MOST_SHOWN = 8;

/** What is said in one place and taken back in another, and how a finding speaks of it. */
export interface Withdrawn {
  readonly promise: string;
  readonly breach: string;
  /** Of the place that breaks the promise, with the words of the promise. */
  message(promised: string): string;
  readonly promisedHere: string;
  /** Of the place that promises, with the words that break it. */
  mirror(broken: string): string;
  readonly brokenHere: string;
}

/** One finding on the first place that breaks a promise, with every place that makes it; hints on those. */
export const withdrawn = (policy: Policy, pair: Withdrawn): Iterable<Report> =>
  heldAgainst(said(policy, pair.promise), () => said(policy, pair.breach), pair);

/** How a finding speaks of what is said in one place and taken back in another, and which of them can be compared. */
interface Wording extends Omit<Withdrawn, 'promise' | 'breach'> {
  areOfOneMatter?(promise: Saying, breach: Saying): boolean;
}

/** One finding on the first of `breaches` that one of `promises` rules out. */
export function* heldAgainst(
  promises: readonly Saying[],
  breaches: () => readonly Saying[],
  { areOfOneMatter, ...pair }: Wording,
): Iterable<Report> {
  if (promises.length === 0) return;
  for (const breach of breaches()) {
    const broken = promises
      .filter((promise) => isElsewhere(promise, breach) && (areOfOneMatter?.(promise, breach) ?? true))
      .slice(0, MOST_SHOWN);
    const [first] = broken;
    if (!first) continue;
    const place = sentenceOf(breach);
    yield {
      place,
      message: pair.message(quote(sentenceOf(first))),
      related: broken.map((promise) => ({ place: sentenceOf(promise), message: pair.promisedHere })),
    };
    for (const promise of broken) {
      yield {
        place: sentenceOf(promise),
        severity: 'hint',
        message: pair.mirror(quote(place)),
        related: [{ place, message: pair.brokenHere }],
      };
    }
    return;
  }
}

/** What stands in one paragraph, or in the items of one list, draws a line by itself. */
const isElsewhere = ({ unit: a }: Saying, { unit: b }: Saying): boolean =>
  a.own.line.sentence.block !== b.own.line.sentence.block;

function sentenceOf({ unit }: Saying): Place {
  const { block, start, end } = unit.own.line.sentence;
  return { block, start, end };
}
