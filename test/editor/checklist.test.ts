import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { ChecklistNode } from '../../client/src/checklist';
import { api, open, show, status, until } from './support';

type Item = Extract<ChecklistNode, { kind: 'item' }>;

/** The checklist's items under all regimes, as soon as there are any. */
async function items(): Promise<Item[]> {
  const { checklist } = await api();
  return until('the checklist', () => {
    const all = checklist.getChildren().flatMap((regime) => checklist.getChildren(regime)) as Item[];
    return all.length > 0 ? all : undefined;
  });
}

async function message(pattern: RegExp): Promise<void> {
  const { checklist } = await api();
  let last = '';
  await until(`the checklist to say ${pattern}`, () => {
    last = checklist.message;
    return pattern.test(last) || undefined;
  }).catch((error) => Promise.reject(new Error(`${error.message}; it says "${last}"`)));
}

describe('the disclosure checklist', () => {
  let document: vscode.TextDocument;
  beforeEach(async () => {
    document = await open('web-shop-privacy-policy.md');
    await status(/^Policy Linter: checked, /);
    await vscode.commands.executeCommand('policyLinter.checklist.focus');
    await show(document);
  });

  it('lists what each regime asks for, what is missing first', async () => {
    const { checklist } = await api();
    await items();
    const regimes = checklist.getChildren();
    assert.ok(regimes.length > 1);
    for (const regime of regimes) {
      assert.match(String(checklist.getTreeItem(regime).description), /^(\d+ of \d+ missing|nothing of \d+ missing)/);
      const statuses = (checklist.getChildren(regime) as Item[]).map(({ item }) => item.status);
      const order = ['missing', 'weak', 'present', 'notRequired', 'elsewhere'];
      const ranks = statuses.map((each) => order.indexOf(each));
      assert.deepEqual(ranks, [...ranks].sort());
    }
  });

  it('leads to the words that make a disclosure', async () => {
    const { checklist } = await api();
    const present = (await items()).find(({ item }) => item.status === 'present' && item.places.length > 0)!;
    const [place] = checklist.getChildren(present);
    const { command, arguments: args = [] } = checklist.getTreeItem(place!).command!;
    await vscode.commands.executeCommand(command, ...args);
    const editor = vscode.window.activeTextEditor!;
    assert.equal(editor.document, document);
    assert.equal(document.getText(editor.selection).replace(/\s+/g, ' '), present.item.places[0]!.text);
  });

  it('tells a screen reader the status of an item', async () => {
    const { checklist } = await api();
    const missing = (await items()).find(({ item }) => item.status === 'missing')!;
    assert.match(checklist.getTreeItem(missing).accessibilityInformation!.label, /, missing/);
  });

  it('inserts what is missing, with a blank to fill in', async () => {
    const { checklist } = await api();
    const missing = (await items()).find(({ item }) => item.status === 'missing' && item.required === 'yes')!;
    assert.equal(checklist.getTreeItem(missing).contextValue, 'missing');
    const before = document.getText();
    assert.equal(await vscode.commands.executeCommand('policyLinter.insertDisclosure', missing), true);
    assert.ok(document.getText().length > before.length);
    assert.ok(!document.getText().includes('${'));
    await until('the item to be missing no more', async () => {
      const now = (await items()).find(({ item }) => item.id === missing.item.id);
      return now?.item.status !== 'missing' || undefined;
    });
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('says why it is empty', async () => {
    await open('datenschutz.md');
    await message(/^Not checked: not in English\.$/);
    assert.deepEqual((await api()).checklist.getChildren(), []);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await message(/^No policy is open\./);
  });

  it('says that nothing is missing', async () => {
    await open('clean-privacy-policy.md');
    await status(/^Policy Linter: checked, nothing found/);
    const missing = (await items()).filter(({ item }) => item.status === 'missing');
    const { checklist } = await api();
    await until(
      'the words for it',
      () => missing.length > 0 !== /^Nothing is missing\./.test(checklist.message) || undefined,
    );
  });
});
