import { firstPerson, possessives } from '../../language/grammar';
import type { Clause, Sentence, TermMatch, Token } from '../../language/types';
import { type Draft, draft } from '../draft';
import { isCookie } from '../slots/slotCues';
import { readSlots } from '../slots/slotReader';
import type { Slots } from '../slots/slots';
import { actionOf, actionOfVerb, isAsking, isProviding } from './actions';
import { readSubject } from './actors';
import {
  anaphorNouns,
  categoryNouns,
  containing,
  includingVerbs,
  partitiveDeterminers,
  pointingDeterminers,
  recordNouns,
} from './constructions';
import { isReadersDoing } from './noPractice';

/**
 * "The data we collect includes your name", "Information shared with advertisers may include…", "This data may encompass
 * your IP address": the subject says the action, the verb only lists.
 */
export function inclusionStatements(
  clauses: readonly Clause[],
  /** What was spoken of before. */
  context: () => readonly Draft[],
  ownNames: readonly string[],
): Draft[] {
  return clauses.filter(isListing).flatMap((clause) => listed(clause, clauses, context, ownNames) ?? []);
}

type ListingClause = Clause & { readonly subject: NonNullable<Clause['subject']> };

function isListing(clause: Clause): clause is ListingClause {
  const { sentence, subject } = clause;
  if (clause.embedding !== 'main' || clause.group.form !== 'finite' || !subject || clause.passive) return false;
  // "most of the data that we share is not personal data" leaves some that is, "this data is not personal" any other
  const { lower } = sentence.tokens[subject.first] as Token;
  if (clause.negated && (partitiveDeterminers.has(lower) || pointingDeterminers.has(lower))) return false;
  return (
    includingVerbs.has(clause.base) ||
    containing.has(clause.base) ||
    (clause.base === 'be' && (endsOpen(sentence) || namesData(clause)))
  );
}

function listed(
  clause: ListingClause,
  clauses: readonly Clause[],
  context: () => readonly Draft[],
  ownNames: readonly string[],
): Draft | undefined {
  // "this may include showing you advertisements": something that is done
  if (isDeed(clause)) return undefined;
  const slots = readSlots(clause);
  if (namesParties(clause)) return listedRecipients(clause, slots, context());
  if (slots.data.length === 0 && !slots.open) return undefined;
  if (holdsRecords(clause) && slots.data.length > 0)
    return draft(clause, slots, { action: 'store', negated: clause.negated, data: slots.data });
  if (!includingVerbs.has(clause.base) && clause.base !== 'be') return undefined;
  const said = clauses.find((inner) => isOfSubject(inner, clause));
  if (said && isReadersDoing(said)) return undefined;
  if (said && namesData(clause)) return listedData(clause, slots, said, ownNames);
  const goesOn = pointsBack(clause) && !clause.negated && (clause.base !== 'be' || endsOpen(clause.sentence));
  return goesOn ? listedOfData(clause, slots, context()) : undefined;
}

/** "Our access logs contain your IP address": what the company keeps. */
const holdsRecords = ({ base, subject: { first, last }, sentence: { tokens, terms } }: ListingClause): boolean =>
  containing.has(base) &&
  // "log files": the head, or what kind of files
  tokens.slice(Math.max(first, last - 1), last + 1).some(({ lemma }) => recordNouns.has(lemma)) &&
  last - first < LONGEST_RECORDS &&
  tokens.slice(first, last + 1).every(({ kind }) => kind === 'word') &&
  // "Acme's server logs"
  !tokens.slice(Math.max(0, first - 1), last).some(({ lower }) => possessives.has(lower) && !firstPerson.has(lower)) &&
  !terms.some(
    ({ kind, ids, first: at }) =>
      at >= first && at <= last && (kind === 'company' || (kind === 'entity' && !ids.includes('first_party'))),
  );
/** In tokens: "the log files of our web server". */
const LONGEST_RECORDS = 5;

const isDeed = ({ sentence: { tokens, terms }, right }: Clause): boolean =>
  tokens[right]?.verb?.form === 'gerund' &&
  tokens[right + 1]?.kind === 'word' &&
  !terms.some(({ first, last }) => first <= right && last >= right);

/** "These third parties are: …": with whom data was said to be shared before. */
function listedRecipients(clause: Clause, slots: Slots, context: readonly Draft[]): Draft | undefined {
  const shared = context.findLast(
    (made) => made.polarity === 'affirmed' && made.action === 'share' && made.data.length > 0,
  );
  if (!shared) return undefined;
  const { recipients } = draft(clause, slots, {
    actor: { id: shared.actor },
    action: 'share',
    recipients: slots.recipients,
  });
  return { ...shared, clause, anaphors: [], recipients, open: 'recipient' };
}

/** "the data that we collect": the clause inside the subject that says what is done. */
function isOfSubject(inner: Clause, { subject, from, group }: ListingClause): boolean {
  return (
    // "personal data means data linked to …, and may include …": the subject stands in another clause
    subject.first >= from &&
    (inner.embedding === 'relative' || inner.embedding === 'participle') &&
    inner.group.verb < group.first &&
    inner.group.verb >= from &&
    actionFor(inner) !== undefined
  );
}

function listedData(clause: Clause, slots: Slots, said: Clause, ownNames: readonly string[]): Draft {
  const inner = readSlots(said, said.right, clause.group.first, 'other');
  const made = draft(
    clause,
    { ...slots, recipients: inner.recipients, sources: inner.sources },
    {
      actor: { id: actorOf(said, inner, ownNames) },
      action: actionFor(said) ?? 'collect',
      negated: said.negated !== clause.negated,
      data: slots.data,
      recipients: inner.recipients,
    },
  );
  made.sense = 'ordinary';
  // "the technologies used are cookies and beacons"
  if (made.action === 'use' && slots.data.length > 0 && slots.data.every(isCookie)) made.action = 'place';
  return isAll(clause) && !isAsking(said) ? { ...made, exclusive: true } : made;
}

/** Who does what a clause inside the subject says: "the data collected by our hosts", "the data we collect". */
function actorOf(said: Clause, slots: Slots, ownNames: readonly string[]): string {
  if (said.passive) return slots.agents.find(({ ids }) => !ids.includes('data_subject'))?.ids[0] ?? 'first_party';
  const [actor] = readSubject(said, ownNames).actors;
  return actor && actor.id !== 'data_subject' ? actor.id : 'first_party';
}

/** "This data includes your IP address": more of what was told last. */
function listedOfData(clause: Clause, slots: Slots, context: readonly Draft[]): Draft | undefined {
  const { sentence } = clause;
  const antecedent = context.findLast((made) => made.polarity === 'affirmed');
  if (!antecedent || antecedent.action === 'delete' || antecedent.signal) return undefined;
  const data = slots.data.filter((term) => !isActedUpon(sentence, term));
  if (data.length === 0 && !slots.open) return undefined;
  if (clause.right < sentence.tokens.length && isActivity(clause)) return undefined;
  // "we set a beacon; this information may include your IP address": what is read by it
  const isRead = antecedent.action === 'place' && (data.length > 0 ? !data.every(isCookie) : namesData(clause));
  const action = isRead ? 'collect' : antecedent.action;
  const made = draft(clause, slots, { actor: { id: antecedent.actor }, action, data });
  return {
    ...made,
    recipients: antecedent.recipients,
    exceptions: [...antecedent.exceptions, ...made.exceptions],
    conditions: antecedent.conditions,
    dataScope: { ...antecedent.dataScope, restricted: false },
    confidence: antecedent.confidence,
  };
}

/** "This includes protecting your bank account": an activity is listed, not the data. */
function isActedUpon({ tokens }: Sentence, { first }: TermMatch): boolean {
  const before = possessives.has(tokens[first - 1]?.lower ?? '') ? tokens[first - 2] : tokens[first - 1];
  return before?.verb?.form === 'gerund';
}

/** "This includes sending you e-mails": what is listed is done with something else. */
function isActivity({ sentence: { tokens }, right }: Clause): boolean {
  const { verb } = tokens[right] as Token;
  return verb?.form === 'gerund' && actionOfVerb(verb.base) === 'share';
}

const actionFor = (clause: Clause) =>
  isProviding(clause.base) && clause.subject && clause.sentence.tokens[clause.subject.first]?.lower === 'you'
    ? 'collect'
    : actionOf(clause);

/** "the only information we hold is …", "all we collect is …": nothing else. */
const isAll = ({ sentence: { tokens }, subject, from }: Clause): boolean =>
  tokens
    .slice(from, (subject?.first ?? from) + 3)
    .some(
      ({ lower }, i, all) =>
        lower === 'only' || lower === 'sole' || (lower === 'all' && /^(?:we|that)$/.test(all[i + 1]?.lower ?? '')),
    );

const endsOpen = (sentence: Sentence): boolean => sentence.tokens[sentence.tokens.length - 1]?.lower === ':';

/** The subject is data: "the information we collect", not "the messages we send". */
const namesData = ({ sentence, subject }: Clause): boolean =>
  subject !== undefined &&
  (isWhatWe(sentence, subject.first) ||
    sentence.terms.some((term) => term.kind === 'data' && term.first >= subject.first && term.last <= subject.last) ||
    sentence.tokens.slice(subject.first, subject.last + 1).some(({ lemma }) => categoryNouns.has(lemma)));

/** "What we collect is …" */
const isWhatWe = ({ tokens }: Sentence, first: number): boolean =>
  first === 0 && tokens[0]?.lower === 'what' && tokens[1]?.lower === 'we';

/** "Such External Parties include", "These third parties are:" – recipients that the draft has named before. */
function namesParties({ sentence, subject }: Clause): boolean {
  if (!subject || !/^(?:such|these|those|the|our)$/.test((sentence.tokens[subject.first] as Token).lower)) return false;
  return sentence.terms.some(
    (term) =>
      term.kind === 'entity' &&
      term.last === subject.last &&
      term.first >= subject.first &&
      !term.ids.includes('first_party') &&
      !term.ids.includes('data_subject'),
  );
}

/** "This data", "such information", "it", "these identifiers" as the subject. */
function pointsBack({ sentence, subject }: Clause): boolean {
  if (!subject || subject.last - subject.first > 4) return false;
  const first = (sentence.tokens[subject.first] as Token).lower;
  if (first === 'it' || first === 'they') return false;
  return (
    (first === 'this' || first === 'such' || first === 'these' || first === 'those' || first === 'that') &&
    (subject.first === subject.last ||
      sentence.tokens.slice(subject.first, subject.last + 1).some(({ lemma }) => anaphorNouns.has(lemma)))
  );
}
