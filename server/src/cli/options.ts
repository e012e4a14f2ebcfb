import { parseArgs } from 'node:util';
import { isRegimeId, regimeIds } from '../analysis/disclosures/regimeIds';
import type { RegimeId } from '../analysis/disclosures/types';
import { didYouMean } from '../analysis/language/closest';
import type { Severity } from '../analysis/severity';
import { isSeverity, severities } from '../analysis/severity';

/** The command line cannot be understood: message on standard error, exit status 2. */
export class UsageError extends Error {}

export interface Invocation {
  readonly command: Command | undefined;
  readonly operands: readonly string[];
  readonly help: boolean;
  readonly version: boolean;
  readonly filesFrom?: string;
  readonly format?: string;
  readonly regimes?: readonly RegimeId[];
  readonly config?: string;
  readonly today?: string;
  /** The gravest severity that still gives exit status 0. */
  readonly maxSeverity: Severity | 'none';
  /** File of the findings that are not reported. */
  readonly baseline?: string;
  readonly updateBaseline: boolean;
  /** Safe fixes are written into the drafts. */
  readonly fix: boolean;
  /** Threads that check drafts; as many as there are processors where none is given. */
  readonly jobs?: number;
  /** Drafts come as records, one a line, on standard input. */
  readonly records: boolean;
}

export const commands = ['check', 'inspect', 'rules', 'explain'] as const;
export type Command = (typeof commands)[number];

const inputOptions = ['files-from', 'format', 'regime', 'today', 'config', 'jobs'] as const;
/** Options beside `--help`, by command. */
const accepted: Readonly<Record<Command, readonly string[]>> = {
  check: [...inputOptions, 'max-severity', 'baseline', 'update-baseline', 'fix'],
  inspect: [...inputOptions, 'stdin-ndjson'],
  rules: ['format'],
  explain: [],
};

const options = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
  'files-from': { type: 'string' },
  format: { type: 'string' },
  regime: { type: 'string', multiple: true },
  config: { type: 'string' },
  today: { type: 'string' },
  'max-severity': { type: 'string' },
  baseline: { type: 'string' },
  'update-baseline': { type: 'boolean' },
  fix: { type: 'boolean' },
  jobs: { type: 'string' },
  'stdin-ndjson': { type: 'boolean' },
} as const;

export function readArguments(args: readonly string[]): Invocation {
  const { values, positionals } = parse(args);
  const [word, ...operands] = positionals;
  const command = word === undefined ? undefined : readCommand(word);
  if (command) {
    const foreign = Object.keys(values).find((name) => !['help', 'version', ...accepted[command]].includes(name));
    if (foreign) throw new UsageError(`"${command}" has no option --${foreign}.`);
  }
  if (values['update-baseline'] && values.baseline === undefined)
    throw new UsageError('--update-baseline needs the name of the file: --baseline FILE.');
  if (values.fix && operands.includes('-')) throw new UsageError('--fix cannot change standard input: name a file.');
  if (values['stdin-ndjson'] && (operands.length > 0 || values['files-from'] !== undefined))
    throw new UsageError('--stdin-ndjson reads the drafts from standard input: name no files.');
  return {
    command,
    operands,
    help: values.help === true,
    version: values.version === true,
    filesFrom: values['files-from'],
    format: values.format,
    regimes: values.regime && readRegimes(values.regime),
    config: values.config,
    today: values.today === undefined ? undefined : readDate(values.today),
    maxSeverity: readLevel(values['max-severity'] ?? 'information'),
    baseline: values.baseline,
    updateBaseline: values['update-baseline'] === true,
    fix: values.fix === true,
    jobs: values.jobs === undefined ? undefined : readJobs(values.jobs),
    records: values['stdin-ndjson'] === true,
  };
}

export function readFormat<F extends string>(given: string | undefined, formats: readonly F[]): F {
  if (given === undefined) return formats[0];
  const format = formats.find((one) => one === given);
  if (format) return format;
  const known = formats.length > 1 ? `The formats are ${formats.join(', ')}.` : `The only format is ${formats[0]}.`;
  throw new UsageError(`Unknown format "${given}".${didYouMean(given, formats)} ${known}`);
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const unknown = /Unknown option '(--?[^']*)'/.exec(message)?.[1];
    if (unknown === undefined) throw new UsageError(message);
    const names = Object.keys(options).map((name) => `--${name}`);
    throw new UsageError(`Unknown option ${unknown}.${didYouMean(unknown, names)}`);
  }
}

function readCommand(word: string): Command {
  const command = commands.find((known) => known === word);
  if (command) return command;
  throw new UsageError(
    `Unknown command "${word}".${didYouMean(word, commands)} The commands are ${commands.join(', ')}.`,
  );
}

function readRegimes(lists: readonly string[]): RegimeId[] {
  const ids = lists.flatMap((list) => list.split(',')).map((id) => id.trim());
  return ids.map((id) => {
    if (isRegimeId(id)) return id;
    throw new UsageError(
      `Unknown regime "${id}".${didYouMean(id, regimeIds)} The regimes are ${regimeIds.join(', ')}.`,
    );
  });
}

function readDate(date: string): string {
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(date) && new Date(`${date}T00:00:00Z`).toJSON()?.startsWith(date);
  if (!isDate) throw new UsageError(`--today takes a date such as 2026-03-31, not "${date}".`);
  return date;
}

function readJobs(jobs: string): number {
  if (/^[1-9]\d{0,2}$/.test(jobs)) return Number(jobs);
  throw new UsageError(`--jobs takes a number of threads, 1 or more, not "${jobs}".`);
}

function readLevel(level: string): Severity | 'none' {
  if (level === 'none' || isSeverity(level)) return level;
  const levels = [...severities, 'none'];
  throw new UsageError(`--max-severity is one of ${levels.join(', ')}, not "${level}".${didYouMean(level, levels)}`);
}
