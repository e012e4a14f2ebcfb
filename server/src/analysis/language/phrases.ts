import type { Token } from './types';

/**
 * Finds phrases of a word list in a sentence.
 *
 * A phrase is a sequence of words in dictionary form: "delete" also meets "deletes" and "deleted", "record" also
 * "records"; `=` before a word asks for exactly that form. Round brackets hold alternatives ("(reasonable|limited)
 * period"), a question mark after them makes them optional, `{4}` stands for up to four words of the same clause, `*` for
 * any one word, `@name` for the alternatives of a set.
 */
export interface PhraseMatch {
  /** Index of the phrase in its list. */
  readonly phrase: number;
  /** Token indexes, `last` inclusive. */
  readonly first: number;
  readonly last: number;
}

interface Word {
  readonly text: string;
  readonly exact: boolean;
}

interface Element {
  readonly alternatives: readonly (readonly Word[])[];
  readonly optional: boolean;
  /** Up to so many words. */
  readonly gap?: number;
}

const STOPS = new Set(['.', ';', ':', '?', '!', '(', ')']);

function readWords(text: string): Word[] {
  return text
    .split(' ')
    .filter((word) => word !== '')
    .map((word) =>
      word.length > 1 && word.startsWith('=') ? { text: word.slice(1), exact: true } : { text: word, exact: false },
    );
}

function readElements(phrase: string, sets: Readonly<Record<string, string>>): Element[] {
  const whole = phrase.replaceAll(/@(\w+)/g, (name, set: string) => sets[set] ?? name);
  const elements: Element[] = [];
  for (const [, group, optional, gap, plain] of whole.matchAll(/\(([^()]*)\)(\?)?|\{(\d)\}|([^\s(){}]+)/g)) {
    if (gap !== undefined) elements.push({ alternatives: [], optional: true, gap: Number(gap) });
    else if (plain !== undefined) elements.push({ alternatives: [readWords(plain)], optional: false });
    else elements.push({ alternatives: (group ?? '').split('|').map(readWords), optional: optional === '?' });
  }
  return elements;
}

function meets(token: Token | undefined, word: Word): boolean {
  if (!token) return false;
  if (word.text === '*') return token.kind !== 'punctuation';
  if (token.lower === word.text) return true;
  return !word.exact && (token.lemma === word.text || token.verb?.base === word.text);
}

export class PhraseList {
  private readonly phrases: readonly (readonly Element[])[];
  /** Phrases by each word that can open them. */
  private readonly byFirst = new Map<string, number[]>();

  constructor(phrases: readonly string[], sets: Readonly<Record<string, string>> = {}) {
    this.phrases = phrases.map((phrase) => readElements(phrase, sets));
    this.phrases.forEach((elements, index) => {
      const first = new Set<string>();
      for (const element of elements) {
        for (const alternative of element.alternatives) if (alternative[0]) first.add(alternative[0].text);
        if (!element.optional) break;
      }
      for (const word of first) {
        const known = this.byFirst.get(word);
        if (known) known.push(index);
        else this.byFirst.set(word, [index]);
      }
    });
  }

  /** The longest match at a token. */
  at(tokens: readonly Token[], first: number, to = tokens.length): PhraseMatch | undefined {
    const token = tokens[first];
    if (!token) return undefined;
    const base = token.verb?.base;
    let best = this.longestFrom(token.lower, tokens, first, to, undefined);
    if (token.lemma !== token.lower) best = this.longestFrom(token.lemma, tokens, first, to, best);
    if (base !== undefined && base !== token.lower && base !== token.lemma)
      best = this.longestFrom(base, tokens, first, to, best);
    return best;
  }

  private longestFrom(
    key: string,
    tokens: readonly Token[],
    first: number,
    to: number,
    best: PhraseMatch | undefined,
  ): PhraseMatch | undefined {
    const phrases = this.byFirst.get(key);
    if (!phrases) return best;
    for (const phrase of phrases) {
      const end = longest(tokens, first, this.phrases[phrase], 0, to);
      if (end > first && (!best || end - 1 > best.last)) best = { phrase, first, last: end - 1 };
    }
    return best;
  }

  /** The first match that begins in a stretch and ends in it. */
  find(tokens: readonly Token[], from = 0, to = tokens.length): PhraseMatch | undefined {
    for (let at = from; at < to; at++) {
      const match = this.at(tokens, at, to);
      if (match) return match;
    }
    return undefined;
  }

  /** All longest matches, in order, not overlapping. */
  all(tokens: readonly Token[], from = 0, to = tokens.length): PhraseMatch[] {
    const found: PhraseMatch[] = [];
    for (let at = from; at < to; at++) {
      const match = this.at(tokens, at, to);
      if (!match) continue;
      found.push(match);
      at = match.last;
    }
    return found;
  }

  /** A match that ends right before a token, at most `reach` tokens long. */
  endingAt(tokens: readonly Token[], end: number, reach = 6): PhraseMatch | undefined {
    for (let first = Math.max(0, end - reach); first < end; first++) {
      const match = this.at(tokens, first, end);
      if (match?.last === end - 1) return match;
    }
    return undefined;
  }
}

/** Token index after the longest match of the elements from `index` on, or -1. Phrases are short: the search is bounded. */
function longest(
  tokens: readonly Token[],
  at: number,
  elements: readonly Element[],
  index: number,
  to: number,
): number {
  const element = elements[index];
  if (!element) return at;
  let best = element.optional ? longest(tokens, at, elements, index + 1, to) : -1;
  if (element.gap !== undefined) {
    for (let skipped = 1; skipped <= element.gap && at + skipped <= to; skipped++) {
      if (STOPS.has(tokens[at + skipped - 1].lower)) break;
      best = Math.max(best, longest(tokens, at + skipped, elements, index + 1, to));
    }
    return best;
  }
  for (const words of element.alternatives) {
    if (at + words.length > to || !words.every((word, i) => meets(tokens[at + i], word))) continue;
    best = Math.max(best, longest(tokens, at + words.length, elements, index + 1, to));
  }
  return best;
}
