import * as vscode from 'vscode';
import type { PracticeMapView } from '../../server/src/lsp/views';
import type { Ask } from './checklist';
import { conflictsOf, exported, type Format, gapsOf } from './practiceTable';
import { reveal } from './reveal';
import type { StatusItem } from './status';
import type { Subject } from './subject';
import type { FromPage, ToPage, Words } from './webview/messages';

const VIEW_TYPE = 'policyLinter.practiceMap';
const formats: readonly Format[] = ['csv', 'json', 'markdown'];

/** The practice map: the draft as a table of data, purposes, recipients, periods and sources, beside the draft. */
export class PracticeMap implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  /** The draft whose practices the panel shows. */
  private draft: vscode.TextDocument | undefined;
  private last: ToPage | undefined;
  private asked = 0;
  private readonly disposables: vscode.Disposable[];

  constructor(
    private readonly extension: vscode.Uri,
    private readonly subject: Subject,
    private readonly status: StatusItem,
    private readonly ask: Ask,
  ) {
    this.disposables = [
      status.onDidChange(() => this.update()),
      vscode.workspace.onDidCloseTextDocument((document) => document === this.draft && this.update()),
      vscode.commands.registerCommand('policyLinter.showPracticeMap', () => this.show()),
      vscode.commands.registerCommand('policyLinter.exportPracticeMap', (format?: Format) =>
        this.export(format, this.spokenOf),
      ),
    ];
  }

  dispose(): void {
    this.panel?.dispose();
    for (const disposable of this.disposables) disposable.dispose();
  }

  /** What the page was last told, and what it says back: the tests' way in. */
  get shown(): ToPage | undefined {
    return this.last;
  }

  get html(): string {
    return this.panel?.webview.html ?? '';
  }

  async show(): Promise<void> {
    const draft = this.subject.document ?? this.draft;
    if (!draft) return tell(vscode.l10n.t('Open the draft of a policy first.'));
    this.draft = draft;
    this.panel ??= this.open();
    this.panel.title = vscode.l10n.t('Practice map: {0}', nameOf(draft.uri));
    this.panel.reveal(undefined, true);
    await this.update();
  }

  async receive(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        await this.post(this.last);
        break;
      case 'reveal':
        if (this.draft) await reveal(this.draft.uri, message.range);
        break;
      case 'export':
        await this.export(message.format, this.draft);
        break;
    }
  }

  private open(): vscode.WebviewPanel {
    const dist = vscode.Uri.joinPath(this.extension, 'dist');
    const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const title = vscode.l10n.t('Practice map');
    const panel = vscode.window.createWebviewPanel(VIEW_TYPE, title, column, {
      enableScripts: true,
      enableFindWidget: true,
      localResourceRoots: [dist],
    });
    panel.webview.onDidReceiveMessage((message: FromPage) => this.receive(message));
    panel.onDidDispose(() => {
      this.panel = undefined;
      this.last = undefined;
    });
    panel.webview.html = page(panel.webview, dist);
    return panel;
  }

  private async update(): Promise<void> {
    if (!this.panel || !this.draft) return;
    if (this.draft.isClosed) return this.say(vscode.l10n.t('The draft was closed.'));
    const state = this.status.stateOf(this.draft);
    if (state.state === 'notChecked') return this.say(vscode.l10n.t('Not checked: {0}.', state.reason ?? ''));
    if (state.state === 'failed') return this.say(vscode.l10n.t('The check failed: {0}.', state.reason ?? ''));
    if (state.state === 'checking' && !this.last) return this.say(vscode.l10n.t('Checking the policy…'));
    const turn = ++this.asked;
    const view = await this.view(this.draft);
    if (!view || turn !== this.asked) return;
    if (view.rows.length === 0) await this.say(vscode.l10n.t('The draft does not say what it does with data.'));
    else await this.post({ type: 'show', view, words: words(view) });
  }

  /** The draft in the active editor; the panel's own while the panel is active or the editor shows no checked draft. */
  private get spokenOf(): vscode.TextDocument | undefined {
    const { document } = this.subject;
    const isChecked = document && this.status.stateOf(document).state === 'checked';
    return this.draft && (this.panel?.active || !isChecked) ? this.draft : document;
  }

  private view(draft: vscode.TextDocument): Promise<PracticeMapView | undefined> {
    return this.ask<PracticeMapView>('policyLinter/practiceMap', { uri: draft.uri.toString() });
  }

  private say(text: string): Promise<void> {
    return this.post({ type: 'say', text });
  }

  private async post(message: ToPage | undefined): Promise<void> {
    this.last = message;
    if (message) await this.panel?.webview.postMessage(message);
  }

  /** Into a document that was never saved: where it goes is for the author to say. */
  private async export(asked: Format | undefined, draft: vscode.TextDocument | undefined): Promise<void> {
    const view = draft && (await this.view(draft));
    if (!draft || !view) return tell(vscode.l10n.t('There is no checked draft to export the practice map of.'));
    const format = formats.find((one) => one === asked) ?? (await chooseFormat());
    if (!format) return;
    const content = exported(view, format, nameOf(draft.uri));
    const known = await vscode.languages.getLanguages();
    const language = known.includes(format) ? format : 'plaintext';
    const document = await vscode.workspace.openTextDocument({ content, language });
    await vscode.window.showTextDocument(document, { preview: false });
  }
}

const nameOf = (uri: vscode.Uri): string => uri.path.slice(uri.path.lastIndexOf('/') + 1);

function tell(text: string): void {
  void vscode.window.showInformationMessage(text);
}

async function chooseFormat(): Promise<Format | undefined> {
  const items = [
    { label: 'CSV', description: vscode.l10n.t('for spreadsheets'), format: 'csv' as const },
    { label: 'JSON', description: vscode.l10n.t('with every place'), format: 'json' as const },
    { label: 'Markdown', description: vscode.l10n.t('a table to read'), format: 'markdown' as const },
  ];
  return (await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('Export as…') }))?.format;
}

function words({ rows }: PracticeMapView): Words {
  const conflicts = new Set(rows.flatMap(conflictsOf)).size;
  const gaps = rows.flatMap(gapsOf).length;
  return {
    headings: {
      data: vscode.l10n.t('Data'),
      purpose: vscode.l10n.t('Purpose'),
      recipient: vscode.l10n.t('Recipient'),
      retention: vscode.l10n.t('Kept for'),
      source: vscode.l10n.t('Source'),
    },
    summary: vscode.l10n.t('Types of data: {0}. Conflicts: {1}. Gaps: {2}.', rows.length, conflicts, gaps),
    conflict: vscode.l10n.t('conflict'),
    gap: vscode.l10n.t('gap'),
    vague: vscode.l10n.t('vague'),
    line: vscode.l10n.t('line {0}', '{0}'),
    as: vscode.l10n.t('as {0}', '{0}'),
    nothing: vscode.l10n.t('nothing said'),
    caption: vscode.l10n.t('What the draft says it does with data'),
  };
}

/** Only the packaged script and style are let in; everything else the page could load or run is refused. */
function page(webview: vscode.Webview, dist: vscode.Uri): string {
  const nonce = [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  const script = webview.asWebviewUri(vscode.Uri.joinPath(dist, 'webview.js'));
  const style = webview.asWebviewUri(vscode.Uri.joinPath(dist, 'webview.css'));
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  const text = (words: string) => words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const buttons = [
    ['csv', 'CSV'],
    ['json', 'JSON'],
    ['markdown', 'Markdown'],
  ].map(([format, name]) => {
    const label = text(vscode.l10n.t('Export as {0}', name));
    return `<button type="button" data-format="${format}" aria-label="${label}">${name}</button>`;
  });
  return `<!DOCTYPE html>
<html lang="${text(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${style}">
<title>${text(vscode.l10n.t('Practice map'))}</title>
</head>
<body>
<h1>${text(vscode.l10n.t('Practice map'))}</h1>
<header>
<p id="status" role="status"></p>
<div id="tools" role="group" aria-label="${text(vscode.l10n.t('Export'))}" hidden>${buttons.join('')}</div>
</header>
<main id="map"></main>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}
