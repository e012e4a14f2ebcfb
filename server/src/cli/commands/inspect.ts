import type { RegimeId } from '../../analysis/disclosures/types';
import { inspectionLine } from '../formats/ndjson';
import type { Terminal } from '../io';
import type { ExitStatus } from '../main';
import { type Invocation, readFormat } from '../options';
import { Run } from '../run';

export async function inspectCommand(invocation: Invocation, terminal: Terminal): Promise<ExitStatus> {
  readFormat(invocation.format, ['ndjson']);
  const run = new Run(invocation, terminal);
  const known = new Set<RegimeId>();
  await run.documents({
    async checked(document) {
      for (const { regime } of document.analysis.checklist) known.add(regime);
      await terminal.out.write(inspectionLine(document));
    },
    notChecked: async () => {},
  });
  return run.status(false);
}
