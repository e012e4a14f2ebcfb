import cuesCatalogue from '../../catalogue/ontology/cues.yaml';
import { part, readCatalogue, record, wordSet } from '../../catalogue/read';
import type { Sentence } from '../../language/types';
import { conditionKind } from '../qualifiers';
import type { SentencesOf } from '../sentences';
import { placeOf } from '../termPlaces';
import type { Condition, PurposeMention } from '../types';
import { plainTitle } from './begunSentences';
import { bareAnswer } from './cellAnswers';
import type { Row } from './rowSubjects';

/** What the other cells of a row say of what it tells: when, whether the reader may choose, what for. */

const { when, optional, required, why, conditional } = readCatalogue(
  cuesCatalogue,
  part(
    'rowCircumstances',
    record({ when: wordSet, optional: wordSet, required: wordSet, why: wordSet, conditional: wordSet }),
  ),
);

/** "Only if you send feedback" below "When it is used", "Yes" below "Optional?". */
export function conditionsOfRow(row: Row, header: Row, sentencesOf: SentencesOf): Condition[] {
  return row.flatMap((cell, index): Condition[] => {
    const title = header[index];
    const sentence = cell && sentencesOf(cell)[0];
    if (!cell || !title || !sentence) return [];
    const [named, answer] = [plainTitle(title.text), bareAnswer(cell)];
    const place = placeOf(sentence, { first: 0, last: sentence.tokens.length - 1 });
    const opens = conditional.has(sentence.tokens[0]?.lower ?? '');
    if ((optional.has(named) && (answer === 'yes' || opens)) || (required.has(named) && (answer === 'no' || opens)))
      return [{ kind: 'consent', place }];
    return when.has(named) && opens ? [{ kind: conditionKind(sentence.tokens), place }] : [];
  });
}

/** "Finding venues nearby" below "Purpose". */
export const purposesOfRow = (row: Row, header: Row, sentencesOf: SentencesOf): PurposeMention[] =>
  row.flatMap((cell, index): PurposeMention[] => {
    const title = header[index];
    if (!cell || !title || !why.has(plainTitle(title.text))) return [];
    return purposesIn(sentencesOf(cell));
  });

/** Every purpose that the sentences of a cell name. */
export const purposesIn = (told: readonly Sentence[]): PurposeMention[] =>
  told.flatMap((sentence) =>
    sentence.terms
      .filter(({ kind }) => kind === 'purpose')
      .flatMap((term) => term.ids.map((id) => ({ id, place: placeOf(sentence, term), party: 'any' as const }))),
  );
