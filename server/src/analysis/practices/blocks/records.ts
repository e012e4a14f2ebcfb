import type { Block } from '../../document/types';
import type { Sentence } from '../../language/types';
import type { Draft } from '../draft';
import { sentencesOf } from '../sentences';
import type { Mention } from '../types';
import { type Beginning, beginningBy, keptAt, saidOf, saidOfReceiver, sentenceUnder } from './begunSentences';
import { answerInCell } from './cellAnswers';
import { asOwned, asOwnName, dataNamedIn } from './rowSubjects';

/** Records of labels and values, "Where stored: our servers", below what names the data: a heading, an item, a bold line. */

/** In tokens; what is longer is no label. */
const LONGEST_LABEL = 6;
/** In tokens; a longer title names more than data. */
const LONGEST_NAME = 6;

interface Entry {
  readonly beginning: Beginning;
  readonly value: Sentence;
}

/**
 * What a value behind a label says of the data that its record is about.
 *
 * @param title the run-in label, where that is a sentence of its own
 * @param spoken the data spoken of last
 */
export function recordValue(
  sentence: Sentence,
  title: Sentence | undefined,
  spoken: () => readonly Mention[],
  ownNames: readonly string[],
): readonly Draft[] {
  const entry = entryIn(sentence, title);
  if (!entry) return [];
  const { beginning, value } = entry;
  const own = dataAbove(sentence.block);
  const isOfItem = sentence.block.lead?.kind === 'item';
  // "Shared with: Acme" may go on from the item before it; "Location: Berlin" may be anything's
  const data = own.length > 0 || isOfItem || !beginning.party ? own : spoken();
  const said = sentenceUnder(beginning, value, answerInCell(value.block.text.slice(value.start, value.end)));
  if (data.length === 0 || !said) return [];
  if (beginning.party) return saidOfReceiver(said, value, data, ownNames);
  const made = saidOf(said, data, ownNames);
  return beginning.place === undefined ? made : made.map((draft) => keptAt(draft, value));
}

/** "Where stored: our servers", whether or not the label is a sentence of its own. */
function entryIn(sentence: Sentence, title: Sentence | undefined): Entry | undefined {
  const { tokens, block } = sentence;
  if (title) {
    const beginning = beginningBy(block.text.slice(title.start, title.end));
    return beginning && { beginning, value: sentence };
  }
  const colon = tokens.findIndex(({ lower }) => lower === ':');
  if (colon < 1 || colon > LONGEST_LABEL || colon === tokens.length - 1) return undefined;
  const beginning = beginningBy(block.text.slice(sentence.start, tokens[colon]?.start));
  return beginning && { beginning, value: behind(sentence, colon) };
}

function behind(sentence: Sentence, colon: number): Sentence {
  const from = colon + 1;
  const tokens = sentence.tokens.slice(from);
  const moved = (marked: ReadonlySet<number>): ReadonlySet<number> =>
    new Set([...marked].filter((index) => index >= from).map((index) => index - from));
  return {
    ...sentence,
    start: tokens[0]?.start ?? sentence.end,
    tokens,
    terms: sentence.terms
      .filter(({ first }) => first >= from)
      .map((term) => ({ ...term, first: term.first - from, last: term.last - from })),
    quoted: moved(sentence.quoted),
    scareQuoted: moved(sentence.scareQuoted),
  };
}

/** The data that the item above a record names, or else the heading over it. */
function dataAbove({ lead, section }: Block): readonly Mention[] {
  const item = lead ? namedBy(lead) : [];
  return item.length > 0 || !section.heading ? item : namedBy(section.heading);
}

function namedBy(block: Block): readonly Mention[] {
  const [title, ...more] = sentencesOf(block);
  if (!title || more.length > 0 || title.tokens.length > LONGEST_NAME) return [];
  const owned = asOwned(title);
  return dataNamedIn(block.kind === 'item' ? asOwnName(owned) : owned);
}
