import { current, isAdverbAt, knowing, modals, negators } from './grammar';
import type { Modality, Token } from './types';

/** Auxiliaries, negators and adverbs in front of a main verb. */

export const bare = (token: Token | undefined, base: string): boolean => token?.verb?.base === base;
export const isBe = (token: Token | undefined): boolean => bare(token, 'be') || token?.lower === "'s";
export const isHave = (token: Token | undefined): boolean => bare(token, 'have') && token?.verb?.form !== 'gerund';
export const isDo = (token: Token | undefined): boolean =>
  bare(token, 'do') && (token?.lower === 'do' || token?.lower === 'does' || token?.lower === 'did');

export interface Chain {
  first: number;
  modal?: string;
  be: boolean;
  have: boolean;
  do: boolean;
  to: boolean;
  negations: number;
  adverbs: string[];
  /** The auxiliaries stand in front of an enumeration: "will not (a) sell … and (b) disclose". */
  enumerated?: boolean;
}

/** What stands left of a main verb and belongs to it. */
export function readChain(tokens: readonly Token[], verb: number, neutral: ReadonlySet<number>): Chain {
  const chain: Chain = { first: verb, be: false, have: false, do: false, to: false, negations: 0, adverbs: [] };
  let i = verb - 1;
  while (i >= 0) {
    const token = tokens[i] as Token;
    if (token.lower === 'to' && !chain.be && !chain.have && !chain.do && chain.modal === undefined) chain.to = true;
    else if (modals.has(token.lower)) chain.modal = token.lower;
    else if (isBe(token) && !(token.lower === "'s" && !tokens[verb]?.verb?.form.startsWith('p'))) chain.be = true;
    else if (isHave(token)) chain.have = true;
    else if (isDo(token)) chain.do = true;
    else if (token.lower === '"' && i === verb - 1) {
      // 'we do not "sell"'
    } else if (token.lower === 'longer' && tokens[i - 1]?.lower === 'no') {
      // "data will no longer be collected"
      chain.negations++;
      i--;
    } else if (negators.has(token.lower)) {
      if (!neutral.has(i)) chain.negations++;
    } else if (isAdverbAt(tokens, i)) chain.adverbs.push(token.lower);
    else {
      const occasion = deniedOccasionStart(tokens, i);
      if (occasion !== undefined) {
        chain.negations++;
        chain.first = occasion;
        i = occasion - 1;
        continue;
      }
      const opening = enumerationStart(tokens, i);
      if (opening !== undefined) {
        // the first of them stands right behind the auxiliaries
        if (!chain.enumerated && opening < i - 2) {
          chain.first = i - 2;
          chain.enumerated = true;
        }
        i = opening - 1;
        continue;
      }
      const before = parentheticalStart(tokens, i);
      if (before === undefined) break;
      i = before;
      continue;
    }
    if (!chain.enumerated) chain.first = i;
    i--;
    if (chain.to) {
      // "not to collect", "to not collect": the negator before "to" belongs to it
      if (i >= 0 && negators.has((tokens[i] as Token).lower)) {
        chain.negations++;
        if (!chain.enumerated) chain.first = i;
      }
      break;
    }
  }
  return chain;
}

/** "we will at no time share", "is in no way linked": index of the preposition. */
function deniedOccasionStart(tokens: readonly Token[], noun: number): number | undefined {
  const before = tokens[noun - 3];
  if (
    tokens[noun - 1]?.lower !== 'no' ||
    !before ||
    !(modals.has(before.lower) || isBe(before) || isHave(before) || isDo(before))
  )
    return undefined;
  return /^(?:at|in|under|by|on)$/.test(tokens[noun - 2]?.lower ?? '') ? noun - 2 : undefined;
}

const enumerators = ['a', 'b', 'c', 'd', 'e', 'f', 'i', 'ii', 'iii', 'iv', 'v', 'vi', '1', '2', '3', '4', '5', '6'];

/** In words; farther back nobody reads an enumeration as one. */
const LONGEST_ENUMERATION = 400;

/** Index of the bracket of "(b)" that ends here, -1 where there is none. */
const enumeratorAt = (tokens: readonly Token[], close: number): number =>
  tokens[close]?.lower === ')' &&
  tokens[close - 2]?.lower === '(' &&
  enumerators.includes(tokens[close - 1]?.lower ?? '')
    ? close - 2
    : -1;

/**
 * "will not (a) sell … and (b) disclose": where the enumeration to which this letter belongs begins, if auxiliaries stand
 * before it.
 */
function enumerationStart(tokens: readonly Token[], close: number): number | undefined {
  const own = enumeratorAt(tokens, close);
  if (own < 0) return undefined;
  for (let k = Math.max(2, close - LONGEST_ENUMERATION); k <= close; k++) {
    const first = enumeratorAt(tokens, k);
    if (first < 0) continue;
    const before = tokens[first - 1];
    const opens = before && (modals.has(before.lower) || negators.has(before.lower) || before.lower === 'to');
    return opens ? first : undefined;
  }
  return undefined;
}

/** "may, from time to time, share": index before the opening comma of a short insertion inside a verb group. */
function parentheticalStart(tokens: readonly Token[], comma: number): number | undefined {
  if ((tokens[comma] as Token).lower !== ',') return undefined;
  for (let k = comma - 1; k > 0 && k >= comma - 8; k--) {
    const token = tokens[k] as Token;
    if (token.lower === ',') {
      const before = tokens[k - 1] as Token;
      return modals.has(before.lower) || isBe(before) || isHave(before) || isDo(before) || negators.has(before.lower)
        ? k - 1
        : undefined;
    }
    if (token.lower === ';' || token.lower === ':') return undefined;
  }
  return undefined;
}

export function modalityOf(chain: Chain, inherited: Modality = 'asserts'): Modality {
  if (chain.adverbs.some((word) => knowing.has(word))) return 'knowingly';
  const modal = chain.modal === undefined ? undefined : modals.get(chain.modal);
  if ((chain.modal === 'can' || chain.modal === 'ca' || chain.modal === 'could') && chain.negations % 2 === 1)
    return 'cannot';
  if (modal === 'may') return 'may';
  if (chain.adverbs.some((word) => current.has(word))) return 'currently';
  return modal === undefined && chain.negations === 0 && !chain.be && !chain.have && !chain.do ? inherited : 'asserts';
}
