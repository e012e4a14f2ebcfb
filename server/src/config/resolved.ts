import type { ActiveRegime } from '../analysis/disclosures/types';
import type { Range } from '../analysis/document/types';
import { readDraftSettings } from '../analysis/draftSettings/read';
import type { DraftSetting } from '../analysis/draftSettings/types';
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

interface CheckedDraft {
  readonly analysis: Analysis;
  lineAt(offset: number): number;
}

/**
 * What holds for a draft, as YAML for people: every value with the place it comes from. `workspace` gives the addresses of
 * the folders that are open, each with its slash: files in them are named by their paths in there.
 */
export function resolvedConfiguration(
  uri: string,
  project: ProjectConfiguration | undefined,
  draft: CheckedDraft | undefined,
  { workspace = [], today }: { readonly workspace?: readonly string[]; readonly today?: string } = {},
): string {
  const origins = new Origins(workspace, draft, today);
  const settings = draft ? readDraftSettings(draft.analysis.policy.document) : [];
  const own = (kind: DraftSetting['kind']) => settings.filter((setting) => setting.kind === kind);
  const lines = [
    `# How ${origins.pathOf(uri)} is checked, and where each value comes from.`,
    project
      ? `# Project file: ${origins.pathOf(project.uri)}`
      : '# There is no .policy-linter.yml in or above its folder.',
    ...section('regimes', regimeRows(draft?.analysis.regimes ?? [], project, origins)),
    ...section('facts', statedRows(own('fact'), project?.facts, origins)),
    '# rules not named here are as they ship ("policy-linter rules")',
    ...section('rules', statedRows(own('rule'), project?.rules, origins)),
    ...section('terms', namedRows(project?.terms ?? [], origins)),
    ...section('companies', namedRows(project?.companies ?? [], origins)),
    ...section('documents', listedRows(project?.documents ?? [], origins)),
    ...section('include', listedRows(project?.include ?? [], origins)),
    ...section('exclude', listedRows(project?.exclude ?? [], origins)),
    ...section('suppress', [
      ...suppressedByProject(uri, project?.suppress ?? [], origins),
      ...suppressedByDraft(draft, origins),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

/** Where values come from, for people. */
class Origins {
  constructor(
    private readonly workspace: readonly string[],
    private readonly draft: CheckedDraft | undefined,
    private readonly today: string | undefined,
  ) {}

  pathOf(address: string): string {
    return readable(withoutFolder(address, this.workspace));
  }

  placeOf({ uri, line }: Origin): string {
    return `${this.pathOf(uri)}, line ${line + 1}`;
  }

  lineInDraft({ start }: Range): string {
    return `line ${(this.draft?.lineAt(start) ?? 0) + 1}`;
  }

  /** How long it holds. */
  ending(until: string | undefined): string {
    if (until === undefined) return '';
    return hasEnded(until, this.today) ? `; ended on ${until}` : `; until ${until}`;
  }
}

const section = (key: string, rows: readonly string[]): string[] => [
  rows.length > 0 ? `${key}:` : `# ${key}: none`,
  ...rows,
];

const regimeRows = (
  regimes: readonly ActiveRegime[],
  project: ProjectConfiguration | undefined,
  origins: Origins,
): string[] =>
  regimes.map(({ id, source, state }) => {
    const inProject = source === 'project' ? project?.regimes?.origin : undefined;
    const from = inProject ? origins.placeOf(inProject) : regimeSources[source];
    return row(`- ${id}`, state === 'possible' ? `${from}: possible, to be confirmed` : from);
  });

/** What the draft itself says, then what the project file says of anything else. */
function statedRows<T>(
  own: readonly DraftSetting[],
  inProject: ReadonlyMap<string, Setting<T>> | undefined,
  origins: Origins,
): string[] {
  const isOverruled = (name: string) => own.some((one) => name === one.name || name.startsWith(`${one.name}/`));
  const rows = own.map(({ name, value, source, range }) =>
    row(`${quoted(name)}: ${value}`, `${regimeSources[source]}, ${origins.lineInDraft(range)}`),
  );
  return [
    ...rows,
    ...namedRows(
      [...(inProject ?? [])].filter(([name]) => !isOverruled(name)),
      origins,
    ),
  ];
}

const namedRows = <T>(values: Iterable<readonly [string, Setting<T>]>, origins: Origins): string[] =>
  [...values].map(([name, { value, origin }]) => row(`${quoted(name)}: ${flow(value)}`, origins.placeOf(origin)));

const listedRows = <T>(values: readonly Setting<T>[], origins: Origins): string[] =>
  values.map(({ value, origin }) => row(`- ${flow(value)}`, origins.placeOf(origin)));

const suppressedByProject = (uri: string, suppressed: ProjectConfiguration['suppress'], origins: Origins): string[] =>
  suppressed
    .filter(({ value: { path }, origin }) => path === undefined || holdsFor({ value: path, origin }, uri))
    .map(({ value: { rule, reason, until }, origin }) =>
      row(`- ${rule}: ${quoted(reason)}`, origins.placeOf(origin) + origins.ending(until)),
    );

const suppressedByDraft = (draft: CheckedDraft | undefined, origins: Origins): string[] =>
  (draft ? readSuppressions(draft.analysis.policy.document) : []).flatMap(({ rules, reason, comment, until }) => {
    const from = `the draft, ${origins.lineInDraft(comment.range)}${origins.ending(until?.text)}`;
    return rules.map(({ text }) => row(`- ${text}: ${quoted(reason)}`, from));
  });

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
