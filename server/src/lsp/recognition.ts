import { pathRuling } from '../config/paths';
import type { ProjectConfiguration } from '../config/types';
import type { Engine } from '../drafts/engine';
import { type Draft, isReadOnlyView } from './drafts';

/** Tells which open documents are drafts of a policy, and keeps for each what its text came to. */
export class Recognition {
  /** Whether the text of a draft makes it a policy. */
  readonly #recognised = new WeakMap<Draft, { readonly text: string; readonly whyNot: string | undefined }>();

  /** Why a document is not checked; undefined where it is. */
  whyNot(draft: Draft, engine: Engine, project: ProjectConfiguration | undefined): string | undefined {
    const { text, format, uri } = draft;
    if (isReadOnlyView(uri)) return 'a view of another version, not a draft';
    if (!format) return 'not Markdown, HTML or plain text';
    const tooLarge = engine.whyTooLarge(text); // whoever asks for the check: the editor would wait for minutes
    if (tooLarge !== undefined || draft.forced) return tooLarge;
    const ruling = pathRuling(project, uri);
    if (ruling === 'excluded') return 'left out by the project file';
    if (ruling) return undefined;
    const known = this.#recognised.get(draft);
    if (known?.text === text) return known.whyNot;
    const whyNot = engine.whyNotChecked({ text, format, path: uri });
    this.#recognised.set(draft, { text, whyNot });
    return whyNot;
  }
}
