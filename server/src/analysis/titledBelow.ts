import { readCatalogue, record, wordList } from './catalogue/read';
import content from './catalogue/recognition.yaml';

const { clearTitles, otherTitles } = readCatalogue(content, record({ clearTitles: wordList, otherTitles: wordList }));

/** A title stands within so many lines of the beginning. */
export const SOON = 50;
const OPENING_LINES = 3;
/** A menu goes on behind the title. */
const MENU_LINES = 6;

/** "PRIVACY POLICY", "Privacy Statement of Lanternbox Ltd": a line that is a title and nothing else. */
const titleLine = new RegExp(
  `^[^\\p{L}]{0,8}(?:${clearTitles.join('|')})(?: (?:of|for) [^.,;:]{1,40})?[^\\p{L}]{0,8}$`,
  'iu',
);
const otherLine = new RegExp(`^[^\\p{L}]{0,8}(?:${otherTitles.join('|')})[^\\p{L}]{0,8}$`, 'iu');

/**
 * Whether one of the first lines is the title, where the one above names the company: "Lanternbox Ltd", "Privacy Policy".
 * "Terms of Use", "Privacy Policy" is a menu.
 */
export function isTitledBelow(text: string): boolean {
  const lines = text.split('\n', SOON).filter((line) => /\p{L}/u.test(line));
  const titled = lines.slice(0, OPENING_LINES).some((line) => titleLine.test(line));
  return titled && !lines.slice(0, MENU_LINES).some((line) => otherLine.test(line));
}
