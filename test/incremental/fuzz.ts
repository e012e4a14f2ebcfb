import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { DocumentFormat } from '../../server/src/analysis/document/types';
import { formatOfFile } from '../../server/src/drafts/format';
import { draftOf } from './drafts';
import { compareEdits } from './edits';

/** Longer drafts would spend the time on reading from scratch. */
const LONGEST = 20_000;

/** Compares so many edits in all: of generated drafts, or of the drafts in a folder. Throws at the first difference. */
export function fuzz(edits: number, seed: number, folder: string | undefined, report: (line: string) => void): void {
  const perDraft = 100;
  const files = folder === undefined ? [] : readdirSync(folder).filter((name) => /\.(?:md|mdx|html|txt)$/.test(name));
  for (let done = 0, round = 0; done < edits; done += perDraft, round++) {
    const file = files[round % Math.max(1, files.length)];
    const formats: readonly DocumentFormat[] = ['markdown', 'html', 'plaintext'];
    const text = file ? readFileSync(path.join(folder!, file), 'utf8').slice(0, LONGEST) : undefined;
    const format = file ? formatOfFile(file, text!) : formats[round % 3];
    compareEdits(
      text ?? draftOf(300 + (round % 10) * 1500, format, seed + round),
      { format, today: '2026-11-22' },
      perDraft,
      seed + round,
    );
    report(`${done + perDraft} edits without a difference (${file ?? format}, seed ${seed + round})`);
  }
}
