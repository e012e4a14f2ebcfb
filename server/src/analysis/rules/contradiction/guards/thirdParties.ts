import catalogue from '../../../catalogue/contradiction.yaml';
import { readCatalogue, wordLists } from '../../../catalogue/read';
import { kept } from '../../../kept';
import { possessives } from '../../../language/grammar';
import type { Sentence } from '../../../language/types';
import { passesOn } from '../../../practices/clauses/actions';
import type { DraftGraphs } from '../../../practices/names/localDefinitions';
import type { Statement } from '../../../practices/types';
import type { Claim } from '../pairs/claims';
import { isLegal } from './exceptions';

const { forUs, inside, posts } = readCatalogue(catalogue, wordLists('forUs', 'inside', 'posts'));

/** "third parties" often means others than processors, authorities under law and the buyer of the business, without saying so. */
export function isNoThirdParty(said: Claim, denied: Claim, graphs: DraftGraphs): boolean {
  if (!passesOn(denied.action)) return false;
  if ([...said.statement.conditions, ...said.statement.exceptions].some(({ kind }) => kind === 'consent')) return true;
  if (staysInside(said.statement.evidence.sentence)) return true;
  if (isLegal(said, graphs) && denied.recipient?.id !== 'government') return true;
  // "we may share data in the following cases:" names nobody; the cases may not be those that are denied
  if (!said.recipient && denied.recipient && denied.action !== 'sell') return true;
  if (said.recipient && graphs.entities.isA(said.recipient.id, 'transferee')) return true;
  // "your comment is visible to the public": what readers post is meant to be seen
  if (said.recipient?.id === 'public' && (isOfPost(said.statement.evidence.sentence) || isChosen(said.statement)))
    return true;
  if (isOfBusinessTransfer(said.statement)) return true;
  return isProcessor(said, graphs) && denied.recipient?.id === 'third_party';
}

/** "shared internally for administration" */
const staysInside = ({ tokens }: Sentence): boolean => tokens.some(({ lower }) => inside.includes(lower));

/** "If we are involved in a merger, …": as purpose or as occasion. */
const isOfBusinessTransfer = ({ purposes, evidence }: Statement): boolean =>
  purposes.some(({ id }) => id === 'business_transfer') ||
  evidence.sentence.terms.some(({ kind, ids }) => kind === 'purpose' && ids.includes('business_transfer'));

export const isProcessor = (said: Claim, graphs: DraftGraphs): boolean =>
  said.recipient !== undefined &&
  (graphs.entities.isA(said.recipient.id, 'service_provider') || worksForUs(said.statement.evidence.sentence));

/** "third parties that perform services on our behalf": processors in other words. */
const worksForUs = kept(({ block: { text }, start, end }: Sentence): boolean => {
  const sentence = text.slice(start, end).toLowerCase();
  return forUs.some((words) => sentence.includes(words));
});

/** "When you submit a listing, …": by what readers do. */
const isChosen = ({ conditions }: Statement): boolean => conditions.some(({ kind }) => kind === 'userAction');

/** "in the context of your comment", "if you comment" */
const isOfPost = ({ tokens }: Sentence): boolean =>
  tokens.some(
    ({ lemma }, i) =>
      posts.includes(lemma) && (possessives.has(tokens[i - 1]?.lower ?? '') || tokens[i - 1]?.lower === 'you'),
  );
