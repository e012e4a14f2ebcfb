import { having } from '../../../practices/clauses/actions';
import type { DraftGraphs } from '../../../practices/names/localDefinitions';
import { isOfConsent, isWithoutConsent } from '../guards/exceptions';
import { mayMeanOther } from '../guards/indirect';
import { isOfOwnAccord } from '../guards/ownAccord';
import { isHeld, isOfWhatIsAskedFor } from '../guards/presupposed';
import { isForAdvertiser } from '../guards/purposes';
import { mayMeanLess } from '../guards/reserve';
import { leavesNothing } from '../guards/separateSentences';
import { isNoThirdParty, isProcessor } from '../guards/thirdParties';
import type { Claim } from './claims';

/** How strongly two statements exclude each other, the strongest first. */
export type Strength =
  /** Both are said outright. */
  | 'plain'
  /** One follows from what is said, holds under a condition, or in the statute's sense of the word. */
  | 'qualified'
  /** One of the two may mean less than its words say, though it does not say so. */
  | 'reserved'
  /** They exclude each other only as GDPR or CCPA understands the terms. */
  | 'definition'
  /** They exclude each other only if processors, authorities, buyers of the business or readers of what somebody published count as third parties. */
  | 'unspoken'
  /** The denial holds without consent, and nothing tells that anybody is asked. */
  | 'unasked';

/** A statement and the denial that it breaks. */
export interface Conflict {
  readonly said: Claim;
  readonly denied: Claim;
  readonly strength: Strength;
}

/** Enough for a reader to see what is wrong. */
const MOST_CONFLICTS = 24;
const order: readonly Strength[] = ['plain', 'qualified', 'reserved', 'definition', 'unspoken', 'unasked'];

/** The clearest first, as many as a reader looks at. */
export const ranked = (conflicts: ReadonlyMap<string, Conflict>): Conflict[] =>
  [...conflicts.values()].sort(clearer).slice(0, MOST_CONFLICTS);

/** Negative where the first is the clearer conflict: stronger, then the same type of data, then the earlier place. */
export function clearer(a: Conflict, b: Conflict): number {
  return (
    order.indexOf(a.strength) - order.indexOf(b.strength) ||
    Number(a.said.derived) - Number(b.said.derived) ||
    Number(a.said.recipient === undefined) - Number(b.said.recipient === undefined) ||
    Number(a.said.data.id !== a.denied.data.id) - Number(b.said.data.id !== b.denied.data.id) ||
    a.said.data.place.block.index - b.said.data.place.block.index ||
    a.said.data.place.start - b.said.data.place.start
  );
}

export function strengthOf(said: Claim, denied: Claim, graphs: DraftGraphs): Strength {
  if (isNoThirdParty(said, denied, graphs)) return 'unspoken';
  if (denied.statement.exceptions.some(isOfConsent) && isWithoutConsent(said, graphs)) return 'unasked';
  const { contested } = graphs.data.relate(said.data.id, denied.data.id);
  if (mayMeanLess(denied, said) || mayMeanOther(said, denied)) return 'reserved';
  // nobody thinks of letters who says that nothing is collected
  if (having.has(denied.action) && isOfOwnAccord(said.statement) && !leavesNothing(denied.statement.evidence.sentence))
    return 'reserved';
  // the law that knows a "sale" of data also says what is personal
  if (contested && denied.action !== 'sell') return 'definition';
  const { conditions, modality, sense } = said.statement;
  const conditional = conditions.some(({ kind }) => kind === 'consent' || kind === 'necessity' || kind === 'other');
  const processor = isProcessor(said, graphs) && denied.recipient === undefined;
  // "knowingly" leaves a way out
  const hedged = denied.statement.modality === 'knowingly' || modality === 'future' || sense === 'statutory';
  // "the personal information we collect is used to …", "what we ask for is not collected": one is not said in so many words
  const indirect = isOfWhatIsAskedFor(denied) || (said.action === 'collect' && isHeld(said.data));
  // what an advertising network gets it for is not said
  const unsaid = denied.statement.purposes.some((purpose) => isForAdvertiser(said.recipient, said.statement, purpose));
  // "no data whatsoever", and statistics
  const impersonal = said.statement.dataScope.aggregate === true && denied.statement.dataScope.aggregate !== true;
  return said.derived || contested || conditional || processor || hedged || indirect || unsaid || impersonal
    ? 'qualified'
    : 'plain';
}
