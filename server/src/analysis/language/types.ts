import type { Block } from '../document/types';

/**
 * What the language layer finds in a block. All offsets are reading offsets of the block, so results can be kept by
 * the block's text.
 */

export type TokenKind = 'word' | 'number' | 'punctuation' | 'symbol';

export interface Token {
  readonly start: number;
  readonly end: number;
  readonly kind: TokenKind;
  /** Lower case, curly quotes and dashes folded to ASCII; contractions are split ("don't" gives "do" and "n't", "we'll" gives "we" and "'ll"). */
  readonly lower: string;
  /** Dictionary form: "collected" gives "collect", "identifiers" gives "identifier", "n't" gives "not". */
  readonly lemma: string;
  /** First letter is upper case in the draft. */
  readonly capitalised: boolean;
  /** Joined to the token before it without a blank, by this character ("third-party", "and/or", "03/04"). */
  readonly glue?: '-' | '/';
  /** Set where the word can be a verb form. */
  readonly verb?: VerbForm;
}

/** `base` also stands for the present tense without -s; `past` may be a participle too ("collected"). */
export interface VerbForm {
  readonly base: string;
  readonly form: 'base' | 'third' | 'past' | 'participle' | 'gerund';
}

export type TermKind = 'data' | 'entity' | 'company' | 'purpose';

/** A term of the ontology, of the project's own terms or of the draft's own definitions, found in the text. Longest match wins. */
export interface TermMatch {
  readonly kind: TermKind;
  /** Ontology ids; a company may have several roles. */
  readonly ids: readonly string[];
  /** Roles of the company behind a technology that is also a type of data ("Meta Pixel"). */
  readonly roles?: readonly string[];
  /** Token indexes, `last` inclusive. */
  readonly first: number;
  readonly last: number;
}

export interface Sentence {
  readonly block: Block;
  /** Index among the block's sentences. */
  readonly index: number;
  /** Reading offsets in the block, white space trimmed. */
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
  readonly terms: readonly TermMatch[];
  /** Token indexes inside quotation marks or code: mentioned, not said (titles, questions, labels of three words or more). */
  readonly quoted: ReadonlySet<number>;
  /** Token indexes of one or two words in quotation marks: said, but in a sense of their own ('we do not "sell"'). */
  readonly scareQuoted: ReadonlySet<number>;
  readonly question: boolean;
}

/** A length of time as written ("two (2) years", "6-12 months", "90-day"). */
export interface Duration {
  /** ISO 8601, of the upper end for ranges: "P30D", "PT48H", "P2Y". */
  readonly iso: string;
  /** Lower end of a range, ISO 8601. */
  readonly from?: string;
  /** Token indexes, `last` inclusive. */
  readonly first: number;
  readonly last: number;
}

/** A calendar date as written. `day` and `month` are absent where the text gives none. */
export interface CalendarDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month?: number;
  readonly day?: number;
  /** Day and month could be exchanged ("03/04/2026"). */
  readonly ambiguous: boolean;
  readonly first: number;
  readonly last: number;
}
