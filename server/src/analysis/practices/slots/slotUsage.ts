import qualifiersCatalogue from '../../catalogue/language/qualifiers.yaml';
import { readCatalogue, wordLists } from '../../catalogue/read';
import type { TermMatch } from '../../language/types';
import { isDataRoot } from '../generalData';
import { isPlainAdjective } from './ownNouns';
import { enter, type SlotState } from './slotState';

const { usage, using } = readCatalogue(qualifiersCatalogue, wordLists('usage', 'using'));
const usageNouns = new Set(usage);
/** "use", "visit", "interact": what people do with a service. */
export const usageVerbs: ReadonlySet<string> = new Set(using);

/**
 * "information about your use of the kiosk", "data on how you interact with us", "information from studios about their
 * use of the app": whatever it is that is used, this is what people do. Undefined where the words say no such thing.
 */
export function usageAt(state: SlotState, i: number): TermMatch | undefined {
  const { tokens, slots, slot, termAt } = state;
  // "data on how you …", not "depending on how you …"
  const on = tokens[i - 1]?.lower === 'on';
  const about = on && slots.data.some(({ last }) => last === i - 2);
  if (on ? !about : slot !== 'object' && slot !== 'source') return undefined;
  if (!slots.data.some(({ ids }) => ids.some(isDataRoot))) return undefined;
  const word = tokens[i]?.lower ?? '';
  const known = termAt.get(i);
  if (known?.kind === 'data') return undefined;
  const before = tokens[i - 1]?.lower ?? '';
  // "information about you and your use of …"
  const besides = before === 'and' && tokens[i - 2]?.lower === 'you' && tokens[i - 3]?.lower === 'about';
  const isAbout =
    /^(?:about|regarding|on|concerning)$/.test(before) ||
    (before === 'to' && /^(?:related|relating)$/.test(tokens[i - 2]?.lower ?? ''));
  const told = /^(?:your|their)$/.test(word) && (besides || isAbout);
  // "your past use"
  const used = isPlainAdjective(tokens[i + 1]?.lower ?? '') ? i + 2 : i + 1;
  // "how often you use"
  const at = /^(?:often|frequently|long)$/.test(tokens[i + 1]?.lower ?? '') ? i + 1 : i;
  const how = word === 'how' && /^(?:you|they|users|visitors|customers)$/.test(tokens[at + 1]?.lower ?? '');
  const does = how && usageVerbs.has(tokens[at + 2]?.verb?.base ?? '');
  if (!does && !(told && usageNouns.has(tokens[used]?.lemma ?? ''))) return undefined;
  if (slot !== 'object') enter(state, 'object', i);
  return { kind: 'data', ids: ['internet_activity'], first: i, last: does ? at + 2 : used };
}
