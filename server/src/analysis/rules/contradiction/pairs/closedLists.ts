import catalogue from '../../../catalogue/contradiction.yaml';
import { wordSetsOf } from '../../../catalogue/read';
import type { Block } from '../../../document/types';
import type { Policy } from '../../../policy';
import { passesOn } from '../../../practices/clauses/actions';
import { entityGraph } from '../../../practices/ontologyGraph';
import { sentencesOf } from '../../../practices/sentences';
import type { EntityId, Statement } from '../../../practices/types';
import type { Implied } from './implied';
import { breachOf } from './pairing';
import type { Conflict } from './strength';
import { turned } from './turned';

const listed = wordSetsOf(catalogue, 'closedLists');
const only = listed('only');
const open = listed('open');
const cases = listed('cases');
const understood = listed('understood');

/**
 * "We disclose your data only to the following recipients: …", "only in these cases: …": with nobody whom no item of the
 * list names. A list with an item that tells neither recipients nor a case of law or consent may hold anything.
 */
export function closedList(statement: Statement, { document }: Policy): Implied | undefined {
  const { sentence, kind } = statement.evidence;
  const { block, tokens } = sentence;
  if (kind !== 'prose' || statement.polarity !== 'affirmed' || !passesOn(statement.action)) return undefined;
  if (!/:\s*$/.test(block.text) || !tokens.some(({ lower }) => only.has(lower))) return undefined;
  if (statement.recipients.length > 0 || statement.exceptions.length > 0 || statement.confidence !== 'high')
    return undefined;
  const items = document.blocks.filter(({ lead }) => lead === block);
  const ids = items.map(recipientsIn);
  if (items.length < 2 || ids.includes(undefined)) return undefined;
  const [{ place }] = statement.data as [Statement['data'][number]];
  return {
    slot: 'recipients',
    named: [],
    denial: turned(statement, {
      conditions: [],
      recipients: [],
      purposes: [],
      exceptions: [{ kind: 'recipient', ids: [...ids.flatMap((named) => named ?? []), 'data_subject'], place }],
    }),
  };
}

/** Who receives data in the case of an item, none where law or the reader asks for it; undefined where it may be anybody. */
function recipientsIn(item: Block): readonly EntityId[] | undefined {
  const found: EntityId[] = [];
  let isCase = false;
  for (const { tokens, terms } of sentencesOf(item)) {
    if (tokens.some(({ lower, lemma }) => open.has(lower) || open.has(lemma))) return undefined;
    isCase ||= tokens.some(({ lemma, lower }) => cases.has(lemma) || cases.has(lower));
    for (const { kind, ids } of terms)
      if (kind === 'entity' || kind === 'company') found.push(...ids.filter((id) => !PARTIES.has(id)));
  }
  return found.length > 0 || isCase ? found : undefined;
}
const PARTIES: ReadonlySet<EntityId> = new Set(['first_party', 'data_subject']);

/** What breaks such a list for sure: data handed on elsewhere, of nobody's asking, to somebody whom no list leaves unsaid. */
export const beyondList = ({ denial }: Implied, policy: Policy): Conflict[] =>
  breachOf(policy, denial).filter(({ said, strength }) => {
    const { statement, recipient } = said;
    const { block } = statement.evidence.place;
    return (
      (strength === 'plain' || strength === 'qualified') &&
      recipient !== undefined &&
      block.section !== denial.evidence.place.block.section &&
      statement.modality === 'asserts' &&
      statement.conditions.length === 0 &&
      ![...understood].some((id) => entityGraph.isA(recipient.id, id))
    );
  });
