import catalogue from '../../../catalogue/contradiction.yaml';
import { readCatalogue, wordLists } from '../../../catalogue/read';
import { purposeGraph } from '../../../practices/ontologyGraph';
import { isNothingBut } from '../../../practices/slots/slotPhrases';
import type { PurposeMention, Statement } from '../../../practices/types';
import { turned } from './turned';

const { only, impersonal, ownBenefit } = readCatalogue(catalogue, wordLists('only', 'impersonal', 'ownBenefit'));

/**
 * What "only aggregated, anonymised data is transmitted to external services" rules out: they get no personal data.
 * Undefined where a statement says no such thing.
 */
export function onlyImpersonalShared(statement: Statement): Statement | undefined {
  const { action, evidence, data, purposes } = statement;
  const { tokens, terms } = evidence.sentence;
  const [first] = data;
  if ((action !== 'share' && action !== 'allow') || !first || first.place.block !== evidence.sentence.block)
    return undefined;
  if (!data.every(({ id }) => impersonal.includes(id))) return undefined;
  const at = tokens.findIndex(({ start }) => start >= first.place.start);
  // "only", "we only share", "nothing but": right before the data, save for the verb
  const cue = tokens.findLastIndex(({ lower }, i) => i < at && (only.includes(lower) || isNothingBut(tokens, i)));
  if (cue < 0 || tokens[cue - 1]?.lemma === 'not' || at - cue > REACH) return undefined;
  if (terms.some(({ kind, first: from }) => kind !== 'data' && from > cue && from < at)) return undefined;
  return turned(statement, {
    action: 'share',
    dataScope: {},
    // "to help us improve the app" tells why; "for research" leaves other purposes open
    purposes: purposes.filter((purpose) => !isOwnBenefit(purpose)),
    data: [{ id: 'personal', place: first.place }],
  });
}
/** In tokens: "only ever share …". */
const REACH = 3;

const isOwnBenefit = ({ id, party }: PurposeMention): boolean =>
  party !== 'third_party' && ownBenefit.some((wider) => purposeGraph.isA(id, wider));
