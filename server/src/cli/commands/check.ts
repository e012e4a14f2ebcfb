import type { Severity } from '../../analysis/severity';
import { isGraver } from '../../analysis/severity';
import { loadEngine } from '../../drafts/engine';
import { Baseline } from '../baseline';
import { coloursFor } from '../colours';
import { reasonOf } from '../discover';
import type { ExitStatus } from '../exitStatus';
import { checkFormats, formatters } from '../formats';
import type { Terminal } from '../io';

import { type Invocation, readFormat } from '../options';
import { Run } from '../run';

export async function checkCommand(invocation: Invocation, terminal: Terminal): Promise<ExitStatus> {
  const { maxSeverity } = invocation;
  const fails = (severity: Severity) => maxSeverity === 'none' || isGraver(severity, maxSeverity);
  const titles = new Map((await loadEngine()).rules.map(({ id, title }) => [id, title]));
  const formatter = formatters[readFormat(invocation.format, checkFormats)]({
    colours: coloursFor(terminal.colours),
    fails,
    titleOf: (rule) => titles.get(rule),
  });
  const { baseline: file, updateBaseline } = invocation;
  const baseline = file === undefined ? undefined : await Baseline.open(file, updateBaseline);
  const run = new Run(invocation, terminal);
  let found = false;
  if (!updateBaseline) await terminal.out.write(formatter.begin());
  await run.documents({
    line: async () => {},
    async checked(whole) {
      if (updateBaseline) return baseline?.record(whole);
      const document = baseline ? baseline.withoutKnown(whole) : whole;
      found ||= document.findings.some(({ severity }) => fails(severity));
      await terminal.out.write(formatter.checked(document));
    },
    async notChecked(path, reason) {
      if (!updateBaseline) await terminal.out.write(formatter.notChecked(path, reason));
    },
    async failed(path, reason) {
      if (!updateBaseline) await terminal.out.write(formatter.failed(path, reason));
    },
  });
  if (baseline && updateBaseline) return update(baseline, run, invocation, terminal);
  await terminal.out.write(formatter.end());
  if (baseline && baseline.known > 0)
    await terminal.err.line(`Not reported: ${counted(baseline.known)} in the baseline ${file}.`);
  return run.status(found);
}

/** Nothing is written where nothing could be checked: the old file stays as it is. */
async function update(
  baseline: Baseline,
  run: Run,
  { baseline: file }: Invocation,
  terminal: Terminal,
): Promise<ExitStatus> {
  const status = run.status(false);
  if (run.isEmpty) return status;
  try {
    await terminal.err.line(`${file}: ${counted(await baseline.write())} written.`);
    return status;
  } catch (error) {
    await terminal.err.line(`${file}: cannot be written: ${reasonOf(error)}; it is as it was.`);
    return 2;
  }
}

const counted = (findings: number): string => (findings === 1 ? '1 finding' : `${findings} findings`);
