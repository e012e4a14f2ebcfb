import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { diagnostics, open, ruleOf, status, until } from './support';

interface Place {
  readonly range: unknown;
  readonly message: string;
}

interface CommandLineFinding extends Place {
  readonly rule: string;
  readonly severity: string;
  readonly related: readonly Place[];
}

describe('this VS Code and the command line', () => {
  const severities = ['error', 'warning', 'information', 'hint'];
  const plain = ({ start, end }: vscode.Range) => ({
    start: { line: start.line, character: start.character },
    end: { line: end.line, character: end.character },
  });
  const sorted = (findings: object[]) => findings.map((finding) => JSON.stringify(finding)).sort();

  /** The command line ran before VS Code was started, over the same files. */
  async function commandLine(): Promise<{ path: string; findings: CommandLineFinding[] }[]> {
    const folder = vscode.workspace.workspaceFolders![0].uri;
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, 'command-line-findings.json'));
    return JSON.parse(new TextDecoder().decode(bytes)).documents;
  }

  it('find the same in every draft', async () => {
    const documents = await commandLine();
    assert.equal(documents.length, 5);
    for (const { path, findings } of documents) {
      const document = await open(path);
      await status(/^Policy Linter: checked/);
      const expected = sorted(
        findings.map(({ rule, severity, message, range, related }) => ({
          rule,
          severity,
          message,
          range,
          related: related.map((other) => ({ range: other.range, message: other.message })),
        })),
      );
      const shown = () =>
        sorted(
          diagnostics(document).map((diagnostic) => ({
            rule: ruleOf(diagnostic),
            severity: severities[diagnostic.severity],
            message: diagnostic.message,
            range: plain(diagnostic.range),
            related: (diagnostic.relatedInformation ?? []).map(({ location, message }) => ({
              range: plain(location.range),
              message,
            })),
          })),
        );
      await until(`the findings of ${path}`, () => shown().length >= expected.length || undefined);
      assert.deepEqual(shown(), expected);
    }
  });

  it('go by the same project file', async () => {
    const configured = (await commandLine()).find(({ path }) => path.includes('configured'));
    const rules = new Set(configured?.findings.map(({ rule }) => rule.split('/')[0]));
    assert.ok(rules.size > 0 && !rules.has('retention'), [...rules].join(', '));
  });
});
