import cues from '../../../catalogue/contradiction.yaml';
import { readCatalogue, wordLists } from '../../../catalogue/read';
import { wordsOf } from '../../../document/place';
import { nounLemma } from '../../../language/lemmas';
import { isDataRoot } from '../../../practices/generalData';
import { isSentAway } from '../../../practices/localFirst';
import type { DraftGraphs } from '../../../practices/names/localDefinitions';
import { isOwnData } from '../../../practices/names/ownData';
import { productOfWords } from '../../../practices/qualifiers';
import type { Mention, Statement } from '../../../practices/types';
import type { Claim } from '../pairs/claims';
import { isReadersChoice } from './chosen';
import { isUnspoken } from './givenData';
import type { Guard } from './guard';
import { isOfOtherService } from './ofService';
import { isByOwnHand } from './ownHand';
import { isOfWhatIsAskedFor, presupposesCollection } from './presupposed';
import { nameOf } from './scopeGuards';
import { givesExamples, isGlossed } from './sweeping';

const { generalNouns, giving, leaving, manifold, ofAnyKind, reading, whoseServers } = readCatalogue(
  cues,
  wordLists('generalNouns', 'giving', 'leaving', 'manifold', 'ofAnyKind', 'reading', 'whoseServers'),
);

/** The affirmed data lies within the denied; aggregated data is no personal data. */
export const coveredData: Guard = {
  name: 'data within the denied',
  holds(said, denied, graphs) {
    if (isAggregate(said.statement) !== isAggregate(denied.statement) && !isOfAnyKind(denied)) return false;
    if (isUnspoken(said, denied, (id, wider) => graphs.data.isA(id, wider))) return false;
    if (isWithoutName(said.statement) || isOwnKind(said) || isOfOtherService(said, denied)) return false;
    // what is logged stands in a log: nothing but a denial of logs is broken by that
    if (isMerelyLogged(said) && said.data.id !== denied.data.id) return false;
    // what is asked for may be anything; what is called personal and collected is asked for
    if (isOfWhatIsAskedFor(denied) && !presupposesCollection(said.statement)) return false;
    // "we let schools set cookies" hands no data over
    const isCookie = (id: string): boolean => graphs.data.isA(id, 'cookie_data');
    if (said.action === 'allow' && isCookie(said.data.id) && !isCookie(denied.data.id)) return false;
    if (isDataRoot(denied.data.id) && givesExamples(denied) && !isLikeExamples(said, denied, graphs)) return false;
    if (isOneProperty(denied.data) && nameOf(said.data) !== nameOf(denied.data)) return false;
    return graphs.data.isA(said.data.id, denied.data.id);
  },
};

/** A log, where the sentence names what stands in it. */
const isMerelyLogged = ({ data, derived, statement }: Claim): boolean =>
  derived && data.id === 'log_data' && !statement.data.some(({ id }) => id === 'log_data');

/** "your operating system": one thing of a type that has many; not "device information". */
const isOneProperty = ({ id, place }: Mention): boolean =>
  manifold.includes(id) &&
  !wordsOf(place)
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => generalNouns.includes(nounLemma(word)));

/**
 * "personal information such as your name or address": such things are meant, not all that is personal; "personal details
 * (name, address)" means these. What a law calls sensitive is alike in law only.
 */
const isLikeExamples = (said: Claim, denied: Claim, { data }: DraftGraphs): boolean =>
  !isDataRoot(said.data.id) &&
  denied.statement.data.some(
    ({ id }) =>
      !isDataRoot(id) &&
      (data.relate(id, said.data.id).relation !== 'none' ||
        (!isGlossed(denied) &&
          data
            .ancestors(id)
            .some((wider) => !isDataRoot(wider) && !data.isA(wider, 'sensitive') && data.isA(said.data.id, wider)))),
  );

/** "repository information": what the draft itself names need not be data about the reader. */
const isOwnKind = ({ data: { id, place }, statement }: Claim): boolean =>
  id === 'any_data' &&
  statement.data.some(
    ({ id: own, place: { block, start, end } }) =>
      isOwnData(own) && block === place.block && start <= place.start && end >= place.end,
  );

/** "your postcode, without your name": nobody is told apart by it. */
const isWithoutName = ({ exceptions }: Statement): boolean =>
  exceptions.some(
    ({ kind, ids, place }) => kind === 'data' && ids.includes('name') && /^without\b/i.test(wordsOf(place)),
  );

/** "no data whatsoever", "no information of any kind": data about nobody in particular is ruled out as well. */
const isOfAnyKind = ({ data: { id, place }, statement: { evidence } }: Claim): boolean => {
  if (id !== 'any_data' || place.block !== evidence.sentence.block) return false;
  const after = evidence.sentence.tokens.filter(({ start }) => start >= place.end).map(({ lower }) => lower);
  return ofAnyKind.some((phrase) => ` ${after.join(' ')} `.startsWith(` ${phrase} `));
};

const isAggregate = (statement: Statement): boolean => statement.dataScope.aggregate === true;

/** A denial limited to a channel, a source or a part of the data says nothing of the rest. */
export const sameDataScope: Guard = {
  name: 'no other channel, source or part of the data',
  holds({ statement: said }, no, graphs) {
    const denied = no.statement;
    if (isOfLeaving(denied) && isMereReading(said)) return false;
    if (isOfServers(denied) && said.recipients.length > 0) return false;
    if ((isOfLeaving(denied) || isOfServers(denied)) && (isChosen(said) || !isSentAway(said))) return false;
    if (denied.dataScope.restricted && !isOfWhatIsAskedFor(no) && !(denied.dataScope.ownHand && isByOwnHand(said)))
      return false;
    if (denied.dataScope.onDevice || said.dataScope.onDevice) return false;
    if (denied.channel !== undefined && denied.channel !== said.channel && !isOwnProduct(denied.channel, said)) {
      // "through this site", where there is nothing but the site
      if (graphs.soleProduct === undefined || productOfWords(denied.channel) !== graphs.soleProduct) return false;
    }
    // what is taken down when a visitor comes is collected from the visitor, said so or not
    if (denied.source === 'data_subject' && denied.subject !== 'child')
      return said.source === undefined || said.source === 'data_subject';
    // what parents tell is not collected from their children
    if (denied.subject === 'child' && isFromParents(said)) return false;
    // "from anyone under 13" names a child, no other source
    const anyChild = denied.source === 'anyone' && denied.subject === 'child';
    return (
      denied.source === undefined ||
      anyChild ||
      (said.source !== undefined && graphs.entities.isA(said.source, denied.source))
    );
  },
};

/** "through our website" and what the website is said to do. */
const isOwnProduct = (channel: string, { product }: Statement): boolean =>
  product !== undefined &&
  (channel === `our ${product}` || channel === `the ${product}` || channel === `this ${product}`);

const isFromParents = ({ source, evidence: { sentence } }: Statement): boolean =>
  source === 'parent_guardian' ||
  sentence.tokens.some(
    ({ lemma }, i) =>
      (lemma === 'parent' || lemma === 'guardian') &&
      sentence.tokens.slice(i + 1, i + 5).some(({ verb }) => verb !== undefined && giving.includes(verb.base)),
  );

/** "Your data never leaves your phone", "is stored only on your phone": an app that reads it there keeps the promise. */
const isOfLeaving = ({ source, exclusive, evidence: { sentence } }: Statement): boolean =>
  source === 'data_subject' &&
  (exclusive || sentence.tokens.some(({ verb }) => verb !== undefined && leaving.includes(verb.base)));

/** "No data is sent to our servers": others may get it. Not "our servers do not log …". */
const isOfServers = ({ action, evidence: { sentence } }: Statement): boolean =>
  action === 'collect' &&
  sentence.tokens.some(
    ({ lemma }, i) => i > 1 && lemma === 'server' && whoseServers.includes(sentence.tokens[i - 1]?.lower ?? ''),
  );

/** "If you turn on backup, we store …": readers may choose otherwise. */
const isChosen = (said: Statement): boolean =>
  said.conditions.some(({ kind }) => kind === 'consent' || kind === 'userAction') || isReadersChoice(said);

const isMereReading = ({ action, evidence: { sentence } }: Statement): boolean =>
  action === 'use' || sentence.tokens.some(({ verb }) => verb !== undefined && reading.includes(verb.base));
