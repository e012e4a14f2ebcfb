import type { DisclosureStatus } from '../analysis/disclosures/types';
import type { PracticeColumn } from '../analysis/practiceMap/practiceMap';
import type { LineRange } from '../drafts/lineIndex';

/** What the views of an editor are drawn from: plain values as they go over the wire, types only. */

/** Words of the draft, and where they stand. */
export interface Spot {
  readonly range: LineRange;
  /** Reading text: without markup, white space collapsed. */
  readonly text: string;
}

export interface ChecklistView {
  /** Of the document that was checked. */
  readonly version: number;
  /** The regimes that apply, with what each asks for. */
  readonly regimes: readonly ChecklistRegime[];
  /** Names of regimes that the author has yet to confirm or rule out. */
  readonly possible: readonly string[];
}

export interface ChecklistRegime {
  readonly id: string;
  readonly name: string;
  /** As it is called where there is little room. */
  readonly shortName: string;
  /** The law is taken as of this day, YYYY-MM-DD. */
  readonly asOf: string;
  /** Said by the author, not guessed from the draft's words. */
  readonly confirmed: boolean;
  /** What is missing first, then what is weak, present, not required, said elsewhere. */
  readonly items: readonly ChecklistEntry[];
}

export interface ChecklistEntry {
  readonly id: string;
  readonly title: string;
  readonly status: DisclosureStatus;
  readonly required: 'yes' | 'no' | 'unknown';
  readonly reason: string;
  /** What a text that satisfies it says. */
  readonly says: string;
  readonly citation: string;
  readonly places: readonly Spot[];
}

/** An insertion for the author to fill in: LSP snippet syntax. */
export interface SnippetInsertion {
  readonly version: number;
  readonly title: string;
  readonly edits: readonly { readonly range: LineRange; readonly snippet: string }[];
}

export interface PracticeMapView {
  readonly version: number;
  readonly rows: readonly PracticeRowView[];
}

export interface PracticeRowView {
  /** Id of the type of data in the catalogue. */
  readonly data: string;
  readonly label: string;
  readonly place: Spot;
  readonly cells: Readonly<Record<PracticeColumn, PracticeCellView>>;
}

export interface PracticeCellView {
  readonly entries: readonly PracticeEntryView[];
  /** Nothing of its own; a wider type of data speaks for it. */
  readonly as?: { readonly label: string; readonly place: Spot };
  /** What the draft does not say, though it should. */
  readonly gap?: string;
}

export interface PracticeEntryView {
  readonly label: string;
  readonly denied: boolean;
  readonly vague: boolean;
  readonly limits: readonly string[];
  readonly places: readonly Spot[];
  /** Messages of the contradictions that it takes part in. */
  readonly conflicts: readonly string[];
}
