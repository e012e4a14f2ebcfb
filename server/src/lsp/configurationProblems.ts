import { type Connection, type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { type ConfigurationProblem, PROJECT_FILE } from '../config/types';
import { SOURCE } from './names';

export function isProjectFile(uri: string): boolean {
  return uri.endsWith(`/${PROJECT_FILE}`);
}

/**
 * Shows mistakes in project files that nobody has open. They are sent; a file that is open in an editor that pulls is
 * asked for, so each document still has one channel.
 */
export class ConfigurationProblems {
  readonly #connection: Connection;
  /** What is shown, by file. */
  #shown = new Map<string, string>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** `problems` are those of all project files that hold for the open drafts; `isPulled` tells which files to leave alone. */
  show(problems: Iterable<ConfigurationProblem>, isPulled: (uri: string) => boolean): void {
    const byFile = new Map<string, Map<string, Diagnostic>>();
    for (const problem of problems) {
      if (isPulled(problem.uri)) continue;
      const diagnostics = byFile.get(problem.uri) ?? new Map<string, Diagnostic>();
      const diagnostic = diagnosticOfProblem(problem);
      byFile.set(problem.uri, diagnostics.set(JSON.stringify(diagnostic), diagnostic));
    }
    for (const [uri, diagnostics] of byFile) {
      const isShown = this.#shown.get(uri) === [...diagnostics.keys()].join('\n');
      if (!isShown) void this.#connection.sendDiagnostics({ uri, diagnostics: [...diagnostics.values()] });
    }
    for (const uri of this.#shown.keys()) {
      if (!byFile.has(uri)) void this.#connection.sendDiagnostics({ uri, diagnostics: [] });
    }
    this.#shown = new Map([...byFile].map(([uri, diagnostics]) => [uri, [...diagnostics.keys()].join('\n')]));
  }
}

export function diagnosticOfProblem({ message, start, end, isNotice }: ConfigurationProblem): Diagnostic {
  const severity = isNotice ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error;
  return { range: { start, end }, severity, source: SOURCE, message };
}
