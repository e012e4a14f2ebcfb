import catalogue from '../catalogue/language/qualifiers.yaml';
import { PhraseList } from '../language/phrases';
import type { Clause } from '../language/types';
import type { Slots } from './slots';
import type { Statement } from './types';

const { senses } = catalogue as unknown as {
  readonly senses: Readonly<Record<'forMoney' | 'hedged' | 'statutory', readonly string[]>>;
};
const forMoney = new PhraseList([...senses.forMoney]);
const hedged = new PhraseList([...senses.hedged]);
const statutory = new PhraseList([...senses.statutory]);

/**
 * In which sense a sale, or what may be one, is spoken of. California counts what is given for anything of value:
 * Cal. Civ. Code 1798.140(ad).
 */
export function senseOf(clause: Clause, slots: Slots): Statement['sense'] {
  const { tokens, scareQuoted } = clause.sentence;
  const { first, verb } = clause.group;
  const from = Math.min(first, clause.from);
  if (slots.purposes.some(({ term }) => term.ids.includes('monetary'))) return 'forMoney';
  // "In return for a fee, we provide …": what is had for it may stand in front
  if (forMoney.find(tokens, from, clause.to)) return 'forMoney';
  if (hedged.find(tokens, first, clause.to)) return 'hedged';
  if (statutory.find(tokens, from, clause.to) || scareQuoted.has(verb)) return 'statutory';
  return 'ordinary';
}
