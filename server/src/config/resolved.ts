import { readDraftSettings } from '../analysis/draftSettings/read';
import { hasEnded } from '../analysis/suppression/apply';
import { readSuppressions } from '../analysis/suppression/coverage';
import type { Analysis } from '../analysis/types';
import { holdsFor } from './paths';
import type { Origin, ProjectConfiguration, Setting } from './types';

const regimeSources: Readonly<Record<string, string>> = {
  option: 'asked for',
  directive: 'a comment in the draft',
  frontMatter: 'front matter of the draft',
  text: 'what the draft shows',
  always: 'always',
};

/**
 * What holds for a draft, as YAML for people: every value with the place it comes from. `workspace` gives the addresses of
 * the folders that are open, each with its slash: files in them are named by their paths in there.
 */
export function resolvedConfiguration(
  uri: string,
  project: ProjectConfiguration | undefined,
  draft: { readonly analysis: Analysis; lineAt(offset: number): number } | undefined,
  { workspace = [], today }: { readonly workspace?: readonly string[]; readonly today?: string } = {},
): string {
  const pathOf = (address: string) => readable(withoutFolder(address, workspace));
  const placeOf = ({ uri, line }: Origin) => `${pathOf(uri)}, line ${line + 1}`;
  const lines = [`# How ${pathOf(uri)} is checked, and where each value comes from.`];
  lines.push(
    project ? `# Project file: ${pathOf(project.uri)}` : '# There is no .policy-linter.yml in or above its folder.',
  );
  const ending = (until: string | undefined) => {
    if (until === undefined) return '';
    return hasEnded(until, today) ? `; ended on ${until}` : `; until ${until}`;
  };
  const section = (key: string, rows: readonly string[]) =>
    lines.push(rows.length > 0 ? `${key}:` : `# ${key}: none`, ...rows);
  const regimes = draft?.analysis.regimes ?? [];
  section(
    'regimes',
    regimes.map(({ id, source, state }) => {
      const from = source === 'project' && project?.regimes ? placeOf(project.regimes.origin) : regimeSources[source];
      return row(`- ${id}`, state === 'possible' ? `${from}: possible, to be confirmed` : from);
    }),
  );
  const named = <T>(values: Iterable<readonly [string, { readonly value: T; readonly origin: Origin }]>) =>
    [...values].map(([name, { value, origin }]) => row(`${quoted(name)}: ${flow(value)}`, placeOf(origin)));
  const listed = (values: readonly { readonly value: unknown; readonly origin: Origin }[]) =>
    values.map(({ value, origin }) => row(`- ${flow(value)}`, placeOf(origin)));
  const settings = draft ? readDraftSettings(draft.analysis.policy.document) : [];
  /** What the draft itself says, then what the project file says of anything else. */
  const stated = <T>(kind: 'fact' | 'rule', inProject: ReadonlyMap<string, Setting<T>> = new Map()) => {
    const own = settings.filter((setting) => setting.kind === kind);
    const isOverruled = (name: string) => own.some((one) => name === one.name || name.startsWith(`${one.name}/`));
    const rows = own.map(({ name, value, source, range }) =>
      row(`${quoted(name)}: ${value}`, `${regimeSources[source]}, line ${(draft?.lineAt(range.start) ?? 0) + 1}`),
    );
    return [...rows, ...named([...inProject].filter(([name]) => !isOverruled(name)))];
  };
  section('facts', stated('fact', project?.facts));
  lines.push('# rules not named here are as they ship ("policy-linter rules")');
  section('rules', stated('rule', project?.rules));
  section('terms', named(project?.terms ?? []));
  section('companies', named(project?.companies ?? []));
  section('documents', listed(project?.documents ?? []));
  section('include', listed(project?.include ?? []));
  section('exclude', listed(project?.exclude ?? []));
  const suppressed = (project?.suppress ?? []).filter(
    ({ value: { path }, origin }) => path === undefined || holdsFor({ value: path, origin }, uri),
  );
  const inDraft = draft ? readSuppressions(draft.analysis.policy.document) : [];
  section('suppress', [
    ...suppressed.map(({ value: { rule, reason, until }, origin }) =>
      row(`- ${rule}: ${quoted(reason)}`, placeOf(origin) + ending(until)),
    ),
    ...inDraft.flatMap(({ rules, reason, comment, until }) => {
      const from = `the draft, line ${(draft?.lineAt(comment.range.start) ?? 0) + 1}${ending(until?.text)}`;
      return rules.map(({ text }) => row(`- ${text}: ${quoted(reason)}`, from));
    }),
  ]);
  return `${lines.join('\n')}\n`;
}

function row(value: string, from: string): string {
  return `  ${value.padEnd(46)} # ${from}`;
}

/** Of several folders, the folder's name stays before the path. */
function withoutFolder(address: string, workspace: readonly string[]): string {
  const folder = workspace.find((one) => address.startsWith(one));
  if (folder === undefined) return address;
  const kept = workspace.length > 1 ? folder.slice(0, -1).replace(/(?<![^/])[^/]*$/, '') : folder;
  return address.slice(kept.length);
}

function readable(address: string): string {
  try {
    return decodeURIComponent(address.replace(/^file:\/\//, ''));
  } catch {
    return address;
  }
}

function flow(value: unknown): string {
  return Array.isArray(value) ? `[${value.map((item) => quoted(String(item))).join(', ')}]` : quoted(String(value));
}

function quoted(text: string): string {
  return /^[\w/. -]+$/.test(text) && text.trim() === text ? text : JSON.stringify(text);
}
