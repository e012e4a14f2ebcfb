import type { RegimeId } from '../disclosures/types';
import type { PolicyDocument } from '../document/types';
import { didYouMean } from '../language/closest';
import type { Severity } from '../severity';

import { readDraftSettings } from './read';
import type { DraftSetting } from './types';

/** What can be named, and what it stands for. */
interface KnownNames {
  readonly regimes: readonly RegimeId[];
  facts(): Iterable<string>;
  /** Ids that a rule's id, another name of it, a group or a family stands for; none where there is no such name. */
  rulesNamed(name: string): readonly string[];
  rules(): Iterable<string>;
}

const truths: Readonly<Record<string, boolean>> = { true: true, yes: true, false: false, no: false };
const levels: readonly (Severity | 'off')[] = ['error', 'warning', 'information', 'hint', 'off'];
const isLevel = (value: string): value is Severity | 'off' => (levels as readonly string[]).includes(value);

/** Facts as the draft states them, over those of the project file. */
export function factsOf(
  document: PolicyDocument,
  project: Readonly<Record<string, boolean>> | undefined,
): Readonly<Record<string, boolean>> | undefined {
  const stated = readDraftSettings(document).filter(({ kind, value }) => kind === 'fact' && value in truths);
  if (stated.length === 0) return project;
  const entries = stated.map(({ name, value }): [string, boolean] => [name, truths[value] === true]);
  return { ...project, ...Object.fromEntries(entries.reverse()) };
}

/** Severities as the draft sets them, over those of the project file; of several the one that names fewest rules holds. */
export function severitiesOf(
  document: PolicyDocument,
  project: Readonly<Record<string, Severity | 'off'>> | undefined,
  { rulesNamed }: Pick<KnownNames, 'rulesNamed'>,
): Readonly<Record<string, Severity | 'off'>> | undefined {
  const set = readDraftSettings(document).flatMap(({ kind, name, value }) =>
    kind === 'rule' && isLevel(value) ? [{ ids: rulesNamed(name), level: value }] : [],
  );
  if (set.length === 0) return project;
  const result: Record<string, Severity | 'off'> = { ...project };
  const widestFirst = set.reverse().sort((a, b) => b.ids.length - a.ids.length);
  for (const { ids, level } of widestFirst) for (const id of ids) result[id] = level;
  return result;
}

export interface SettingProblem {
  readonly range: DraftSetting['range'];
  readonly message: string;
}

/** Settings of the draft that change nothing because they name what there is not, or a value that cannot be. */
export function settingProblems(document: PolicyDocument, known: KnownNames): SettingProblem[] {
  return readDraftSettings(document).flatMap((setting) => {
    const message = problemWith(setting, known);
    return message === undefined ? [] : [{ range: setting.range, message }];
  });
}

function problemWith({ kind, name, value }: DraftSetting, known: KnownNames): string | undefined {
  const unknown = (what: string, names: Iterable<string>) =>
    `There is no ${what} "${name}", so this changes nothing.${didYouMean(name, names)}`;
  switch (kind) {
    case 'unknown':
      return unknown('key', ['regimes', 'facts', 'rules']);
    case 'regime':
      return (known.regimes as readonly string[]).includes(name) ? undefined : unknown('regime', known.regimes);
    case 'fact':
      if (![...known.facts()].includes(name)) return unknown('fact', known.facts());
      return value in truths ? undefined : `The fact "${name}" can be true or false, not "${value}".`;
    case 'rule':
      if (known.rulesNamed(name).length === 0) return unknown('rule', known.rules());
      return isLevel(value)
        ? undefined
        : `A rule can be ${levels.slice(0, -1).join(', ')} or off, not "${value}".${didYouMean(value, levels)}`;
  }
}
