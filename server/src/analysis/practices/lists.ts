import { readClauses } from '../language/clauses';
import { isAdverb, modals, mutingCues, negators } from '../language/grammar';
import type { Clause, Sentence, Token } from '../language/types';
import { actionOf, isProviding } from './actions';
import { readSubject } from './actors';
import { clauseStatements } from './clauseStatements';
import { presenting } from './constructions';
import { type Draft, draft, isCookie } from './draft';
import { isGeneralData } from './generalData';
import { inclusionStatements } from './inclusions';
import { readSlots } from './slotReader';
import type { SlotName, Slots } from './slots';
import type { Action } from './types';
import { verblessClause } from './verblessClause';

/** What a list's introduction gives to each of its items. */
export interface ListLead {
  readonly sentence: Sentence;
  /** The statements whose open slot the items fill. */
  readonly drafts: readonly Draft[];
  readonly slot: SlotName;
  /** "You can request the following:" – items are wished or described, not done. */
  readonly muted: boolean;
  /** "We do not:", "We may:" – the items bring the verb. */
  readonly verbless?: { readonly negated: boolean };
}

/**
 * Reads the last sentence of the block that introduces a list. Undefined where it says nothing about what is done (then
 * the lead above it, if any, goes on to rule).
 */
export function readLead(
  sentences: readonly Sentence[],
  ownNames: readonly string[],
  outer?: ListLead,
  context: readonly Draft[] = [],
): ListLead | undefined {
  const sentence = sentences[sentences.length - 1];
  if (!sentence) return undefined;
  const verbless = verblessLead(sentence);
  if (verbless) return { sentence, drafts: [], slot: 'object', muted: false, verbless };
  const clauses = readClauses(sentence);
  const included = inclusionStatements(
    sentence,
    clauses,
    () => (context.length > 0 ? context : (outer?.drafts ?? [])),
    ownNames,
  );
  const drafts =
    included.length > 0
      ? included
      : [
          ...clauses.flatMap((clause) => clauseStatements(clause, ownNames)),
          ...(isWhole(sentence) ? [] : presupposed(sentence, clauses, ownNames)),
        ];
  if (drafts[0]?.action === 'use' && asksWhy(sentence)) return { sentence, drafts, slot: 'purpose', muted: false };
  const open = drafts.filter((made) => made.open || isUnfilled(made));
  if (open.length > 0) return { sentence, drafts: open, slot: slotOf(open[0] as Draft), muted: false };
  if (mutingCues(sentence.tokens).length > 0 || clauses.some((clause) => clause.embedding === 'muted'))
    return { sentence, drafts: [], slot: 'other', muted: isRight(sentence) };
  if (drafts.length > 0 || clauses.some((clause) => clause.embedding === 'main'))
    return { sentence, drafts: [], slot: 'other', muted: isRight(sentence) };
  return undefined;
}

const isUnfilled = (made: Draft): boolean => made.data.length === 0 || made.data.every(({ id }) => isGeneralData(id));

const slotOf = (made: Draft): SlotName => made.open ?? 'object';

/** "You have the following rights:", "You may ask us for:" */
function isRight(sentence: Sentence): boolean {
  const words = sentence.tokens.map((token) => token.lemma);
  return (
    words.includes('right') ||
    words.includes('request') ||
    words.includes('ask') ||
    words.includes('entitle') ||
    words.includes('entitled')
  );
}

/** A sentence with its full stop introduces nothing by a relative clause. */
const isWhole = ({ block, tokens }: Sentence): boolean => block.kind !== 'heading' && tokens.at(-1)?.lower === '.';

/** "Information we collect", "categories that we do not collect:" – a relative clause whose object the items are. */
function presupposed(sentence: Sentence, clauses: readonly Clause[], ownNames: readonly string[]): Draft[] {
  const said = clauses.filter(
    (clause) =>
      (clause.embedding === 'relative' && clause.subject) ||
      clause.embedding === 'participle' ||
      // "What we do not collect", over a list
      (clause.embedding === 'muted' && sentence.tokens[0]?.lower === 'what'),
  );
  const last =
    sentence.block.kind === 'heading' || presents(sentence, clauses)
      ? said.find((clause) => actionOf(clause) ?? isProviding(clause.base))
      : clauses[clauses.length - 1];
  if (!last || !said.includes(last)) return [];
  const action =
    isProviding(last.base) && last.subject && sentence.tokens[last.subject.first]?.lower === 'you'
      ? 'collect'
      : actionOf(last);
  if (!action) return [];
  const relativeSubject = last.subject && sentence.tokens[last.subject.first]?.lower;
  const pronoun = relativeSubject === 'that' || relativeSubject === 'which';
  const subject = readSubject(last, ownNames);
  const actor =
    last.embedding === 'participle' || pronoun
      ? 'first_party'
      : subject.actors[0]?.id === 'data_subject'
        ? 'first_party'
        : subject.actors[0]?.id;
  if (!actor) return [];
  if (
    pronoun &&
    !last.passive &&
    !sentence.tokens.slice((last.subject?.first ?? 0) + 1, last.group.first + 1).some((token) => token.lower === 'we')
  ) {
    if (!last.passive) return [];
  }
  const slots = readSlots(last);
  if (slots.data.length > 0) return [];
  return [{ ...draft(last, slots, { id: actor }, action, last.negated, [], slots.recipients), open: 'object' }];
}

/** "The categories that we collect are described below:" – the main verb only points at the list. */
const presents = (sentence: Sentence, clauses: readonly Clause[]): boolean =>
  sentence.tokens[sentence.tokens.length - 1]?.lower === ':' &&
  clauses.some((clause) => clause.embedding === 'main' && presenting.has(clause.base));

/** "We do not:", "We will never:", "We may:" */
function verblessLead(sentence: Sentence): { negated: boolean } | undefined {
  const { tokens } = sentence;
  let i = tokens.length - 1;
  if (tokens[i]?.lower !== ':' && tokens[i]?.lower !== '...' && tokens[i]?.lower !== '\u2026') return undefined;
  let negated = false;
  for (i--; i >= 0; i--) {
    const token = tokens[i] as Token;
    if (negators.has(token.lower)) negated = !negated;
    else if (!modals.has(token.lower) && !isAdverb(token) && token.verb?.base !== 'do') break;
  }
  return tokens[i]?.lower === 'we' ? { negated } : undefined;
}

/**
 * What an item says under its lead; undefined where the item speaks for itself. Only its first sentence (and the one after
 * a run-in label) carries the lead on, and only without a finite clause of its own.
 */
export function itemStatements(
  sentence: Sentence,
  clauses: readonly Clause[],
  lead: ListLead,
  own: readonly Draft[],
  ownNames: readonly string[],
  answers = false,
): Draft[] | undefined {
  const carries = answers || sentence.index === 0 || (sentence.index === 1 && sentence.block.runIn !== undefined);
  if (!carries) return undefined;
  if (lead.verbless) return verbItem(sentence, clauses, lead.verbless.negated, ownNames);
  // "to:" – "send you newsletters"
  if (lead.slot === 'purpose' && clauses[0]?.group.first === 0) return forPurposes(verblessClause(sentence), lead);
  if (
    own.some((made) => made.clause.embedding === 'main') ||
    clauses.some((clause) => clause.embedding === 'main' && clause.group.form === 'finite')
  )
    return undefined;
  // what a list of exceptions or occasions names is not what the lead denies
  if (lead.slot === 'exception' || lead.slot === 'condition') return undefined;
  const whole: Clause = verblessClause(sentence);
  const start = lead.slot === 'recipient' ? 'recipient' : 'object';
  const slots = withUnnamed(readSlots(whole, 0, sentence.tokens.length, start), sentence, lead);
  if (lead.slot === 'purpose' || (saysWhy(sentence) && lead.slot !== 'recipient')) return forPurposes(whole, lead);
  return lead.drafts.flatMap((introduced): Draft[] => {
    const made = draft(
      whole,
      { ...slots, recipients: [] },
      { id: introduced.actor, ...(introduced.actorName && { name: introduced.actorName }) },
      introduced.action,
      introduced.polarity === 'denied',
      slots.data,
      [],
    );
    const merged: Draft = {
      ...introduced,
      // "Examples of cookies we use:"
      ...(introduced.action === 'use' && slots.data.length > 0 && slots.data.every(isCookie) && { action: 'place' }),
      clause: whole,
      anaphors: [],
      open: undefined,
      data: made.data,
      conditions: [...introduced.conditions, ...made.conditions],
      exceptions: [...introduced.exceptions, ...made.exceptions],
      purposes: [...introduced.purposes, ...made.purposes],
      dataScope: { ...made.dataScope, restricted: false },
    };
    // "we do not share with anyone:" – "your e-mail address"
    if (lead.slot === 'recipient' && introduced.data.length === 0 && introduced.recipients.length > 0) {
      const { data } = draft(
        whole,
        readSlots(whole, 0, whole.to, 'object'),
        { id: introduced.actor },
        introduced.action,
        false,
        dataIn(sentence),
        [],
      );
      return data.length > 0 ? [{ ...merged, data }] : [];
    }
    if (lead.slot === 'recipient') {
      const recipients = sentence.terms.filter((term) => term.kind === 'entity' || term.kind === 'company');
      const named = draft(whole, slots, { id: introduced.actor }, introduced.action, false, [], recipients).recipients;
      return named.length > 0 && introduced.data.length > 0
        ? [{ ...merged, data: introduced.data, recipients: named }]
        : [];
    }
    return lead.slot === 'object' && merged.data.length > 0 ? [merged] : [];
  });
}

/** What only the draft has a name for is data where the introduction says so: "Swim times" under "We record:". */
function withUnnamed(slots: Slots, { block, end }: Sentence, { slot, drafts }: ListLead): Slots {
  if (slot !== 'object' || slots.unnamed.length === 0 || end < block.text.trimEnd().length) return slots;
  return drafts.every(({ action }) => gathering.has(action)) ? { ...slots, data: [...slots.unnamed] } : slots;
}

const gathering: ReadonlySet<Action> = new Set(['collect', 'store', 'retain']);

/** "We use your e-mail address to:", "in order to:" */
const asksWhy = ({ tokens }: Sentence): boolean => tokens.at(-1)?.lower === ':' && tokens.at(-2)?.lower === 'to';

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
        { id: introduced.actor },
        introduced.action,
        introduced.polarity === 'denied',
        [],
        [],
      );
      return { ...introduced, clause: whole, anaphors: [], open: undefined, purposes: made.purposes };
    });
}

/** "sell your information to third parties" under "We do not:". */
function verbItem(
  sentence: Sentence,
  clauses: readonly Clause[],
  negated: boolean,
  ownNames: readonly string[],
): Draft[] | undefined {
  const first = clauses[0];
  if (!first || first.group.first > 1 || sentence.tokens[first.group.verb]?.verb?.form !== 'base') return undefined;
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
  const { data } = draft(whole, slots, { id: said.actor }, said.action, false, slots.data, []);
  return [{ ...said, clause: whole, anaphors: [], open: undefined, data }];
}
