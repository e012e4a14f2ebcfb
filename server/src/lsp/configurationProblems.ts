import { type Connection, type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { ProjectConfiguration } from '../config/types';
import { SOURCE } from './convert';

/**
 * Shows mistakes in project files in those files. They are sent, never pulled: the server is not asked about YAML
 * documents, so each document still has one channel.
 */
export class ConfigurationProblems {
  readonly #connection: Connection;
  #shown = new Set<string>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** `configurations` are those that hold for the open drafts. */
  show(configurations: Iterable<ProjectConfiguration | undefined>): void {
    const shown = new Set<string>();
    for (const configuration of configurations) {
      if (!configuration || shown.has(configuration.uri) || configuration.problems.length === 0) continue;
      shown.add(configuration.uri);
      void this.#connection.sendDiagnostics({ uri: configuration.uri, diagnostics: diagnosticsOf(configuration) });
    }
    for (const uri of this.#shown) {
      if (!shown.has(uri)) void this.#connection.sendDiagnostics({ uri, diagnostics: [] });
    }
    this.#shown = shown;
  }
}

function diagnosticsOf({ problems }: ProjectConfiguration): Diagnostic[] {
  return problems.map(({ message, start, end }) => ({
    range: { start, end },
    severity: DiagnosticSeverity.Error,
    source: SOURCE,
    message,
  }));
}
