import catalogue from '../../../catalogue/contradiction.yaml';
import { wordSetsOf } from '../../../catalogue/read';
import type { Block, Place } from '../../../document/types';
import type { Policy } from '../../../policy';
import { totalSlot } from '../../../practices/clauses/totals';
import { isDataRoot } from '../../../practices/generalData';
import { sentenceAt, sentencesOf } from '../../../practices/sentences';
import type { Mention, Statement } from '../../../practices/types';
import { isSoftened, isUnconditional } from '../guards/sweeping';
import { isFronted } from '../guards/topics';
import type { Implied } from './implied';
import { isListOfOneKind } from './oneKind';
import { breachOf } from './pairing';
import type { Conflict } from './strength';
import { turned } from './turned';

const listed = wordSetsOf(catalogue, 'closedLists');
const only = listed('only');
const open = listed('open');

/**
 * "We collect only the following data: …", "all we store is: …": no other personal data. A list with an item of which no
 * type of data is known, or that leaves something open, may hold anything. Read from the first statement of the list.
 */
export function closedDataList(statement: Statement, { document, statements }: Policy): Implied | undefined {
  const { lead, place } = statement.evidence;
  if (!lead || statement.evidence.kind !== 'list' || !(statement.action === 'collect' || statement.action === 'store'))
    return undefined;
  const introduced = introducedBy(statement, lead);
  if (!introduced || !saysAll(introduced) || hasScope(introduced)) return undefined;
  const items = document.blocks.filter((block) => block.lead === lead.block);
  if (items.length < 2 || items[0] !== place.block) return undefined;
  const named = items.map((item) => dataIn(item, statements));
  if (named[0]?.[0] !== statement.data[0] || named.includes(undefined)) return undefined;
  const all = named.flatMap((mentions) => mentions ?? []);
  return {
    slot: 'data',
    named: all,
    total: true,
    denial: turned(introduced, {
      action: 'collect',
      data: [{ id: 'personal', place: lead }],
      exceptions: [{ kind: 'data', ids: all.map(({ id }) => id), place: lead }],
    }),
  };
}

/** What a list's first item says, in the place of its introduction. */
function introducedBy(statement: Statement, lead: Place): Statement | undefined {
  const sentence = sentenceAt(lead.block, lead.start);
  if (!sentence || statement.polarity !== 'affirmed' || statement.confidence !== 'high') return undefined;
  return { ...statement, evidence: { ...statement.evidence, kind: 'prose', place: lead, sentence } };
}

const saysAll = ({ evidence: { sentence } }: Statement): boolean =>
  totalSlot(sentence) === 'data' ||
  sentence.tokens.some(({ lower }, i, tokens) => only.has(lower) && tokens[i - 1]?.lemma !== 'not');

/** "When you register, we only collect …", "usually only", "only these data about your visit": not all that is ever collected. */
const hasScope = (statement: Statement): boolean =>
  statement.conditions.length > 0 ||
  statement.exceptions.length > 0 ||
  statement.purposes.length > 0 ||
  statement.channel !== undefined ||
  isListOfOneKind(statement) ||
  isFronted(statement) ||
  isSoftened(statement) ||
  !isUnconditional(statement);

/** The types of data of an item; undefined where it may be any. */
function dataIn(item: Block, statements: Policy['statements']): readonly Mention[] | undefined {
  if (sentencesOf(item).some(({ tokens }) => tokens.some(({ lower, lemma }) => open.has(lower) || open.has(lemma))))
    return undefined;
  const data = statements
    .filter(({ evidence }) => evidence.place.block === item)
    .flatMap((statement) => statement.data);
  return data.length > 0 && data.every(({ id }) => !isDataRoot(id) && !id.startsWith('own:')) ? data : undefined;
}

/** What goes beyond such a list for sure: another type, collected outright in another section. */
export const beyondDataList = ({ denial }: Implied, policy: Policy): Conflict[] =>
  breachOf(policy, denial).filter(
    ({ said, strength }) =>
      (strength === 'plain' || strength === 'qualified') &&
      !said.derived &&
      said.statement.conditions.length === 0 &&
      said.statement.evidence.place.block.section !== denial.evidence.place.block.section,
  );
