import * as vscode from 'vscode';
import type {
  ChecklistEntry,
  ChecklistRegime,
  ChecklistView,
  SnippetInsertion,
  Spot,
} from '../../server/src/lsp/views';
import { reveal } from './reveal';
import { applySnippetEdit } from './snippetEdits';
import type { CheckState, StatusItem } from './status';
import type { Subject } from './subject';
import { waitsForSave } from './whenChecked';

/** Asks the language server; undefined where there is none or it has no answer. */
export type Ask = <T>(method: string, params: object) => Promise<T | undefined>;

export type ChecklistNode =
  | { readonly kind: 'regime'; readonly regime: ChecklistRegime }
  | { readonly kind: 'item'; readonly regime: ChecklistRegime; readonly item: ChecklistEntry }
  | { readonly kind: 'place'; readonly item: ChecklistEntry; readonly spot: Spot };

/** The disclosure checklist: regime, what it asks for, where the draft says it. */
export class Checklist implements vscode.TreeDataProvider<ChecklistNode>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly tree: vscode.TreeView<ChecklistNode>;
  private readonly disposables: vscode.Disposable[];
  private view: ChecklistView | undefined;
  /** Whose checklist `view` is. */
  private uri: vscode.Uri | undefined;
  private asked = 0;

  constructor(
    private readonly subject: Subject,
    private readonly status: StatusItem,
    private readonly ask: Ask,
  ) {
    this.tree = vscode.window.createTreeView('policyLinter.checklist', { treeDataProvider: this });
    this.disposables = [
      this.changed,
      this.tree,
      subject.onDidChange(() => this.update()),
      status.onDidChange(() => this.update()),
      this.tree.onDidChangeVisibility(({ visible }) => visible && this.update()),
      vscode.commands.registerCommand('policyLinter.insertDisclosure', (node: ChecklistNode) => this.insert(node)),
      vscode.commands.registerCommand('policyLinter.revealPlace', reveal),
    ];
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  /** What stands in place of the list, or above it. */
  get message(): string {
    return this.tree.message ?? '';
  }

  getChildren(node?: ChecklistNode): ChecklistNode[] {
    if (!node) return (this.view?.regimes ?? []).map((regime) => ({ kind: 'regime', regime }));
    if (node.kind === 'regime') return node.regime.items.map((item) => ({ ...node, kind: 'item', item }));
    if (node.kind === 'item') return node.item.places.map((spot) => ({ kind: 'place', item: node.item, spot }));
    return [];
  }

  getTreeItem(node: ChecklistNode): vscode.TreeItem {
    switch (node.kind) {
      case 'regime':
        return regimeItem(node.regime);
      case 'item':
        return this.entryItem(node.regime, node.item);
      case 'place':
        return this.placeItem(node.spot);
    }
  }

  private async update(): Promise<void> {
    // Nobody looks: what is asked for at every key would be for nothing.
    if (!this.tree.visible) return;
    const document = this.subject.document;
    const state = document && this.status.stateOf(document);
    if (!document || state?.state === 'notChecked' || state?.state === 'failed') {
      this.show(undefined, undefined, emptiness(state));
      return;
    }
    // What is shown of this draft stays until something newer is known; what is shown of another one goes.
    if (this.uri?.toString() !== document.uri.toString()) this.show(undefined, document.uri, emptiness(state));
    if (state?.state !== 'checked') return;
    const turn = ++this.asked;
    const view = await this.ask<ChecklistView>('policyLinter/checklist', { uri: document.uri.toString() });
    if (!view || turn !== this.asked || this.subject.document !== document) return;
    this.show(view, document.uri, summary(view));
  }

  private show(view: ChecklistView | undefined, uri: vscode.Uri | undefined, message: string | undefined): void {
    if (!view) this.asked++;
    this.view = view;
    this.uri = uri;
    this.tree.message = message;
    this.changed.fire();
  }

  private entryItem(regime: ChecklistRegime, entry: ChecklistEntry): vscode.TreeItem {
    const { id, title, status, places } = entry;
    const item = new vscode.TreeItem(title);
    const words = statusWords(entry);
    item.id = `${regime.id}/${id}`;
    // The icon says the rest where there is little room.
    if (status !== 'present' && !(status === 'missing' && entry.required === 'yes')) item.description = words;
    item.iconPath = icons[status === 'missing' && entry.required !== 'yes' ? 'unknown' : status];
    item.tooltip = tooltip(entry);
    item.contextValue = status;
    item.collapsibleState =
      places.length > 0 ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None;
    item.accessibilityInformation = { label: `${title}, ${words}` };
    if (places[0]) item.command = this.revealCommand(places[0]);
    return item;
  }

  private placeItem(spot: Spot): vscode.TreeItem {
    const item = new vscode.TreeItem(spot.text);
    item.description = vscode.l10n.t('line {0}', spot.range.start.line + 1);
    item.iconPath = new vscode.ThemeIcon('quote');
    item.tooltip = spot.text;
    item.contextValue = 'place';
    item.command = this.revealCommand(spot);
    return item;
  }

  private revealCommand({ range }: Spot): vscode.Command {
    return {
      command: 'policyLinter.revealPlace',
      title: vscode.l10n.t('Show in the draft'),
      arguments: [this.uri, range],
    };
  }

  private async insert(node: ChecklistNode | undefined): Promise<boolean> {
    if (node?.kind !== 'item' || !this.uri) return false;
    const uri = this.uri.toString();
    const insertion = await this.ask<SnippetInsertion>('policyLinter/insertion', { uri, id: node.item.id });
    if (insertion) return applySnippetEdit(uri, insertion.version, [...insertion.edits]);
    const draft = this.subject.document;
    void vscode.window.showInformationMessage(
      draft && waitsForSave(draft)
        ? vscode.l10n.t('The draft has changed since it was checked; save it, then choose the insertion again.')
        : vscode.l10n.t('The draft is being checked; please choose the insertion again.'),
    );
    return false;
  }
}

function regimeItem({ id, name, shortName, asOf, confirmed, items }: ChecklistRegime): vscode.TreeItem {
  const missing = items.filter(({ status }) => status === 'missing').length;
  const item = new vscode.TreeItem(
    shortName.charAt(0).toUpperCase() + shortName.slice(1),
    missing > 0 ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed,
  );
  item.id = id;
  item.description = [
    missing > 0
      ? vscode.l10n.t('{0} of {1} missing', missing, items.length)
      : vscode.l10n.t('nothing of {0} missing', items.length),
    confirmed ? undefined : vscode.l10n.t('guessed from the text'),
  ]
    .filter(Boolean)
    .join(' · ');
  item.iconPath = new vscode.ThemeIcon('law');
  item.tooltip = vscode.l10n.t('{0}, law as of {1}', name, asOf);
  item.accessibilityInformation = { label: `${name}, ${item.description}` };
  item.contextValue = 'regime';
  return item;
}

function statusWords({ status, required }: ChecklistEntry): string {
  switch (status) {
    case 'missing':
      return required === 'yes' ? vscode.l10n.t('missing') : vscode.l10n.t('missing, if it applies to you');
    case 'weak':
      return vscode.l10n.t('weak');
    case 'present':
      return vscode.l10n.t('present');
    case 'notRequired':
      return vscode.l10n.t('not required');
    case 'elsewhere':
      return vscode.l10n.t('elsewhere');
  }
}

const icon = (name: string, color?: string) =>
  new vscode.ThemeIcon(name, color ? new vscode.ThemeColor(color) : undefined);
const icons: Readonly<Record<ChecklistEntry['status'] | 'unknown', vscode.ThemeIcon>> = {
  missing: icon('circle-slash', 'list.errorForeground'),
  unknown: icon('question'),
  weak: icon('warning', 'list.warningForeground'),
  present: icon('pass', 'testing.iconPassed'),
  notRequired: icon('circle-outline', 'disabledForeground'),
  elsewhere: icon('link-external'),
};

function tooltip({ title, reason, says, citation }: ChecklistEntry): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  text.appendText(title).appendMarkdown('\n\n').appendText(reason).appendMarkdown('\n\n');
  return text.appendText(vscode.l10n.t('What it should say: {0}', says)).appendMarkdown('\n\n').appendText(citation);
}

/** "Nothing is missing" and "not checked" are told apart in words. */
function emptiness(state: CheckState | undefined): string {
  switch (state?.state) {
    case undefined:
      return vscode.l10n.t(
        'No policy is open. The checklist shows what the draft in the active editor says and lacks.',
      );
    case 'notChecked':
      return state.reason ? vscode.l10n.t('Not checked: {0}.', state.reason) : vscode.l10n.t('Not checked.');
    case 'failed':
      return state.reason ? vscode.l10n.t('The check failed: {0}.', state.reason) : vscode.l10n.t('The check failed.');
    default:
      return vscode.l10n.t('Checking the policy…');
  }
}

function summary({ regimes, possible }: ChecklistView): string | undefined {
  const isMissing = ({ items }: ChecklistRegime) => items.some(({ status }) => status === 'missing');
  const parts = [
    regimes.length > 0 && !regimes.some(isMissing) ? vscode.l10n.t('Nothing is missing.') : undefined,
    regimes.length === 0 ? vscode.l10n.t('No law is known to apply to this draft.') : undefined,
    possible.length > 0 ? vscode.l10n.t('Not checked until you confirm it: {0}.', possible.join('; ')) : undefined,
  ].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(' ') : undefined;
}
