import catalogue from '../../../catalogue/contradiction.yaml';
import { readCatalogue, record, wordList } from '../../../catalogue/read';
import { wordsOf } from '../../../document/place';
import { isDataRoot } from '../../../practices/generalData';
import { dataGraph } from '../../../practices/ontologyGraph';
import type { Condition, Statement } from '../../../practices/types';
import type { Guard } from './guard';

const { asking, demands, joining } = readCatalogue(
  catalogue,
  record({ asking: wordList, demands: wordList, joining: wordList }),
);

/** "We never ask for your date of birth": broken where it must be given, not where it happens to be kept. */
export const sameAsking: Guard = {
  name: 'asked for',
  holds: ({ statement: said }, { statement: denied }) =>
    denied.asked !== true ||
    // "we will never ask you for your password": advice against those who pretend to be us
    (!denied.data.some(({ id }) => id === 'password' || dataGraph.isA(id, 'credentials')) &&
      // "we do not ask for information about you" speaks of the occasion around it
      !denied.data.every(({ id }) => id === 'any_data') &&
      // "we do not require personal information to read our pages" may leave something of it
      (isDemand(said) || (said.source === 'data_subject' && !denied.data.every(({ id }) => isDataRoot(id)))) &&
      said.conditions.every(isJoining) &&
      (said.modality === 'asserts' || (said.modality === 'may' && asks(said))) &&
      isForSameUse(said, denied)),
};

/** "Your name is not required to visit our site": perhaps for something else. */
function isForSameUse({ evidence: { sentence } }: Statement, { evidence: denied }: Statement): boolean {
  const [to, use] = denied.sentence.tokens.filter(({ start }) => start >= denied.place.end);
  if (to?.lower !== 'to' || use?.verb === undefined) return true;
  const { base } = use.verb;
  return sentence.tokens.some(({ verb }) => verb?.base === base);
}

/** "you must give us", "we need", "the form asks for"; "you upload your passport" says as much of what readers hand over. */
export const isDemand = ({ evidence: { sentence, place } }: Statement): boolean =>
  sentence.tokens.some(
    ({ lemma, lower, start, end }) =>
      start >= place.start - 40 && end <= place.end && (demands.includes(lemma) || demands.includes(lower)),
  );

/** "We may ask for your number": asked now and then is asked. */
const asks = ({ evidence: { sentence, place } }: Statement): boolean =>
  sentence.tokens.some(
    ({ verb, start, end }) =>
      verb !== undefined && asking.includes(verb.base) && start >= place.start - 40 && end <= place.end,
  );

/** "When you sign up": everybody does it who is a customer. */
const isJoining = ({ kind, place }: Condition): boolean =>
  kind === 'userAction' && /^(?:when|during|upon|on)\b/i.test(wordsOf(place)) && namesJoining.test(wordsOf(place));
const namesJoining = new RegExp(`\\b(?:${joining.join('|')})`, 'i');
