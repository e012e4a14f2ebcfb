import { wordsOf } from '../../../document/place';
import type { Place } from '../../../document/types';
import { nounLemma } from '../../../language/lemmas';
import { midSentence } from '../../../language/writing';
import { passesOn } from '../../../practices/clauses/actions';
import { isLook } from '../../../practices/clauses/looking';
import { doneWithReaderBy } from '../../../practices/clauses/readerAsObject';
import { isOfStaying } from '../../../practices/localFirst';
import type { DraftGraphs } from '../../../practices/names/localDefinitions';
import { entityGraph, purposeGraph } from '../../../practices/ontologyGraph';
import { placeOf } from '../../../practices/termPlaces';
import type { Action, Mention, PurposeMention, RecipientMention, Statement } from '../../../practices/types';
import { isHeld, wordsThatAsk } from '../guards/presupposed';
import type { Claim } from './claims';

/** "is collected", "is not sold": what happens to the data, as participle. */
const participles: Readonly<Record<Action, string>> = {
  collect: 'collected',
  use: 'used',
  store: 'stored',
  retain: 'kept',
  delete: 'deleted',
  share: 'shared',
  sell: 'sold',
  ccpaShare: 'shared for advertising',
  allow: 'made available',
  place: 'set',
  honourSignal: 'honoured',
};

/** In UTF-16 units. */
const LONGEST_QUOTE = 60;
const LONGEST_TITLE = 45;

/** Words of the draft in quotation marks, shortened at a blank, without the mark that ends their sentence. */
export const quote = (place: Place): string =>
  `“${shortened(
    wordsOf(place)
      .trim()
      .replace(/[.;:,]$/, ''),
    LONGEST_QUOTE,
  )}”`;

function shortened(words: string, longest: number): string {
  if (words.length <= longest) return words;
  const end = words.lastIndexOf(' ', longest);
  return `${words.slice(0, end > 0 ? end : longest)} …`;
}

/** "is" or "are", by the number of the last word: "IP addresses" are, "GPS" and "postal address" are not. */
export function be(words: string): string {
  const last = /(?<![\p{L}’'])[\p{L}’']+$/u.exec(words.trim().toLowerCase())?.[0] ?? '';
  return nounLemma(last) !== last || / and /.test(words) ? 'are' : 'is';
}

/**
 * The words that say it: the data, together with who receives it; the recipient alone where a list names it in another
 * place.
 */
export function wordsThatSay({ data, recipient, statement }: Claim): Place {
  if (!recipient || !passesOn(statement.action))
    return isOfRow(statement, data) ? statement.evidence.place : data.place;
  if (recipient.place.block !== data.place.block) return recipient.place;
  return {
    block: data.place.block,
    start: Math.min(data.place.start, recipient.place.start),
    end: Math.max(data.place.end, recipient.place.end),
  };
}

/** “phone numbers” are collected · “card number” is shared with payment processors. */
export function asserted(claim: Claim): string {
  const toReader = undergone(claim);
  if (toReader) return `readers are ${toReader}`;
  const words = wordsOf(claim.data.place);
  // "the personal information that we collect is used to …": what it takes for granted counts here, not what it adds
  if (claim.action === 'collect' && isHeld(claim.data)) return `${quote(claim.data.place)} ${be(words)} collected`;
  return `${quote(claim.data.place)} ${be(words)} ${isMereLook(claim.statement) ? 'looked at' : participles[claim.statement.action]}${recipientOf(claim)}${userOf(claim)}${purposeOf(claim.statement)}${cellOf(claim)}`;
}

/** " (“Our servers in Frankfurt”)": what a cell, or the value of a record, says of data that is named elsewhere. */
const cellOf = ({ statement, data, recipient }: Claim): string =>
  recipient === undefined && isOfRow(statement, data) ? ` (${quote(statement.evidence.place)})` : '';

/** The data is named by another cell of the row, or by the title or the item above a record. */
const isOfRow = ({ evidence: { kind, place } }: Statement, { place: { block } }: Mention): boolean =>
  block !== place.block && (kind === 'table' || block.kind === 'heading' || block === place.block.lead);

/** "our team reviews your photos": no other use is spoken of. */
const isMereLook = (statement: Statement): boolean =>
  statement.action === 'use' && statement.purposes.length === 0 && isLook(statement);

/** "contacted (“text you”) for marketing", "profiled": where a verb alone names the data. */
function undergone({ statement, data }: Claim): string | undefined {
  const done = statement.action === 'use' ? doneWithReaderBy(statement.evidence, data.place) : undefined;
  if (!done) return undefined;
  if (done.saysWhy) return done.deed;
  const { block, end } = data.place;
  const words = block.text.startsWith(' you ', end) ? ` (“${wordsOf(data.place)} you”)` : '';
  return `${done.deed}${words}${purposeOf(statement)}`;
}

/** “Identifiers” are said not to be collected. */
export function denied(claim: Claim): string {
  const toReader = undergone(claim);
  if (toReader) return `readers are said not to be ${toReader}`;
  const words = wordsOf(claim.data.place);
  if (claim.action === 'collect' && isOfStaying(claim.statement))
    return `${quote(claim.data.place)} ${be(words)} said to stay on the reader’s device`;
  // "nothing is uploaded"
  if (words.toLowerCase() === 'nothing')
    return `all data is said not to be ${participles[claim.action]}${deniedRecipientOf(claim)}${purposeOf(claim.statement)}`;
  const deed = claim.statement.asked
    ? 'asked for'
    : isMereLook(claim.statement)
      ? 'looked at'
      : participles[claim.action];
  return `${quote(wordsThatAsk(claim.data) ?? claim.data.place)} ${be(words)} said not to be ${deed}${sourceOf(claim)}${deniedRecipientOf(claim)}${purposeOf(claim.statement)}`;
}

/** " from “third parties”": a denial of what others give says nothing of the rest. */
function sourceOf({ statement: { source, evidence }, action }: Claim): string {
  if (action !== 'collect' || source === undefined || source === 'data_subject' || source === 'anyone') return '';
  const { sentence } = evidence;
  const term = sentence.terms.find(({ kind, ids }) => kind === 'entity' && ids.includes(source));
  return term ? ` from ${quote(placeOf(sentence, term))}` : '';
}

/** "with no third party": one denial is enough, so that it is shared with "any third party". */
function deniedRecipientOf(claim: Claim): string {
  const words = recipientOf(claim)
    .replace(/^( \w+ )(?:nobody|no one|none)\b/i, '$1anyone')
    .replace(/^( \w+ )no /i, '$1any ');
  const place = claim.recipient?.place;
  const followsNo =
    place !== undefined && /\bno $/i.test(place.block.text.slice(Math.max(0, place.start - 4), place.start));
  return followsNo ? words.replace(/^( \w+ )/, '$1any ') : words;
}

function recipientOf({ statement, recipient }: Claim): string {
  if (!recipient || !passesOn(statement.action)) return '';
  const to = statement.action === 'sell' || statement.action === 'allow' ? 'to' : 'with';
  const words = recipientWords(recipient);
  // "on our website": it stands there for all to see
  return /^(?:on|in|at|through) /.test(words) ? ` ${words}` : ` ${to} ${words}`;
}

/** "used by researchers": where the use of others tells that they were given the data. */
const userOf = ({ action, actor, recipient, statement }: Claim): string =>
  action === 'share' && recipient && !passesOn(statement.action) && statement.actor !== actor
    ? ` by ${recipient.name ?? entityGraph.label(recipient.id)}`
    : '';

const LONGEST_RECIPIENT = 40;

/** The draft's own word for who receives, the catalogue's where that is a long phrase. */
function recipientWords({ id, name, place }: RecipientMention): string {
  const words = midSentence(wordsOf(place).trim());
  // "publicly visible" names nobody
  if (/^publicly\b/.test(words)) return entityGraph.label(id);
  return name ?? (words !== '' && words.length <= LONGEST_RECIPIENT ? words : entityGraph.label(id));
}

function purposeOf({ purposes }: Statement): string {
  const first = purposes[0];
  return first && first.id !== 'any_purpose' && purposeGraph.has(first.id)
    ? ` for ${purposeGraph.label(first.id)}`
    : '';
}

const purposeWords = ({ id, place }: PurposeMention): string =>
  purposeGraph.has(id) ? purposeGraph.label(id) : quote(place);

/**
 * Why the affirmed data is the denied data: "; IP addresses count as identifiers". Empty where nobody asks: the same type,
 * a denial of all data, "advertising cookies" and cookies, a name and personal data.
 */
export function countsAs(said: Claim, no: Claim, graphs: DraftGraphs): string {
  const path = pathOf(said, no, graphs);
  const [narrow, wide] = [path[0], path.at(-1)].map((id) => id && graphs.data.label(id));
  if (path.length < 2 || !narrow || !wide || undergone(said) || undergone(no)) return '';
  const { contested } = graphs.data.relate(said.data.id, no.data.id);
  if (!contested && (no.data.id === 'personal' || narrow.endsWith(` ${wide}`))) return '';
  const law = path.includes('sensitive_ccpa') ? " in California's sense" : ' under GDPR and CCPA';
  return `; ${narrow} ${be(narrow) === 'are' ? 'count' : 'counts'} as ${wide}${contested ? law : ''}`;
}

/** "IP addresses → online identifiers → identifiers"; undefined for one step or none. */
export function wayUp(said: Claim, no: Claim, graphs: DraftGraphs): string | undefined {
  const path = pathOf(said, no, graphs);
  return path.length > 2 ? path.map((id) => graphs.data.label(id)).join(' → ') : undefined;
}

/** The types from the affirmed to the denied one; a denial of all data needs no path to it. */
const pathOf = (said: Claim, no: Claim, graphs: DraftGraphs): readonly string[] =>
  no.data.id === 'any_data' ? [] : graphs.data.path(said.data.id, no.data.id).filter((id) => id !== 'any_data');

/** " under “How we share”": the section of the other place, where it is another one. */
export function where(claim: Claim, other: Claim): string {
  const { section } = claim.statement.evidence.place.block;
  const title = shortened(section.title.trim().replace(/:$/, ''), LONGEST_TITLE);
  return title !== '' && section !== other.statement.evidence.place.block.section ? ` under “${title}”` : '';
}

/** One row of the explanation: who, does what, with which data, to whom, for what. */
export function row(claim: Claim, graphs: DraftGraphs): string {
  const { statement, recipient } = claim;
  const parts = [
    statement.actorName ?? entityGraph.label(claim.actor),
    statement.polarity === 'denied' ? `not ${claim.action}` : claim.action,
    graphs.data.label(claim.data.id),
    recipient && `to ${recipient.name ?? entityGraph.label(recipient.id)}`,
    statement.purposes.length > 0 && `for ${statement.purposes.map(purposeWords).join(', ')}`,
    statement.conditions.length > 0 && `when ${statement.conditions.map(({ place }) => quote(place)).join(', ')}`,
    statement.exceptions.length > 0 && `except ${statement.exceptions.map(({ place }) => quote(place)).join(', ')}`,
    statement.subject !== 'any' && `of ${statement.subject}`,
    statement.region.id !== 'any' && `in ${statement.region.id}`,
    statement.modality !== 'asserts' && statement.modality,
  ];
  return parts.filter(Boolean).join(' · ');
}
