import type { Place } from '../document/types';

export type RegimeId =
  | 'gdpr'
  | 'uk-gdpr'
  | 'ccpa'
  | 'caloppa'
  | 'coppa'
  | 'us-states'
  | 'lgpd'
  | 'pipeda'
  | 'quebec-law25'
  | 'australia-app'
  | 'apple-app-store'
  | 'google-play'
  | 'general';

/** Who says that the regime applies; only `text` is a guess, which caps severities at warning. */
type RegimeSource = 'option' | 'directive' | 'frontMatter' | 'project' | 'text' | 'always';

export interface ActiveRegime {
  readonly id: RegimeId;
  readonly source: RegimeSource;
  /** `possible`: cues are too weak; one information asks the author to confirm or rule out. */
  readonly state: 'active' | 'possible';
}

export type DisclosureStatus = 'present' | 'weak' | 'missing' | 'notRequired' | 'elsewhere';

export interface ChecklistItem {
  /** Catalogue id (`gdpr-retention-period`). */
  readonly id: string;
  readonly regime: RegimeId;
  readonly status: DisclosureStatus;
  /** Whether the regime asks for it in this draft, as far as the draft or the facts tell. */
  readonly required: 'yes' | 'no' | 'unknown';
  /** Where it is said, or what comes close. */
  readonly places: readonly Place[];
  /** What comes close waits to be filled in: the placeholder is the finding, not the gap. */
  readonly unfilled?: true;
  /** Another document that says it (`checked`), or that may: a link that cannot be followed. Places are those of that document. */
  readonly elsewhere?: { readonly document: string; readonly places: readonly Place[]; readonly checked: boolean };
  /** Half a sentence for people: why it has this status. */
  readonly reason: string;
}
