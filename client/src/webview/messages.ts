import type { PracticeMapView } from '../../../server/src/lsp/views';
import type { Column, Format } from '../practiceTable';

/** What the practice map's page and the extension say to each other. */

export type ToPage =
  | { readonly type: 'show'; readonly view: PracticeMapView; readonly words: Words }
  /** Words in place of the table: why there is none. */
  | { readonly type: 'say'; readonly text: string };

export type FromPage =
  | { readonly type: 'ready' }
  | {
      readonly type: 'reveal';
      readonly range: {
        readonly start: { readonly line: number; readonly character: number };
        readonly end: { readonly line: number; readonly character: number };
      };
    }
  | { readonly type: 'export'; readonly format: Format };

/** The page's words, in the reader's language. */
export interface Words {
  readonly headings: Readonly<Record<Column | 'data', string>>;
  readonly summary: string;
  readonly conflict: string;
  readonly gap: string;
  readonly vague: string;
  /** `{0}` is the line. */
  readonly line: string;
  /** `{0}` is the wider type of data that speaks for this one. */
  readonly as: string;
  readonly nothing: string;
  readonly caption: string;
}
