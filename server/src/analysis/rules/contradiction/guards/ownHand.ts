import { kept } from '../../../kept';
import { readClauses } from '../../../language/clauses';
import { firstPerson } from '../../../language/grammar';
import { having } from '../../../practices/clauses/actions';
import { entityGraph } from '../../../practices/ontologyGraph';
import { sentencesOf } from '../../../practices/sentences';
import type { Statement } from '../../../practices/types';

/**
 * "We collect your card details": the company does it itself, and nobody is named who might do it instead. Only that breaks
 * "we do not directly collect card details", and even that may be meant of somebody who works for the company.
 */
export const isByOwnHand = kept(
  ({ actor, action, recipients, source, evidence: { sentence } }: Statement): boolean =>
    actor === 'first_party' &&
    having.has(action) &&
    recipients.length === 0 &&
    (source === undefined || source === 'data_subject') &&
    readClauses(sentence).some(
      ({ passive, subject }) => !passive && firstPerson.has(sentence.tokens[subject?.last ?? -1]?.lower ?? ''),
    ) &&
    !sentencesOf(sentence.block).some(({ terms }) =>
      terms.some(
        ({ kind, ids }) =>
          kind === 'company' || (kind === 'entity' && ids.some((id) => entityGraph.isA(id, 'third_party'))),
      ),
    ),
);
