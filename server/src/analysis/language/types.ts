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

/** Words next to each other in a sentence: token indexes, `last` inclusive. */
export interface TokenSpan {
  readonly first: number;
  readonly last: number;
}

/** A term of the ontology, of the project's own terms or of the draft's own definitions, found in the text. Longest match wins. */
export interface TermMatch extends TokenSpan {
  readonly kind: TermKind;
  /** Ontology ids; a company may have several roles. */
  readonly ids: readonly string[];
  /** Roles of the company behind a technology that is also a type of data ("Meta Pixel"). */
  readonly roles?: readonly string[];
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
export interface Duration extends TokenSpan {
  /** ISO 8601, of the upper end for ranges: "P30D", "PT48H", "P2Y". */
  readonly iso: string;
  /** Lower end of a range, ISO 8601. */
  readonly from?: string;
}

/** A calendar date as written. `day` and `month` are absent where the text gives none. */
export interface CalendarDate extends TokenSpan {
  readonly year: number;
  /** 1 to 12. */
  readonly month?: number;
  readonly day?: number;
  /** Day and month could be exchanged ("03/04/2026"). */
  readonly ambiguous: boolean;
}

export type Modality = 'asserts' | 'may' | 'knowingly' | 'currently' | 'cannot' | 'future';

export type VerbGroupForm = 'finite' | 'infinitive' | 'gerund' | 'participle';

/** A main verb with its auxiliaries, negators and adverbs: "may not knowingly be collected". Token indexes. */
export interface VerbGroup {
  readonly first: number;
  /** The main verb. */
  readonly verb: number;
  readonly base: string;
  readonly form: VerbGroupForm;
  readonly passive: boolean;
  readonly negated: boolean;
  readonly modality: Modality;
  /** Index of the group with which it shares auxiliaries and object ("collect, use and share"). */
  readonly chainedTo?: number;
  /** Its auxiliaries stand in front of an enumeration that it is part of. */
  readonly enumerated?: boolean;
}

/**
 * How a clause is said. Only `main` clauses are asserted; `relative` ones are taken for granted ("the data that we
 * collect"), `antecedent` ones supposed ("if you register"), `muted` ones wished or merely described ("ask us to delete").
 */
export type Embedding = 'main' | 'relative' | 'antecedent' | 'infinitive' | 'gerund' | 'participle' | 'muted';

export interface Clause {
  readonly sentence: Sentence;
  readonly group: VerbGroup;
  readonly base: string;
  /** The words that make another verb with it: "on to" in "hold on to". */
  readonly particle?: string;
  readonly passive: boolean;
  readonly negated: boolean;
  readonly modality: Modality;
  readonly embedding: Embedding;
  /** Token indexes of the words that name who acts; for passives, what is acted upon. */
  readonly subject?: TokenSpan;
  /** Of a passive without a subject: what is acted upon stands in the label before its sentence. */
  readonly elided?: true;
  /** Where the clause begins: its left neighbour's end. Token index. */
  readonly from: number;
  /** Token index after the last word that belongs to the clause. */
  readonly to: number;
  /** Where the words right of the verb begin (after the last verb of a series that shares its object). */
  readonly right: number;
  /** Set off from what stands before by "but", "however", "although". */
  readonly adversative: boolean;
  /** The clause that embeds this one as infinitive or gerund ("we use cookies to collect…"). */
  readonly parent?: Clause;
}
