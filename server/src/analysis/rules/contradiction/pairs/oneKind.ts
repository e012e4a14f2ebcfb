import { wordsOf } from '../../../document/place';
import type { Sentence } from '../../../language/types';
import { isDataRoot } from '../../../practices/generalData';
import { dataGraph } from '../../../practices/ontologyGraph';
import { sentenceAt, sentencesOf } from '../../../practices/sentences';
import { wordsOfTerm } from '../../../practices/termPlaces';
import type { Mention, Statement } from '../../../practices/types';

/** Whether "only" leaves nothing else of one kind of data, where it says nothing of the rest. */

/**
 * "Full card details are with our bank. All we hold is your card number": all of the card, where a sentence before speaks
 * of the same in other words, or the heading of something else.
 */
export function isOfDataBefore({ evidence: { sentence } }: Statement, listed: readonly Mention[]): boolean {
  const { heading } = sentence.block.section;
  const alike = ({ id }: Named) => listed.filter((other) => dataGraph.relate(id, other.id).relation !== 'none');
  const ofHeading = heading ? sentencesOf(heading).flatMap(named) : [];
  const before = sentencesOf(sentence.block).slice(0, sentence.index).flatMap(named);
  return (
    ofHeading.some((data) => alike(data).length === 0) ||
    before.some((data) => {
      const same = alike(data);
      return same.length > 0 && !same.some(({ place }) => wordsOf(place).toLowerCase().endsWith(data.words));
    })
  );
}

/** "We store only the following information about your visit: …": the list is all of that kind, not all that is stored. */
export function isListOfOneKind({ evidence: { sentence, lead } }: Statement): boolean {
  const opening = lead ? sentenceAt(lead.block, lead.start) : sentence;
  return opening?.tokens.at(-1)?.lower === ':' && named(opening).length > 0;
}

interface Named {
  readonly id: string;
  /** As written, in lower case. */
  readonly words: string;
}

/** Types of data that a sentence names, apart from words for data in general. */
const named = (sentence: Sentence): Named[] =>
  sentence.terms
    .filter(({ kind }) => kind === 'data')
    .flatMap((term) =>
      term.ids.filter((id) => !isDataRoot(id)).map((id) => ({ id, words: wordsOfTerm(sentence, term).toLowerCase() })),
    );
