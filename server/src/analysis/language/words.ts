import type { Token } from './types';

/** The folded word of a token, or nothing where there is none. */
export const wordOf = (token: Token | undefined): string => token?.lower ?? '';
