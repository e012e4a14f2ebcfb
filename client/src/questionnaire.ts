import * as vscode from 'vscode';
import type { Ask } from './checklist';
import { isCandidate } from './documents';

interface Question {
  readonly fact: string;
  readonly label: string;
  readonly decides: readonly string[];
  readonly answer?: boolean;
}

interface ProjectFileText {
  readonly uri: string;
  readonly before?: string;
  readonly text: string;
}

interface Choice extends vscode.QuickPickItem {
  readonly value: boolean | undefined;
}

/** Asks, one after the other, what only the author can say, and writes the answers into the project file. */
export class Questionnaire {
  /** The question that is on show. */
  asked: string | undefined;

  constructor(private readonly ask: Ask) {}

  async run(address?: string): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    const uri = address ?? (document && isCandidate(document) ? document.uri.toString() : undefined);
    const asked = uri && (await this.ask<{ questions: readonly Question[] }>('policyLinter/questions', { uri }));
    if (!uri || !asked)
      return tell(vscode.l10n.t('Open a privacy policy that was checked: the questions depend on it.'));
    if (asked.questions.length === 0)
      return tell(vscode.l10n.t('Nothing in this draft depends on facts that only you know.'));
    const facts: Record<string, boolean> = {};
    for (const [index, question] of asked.questions.entries()) {
      const choice = await this.#choose(question, index + 1, asked.questions.length);
      if (!choice) break; // what was answered so far counts
      if (choice.value !== undefined && choice.value !== question.answer) facts[question.fact] = choice.value;
    }
    if (Object.keys(facts).length === 0) return;
    const file = await this.ask<ProjectFileText>('policyLinter/setFacts', { uri, facts });
    if (!file || !(await write(file)))
      tell(vscode.l10n.t('The project file could not be written: it has mistakes, or no folder is open.'));
  }

  #choose({ label, decides, answer }: Question, step: number, totalSteps: number): Promise<Choice | undefined> {
    const choices: Choice[] = [
      { label: vscode.l10n.t('Yes'), value: true },
      { label: vscode.l10n.t('No'), value: false },
      { label: vscode.l10n.t('Skip'), description: vscode.l10n.t('leave it open'), value: undefined },
    ];
    const picker = vscode.window.createQuickPick<Choice>();
    picker.title = label;
    picker.placeholder = vscode.l10n.t('Decides on: {0}', decides.join(', '));
    picker.step = step;
    picker.totalSteps = totalSteps;
    picker.ignoreFocusOut = true;
    picker.items = choices;
    picker.activeItems = choices.filter(({ value }) => value === answer);
    return new Promise((resolve) => {
      picker.onDidAccept(() => {
        resolve(picker.activeItems[0]);
        picker.hide();
      });
      picker.onDidHide(() => {
        if (this.asked === label) this.asked = undefined; // the next one may be on show already
        resolve(undefined); // of no effect after an answer
        picker.dispose();
      });
      picker.show();
      this.asked = label;
    });
  }
}

/** Through the editor, so that it can be undone, and saved, so that it holds. */
async function write({ uri, before, text }: ProjectFileText): Promise<boolean> {
  const file = vscode.Uri.parse(uri, true);
  const edit = new vscode.WorkspaceEdit();
  if (before === undefined) edit.createFile(file, { contents: new TextEncoder().encode(text) });
  else {
    const document = await vscode.workspace.openTextDocument(file);
    if (document.getText() !== before) return false; // changed meanwhile
    edit.replace(file, new vscode.Range(new vscode.Position(0, 0), document.positionAt(before.length)), text);
  }
  if (!(await vscode.workspace.applyEdit(edit))) return false;
  return (await vscode.workspace.openTextDocument(file)).save();
}

function tell(message: string): void {
  void vscode.window.showInformationMessage(message);
}
