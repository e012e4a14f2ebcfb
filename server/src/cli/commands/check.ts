import type { Severity } from '../../analysis/rules/types';
import { loadEngine } from '../../drafts/engine';
import { isGraver } from '../../drafts/severity';
import { coloursFor } from '../colours';
import { checkFormats, formatters } from '../formats';
import type { Terminal } from '../io';
import type { ExitStatus } from '../main';
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
  const run = new Run(invocation, terminal);
  let found = false;
  await terminal.out.write(formatter.begin());
  await run.documents({
    async checked(document) {
      found ||= document.analysis.findings.some(({ severity }) => fails(severity));
      await terminal.out.write(formatter.checked(document));
    },
    notChecked: (path, reason) => terminal.out.write(formatter.notChecked(path, reason)),
    failed: (path, reason) => terminal.out.write(formatter.failed(path, reason)),
  });
  await terminal.out.write(formatter.end());
  return run.status(found);
}
