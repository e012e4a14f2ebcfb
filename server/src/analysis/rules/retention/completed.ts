import { wordsOf } from '../../document/place';
import type { Section } from '../../document/types';
import type { Policy } from '../../policy';
import { dataGraph } from '../../practices/ontologyGraph';
import type { RetentionStatement } from '../../practices/types';
import { disputed } from '../contradiction/retentionConflicts';

/** Verdicts from which a reader cannot work out a period. */
const VAGUE = new Set(['vague', 'vague (discretion)', 'weak criteria', 'absent (deferred)']);
const CONCRETE = new Set(['specific', 'weakened fixed', 'event-bound', 'criteria acceptable']);
const GENERAL = new Set(['any_data', 'personal']);
/** So many periods for data of its own each carry out what a general sentence announces. */
const SEVERAL = 3;
const LISTED = 2;

/** Says that data is kept, but not how long; what says it only in passing ("we may keep a record") is none. */
export const isVague = ({ verdict, unstated, residual, action }: RetentionStatement): boolean =>
  VAGUE.has(verdict) && !unstated && !(residual && verdict === 'vague' && action !== 'delete');

export const isConcrete = ({ verdict }: RetentionStatement): boolean => CONCRETE.has(verdict);

/** About all data, not about one kind. */
export const isGeneral = ({ data, object }: RetentionStatement): boolean =>
  object === undefined && data.every(({ id }) => GENERAL.has(id));

/** Last words of what names the data, in the singular: "your reviews" gives "review". */
const nounsOf = ({ object, data }: RetentionStatement): string[] =>
  [...(object ? [object] : []), ...data.map(({ place }) => place)].map(
    (place) => wordsOf(place).toLowerCase().replace(/s$/, '').split(' ').pop() ?? '',
  );

/** The outermost section around a place, the title of the whole draft left out. */
function chapter(section: Section): Section {
  let top = section;
  while (top.parent && top.parent.level > 1) top = top.parent;
  return top;
}

/**
 * Whether other words complete a vague sentence: a period for the same data or for all data in the same part of the
 * draft, a table row for that data, or a row of periods that a general sentence only introduces. What is itself
 * contradicted completes nothing.
 */
export function isCompleted(statement: RetentionStatement, policy: Policy): boolean {
  const here = chapter(statement.words.block.section);
  const contested = disputed(policy);
  const concrete = policy.retention.filter(
    (other) => other !== statement && isConcrete(other) && !contested.has(other),
  );
  const near = concrete.filter((other) => chapter(other.words.block.section) === here);
  if (isGeneral(statement)) return near.some(coversAll) || isSpeltOut(near);
  return (
    near.some((other) => coversAll(other) || covers(other, statement)) ||
    concrete.some((other) => other.kind === 'table' && covers(other, statement))
  );
}

const coversAll = (other: RetentionStatement): boolean => isGeneral(other) && other.class !== 'none_kept';

/** A list or table of periods, or several for data of its own each: what a general sentence only introduces. */
function isSpeltOut(near: readonly RetentionStatement[]): boolean {
  const listed = new Set(near.filter(({ kind }) => kind !== 'prose').map(({ words }) => words.block));
  return listed.size >= LISTED || new Set(near.flatMap(nounsOf)).size > SEVERAL;
}

/** `other` names the same data, or data that holds it. */
function covers(other: RetentionStatement, statement: RetentionStatement): boolean {
  const nouns = nounsOf(statement);
  if (nounsOf(other).some((noun) => nouns.includes(noun))) return true;
  if (statement.object || other.data.length === 0) return false;
  return statement.data.every(
    ({ id }) => GENERAL.has(id) || other.data.some((mention) => dataGraph.isA(id, mention.id)),
  );
}

/** Whether the same part of the draft says until when copies are kept ("backups are overwritten within 35 days"). */
export function areCopiesLimited(statement: RetentionStatement, policy: Policy): boolean {
  const here = chapter(statement.words.block.section);
  return policy.retention.some(
    (other) => other.residual && other.verdict === 'specific' && chapter(other.words.block.section) === here,
  );
}
