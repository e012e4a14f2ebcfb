import { wordsOf } from '../../../document/place';
import type { Place } from '../../../document/types';
import { nounLemma } from '../../../language/lemmas';
import { midSentence } from '../../../language/writing';
import { passesOn } from '../../../practices/clauses/actions';
import { isLook } from '../../../practices/clauses/looking';
import type { DraftGraphs } from '../../../practices/names/localDefinitions';
import { entityGraph, purposeGraph } from '../../../practices/ontologyGraph';
import type { Action, PurposeMention, RecipientMention, Statement } from '../../../practices/types';
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

const LONGEST_QUOTE = 70;

/** Words of the draft in quotation marks, shortened at a blank. */
export function quote(place: Place): string {
  const words = wordsOf(place).trim();
  if (words.length <= LONGEST_QUOTE) return `“${words}”`;
  return `“${words.slice(0, words.lastIndexOf(' ', LONGEST_QUOTE))} …”`;
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
  if (!recipient || !passesOn(statement.action)) return data.place;
  if (recipient.place.block !== data.place.block) return recipient.place;
  return {
    block: data.place.block,
    start: Math.min(data.place.start, recipient.place.start),
    end: Math.max(data.place.end, recipient.place.end),
  };
}

/** “phone numbers” are collected · “card number” is shared with payment processors. */
export function asserted(claim: Claim): string {
  const words = wordsOf(claim.data.place);
  const { block, end } = claim.data.place;
  // "we may text you about offers": the verb names by what readers are reached
  if (claim.statement.action === 'use' && block.text.startsWith(' you ', end) && REACHING.test(words))
    return `readers are contacted (“${words} you”)${purposeOf(claim.statement)}`;
  // "the personal information that we collect is used to …": what it takes for granted counts here, not what it adds
  if (claim.action === 'collect' && isHeld(claim.data)) return `${quote(claim.data.place)} ${be(words)} collected`;
  return `${quote(claim.data.place)} ${be(words)} ${isMereLook(claim.statement) ? 'looked at' : participles[claim.statement.action]}${recipientOf(claim)}${purposeOf(claim.statement)}`;
}

/** "our team reviews your photos": no other use is spoken of. */
const isMereLook = (statement: Statement): boolean =>
  statement.action === 'use' && statement.purposes.length === 0 && isLook(statement);

const REACHING = /^(?:e-?mail|text|phone|telephone|call|sms|mail|contact)$/i;

/** “Identifiers” are said not to be collected. */
export function denied(claim: Claim): string {
  const words = wordsOf(claim.data.place);
  // "nothing is uploaded"
  if (words.toLowerCase() === 'nothing')
    return `all data is said not to be ${participles[claim.action]}${recipientOf(claim)}${purposeOf(claim.statement)}`;
  const deed = claim.statement.asked
    ? 'asked for'
    : isMereLook(claim.statement)
      ? 'looked at'
      : participles[claim.action];
  return `${quote(wordsThatAsk(claim.data) ?? claim.data.place)} ${be(words)} said not to be ${deed}${recipientOf(claim)}${purposeOf(claim.statement)}`;
}

function recipientOf({ statement, recipient }: Claim): string {
  if (!recipient || !passesOn(statement.action)) return '';
  const to = statement.action === 'sell' || statement.action === 'allow' ? 'to' : 'with';
  return ` ${to} ${recipientWords(recipient)}`;
}

const LONGEST_RECIPIENT = 40;

/** The draft's own word for who receives, the catalogue's where that is a long phrase. */
function recipientWords({ id, name, place }: RecipientMention): string {
  const words = midSentence(wordsOf(place).trim());
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

/** Why the affirmed data is the denied data: "; IP addresses belong to online identifiers, which belong to identifiers". Empty for the same type. */
export function dataPath(said: Claim, no: Claim, graphs: DraftGraphs): string {
  // a denial of all data needs no path to it
  if (no.data.id === 'any_data') return '';
  const path = graphs.data.path(said.data.id, no.data.id).filter((id) => id !== 'any_data');
  if (path.length < 2) return '';
  const labels = path.map((id) => graphs.data.label(id));
  const belong = (label: string): string => (be(label) === 'are' ? 'belong' : 'belongs');
  const law = graphs.data.relate(said.data.id, no.data.id).contested ? 'under GDPR and CCPA, ' : '';
  const way = labels.slice(1).map((label, i) => `${belong(labels[i] as string)} to ${label}`);
  return `; ${law}${labels[0]} ${way.join(', which ')}`;
}

/** " under “How we share”": the section of the other place, where it is another one. */
export function where(claim: Claim, other: Claim): string {
  const { section } = claim.statement.evidence.place.block;
  const title = section.title.trim();
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
