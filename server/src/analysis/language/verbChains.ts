import {
  conjunctions,
  current,
  determiners,
  isAdverb,
  isAdverbAt,
  isObjectPronoun,
  isPronounSubject,
  knowing,
  modals,
  negators,
  prepositions,
  subordinators,
} from './grammar';
import type { Modality, Token } from './types';

/** Auxiliaries, negators and adverbs in front of a main verb. */

export const bare = (token: Token | undefined, base: string): boolean => token?.verb?.base === base;
export const isBe = (token: Token | undefined): boolean => bare(token, 'be') || token?.lower === "'s";
export const isHave = (token: Token | undefined): boolean => bare(token, 'have') && token?.verb?.form !== 'gerund';
export const isDo = (token: Token | undefined): boolean =>
  bare(token, 'do') && (token?.lower === 'do' || token?.lower === 'does' || token?.lower === 'did');

/** "your data gets shared", "all calls get recorded": no object stands behind the participle. */
export function helpsPassive(tokens: readonly Token[], get: number): boolean {
  if (!bare(tokens[get], 'get') || tokens[get]?.verb?.form === 'gerund') return false;
  let verb = get + 1;
  while (tokens[verb] && isAdverbAt(tokens, verb)) verb++;
  const form = tokens[verb]?.verb?.form;
  const next = tokens[verb + 1];
  return (
    (form === 'past' || form === 'participle') &&
    (next?.kind !== 'word' ||
      prepositions.has(next.lower) ||
      conjunctions.has(next.lower) ||
      subordinators.has(next.lower) ||
      isAdverb(next))
  );
}

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
export const readChain = (tokens: readonly Token[], verb: number, neutral: ReadonlySet<number>): Chain =>
  new ChainReader(tokens, verb, neutral).read();

class ChainReader {
  private readonly chain: Chain;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly verb: number,
    /** Negators that deny nothing. */
    private readonly neutral: ReadonlySet<number>,
  ) {
    this.chain = { first: verb, be: false, have: false, do: false, to: false, negations: 0, adverbs: [] };
  }

  read(): Chain {
    const { chain, tokens } = this;
    let at = this.verb - 1;
    while (at >= 0 && !chain.to) {
      const before = this.takeWord(at) ?? this.takeInsertion(at);
      if (before === undefined) return chain;
      at = before;
    }
    // "not to collect", "to not collect": the negator before "to" belongs to it
    if (chain.to && at >= 0 && negators.has(tokens[at].lower)) {
      chain.negations++;
      if (!chain.enumerated) chain.first = at;
    }
    return chain;
  }

  /** Takes an auxiliary, a negator or an adverb; gives the index before it, or nothing where the token is none of them. */
  private takeWord(at: number): number | undefined {
    const { chain, tokens, verb } = this;
    const token = tokens[at];
    const { lower } = token;
    let first = at;
    if (lower === 'to' && !chain.be && !chain.have && !chain.do && chain.modal === undefined) chain.to = true;
    else if (modals.has(lower)) chain.modal = lower;
    else if (isBe(token) && !(lower === "'s" && !tokens[verb]?.verb?.form.startsWith('p'))) chain.be = true;
    // "your data gets shared"
    else if (helpsPassive(tokens, at)) chain.be = true;
    else if (isHave(token)) chain.have = true;
    else if (isDo(token)) chain.do = true;
    else if (lower === 'longer' && tokens[at - 1]?.lower === 'no') {
      // "data will no longer be collected"
      chain.negations++;
      first = at - 1;
    } else if (negators.has(lower)) {
      if (!this.neutral.has(at)) chain.negations++;
    } else if (isAdverbAt(tokens, at)) chain.adverbs.push(lower);
    // 'we do not "sell"'
    else if (!(lower === '"' && at === verb - 1)) return undefined;
    if (!chain.enumerated) chain.first = first;
    return first - 1;
  }

  /** Passes over what stands between the auxiliaries and the verb; gives the index before it, or nothing where there is none. */
  private takeInsertion(at: number): number | undefined {
    const { chain, tokens } = this;
    const occasion = deniedOccasionStart(tokens, at);
    if (occasion !== undefined) {
      chain.negations++;
      chain.first = occasion;
      return occasion - 1;
    }
    const opening = enumerationStart(tokens, at);
    if (isNeverEver(tokens, at)) return at - 1;
    if (opening === undefined) return parentheticalStart(tokens, at) ?? occasionStart(tokens, at, this.verb);
    // the first of them stands right behind the auxiliaries
    if (!chain.enumerated && opening < at - 2) {
      chain.first = at - 2;
      chain.enumerated = true;
    }
    return opening - 1;
  }
}

/** "we will at no time share", "is in no way linked", "we at no point see": index of the preposition. */
function deniedOccasionStart(tokens: readonly Token[], noun: number): number | undefined {
  const before = tokens[noun - 3];
  if (tokens[noun - 1]?.lower !== 'no' || !before) return undefined;
  const helps = modals.has(before.lower) || isBe(before) || isHave(before) || isDo(before);
  if (!helps && !isPronounSubject(before)) return undefined;
  return /^(?:at|in|under|by|on)$/.test(tokens[noun - 2]?.lower ?? '') ? noun - 2 : undefined;
}

/** In tokens: "under any circumstances apart from those above". */
const LONGEST_OCCASION = 8;

/**
 * "do not under any circumstances sell", "may in some cases share": index before a phrase without commas that stands
 * between the auxiliary and the verb.
 */
function occasionStart(tokens: readonly Token[], end: number, verb: number): number | undefined {
  const last = tokens[end] as Token;
  const isBase = tokens[verb]?.verb?.form === 'base';
  if (last.kind !== 'word' || determiners.has(last.lower)) return undefined;
  if (prepositions.has(last.lower) || conjunctions.has(last.lower)) return undefined;
  for (let k = end - 1; k > 0 && k > end - LONGEST_OCCASION; k--) {
    const { kind, lower, verb: form } = tokens[k] as Token;
    if (kind !== 'word' || (form && form.form !== 'base') || isObjectPronoun(tokens[k] as Token)) return undefined;
    if (!prepositions.has(lower) || lower === 'to') continue;
    const before = negators.has(tokens[k - 1]?.lower ?? '') ? k - 2 : k - 1;
    if (isBase && (modals.has(tokens[before]?.lower ?? '') || isDo(tokens[before]))) return k - 1;
    // "is not in any way linked"
    if (!isBase && before === k - 2 && tokens[k + 1]?.lower === 'any' && isBe(tokens[before])) return k - 1;
  }
  return undefined;
}

/** The comma in "we never, ever sell". */
const isNeverEver = (tokens: readonly Token[], comma: number): boolean =>
  tokens[comma]?.lower === ',' && tokens[comma - 1]?.lower === 'never' && tokens[comma + 1]?.lower === 'ever';

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

const openings: ReadonlyMap<string, string> = new Map([
  [',', ','],
  [')', '('],
  ['-', '-'],
]);

/** "may, from time to time, share", "do not (and never will) sell": index before the mark that opens a short insertion. */
function parentheticalStart(tokens: readonly Token[], closing: number): number | undefined {
  const opening = openings.get((tokens[closing] as Token).lower);
  if (opening === undefined) return undefined;
  for (let k = closing - 1; k > 0 && k >= closing - 8; k--) {
    const token = tokens[k] as Token;
    if (token.lower === opening) {
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
