import { checkCommand } from './commands/check';
import { explainCommand } from './commands/explain';
import { inspectCommand } from './commands/inspect';
import { rulesCommand } from './commands/rules';
import type { ExitStatus } from './exitStatus';
import { help } from './help';
import { OutputClosed, OutputFailed, type Terminal } from './io';
import { type Command, type Invocation, readArguments, UsageError } from './options';
import { version } from './version';

const run: Readonly<Record<Command, (invocation: Invocation, terminal: Terminal) => Promise<ExitStatus>>> = {
  check: checkCommand,
  inspect: inspectCommand,
  rules: rulesCommand,
  explain: explainCommand,
};

/** Runs one command line. Errors are told on standard error, never thrown. */
export async function main(args: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  try {
    const invocation = readArguments(args);
    if (invocation.version) {
      await terminal.out.line(version);
      return 0;
    }
    if (invocation.help || !invocation.command) {
      const text = help[invocation.command ?? 'general'];
      await (invocation.help ? terminal.out : terminal.err).write(text);
      return invocation.help ? 0 : 2;
    }
    return await run[invocation.command](invocation, terminal);
  } catch (error) {
    if (error instanceof OutputClosed) return 2; // the reader has seen enough; what comes after was not looked at
    const isUsage = error instanceof UsageError;
    const isPlain = isUsage || error instanceof OutputFailed;
    const message = error instanceof Error ? (isPlain ? error.message : error.stack) : String(error);
    const command = args.find((word) => Object.hasOwn(run, word));
    const call = command ? `policy-linter ${command}` : 'policy-linter';
    const hint = isUsage ? `\n"${call} --help" says how it is called.` : '';
    await terminal.err.line(`policy-linter: ${message}${hint}`).catch(() => {});
    return 2;
  }
}
