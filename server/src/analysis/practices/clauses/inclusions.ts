import { possessives } from '../../language/grammar';
import type { Clause, Sentence, TermMatch, Token } from '../../language/types';
import { type Draft, draft, isCookie } from '../draft';
import { readSlots } from '../slots/slotReader';
import { actionOf, actionOfVerb, isAsking, isProviding } from './actions';
import { readSubject } from './actors';
import { anaphorNouns, categoryNouns, includingVerbs, partitiveDeterminers } from './constructions';
import { isReadersDoing } from './noPractice';

/**
 * "The data we collect includes your name", "Information shared with advertisers may include…", "This data may encompass
 * your IP address": the subject says the action, the verb only lists.
 */
export function inclusionStatements(
  sentence: Sentence,
  clauses: readonly Clause[],
  /** What was spoken of before. */
  context: () => readonly Draft[],
  ownNames: readonly string[],
): Draft[] {
  const found: Draft[] = [];
  for (const clause of clauses) {
    if (clause.embedding !== 'main' || clause.group.form !== 'finite' || !clause.subject || clause.passive) continue;
    if (
      !includingVerbs.has(clause.base) &&
      !(clause.base === 'be' && (endsOpen(sentence) || namesData(sentence, clause)))
    )
      continue;
    // "most of the data that we share is not personal data" leaves some that is
    if (clause.negated && partitiveDeterminers.has((sentence.tokens[clause.subject.first] as Token).lower)) continue;
    const slots = readSlots(clause);
    const parties = namedParties(sentence, clause);
    if (parties) {
      const shared = context()
        .filter((made) => made.polarity === 'affirmed' && made.action === 'share' && made.data.length > 0)
        .pop();
      if (shared)
        found.push({
          ...shared,
          clause,
          anaphors: [],
          recipients: draft(clause, slots, { id: shared.actor }, 'share', false, [], slots.recipients).recipients,
          open: 'recipient',
        });
      continue;
    }
    if (slots.data.length === 0 && !slots.open) continue;
    // "personal data means data linked to …, and may include …": the subject stands in another clause
    const own = clause.subject.first >= clause.from;
    const said = clauses.find(
      (inner) =>
        own &&
        inner !== clause &&
        (inner.embedding === 'relative' || inner.embedding === 'participle') &&
        inner.group.verb < clause.group.first &&
        inner.group.verb >= clause.from &&
        actionFor(inner),
    );
    if (said && isReadersDoing(said)) continue;
    if (said && namesData(sentence, clause)) {
      const subject = readSubject(said, ownNames);
      const inner = readSlots(said, said.right, clause.group.first, 'other');
      const agent = said.passive ? inner.agents.find((term) => !term.ids.includes('data_subject')) : undefined;
      const actorId = agent
        ? (agent.ids[0] as string)
        : !said.passive && subject.actors[0] && subject.actors[0].id !== 'data_subject'
          ? subject.actors[0].id
          : 'first_party';
      const made = draft(
        clause,
        { ...slots, recipients: inner.recipients, sources: inner.sources },
        { id: actorId },
        actionFor(said) ?? 'collect',
        said.negated !== clause.negated,
        slots.data,
        inner.recipients,
      );
      made.sense = 'ordinary';
      // "the technologies used are cookies and beacons"
      if (made.action === 'use' && slots.data.length > 0 && slots.data.every(isCookie)) made.action = 'place';
      found.push(isAll(sentence, clause) && !isAsking(said) ? { ...made, exclusive: true } : made);
    } else if (pointsBack(sentence, clause) && !clause.negated && (clause.base !== 'be' || endsOpen(sentence))) {
      const antecedent = context()
        .filter((made) => made.polarity === 'affirmed')
        .pop();
      if (!antecedent) continue;
      if (antecedent.action === 'delete' || antecedent.signal) continue;
      const listed = slots.data.filter((term) => !isActedUpon(sentence, term));
      if ((listed.length === 0 && !slots.open) || (clause.right < sentence.tokens.length && isActivity(clause)))
        continue;
      // "we set a beacon; this information may include your IP address": what is read by it
      const read =
        antecedent.action === 'place' && (listed.length > 0 ? !listed.every(isCookie) : namesData(sentence, clause));
      const made = draft(
        clause,
        slots,
        { id: antecedent.actor },
        read ? 'collect' : antecedent.action,
        antecedent.polarity === 'denied',
        listed,
        [],
      );
      found.push({
        ...made,
        recipients: antecedent.recipients,
        exceptions: [...antecedent.exceptions, ...made.exceptions],
        conditions: antecedent.conditions,
        dataScope: { ...antecedent.dataScope, restricted: false },
        confidence: antecedent.confidence,
      });
    }
  }
  return found;
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
const isAll = ({ tokens }: Sentence, { subject, from }: Clause): boolean =>
  tokens
    .slice(from, (subject?.first ?? from) + 3)
    .some(
      ({ lower }, i, all) =>
        lower === 'only' || lower === 'sole' || (lower === 'all' && /^(?:we|that)$/.test(all[i + 1]?.lower ?? '')),
    );

const endsOpen = (sentence: Sentence): boolean => sentence.tokens[sentence.tokens.length - 1]?.lower === ':';

/** The subject is data: "the information we collect", not "the messages we send". */
const namesData = (sentence: Sentence, { subject }: Clause): boolean =>
  subject !== undefined &&
  (sentence.terms.some((term) => term.kind === 'data' && term.first >= subject.first && term.last <= subject.last) ||
    sentence.tokens.slice(subject.first, subject.last + 1).some(({ lemma }) => categoryNouns.has(lemma)));

/** "Such External Parties include", "These third parties are:" – recipients that the draft has named before. */
function namedParties(sentence: Sentence, clause: Clause): boolean {
  const { subject } = clause;
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
function pointsBack(sentence: Sentence, clause: Clause): boolean {
  const subject = clause.subject;
  if (!subject || subject.last - subject.first > 4) return false;
  const first = (sentence.tokens[subject.first] as Token).lower;
  if (first === 'it' || first === 'they') return false;
  return (
    (first === 'this' || first === 'such' || first === 'these' || first === 'those' || first === 'that') &&
    (subject.first === subject.last ||
      sentence.tokens.slice(subject.first, subject.last + 1).some(({ lemma }) => anaphorNouns.has(lemma)))
  );
}
