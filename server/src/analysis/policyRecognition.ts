import { part, readCatalogue, wordList } from './catalogue/read';
import content from './catalogue/recognition.yaml';
import type { DocumentFormat } from './document/types';
import { beginningOf, type Facts } from './draftBeginning';
import { languageOf } from './language/functionWords';

export interface Recognition {
  readonly isPolicy: boolean;
  readonly reason?: 'notAPolicy' | 'notEnglish' | 'tooLarge' | 'empty';
}

/** A draft beyond this is not checked; in UTF-16 units. */
export const largestDraft = 5 * 1024 * 1024;

/** A draft with fewer words is young: its name and its title speak for it before its text can. */
const youngDraft = 200;
/** Where front matter and directives are sought: UTF-16 units of the source. */
const declarationPrefix = 2000;

/** A text's words for itself, wherever they stand. */
const selves = new RegExp(`\\b(?:${readCatalogue(content, part('selves', wordList)).join('|')})\\b`, 'i');
const fileNames = new RegExp(`(?:^| )(?:${readCatalogue(content, part('fileNames', wordList)).join('|')})(?: |$)`, 'i');

/**
 * Whether a file is a privacy policy that the linter reads: by its name and titles together with what it says, or by
 * what it says alone. Looks at a bounded prefix. What this decides holds for editor, server and directory search alike.
 */
export function recognisePolicy(source: string, format: DocumentFormat, fileName = ''): Recognition {
  if (source.length > largestDraft) return { isPolicy: false, reason: 'tooLarge' };
  const { facts, title } = beginningOf(source, format);
  if (facts.words === 0) return { isPolicy: false, reason: 'empty' };
  const named = fileNames.test(baseName(fileName));
  const language = languageOf(facts.language);
  if (language !== 'English' && language !== 'unknown')
    return { isPolicy: false, reason: title !== 'none' || named ? 'notEnglish' : 'notAPolicy' };
  if (isDeclared(source) || (named && title === 'clear' && facts.words < youngDraft)) return { isPolicy: true };
  const demand =
    title === 'clear' || (title === 'hint' && named)
      ? 'titled'
      : title === 'hint' || (named && title !== 'other')
        ? 'hinted'
        : 'bare';
  return saysSo(facts, demand) ? { isPolicy: true } : { isPolicy: false, reason: 'notAPolicy' };
}

/**
 * Whether a text that somebody wants checked can be asked what a policy must say. Terms of use, a read-me or a study of an
 * app's privacy says some of it and owes none.
 */
export function readsLikePolicy(source: string, format: DocumentFormat): boolean {
  if (isDeclared(source)) return true;
  const { facts, title } = beginningOf(source, format);
  if (title === 'clear' || (title !== 'other' && facts.words < SHORT)) return true;
  if (title !== 'other' && selves.test(source)) return true;
  if (title === 'none') return saysSo(facts, 'untitled') || saysSo(facts, 'long');
  return saysSo(facts, title === 'hint' ? 'titled' : 'bare');
}

/** So few words show nothing of what a text is. */
const SHORT = 120;

/** The author says so: `regimes:` in the front matter, or a directive comment at the top. */
function isDeclared(source: string): boolean {
  const head = source.slice(0, declarationPrefix);
  const frontMatter = /^\uFEFF?---\r?\n([\s\S]*?)\n---/.exec(head)?.[1];
  return (frontMatter !== undefined && /^regimes:/m.test(frontMatter)) || /<!--\s*policy-linter[\s-]/.test(head);
}

/** How many kinds of cues, how many cues and how many per 1000 words a text needs, by what else speaks for a policy. */
const demands = {
  titled: { kinds: 2, count: 3, density: 3 },
  hinted: { kinds: 3, count: 4, density: 4 },
  untitled: { kinds: 4, count: 8, density: 8 },
  long: { kinds: 7, count: 20, density: 5 },
  bare: { kinds: 6, count: 15, density: 14 },
} as const;

function saysSo({ words, cues: counts }: Facts, demand: keyof typeof demands): boolean {
  const kinds = counts.filter((number) => number > 0).length;
  const total = counts.reduce((sum, number) => sum + number, 0);
  const least = demands[demand];
  return kinds >= least.kinds && total >= least.count && (total * 1000) / words >= least.density;
}

function baseName(fileName: string): string {
  const name = /(?<![^/\\])[^/\\]*$/.exec(fileName)?.[0] ?? '';
  return name
    .replace(/\.\w+$/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
}
