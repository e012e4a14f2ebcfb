import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { diagnostic, diagnostics, open, until } from './support';

/** The language servers that this extension host has started. */
function servers(): number[] {
  return execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, parent, ...command]) => Number(parent) === process.pid && /dist\/server\.js/.test(command.join(' ')))
    .map(([pid]) => Number(pid));
}

describe('a server that is killed', () => {
  it('is started again, and goes on where the draft is', async () => {
    const document = await open('web-shop-privacy-policy.md');
    await diagnostic(document, 'contradiction/');
    const [before, ...others] = servers();
    assert.ok(before !== undefined && others.length === 0, 'one server runs');
    process.kill(before, 'SIGKILL');
    await until('another server', () => servers().find((pid) => pid !== before));
    const count = diagnostics(document, 'placeholder/').length;
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, '\n\nWrite to [insert address].\n');
    await vscode.workspace.applyEdit(edit);
    await until('what the new server finds', () => diagnostics(document, 'placeholder/').length > count || undefined);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('policyLinter.restartServer');
    await until(
      'findings after a restart by hand',
      () => diagnostics(document, 'contradiction/').length > 0 || undefined,
    );
  });
});
