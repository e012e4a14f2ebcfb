import { loadEngine } from '../../drafts/engine';
import type { ExitStatus } from '../exitStatus';
import type { Terminal } from '../io';

import { type Invocation, readFormat } from '../options';

export async function rulesCommand(invocation: Invocation, { out }: Terminal): Promise<ExitStatus> {
  const format = readFormat(invocation.format, ['text', 'json']);
  const { rules } = await loadEngine();
  if (format === 'json') {
    const list = rules.map(({ id, aliases = [], severity, title, citations }) => ({
      id,
      aliases,
      severity,
      title,
      citations,
    }));
    await out.line(JSON.stringify({ version: 1, rules: list }, undefined, 2));
    return 0;
  }
  const width = Math.max(0, ...rules.map(({ id }) => id.length));
  for (const { id, severity, title } of rules) {
    await out.line(`${id.padEnd(width)}  ${severity.padEnd('information'.length)}  ${title}`);
  }
  return 0;
}
