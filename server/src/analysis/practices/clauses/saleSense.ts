import catalogue from '../../catalogue/language/qualifiers.yaml';
import { readCatalogue, record, wordList, wordLists } from '../../catalogue/read';
import { PhraseList } from '../../language/phrases';
import type { Clause } from '../../language/types';
import type { Slots } from '../slots/slots';
import type { Statement } from '../types';

const { senses, handling } = readCatalogue(
  catalogue,
  record({
    handling: wordList,
    senses: wordLists('forMoney', 'forValue', 'hedged', 'statutory'),
  }),
);
const forValue = new PhraseList([...senses.forValue]);
const forMoney = new PhraseList([...senses.forMoney]);
/** "for payment processing": what is done with money, no price. */
const handledBy: ReadonlySet<string> = new Set(handling);
const hedged = new PhraseList([...senses.hedged]);
const statutory = new PhraseList([...senses.statutory]);

/** Something is had for it. */
export const isForPrice = (sense: Statement['sense']): boolean => sense === 'forMoney' || sense === 'forValue';

/**
 * In which sense a sale, or what may be one, is spoken of. California counts what is given for anything of value:
 * Cal. Civ. Code 1798.140(ad).
 */
export function senseOf(clause: Clause, slots: Slots): Statement['sense'] {
  const { tokens, scareQuoted } = clause.sentence;
  const { first, verb } = clause.group;
  const from = Math.min(first, clause.from);
  // "for money or other valuable consideration": whatever is had for it, as California counts
  if (forValue.find(tokens, from, clause.to)) return 'forValue';
  if (slots.purposes.some(({ term }) => term.ids.includes('monetary'))) return 'forMoney';
  // "In return for a fee, we provide …": what is had for it may stand in front
  const price = forMoney.find(tokens, from, clause.to);
  if (price && !handledBy.has(tokens[price.last + 1]?.lemma ?? '')) return 'forMoney';
  if (hedged.find(tokens, first, clause.to)) return 'hedged';
  if (statutory.find(tokens, from, clause.to) || scareQuoted.has(verb)) return 'statutory';
  return 'ordinary';
}
