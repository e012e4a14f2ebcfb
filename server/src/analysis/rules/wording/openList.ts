import { PhraseList } from '../../language/phrases';
import type { Rule } from '../types';
import { isConcrete, more, OFF, PLAIN, perSection, placeOf, practices, said, words } from './vague';

const openLists = new PhraseList(words.openLists);

/** A list of data, recipients or purposes without an end ("including but not limited to", "etc."). GDPR Art. 12(1), 13(1). */
export const openList: Rule = {
  id: 'wording/open-list',
  title: 'A list of data, recipients or purposes has no end',
  severity: 'off',
  offBecause: OFF,
  citations: PLAIN,
  *check({ policy }) {
    const places = practices(policy).flatMap((practice) =>
      said(openLists, practice.sentence, policy)
        // what follows are the list's own examples; only the rest of the draft can close it
        .filter(() => !isConcrete(practice, { phrase: 0, first: 0, last: practice.sentence.tokens.length }, policy))
        .map((match) => placeOf(practice.sentence, match)),
    );
    yield* perSection(
      places,
      (quote, others) =>
        `“${quote}”${more(others)} leaves the list open. Write it out, or name the category that the rest falls under.`,
    );
  },
};
