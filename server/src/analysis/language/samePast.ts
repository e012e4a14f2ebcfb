import { conjunctions, determiners, isAdverb, modals, negators, possessives } from './grammar';
import { nounLemma } from './lemmas';
import type { Token } from './types';

/**
 * "set", "put", "read", "let" are their own past: after "do", a modal verb, "to" or a pronoun, and in a series with such
 * a verb, they are the present. Changes the tokens in place.
 */
export function settleSamePast(tokens: Token[]): void {
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    const { verb } = token;
    if (verb?.form !== 'past' || verb.base !== token.lower || !isPresent(tokens, i)) continue;
    tokens[i] = { ...token, verb: { base: verb.base, form: 'base' } };
  }
}

const subjects = new Set(['we', 'you', 'they', 'i', 'to', 'do', 'does', 'did']);

function isPresent(tokens: readonly Token[], at: number): boolean {
  let i = at - 1;
  while (i >= 0 && (isAdverb(tokens[i] as Token) || negators.has((tokens[i] as Token).lower))) i--;
  const before = tokens[i];
  if (!before) return false;
  if (subjects.has(before.lower) || modals.has(before.lower)) return true;
  // "our moderators read your messages"
  const next = tokens[at + 1]?.lower ?? '';
  const plural = before.kind === 'word' && !before.verb && nounLemma(before.lower) !== before.lower;
  if (plural && (possessives.has(next) || determiners.has(next))) return true;
  if (!conjunctions.has(before.lower) && before.lower !== ',') return false;
  for (let k = i - 1; k >= 0 && k > i - 6; k--) {
    const { verb, lower } = tokens[k] as Token;
    if (verb) return verb.form === 'base' && verb.base === lower;
    if (lower === ';') return false;
  }
  return false;
}
