import { wholeBlock, wordsOf } from '../../../document/place';
import type { Place } from '../../../document/types';
import { answerOnly, exceptFor, nameExactly, qualifySale, turnCell } from '../../../fixes/limitDenial';
import { takeOut } from '../../../fixes/takeOut';
import { withDeterminer } from '../../../fixes/words';
import { midSentence } from '../../../language/writing';
import type { Policy } from '../../../policy';
import { isForPrice } from '../../../practices/clauses/saleSense';
import type { RecipientMention, Statement } from '../../../practices/types';
import type { Fix } from '../../types';
import { isHeld } from '../guards/presupposed';
import type { Breach } from './pairing';

/** The draft's words, as they stand inside a sentence. */
const wordsFor = (place: Place): string => midSentence(withDeterminer(place));

/** Companies keep their names as written. */
const nameOf = ({ name, place }: RecipientMention): string =>
  name !== undefined && /^\p{Lu}/u.test(name) ? name : wordsFor(place);

const present = (fixes: readonly (Fix | undefined)[]): Fix[] => fixes.filter((fix) => fix !== undefined);

/** Ways to settle a denied collection: leave out what is collected, name what is not, or turn the table's cell. */
export function limitCollection({ denial, conflicts }: Breach, { document }: Policy): Fix[] {
  if (denial.evidence.kind === 'table') return cellFix(denial);
  const data = conflicts
    // "not collected, except the personal data" says nothing
    .filter(({ said, denied }) => said.data.id !== denied.data.id && !isHeld(said.data))
    .map(({ said }) => wordsFor(said.data.place));
  const term = conflicts[0]?.denied.data.place;
  const sweeping =
    data.length > 0 &&
    // what the question names is not what its answer denies
    term?.block === denial.evidence.place.block &&
    (term.start !== denial.evidence.place.start || term.end !== denial.evidence.place.end) &&
    // "we know [what is not collected]" is no English
    !/\b(?:nothing|anything)\b/i.test(wordsOf(term));
  return present([
    data.length === 0 ? takeOutDenial(denial, document.source) : exceptFor(denial.evidence.place, data),
    sweeping ? nameExactly(term, 'what is not collected') : undefined,
  ]);
}

/** A denial of exactly what is affirmed cannot be limited; it can go, where it is a sentence of its own. */
function takeOutDenial({ evidence: { place, sentence, kind } }: Statement, source: string): Fix | undefined {
  const whole = place.start - sentence.start < 3 && sentence.end - place.end < 3;
  return kind === 'prose' && whole && place.block.kind === 'paragraph' ? takeOut(sentence, source) : undefined;
}

/** Ways to settle a denied use of cookies: leave out those that are set, or name those that are not. */
export function limitCookies({ denial, conflicts }: Breach): Fix[] {
  const cookies = conflicts.filter(
    ({ said, denied }) =>
      said.data.id !== denied.data.id &&
      !isSameNoun(said.data.place, denied.data.place) &&
      // "no cookies for advertising, except advertising cookies" says nothing
      denial.purposes.length === 0,
  );
  const term = conflicts[0]?.denied.data.place;
  return present([
    exceptFor(
      denial.evidence.place,
      cookies.map(({ said }) => wordsFor(said.data.place)),
    ),
    term && cookies.length > 0 ? nameExactly(term, 'the cookies that are not used') : undefined,
  ]);
}

/** "a cookie" and "cookies": to leave the one out of the other says nothing. */
const isSameNoun = (a: Place, b: Place): boolean => nounOf(a) === nounOf(b);
const nounOf = (place: Place): string => wordsOf(place).toLowerCase().replace(/s$/, '');

/** Ways to settle denied sharing: leave out the recipients that do get the data. */
export function limitSharing({ denial, conflicts }: Breach): Fix[] {
  if (denial.evidence.kind === 'table') return cellFix(denial);
  // "your details stay between you and us, except …" is no English
  if (/\b(?:stay|remain)s?\b/i.test(wordsOf(denial.evidence.place))) return [];
  // "only you can see it, except …" says nothing
  if (/^(?:only you|(?:nobody|no one) (?:but|except|other than) you)\b/i.test(wordsOf(denial.evidence.place)))
    return [];
  // "never published on our pages, except on our Instagram page": the exception names no recipient
  if (conflicts.some(({ denied }) => denied.recipient && /^on /i.test(wordsOf(denied.recipient.place)))) return [];
  // "publicly visible" names nobody
  if (conflicts.some(({ said }) => said.recipient && /^publicly\b/i.test(wordsOf(said.recipient.place)))) return [];
  // "never visible to other users, except to other users" says nothing
  const recipients = conflicts.flatMap(({ said, denied }) =>
    said.recipient && !isWithin(said.recipient, denied.recipient) ? [nameOf(said.recipient)] : [],
  );
  if (recipients.length === 0) return [];
  if (denial.evidence.kind === 'questionAndAnswer')
    return present([answerOnly(denial.evidence.sentence, recipients, preposition(denial))]);
  return present([exceptFor(denial.evidence.place, recipients, preposition(denial))]);
}

/** The words of the one hold those of the other: "friends and other users", "other users". */
const isWithin = (said: RecipientMention, denied: RecipientMention | undefined): boolean =>
  denied !== undefined &&
  said.id === denied.id &&
  said.name === undefined &&
  wordsOf(said.place).toLowerCase().endsWith(wordsOf(denied.place).toLowerCase());

/** What joins the recipients to the denial: "with" in "shared with anyone", nothing in "nobody else sees". */
function preposition({ recipients, evidence }: Statement): string {
  const { text } = evidence.place.block;
  const named = recipients[0]?.place;
  if (named && named.start > evidence.place.start) {
    const before = /\b(with|to|among|by)(?: (?:any|our|other|the))*\s*$/i.exec(
      text.slice(evidence.place.start, named.start),
    );
    return before ? `${before[1]} ` : '';
  }
  // "Who do we share it with?" – "Nobody."
  const verb = `${evidence.lead ? wordsOf(evidence.lead) : ''} ${wordsOf(evidence.place)}`.toLowerCase();
  if (named && named.start === evidence.place.start && named.end < evidence.place.end) return '';
  return verb.includes('shar') ? 'with ' : 'to ';
}

/** Ways to settle a denied sale: deny the sale for money only. */
export function limitSale({ denial, conflicts }: Breach): Fix[] {
  if (denial.evidence.kind === 'table') return cellFix(denial);
  // "for money or anything of value": the draft leaves no other sale to allow
  if (denial.sense === 'forValue') return [];
  // what is given for money cannot be called free
  if (conflicts.some(({ said }) => isForPrice(said.statement.sense))) return [];
  return [
    qualifySale(
      denial.evidence.place,
      withoutPurpose(denial),
      conflicts.flatMap(({ said }) => (said.recipient ? [nameOf(said.recipient)] : [])),
    ),
  ];
}

/** "We do not sell your data" in "… for any purpose". */
function withoutPurpose({ evidence: { place }, purposes }: Statement): Place {
  const last = purposes.find((purpose) => purpose.place.block === place.block && purpose.place.end === place.end);
  const before = last ? place.block.text.slice(place.start, last.place.start).trimEnd() : '';
  return before.endsWith(' for') ? { ...place, end: place.start + before.length - ' for'.length } : place;
}

/** The cell that says "No" becomes "Yes": in the row of the denial, in the column whose header gave the verb. */
function cellFix({ evidence }: Statement): Fix[] {
  const { cell } = evidence.place.block;
  const column = evidence.lead?.block.cell?.column;
  const answer = cell && column !== undefined ? cell.table.rows[cell.row]?.[column] : undefined;
  return answer && /^no\b(?! one)/i.test(answer.text.trim()) ? [turnCell(wholeBlock(answer), 'Yes')] : [];
}
