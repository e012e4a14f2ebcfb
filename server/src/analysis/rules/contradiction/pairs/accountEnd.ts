import cues from '../../../catalogue/contradiction.yaml';
import { readCatalogue, wordLists } from '../../../catalogue/read';
import { wordsOf } from '../../../document/place';
import { hoursOf } from '../../../language/durations';
import type { Sentence } from '../../../language/types';
import type { RetentionStatement } from '../../../practices/types';

const { ending, asideOfAccounts } = readCatalogue(cues, wordLists('ending', 'asideOfAccounts'));

const ends = `(?:${ending.join('|')})`;
/** "close your account", "account deletion", "your account has been closed", "after you leave". */
const accountEnd = new RegExp(
  `\\b${ends}\\w* (?:of )?(?:your |the |their |an |my )?(?:\\w+ )?accounts?\\b|\\baccount(?:['’]s)? (?:is |was |has been |gets )?${ends}\\w*|\\byou (?:leave|have left|quit)\\b`,
  'i',
);
/** What is kept shorter may be the time that erasing takes. */
const LONG = hoursOf('P3M');

/**
 * "When you close your account, all your data is erased", and "we keep your name for five years after you have closed
 * it": kept for good, which no law asks for.
 */
export function outlivesAccount(erased: RetentionStatement, kept: RetentionStatement): boolean {
  const { durations, sentence, data } = kept;
  const isErased = erased.action === 'delete' && erased.class === 'event' && erased.polarity === 'affirmed';
  if (!isErased && erased.class !== 'none_kept') return false;
  if (
    kept.action !== 'keep' ||
    !(kept.class === 'event_plus' || kept.class === 'fixed') ||
    kept.verdict !== 'specific' ||
    data.length === 0
  )
    return false;
  if (durations.length !== 1 || hoursOf(durations[0]) < LONG || erased.sentence.block === sentence.block) return false;
  if (sentence.tokens.some(({ lemma }) => asideOfAccounts.includes(lemma))) return false;
  const erasedWhen = isErased ? wordsOf(erased.words) : textOf(erased.sentence);
  return accountEnd.test(erasedWhen) && accountEnd.test(textOf(sentence));
}

const textOf = ({ block, start, end }: Sentence): string => block.text.slice(start, end);
