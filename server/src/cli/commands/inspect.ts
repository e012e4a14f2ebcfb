import type { ExitStatus } from '../exitStatus';
import type { Terminal } from '../io';

import { type Invocation, readFormat } from '../options';
import { Run } from '../run';

export async function inspectCommand(invocation: Invocation, terminal: Terminal): Promise<ExitStatus> {
  readFormat(invocation.format, ['ndjson']);
  const run = new Run(invocation, terminal);
  await run.documents({
    checked: async () => {},
    line: (text) => terminal.out.write(text),
    notChecked: (path, reason) => terminal.err.line(`${path}: not checked: ${reason}`),
    failed: async () => {},
  });
  return run.status(false);
}
