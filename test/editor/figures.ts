import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { diagnostics, open, until } from './support';

/** Prints times of the extension in this VS Code; started by `npm run figures`. */
export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension('policy-linter.policy-linter');
  if (!extension) throw new Error('the extension is not installed');
  const activating = performance.now();
  await extension.activate();
  const activation = performance.now() - activating;
  console.log(`activation  ${activation.toFixed(1)} ms, loading the bundle included`);
  writeFileSync(process.env.ACTIVATION ?? '', String(activation));

  const draft = process.env.DRAFT ?? '';
  const opening = performance.now();
  const document = await open(draft);
  const opened = performance.now();
  await until('diagnostics', () => diagnostics(document)[0]);
  const there = performance.now();
  const size = `${(document.getText().length / 1024).toFixed(0)} KB`;
  console.log(
    `first diagnostics of ${draft} (${size})  ${(there - opening).toFixed(0)} ms after asking to open it, ` +
      `${(there - opened).toFixed(0)} ms after it was shown; ${diagnostics(document).length} findings`,
  );
}
