import catalogue from '../../../catalogue/contradiction.yaml';
import { part, readCatalogue, wordLists, wordSets } from '../../../catalogue/read';
import { derived } from '../../../dependencies';
import type { Section } from '../../../document/types';
import { kept } from '../../../kept';
import { readClauses } from '../../../language/clauses';
import { prepositions, secondPerson } from '../../../language/grammar';
import type { Clause, Sentence } from '../../../language/types';
import type { Policy } from '../../../policy';
import { isDataRoot } from '../../../practices/generalData';
import { dataGraph } from '../../../practices/ontologyGraph';
import { sentencesIn, sentencesOf } from '../../../practices/sentences';
import type { Statement } from '../../../practices/types';
import { isDemand } from './asking';
import { isOnly, isOnlyCase, isUnattended } from './exceptions';

/** What readers send of their own accord by writing to the company: "if you write to us, we receive your address". */

const words = readCatalogue(
  catalogue,
  part('ownAccord', wordSets('writing', 'sending', 'letters', 'topics', 'ours', 'reaching', 'forms')),
);
const { comesWith } = readCatalogue(catalogue, part('ownAccord', wordLists('comesWith')));
const { onlyCases } = readCatalogue(catalogue, wordSets('onlyCases'));

/** Whether what is said comes with a letter that a reader writes: nobody asked for it, and no form does. */
export const isOfOwnAccord = kept((said: Statement): boolean => {
  const { sentence, place } = said.evidence;
  return (
    said.data.every(({ id }) => isDataRoot(id) || comesWith.some((wider) => dataGraph.isA(id, wider))) &&
    !isUnattended(said) &&
    !isDemand(said) &&
    !sentence.tokens.some(({ lemma }) => words.forms.has(lemma)) &&
    (isBehindWriting(sentence) || isBelowWriting(place.block.section))
  );
});

/** In the sentence itself or one before it: "If you write to us, we get your message. We keep your address for a year." */
const isBehindWriting = ({ block, index }: Sentence): boolean =>
  sentencesOf(block).some((each) => each.index <= index && supposesWriting(each));

const isBelowWriting = (section: Section): boolean => {
  for (let at: Section | undefined = section; at; at = at.parent)
    if (at.heading && sentencesOf(at.heading).some(supposesWriting)) return true;
  return false;
};

const supposesWriting = kept((sentence: Sentence): boolean => readClauses(sentence).some(isOfWriting));

const isOfWriting = (clause: Clause): boolean =>
  (clause.embedding === 'gerund' || (clause.embedding === 'antecedent' && isOfReaders(clause))) && isWriting(clause);

const isOfReaders = ({ sentence: { tokens, terms }, subject }: Clause): boolean =>
  subject !== undefined &&
  (secondPerson.has(tokens[subject.first]?.lower ?? '') ||
    terms.some(({ ids, first }) => ids.includes('data_subject') && first >= subject.first && first <= subject.last));

/** "write to us", "e-mail our support", "send us feedback", "report a bug"; not "contact a seller through our app". */
function isWriting({ base, sentence: { tokens }, right }: Clause): boolean {
  const end = tokens.findIndex(
    ({ lower }, i) => i >= right && (/^[.,;:]$/.test(lower) || (prepositions.has(lower) && !words.reaching.has(lower))),
  );
  const object = tokens.slice(right, end < 0 ? tokens.length : end);
  const has = (listed: ReadonlySet<string>): boolean =>
    object.some(({ lower, lemma }) => listed.has(lower) || listed.has(lemma));
  if (words.writing.has(base)) return has(words.ours) || has(words.topics);
  return words.sending.has(base) && (has(words.topics) || (has(words.letters) && has(words.ours)));
}

/** Whether the draft says that it has personal data where readers write, and nowhere else. */
export const hasOnlyLetters = derived((policy: Policy): boolean =>
  policy.document.regions.some((region) => sentencesIn(region).some(namesWritingAsOnlyCase)),
);

/** "only if you write to us", "the only situation in which we hold your data is when you write to us" */
const namesWritingAsOnlyCase = kept((sentence: Sentence): boolean => {
  const { tokens, terms } = sentence;
  const only = tokens.findIndex(isOnly);
  if (only < 0 || !supposesWriting(sentence)) return false;
  // "E-mail address | only if you write to us": the data stands in the cell before
  if (only > 0 && !terms.some(({ kind }) => kind === 'data')) return false;
  return onlyCases.has(tokens[only + 1]?.lower ?? '') || isOnlyCase(tokens, only);
});
