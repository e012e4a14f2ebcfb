import catalogue from '../../../catalogue/contradiction.yaml';
import { placeNames } from '../../../catalogue/placeNames';
import { wordSetsOf } from '../../../catalogue/read';
import type { Place } from '../../../document/types';
import { readClauses } from '../../../language/clauses';
import {
  conjunctions,
  determiners,
  firstPerson,
  isAdverb,
  modals,
  negators,
  possessives,
  prepositions,
  subordinators,
} from '../../../language/grammar';
import { opensParticle } from '../../../language/termContext';
import type { Sentence, Token } from '../../../language/types';
import { isDataRoot } from '../../../practices/generalData';
import { dataGraph } from '../../../practices/ontologyGraph';
import type { Mention, Statement } from '../../../practices/types';
import { acquired } from './givenData';
import { companyBefore } from './ofService';

/** Whether the words around a term leave it as wide as it is, or make it something narrower. */

const listed = wordSetsOf(catalogue);
const open = listed('open');
const governed = listed('governed');
const narrowing = listed('narrowing');
const beside = listed('beside');
const entirety = listed('entirety');
const stretches = listed('stretches');
const aboutReaders = listed('about_readers');
const relating = listed('relating');
const anyReader = listed('any_reader');
const someReaders = listed('some_readers');
const readers = listed('readers');
const narrowingRecipients = listed('narrowing_recipients');
const pointedRecipients = listed('pointed_recipients');
const excepting = listed('excepting');
const ownSites = listed('ownSites');
const cookieHosts = wordSetsOf(catalogue, 'complements')('cookieHosts');
const kinds = listed('kindsOfData');
const throughOwn = listed('throughOwn');
const quotes = new Set(['"', '“', '”', "'", '‘', '’', '(', '*']);

/**
 * The words around a mention of data leave it as wide as it is. `scopeIsRead`: whose data is meant has been read as a
 * scope of its own ("from children under 13") and narrows nothing here; nor do `known` words.
 */
export function isBareData(
  sentence: Sentence,
  { id, place }: Mention,
  { scopeIsRead = false, known }: { readonly scopeIsRead?: boolean; readonly known?: ReadonlySet<Token> } = {},
): boolean {
  const { tokens } = sentence;
  const first = tokens.findIndex(({ start }) => start >= place.start);
  // "your GitHub credentials": held against what is said of the same service
  const noun = companyBefore(sentence, first)?.first ?? first;
  if (!isOpenBefore(sentence, noun) || isInRelative(sentence, first)) return false;
  // "your full card number": part of it may well be kept
  if (entirety.has(tokens[first]?.lower ?? '') || entirety.has(tokens[first - 1]?.lower ?? '')) return false;
  // the last member of an enumeration is no word for everything ("memberships, information")
  if (id === 'any_data' && [',', 'or', 'and', 'nor'].includes(tokens[first - 1]?.lower ?? '')) return false;
  let after = tokens.findIndex(({ start }) => start >= place.end);
  if (after < 0) return true;
  while (quotes.has(tokens[after]?.lower ?? '')) after++;
  const next = tokens[after]?.lower ?? '';
  if (known?.has(tokens[after] as Token)) return true;
  if (!isDataRoot(id) && !dataGraph.isA(id, 'cookie_data')) return !isOfOneThing(sentence, after);
  // "the information that you give us", "data we collect"
  if (acquired(tokens, after)) return true;
  // "data we do not need"
  if (/^(?:we|you|they|it)$/.test(next) && isVerbal(tokens[after + 1])) return false;
  if (dataGraph.isA(id, 'cookie_data') && (isOnOwnSite(tokens, after) || isOnHost(tokens, after))) return true;
  // "through our website": a channel, which is compared
  if (throughOwn.has(next) && isOnOwnSite(tokens, after)) return true;
  if (!narrowing.has(next) || opensStretchOfTime(tokens, after) || opensParticle(tokens, after)) return true;
  if (next === 'from' && isFromOthers(sentence, after + 1)) return true;
  // "no data at all"
  if (next === 'at' && tokens[after + 1]?.lower === 'all') return true;
  // "no information of any kind"
  if (next === 'of' && tokens[after + 1]?.lower === 'any' && kinds.has(tokens[after + 2]?.lemma ?? '')) return true;
  // "no data other than your name": the rest is denied
  if (next === 'other' && tokens[after + 1]?.lower === 'than') return true;
  // "no personal data beyond your e-mail address"
  if (next === 'beyond' && namesData(sentence, after + 1)) return true;
  if (next === 'such' || next === 'including' || next === 'like') return id !== 'any_data';
  if (relating.has(next)) return tokens[after + 1]?.lower === 'to' && isReader(tokens, after + 2);
  return aboutReaders.has(next) && (scopeIsRead || isReader(tokens, after + 1));
}

/** "no cookies on this site", "on our website." */
const isOnOwnSite = (tokens: readonly Token[], at: number): boolean =>
  (/^(?:on|in)$/.test(tokens[at]?.lower ?? '') || throughOwn.has(tokens[at]?.lower ?? '')) &&
  /^(?:our|this|the)$/.test(tokens[at + 1]?.lower ?? '') &&
  ownSites.has(tokens[at + 2]?.lemma ?? '') &&
  (tokens[at + 3] === undefined || /^[.,;!]$/.test(tokens[at + 3]?.lower ?? ''));

/** "no cookies on your computer": where they lie anyway. */
const isOnHost = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.lower === 'on' && tokens[at + 1]?.lower === 'your' && cookieHosts.has(tokens[at + 2]?.lemma ?? '');

/** "no information from third parties": the source is compared. */
const isFromOthers = ({ terms, tokens }: Sentence, at: number): boolean =>
  terms.some(
    ({ kind, ids, first, last }) =>
      (kind === 'entity' || kind === 'company') &&
      (first === at || first === at + 1) &&
      !ids.some((id) => id === 'data_subject' || id === 'first_party') &&
      (tokens[last + 1] === undefined || /^[.,;!]$/.test(tokens[last + 1]?.lower ?? '')),
  );

const isVerbal = (token: Token | undefined): boolean =>
  token !== undefined && (token.verb !== undefined || modals.has(token.lower));

/** Whether a type of data is named from a token on, not "what you send us" or "the data listed above". */
const namesData = ({ terms }: Sentence, from: number): boolean =>
  terms.some(
    ({ kind, first, ids }) =>
      kind === 'data' && first >= from && first <= from + 1 && !ids.some((id) => isDataRoot(id)),
  );

/** "nothing that could identify you or your searches": the words belong to the clause that says which data is meant. */
function isInRelative({ tokens, terms }: Sentence, first: number): boolean {
  for (let i = first - 1; i > 0; i--) {
    const { lower, kind } = tokens[i] as Token;
    if (kind === 'punctuation') return false;
    if (lower === 'that' || lower === 'which')
      return (
        terms.some((term) => term.kind === 'data' && term.first < i && term.last >= i - 1 && term.last < first) &&
        tokens.slice(i + 1, first).some(({ verb }) => verb !== undefined)
      );
  }
  return false;
}

/** "location data for Acme Finder", "contact data about residents of Utah", "identifiers alongside your searches". */
function isOfOneThing({ tokens }: Sentence, after: number): boolean {
  const next = tokens[after]?.lower ?? '';
  if (beside.has(next)) return true;
  // "calls to our branches"
  if ((next === 'to' || next === 'from') && tokens[after - 1]?.lemma === 'call') return true;
  // "identifiers to disk that could be tied back to you"
  const that = tokens.findIndex(
    ({ lower }, i) => i >= after && i < after + 4 && (lower === 'that' || lower === 'which'),
  );
  if (that >= 0 && modals.has(tokens[that + 1]?.lower ?? '')) return true;
  if (!aboutReaders.has(next) && next !== 'for') return false;
  const noun = tokens.slice(after + 1, after + 4).find(({ lower }) => !anyReader.has(lower));
  return noun !== undefined && (noun.lemma === 'resident' || (noun.capitalised && !readers.has(noun.lower)));
}

/** "in the last 12 months" */
const opensStretchOfTime = (tokens: readonly Token[], at: number): boolean =>
  ['in', 'within', 'over', 'during'].includes(tokens[at]?.lower ?? '') &&
  tokens.slice(at + 1, at + 4).some(({ lower }) => stretches.has(lower));

/** "you", "our users", but not "your health", "the user's account", "individuals we know to be young". */
function isReader(tokens: readonly Token[], at: number): boolean {
  let noun = at;
  while (anyReader.has(tokens[noun]?.lower ?? '')) noun++;
  if (!readers.has(tokens[noun]?.lower ?? '')) return false;
  return !someReaders.has(tokens[noun + 1]?.lower ?? '');
}

/**
 * All recipients of a denial are as wide as their words; those that stand in one series are narrowed together.
 * `exceptionsAreRead`: what "except" and its like leave out is known as an exception and narrows nothing here.
 */
export function areBareRecipients(
  sentence: Sentence,
  places: readonly Place[],
  { exceptionsAreRead }: { readonly exceptionsAreRead: boolean },
): boolean {
  const { tokens } = sentence;
  return places.every((place) => {
    const first = tokens.findIndex(({ start }) => start >= place.start);
    const before = tokens[first - 1]?.lower ?? '';
    if (pointedRecipients.has(before) || !isOpenBefore(sentence, first)) return false;
    const at = tokens.findIndex(({ start }) => start >= place.end);
    const after = tokens[at];
    if (after?.lower === 'outside' && isCompany(sentence, at + 1)) return true;
    return !after || !narrowingRecipients.has(after.lower) || (exceptionsAreRead && excepting.has(after.lower));
  });
}

/** "anyone outside our company", "outside Larch Ltd": everyone; "outside the EU" is a part. */
function isCompany({ tokens, terms }: Sentence, from: number): boolean {
  const at = tokens[from]?.lower === 'the' ? from + 1 : from;
  const term = terms.find(({ first, last }) => first <= at && at <= last);
  if (term) return term.ids.includes('first_party') || term.ids.includes('corporate_family');
  const next = tokens[at];
  return next?.lower === 'our' || next?.lower === 'us' || (next?.capitalised === true && !placeNames.has(next.lower));
}

/** The word before a term leaves it as wide as it is: a determiner, a preposition, the verb that governs it. */
function isOpenBefore(sentence: Sentence, first: number): boolean {
  const { tokens, terms } = sentence;
  let at = first - 1;
  // "‘targeting’ cookies"
  if ([at, at - 2].every((i) => quotes.has(tokens[i]?.lower ?? '')) && tokens[at - 1]?.kind === 'word') return false;
  while (at >= 0 && quotes.has(tokens[at]?.lower ?? '')) at--;
  // "precise (GPS) location": what stands in brackets explains the word before them
  if (tokens[at]?.lower === ')') at = tokens.slice(0, at).findLastIndex(({ lower }) => lower === '(') - 1;
  const before = tokens[at];
  if (!before) return true;
  // "additional categories of personal information": the noun before "of" may be narrowed
  if (before.lower === 'of' && at > 1 && !tokens[at - 1]?.verb) return isOpenBefore(sentence, at - 1);
  // "opt-in data": a part of a compound, no preposition
  if (before.glue === '-' && prepositions.has(before.lower)) return false;
  if (open.has(before.lower)) return true;
  // "school-related data", not "so-called data"
  const compounded = tokens[at - 1];
  if (before.glue === '-' && before.verb && compounded && !isAdverb(compounded)) return false;
  if (!before.verb) return false;
  const earlier = tokens[at - 1];
  if (before.verb.form === 'third') return true;
  // "by selling data" governs, "third-party tracking data" narrows
  if (before.verb.form === 'gerund')
    return earlier?.kind !== 'word' || earlier.verb !== undefined || isAdverb(earlier) || !isNominal(earlier);
  // "do not share data" governs, "text message data" narrows
  if (before.verb.form === 'base')
    return (
      !earlier ||
      governed.has(earlier.lower) ||
      // "nor does it share data"
      (/^(?:it|they)$/.test(earlier.lower) && isHelping(tokens[at - 2])) ||
      isAdverb(earlier) ||
      // "do not under any circumstances share data"
      readClauses(sentence).some(({ group }) => group.verb === at && group.first < at) ||
      // "advertisers share data", but "your surf data"
      (!possessives.has(earlier.lower) && terms.some(({ last, kind }) => last === at - 1 && kind !== 'data'))
    );
  // "your locally stored data"
  const opener = tokens.slice(0, at).findLast((token) => !isAdverb(token));
  // "our collected information" is all of it
  const all = earlier?.lower === 'our' && /^(?:collect|gather|obtain)$/.test(before.verb.base);
  if (opener && !all && (possessives.has(opener.lower) || determiners.has(opener.lower))) return false;
  // "have not collected data" governs, "disclose preserved data" narrows
  return !earlier?.verb || ['have', 'be', 'do'].includes(earlier.verb.base);
}

const isHelping = (token: Token | undefined): boolean =>
  token !== undefined && (modals.has(token.lower) || token.verb?.base === 'do');

/** Neither a preposition nor a conjunction, a pronoun or a negator: a noun or an adjective. */
const isNominal = ({ lower }: Token): boolean =>
  !prepositions.has(lower) &&
  !conjunctions.has(lower) &&
  !subordinators.has(lower) &&
  !negators.has(lower) &&
  !firstPerson.has(lower) &&
  !governed.has(lower);

/** "share your data with any public databases": the words behind "with" are no recipient that the catalogue knows. */
export function hasUnknownRecipient({ tokens, terms }: Sentence, data: Place, { evidence }: Statement): boolean {
  const from = tokens.findIndex(({ start }) => start >= data.end);
  if (from < 0) return false;
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.start >= evidence.place.end || token.lower === ';' || token.lower === ',') return false;
    if (token.lower !== 'with' && token.lower !== 'to' && token.lower !== 'among' && token.lower !== 'between')
      continue;
    const next = tokens[i + 1];
    if (!next || next.verb?.form === 'base') continue;
    return !terms.some(({ first, kind }) => first > i && first <= i + 4 && kind !== 'data');
  }
  return false;
}
