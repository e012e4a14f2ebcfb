import {
  denyingWords,
  firstPerson,
  negators,
  prepositions,
  relativePronouns,
  secondPerson,
} from '../../language/grammar';
import type { Clause, Sentence, Token } from '../../language/types';
import { having, passesOn } from '../clauses/actions';
import { clauseStatements } from '../clauses/clauseStatements';
import { verblessClause } from '../clauses/verblessClause';
import { type Draft, draft } from '../draft';
import { isGeneralData } from '../generalData';
import { sentencesOf } from '../sentences';
import { isCookie } from '../slots/slotCues';
import { readSlots } from '../slots/slotReader';
import type { Slots } from '../slots/slots';
import { type ListLead, presupposed } from './listLeads';

/** What a sentence says by itself. */
interface OwnWords {
  readonly sentence: Sentence;
  readonly clauses: readonly Clause[];
  readonly own: readonly Draft[];
}

/** Only the first sentence of an item, and the one behind a run-in label, carries its lead on. */
export const carriesLead = ({ index, block }: Sentence): boolean =>
  index === 0 || (index === 1 && block.runIn !== undefined);

/** "Please see the section on cookies": names nothing itself. */
const pointsAway = ({ tokens }: Sentence): boolean => {
  const at = tokens[0]?.lower === 'please' ? 1 : 0;
  return /^(?:see|refer)$/.test(tokens[at]?.lower ?? '') && tokens.length > at + 2;
};

/**
 * What a sentence that names things says under what is said or asked before it; undefined where it speaks for itself, with
 * a finite clause of its own.
 */
export function statementsUnder(
  lead: ListLead,
  { sentence, clauses, own }: OwnWords,
  ownNames: readonly string[],
): Draft[] | undefined {
  if (lacksVerbOfReader(lead)) return undefined;
  if (pointsAway(sentence)) return [];
  if (lead.verbless) return verbItem(clauses, lead.verbless, ownNames);
  if (namesReceiver(sentence, lead)) return receivers(sentence, clauses, lead);
  // "to:" – "send you newsletters"
  const [opening] = clauses;
  const deed = lead.slot === 'purpose' || (opening?.group.form === 'gerund' && lead.drafts.every(isGeneralUse));
  if (deed && opening?.group.first === 0) return forPurposes(verblessClause(sentence), lead);
  const gloss = lead.slot === 'object' ? glossOf(sentence, clauses) : undefined;
  const outside = ({ embedding, group }: Clause) =>
    embedding === 'main' && (gloss === undefined || group.verb < gloss[0] || group.verb > gloss[1]);
  if (own.some(({ clause }) => outside(clause)) || clauses.some((clause) => outside(clause) && isSaid(clause.group)))
    return undefined;
  // "we may use your data: – under applicable law"
  if (sentence.tokens[0]?.lower === 'under') return [];
  // what a list of exceptions or occasions names is not what the lead denies
  if (lead.slot === 'exception' || lead.slot === 'condition') return undefined;
  const whole: Clause = verblessClause(sentence);
  const start = lead.slot === 'recipient' ? 'recipient' : 'object';
  const end = gloss ? gloss[0] : sentence.tokens.length;
  const slots = withUnnamed(readSlots(whole, 0, end, start), sentence, lead);
  if (lead.slot === 'purpose' || (saysWhy(sentence) && lead.slot !== 'recipient')) return forPurposes(whole, lead);
  return lead.drafts.flatMap((introduced) => {
    const merged = withItem(introduced, whole, slots);
    if (lead.slot === 'recipient') return receivingItem(merged, introduced, whole);
    return lead.slot === 'object' && merged.data.length > 0 ? [merged] : [];
  });
}

/** "you agree when you:" – "click Start"; not "we collect the following information about you:". */
function lacksVerbOfReader({ sentence: { tokens } }: ListLead): boolean {
  const at = tokens.length - (tokens.at(-1)?.lower === ':' ? 2 : 1);
  const before = tokens[at - 1];
  return tokens[at]?.lower === 'you' && !(before && (prepositions.has(before.lower) || before.verb));
}

/** What the lead says, of the data that its item names, as limited there. */
function withItem(introduced: Draft, whole: Clause, slots: Slots): Draft {
  const made = draft(
    whole,
    { ...slots, recipients: [] },
    {
      actor: { id: introduced.actor, ...(introduced.actorName && { name: introduced.actorName }) },
      action: introduced.action,
      negated: introduced.polarity === 'denied',
      data: slots.data,
    },
  );
  return {
    ...narrowedBy(introduced, made),
    // "Examples of cookies we use:"
    ...(introduced.action === 'use' && slots.data.length > 0 && slots.data.every(isCookie) && { action: 'place' }),
    data: made.data,
    dataScope: { ...made.dataScope, restricted: false },
  };
}

/** What the lead says, told again by the words of its item: whatever was still open in the lead, they have closed. */
const inWordsOf = (introduced: Draft, clause: Clause): Draft => ({
  ...introduced,
  clause,
  anaphors: [],
  open: undefined,
});

/** What the lead says, under what its item adds: "– your address, if you order". */
const narrowedBy = (introduced: Draft, item: Draft): Draft => ({
  ...inWordsOf(introduced, item.clause),
  conditions: [...introduced.conditions, ...item.conditions],
  exceptions: [...introduced.exceptions, ...item.exceptions],
  purposes: [...introduced.purposes, ...item.purposes],
});

/** An item below a lead that asks for recipients: "We share your data with:", "We do not share with anyone:". */
function receivingItem(merged: Draft, introduced: Draft, whole: Clause): Draft[] {
  const { sentence } = whole;
  // "we do not share with anyone:" – "your e-mail address"
  if (introduced.data.length === 0 && introduced.recipients.length > 0) {
    const slots = readSlots(whole, 0, whole.to, 'object');
    const { data } = draft(whole, slots, {
      actor: { id: introduced.actor },
      action: introduced.action,
      data: dataIn(sentence),
    });
    return data.length > 0 ? [{ ...merged, data }] : [];
  }
  const recipients = namedBefore(sentence, introduced) ?? receiversIn(sentence, introduced);
  return recipients.length > 0 && introduced.data.length > 0 ? [{ ...merged, data: introduced.data, recipients }] : [];
}

/** The parties that a sentence names. */
function receiversIn(sentence: Sentence, { actor, action }: Draft): Draft['recipients'] {
  const whole = verblessClause(sentence);
  return draft(whole, readSlots(whole, 0, 0), { actor: { id: actor }, action, recipients: partiesIn(sentence) })
    .recipients;
}

/** "Google Ads: to show advertisements", "Acme: for analytics": whom the label names receives it for that. */
function namedBefore({ index, block, tokens }: Sentence, introduced: Draft): Draft['recipients'] | undefined {
  if (index !== 1 || !block.runIn || !/^(?:for|to|used)$/.test(tokens[0]?.lower ?? '')) return undefined;
  const [label] = sentencesOf(block);
  const named = label ? receiversIn(label, introduced) : [];
  return named.length > 0 ? named : undefined;
}

/** "We may share your information:" – "with our hosts", "to our affiliates". */
const namesReceiver = ({ tokens }: Sentence, { slot, drafts }: ListLead): boolean =>
  slot === 'object' &&
  drafts.length > 0 &&
  drafts.every(({ action, data }) => passesOn(action) && data.length > 0) &&
  (tokens[0]?.lower === 'with' || (tokens[0]?.lower === 'to' && tokens[1]?.verb?.form !== 'base'));

/** Who receives it; what is told of them behind "who" says nothing of the data. */
function receivers(sentence: Sentence, clauses: readonly Clause[], { drafts }: ListLead): Draft[] | undefined {
  const { tokens } = sentence;
  const parties = partiesIn(sentence);
  const told = tokens.findIndex(
    ({ lower }, i) =>
      relativePronouns.has(lower) && parties.some(({ last }) => last === i - (tokens[i - 1]?.lower === ',' ? 2 : 1)),
  );
  const until = told < 0 ? tokens.length : told;
  if (clauses.some(({ embedding, group }) => embedding === 'main' && isSaid(group) && group.verb < until))
    return undefined;
  const whole = verblessClause(sentence);
  const slots = readSlots(whole, 0, until, 'recipient');
  const named = parties.filter(({ first }) => first < until);
  return drafts.flatMap((introduced): Draft[] => {
    const made = draft(whole, slots, { actor: { id: introduced.actor }, action: introduced.action, recipients: named });
    return made.recipients.length === 0 ? [] : [{ ...narrowedBy(introduced, made), recipients: made.recipients }];
  });
}

/**
 * "IP address (this is a number that every computer has)": the sentence in brackets tells what the words before them
 * mean. What it says of the company or of the reader is said for itself.
 */
function glossOf({ tokens }: Sentence, clauses: readonly Clause[]): readonly [from: number, to: number] | undefined {
  const from = tokens.findIndex(({ lower }) => lower === '(');
  const to = tokens.findIndex(({ lower }, i) => i > from && lower === ')');
  const within = clauses.filter(({ group }) => group.verb > from && group.verb < to);
  // "(your bank handles it)", "(there is none)" tell of more than the meaning
  if (from < 1 || !within.some(({ group }) => isSaid(group)) || within[0]?.base !== 'be') return undefined;
  return tokens.slice(from, to).some(isOfOwn) ? undefined : [from, to];
}

const isOfOwn = ({ lower, lemma }: Token): boolean =>
  firstPerson.has(lower) || secondPerson.has(lower) || negators.has(lower) || denyingWords.has(lemma) || lower === 'i';

const isSaid = ({ form }: Clause['group']): boolean => form === 'finite';

/** What only the draft has a name for is data where the introduction says so: "Swim times" under "We record:". */
function withUnnamed(slots: Slots, { block, end }: Sentence, { slot, drafts }: ListLead): Slots {
  if (slot !== 'object' || slots.unnamed.length === 0 || end < block.text.trimEnd().length) return slots;
  return drafts.every(({ action }) => having.has(action)) ? { ...slots, data: [...slots.unnamed] } : slots;
}

/** "We use your information in the following ways:" */
const isGeneralUse = ({ action, data }: Draft): boolean =>
  action === 'use' && data.length > 0 && data.every(({ id }) => isGeneralData(id));

const partiesIn = ({ terms }: Sentence) => terms.filter(({ kind }) => kind === 'entity' || kind === 'company');

const dataIn = ({ terms }: Sentence) => terms.filter(({ kind }) => kind === 'data');

/** "to send you our newsletter" */
const saysWhy = ({ tokens }: Sentence): boolean => tokens[0]?.lower === 'to' && tokens[1]?.verb?.form === 'base';

/** "We use your e-mail address:" – "to send you our newsletter". */
function forPurposes(whole: Clause, lead: ListLead): Draft[] {
  const { purposes } = readSlots(whole, 0, whole.to, 'purpose');
  if (purposes.length === 0) return [];
  return lead.drafts
    .filter((introduced) => introduced.data.length > 0)
    .map((introduced) => {
      const made = draft(
        whole,
        { ...readSlots(whole, 0, 0), purposes },
        { actor: { id: introduced.actor }, action: introduced.action, negated: introduced.polarity === 'denied' },
      );
      return { ...inWordsOf(introduced, whole), purposes: made.purposes };
    });
}

/** "sell your information to third parties" under "We do not:". */
function verbItem(
  clauses: readonly Clause[],
  { negated }: NonNullable<ListLead['verbless']>,
  ownNames: readonly string[],
): Draft[] | undefined {
  const [first] = clauses;
  if (!first || first.group.first > 1 || first.sentence.tokens[first.group.verb]?.verb?.form !== 'base')
    return undefined;
  return clauses
    .filter((clause) => clause === first || (clause.group.chainedTo !== undefined && clause.right === first.right))
    .flatMap((clause) =>
      clauseStatements(
        { ...clause, embedding: 'main', negated: clause.negated !== negated, subject: undefined },
        ownNames,
        { id: 'first_party' },
      ),
    );
}

/** "Personal data collected: name, e-mail address" – a label and its list in one sentence. */
export function labelledList(sentence: Sentence, clauses: readonly Clause[], ownNames: readonly string[]): Draft[] {
  const colon = sentence.tokens.findIndex((token) => token.lower === ':');
  if (colon < 1 || colon > 12 || clauses.some((clause) => clause.embedding === 'main')) return [];
  const label = clauses.filter((clause) => clause.group.verb < colon);
  const [said] = presupposed(
    sentence,
    label.map((clause) => ({ ...clause, to: Math.min(clause.to, colon) })),
    ownNames,
  );
  const whole = verblessClause(sentence);
  const slots = readSlots(whole, colon + 1, sentence.tokens.length, 'object');
  if (!said || slots.data.length === 0) return [];
  const { data } = draft(whole, slots, { actor: { id: said.actor }, action: said.action, data: slots.data });
  return [{ ...inWordsOf(said, whole), data }];
}
