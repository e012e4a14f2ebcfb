import type { ProjectSuppression, ProjectSuppressionUse } from '../analysis/suppression/types';
import type { ConfigurationProblem, ProjectConfiguration } from './types';

/** Whether a pattern can only mean one draft. */
const namesOneDraft = (path = ''): boolean => path.includes('/') && !/[*?]/.test(path);

/** A file that is being written is read again and again: its suppressions are known by what they say. */
const keyOf = (one: ProjectSuppression & { readonly path?: string }): string =>
  JSON.stringify([one.rule, one.path, one.reason, one.until]);

/**
 * Notices which of a project file's suppressions silence nothing: each hides the next finding of its rule, which nobody has
 * looked at. One that may hold for drafts that nobody checked is not spoken of.
 */
export class IdleSuppressions {
  /** By suppression: whether its rule ran in some draft, and how much it silenced in all. */
  readonly #uses = new Map<string, { ran: boolean; silenced: number }>();

  /** What became in one draft of the suppressions that hold for it. */
  note(uses: readonly ProjectSuppressionUse[] | undefined): void {
    for (const { suppression, ran, silenced } of uses ?? []) {
      const known = this.#uses.get(keyOf(suppression));
      this.#uses.set(keyOf(suppression), {
        ran: ran || known?.ran === true,
        silenced: silenced + (known?.silenced ?? 0),
      });
    }
  }

  /** @param isWhole every draft that the project file can mean was checked */
  problemsIn({ suppress }: ProjectConfiguration, isWhole: (uri: string) => boolean): ConfigurationProblem[] {
    return suppress.flatMap(({ value, origin }) => {
      const use = this.#uses.get(keyOf(value));
      if (!use?.ran || use.silenced > 0 || !(namesOneDraft(value.path) || isWhole(origin.uri))) return [];
      const where = value.path === undefined ? '' : ` in ${value.path}`;
      const message = `There is no finding of ${value.rule}${where} to silence; the next one would go unseen. Remove this entry.`;
      return [{ message, uri: origin.uri, isNotice: true as const, ...value.named }];
    });
  }
}
