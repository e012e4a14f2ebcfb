import type { Token } from './types';

/** A token, a hyphen that joins two tokens ("90-day"), or one part of a token that holds figures and letters ("24hrs"). */
export interface Lexeme {
  /** Lower case. */
  readonly text: string;
  /** Index of the token it belongs to; for a joining hyphen, of the token after it. */
  readonly token: number;
}

const FIGURES_WITH_UNIT = /^(\d+(?:[.,]\d+)?)([a-z]+)$/;

/** What the number grammars read. */
export function lexemesOf(tokens: readonly Token[]): Lexeme[] {
  const lexemes: Lexeme[] = [];
  tokens.forEach((token, index) => {
    if (token.glue === '-') lexemes.push({ text: '-', token: index });
    const figures = token.kind === 'number' ? FIGURES_WITH_UNIT.exec(token.lower) : null;
    for (const text of figures ? [figures[1], figures[2]] : [token.lower]) {
      lexemes.push({ text, token: index });
    }
  });
  return lexemes;
}
