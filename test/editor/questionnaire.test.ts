import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { api, open, status, until } from './support';

describe('questions that only the author can answer', () => {
  const draft = 'clean-privacy-policy.md';
  let file: vscode.Uri;
  before(async () => {
    file = vscode.Uri.joinPath((await open(draft)).uri, '..', '.policy-linter.yml');
    await status(/^Policy Linter: checked, /);
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(file);
  });

  /** Waits for the next question. */
  const next = async (before?: string): Promise<string> => {
    const { questionnaire } = await api();
    return until('a question', () => (questionnaire.asked === before ? undefined : questionnaire.asked));
  };
  const press = (key: string): Thenable<unknown> => vscode.commands.executeCommand(`workbench.action.${key}`);

  it('are asked one by one, and the answers are kept in the project file', async () => {
    const answering = vscode.commands.executeCommand('policyLinter.answerQuestions');
    const first = await next();
    await press('acceptSelectedQuickOpenItem'); // leaves it open
    const second = await next(first);
    await press('quickOpenSelectNext'); // round from the last choice, "Skip", to the first, "Yes"
    await press('acceptSelectedQuickOpenItem');
    await next(second);
    await press('closeQuickOpen');
    await answering;
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    assert.match(text, /^facts:\n {2}\w+: true\n$/);
    const again = vscode.commands.executeCommand('policyLinter.answerQuestions');
    assert.equal(await next(), first);
    await press('closeQuickOpen');
    await again;
    assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)), text);
  });
});
