import catalogue from '../../catalogue/placeholders.yaml';
import { readCatalogue, wordLists } from '../../catalogue/read';

export const known = readCatalogue(
  catalogue,
  wordLists(
    'names',
    'marks',
    'toSelf',
    'requests',
    'notes',
    'fillers',
    'subjects',
    'verbs',
    'domains',
    'examples',
    'formats',
    'masked',
    'forms',
    'mailboxes',
  ),
);

/** Reading offsets of words that wait to be filled in. */
export interface Gap {
  readonly start: number;
  readonly end: number;
  /** Set where the words are fine and their link goes to a domain that only stands for one. */
  readonly domain?: string;
}

/** In UTF-16 units. */
const NEAR = 40;

/** Whether one of these words stands so close by. */
export function near(text: string, gap: Gap, cues: readonly string[]): boolean {
  const around = text.slice(Math.max(0, gap.start - NEAR), gap.end + NEAR).toLowerCase();
  return cues.some((cue) => [...occurrences(around, cue)].length > 0);
}

/** Whole-word occurrences. */
function* occurrences(text: string, words: string): Iterable<Gap> {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const end = at + words.length;
    if (!/[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(text[end] ?? ' ')) yield { start: at, end };
  }
}

export const spanOf = (match: RegExpExecArray): Gap => ({ start: match.index, end: match.index + match[0].length });
