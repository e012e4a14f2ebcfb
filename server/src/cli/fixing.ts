import { applyEdits, safeEdits } from '../analysis/fixes/safeEdits';
import type { Analysis } from '../analysis/types';
import type { Decoded } from './decode';
import { reasonOf } from './discover';
import { replaceFile } from './replaceFile';

/** Fixes that make room for others come to an end. */
const MOST_ROUNDS = 5;

/** A text and what is found in it. */
interface CheckedText {
  readonly text: string;
  readonly analysis: Analysis;
  readonly isIncomplete: boolean;
}

/** Writes safe fixes into the file, and again those that only then come to light. */
export async function fixed(
  given: string,
  { encoding, hasMark }: Decoded,
  first: CheckedText,
  check: (text: string) => Promise<Analysis>,
  notes: string[],
): Promise<CheckedText> {
  let { text, analysis } = first;
  let fixes = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const edits = safeEdits(analysis.findings);
    if (edits.length === 0) break;
    fixes += edits.length;
    text = applyEdits(text, edits);
    analysis = await check(text);
  }
  if (fixes === 0) return first;
  try {
    if (encoding !== 'utf-8') throw new Error(`fixes are written in UTF-8 only, and this is ${encoding}`);
    await replaceFile(given, hasMark ? `\ufeff${text}` : text);
    notes.push(`${given}: ${fixes === 1 ? '1 place' : `${fixes} places`} fixed`);
    return { text, analysis, isIncomplete: false };
  } catch (error) {
    notes.push(`${given}: not fixed: ${reasonOf(error)}`);
    return { ...first, isIncomplete: true };
  }
}
