import { readClauses } from '../../language/clauses';
import { demandVerbs, isAdverb, modals, mutingCues, negators } from '../../language/grammar';
import type { Clause, Sentence, Token } from '../../language/types';
import { actionOf, isProviding } from '../clauses/actions';
import { readSubject } from '../clauses/actors';
import { clauseStatements } from '../clauses/clauseStatements';
import { measureNouns, presenting } from '../clauses/constructions';
import { inclusionStatements } from '../clauses/inclusions';
import { isReadersDoing } from '../clauses/noPractice';
import { type Draft, draft } from '../draft';
import { isGeneralData } from '../generalData';
import { exceptionLength } from '../slots/slotCues';
import { readSlots } from '../slots/slotReader';
import type { SlotName } from '../slots/slots';
import type { Action, EntityId } from '../types';

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
  // "you may request that we:"
  if (verbless && isDemanded(sentence)) return { sentence, drafts: [], slot: 'other', muted: true };
  if (verbless) return { sentence, drafts: [], slot: 'object', muted: false, verbless };
  const clauses = readClauses(sentence);
  const included = inclusionStatements(clauses, () => (context.length > 0 ? context : (outer?.drafts ?? [])), ownNames);
  const drafts =
    included.length > 0
      ? included
      : [
          ...clauses.flatMap((clause) => clauseStatements(clause, ownNames)),
          ...(isWhole(sentence) ? [] : presupposed(sentence, clauses, ownNames)),
        ];
  if (offersChoices(sentence, clauses)) return { sentence, drafts: [], slot: 'other', muted: false };
  if (drafts[0]?.action === 'use' && asksWhy(sentence)) return { sentence, drafts, slot: 'purpose', muted: false };
  const left = leavesOut(sentence);
  const open = drafts
    .filter((made) => made.open || isUnfilled(made))
    .map((made) => (left ? { ...made, open: 'exception' as const } : insteadOf(made)));
  // "While we do not collect names, we collect the following:" – the items are what the last clause says
  const last = open.at(-1);
  const said = open.filter(({ polarity }) => polarity === last?.polarity);
  if (last) return { sentence, drafts: said, slot: slotOf(said[0] as Draft), muted: false };
  if (mutingCues(sentence.tokens).length > 0 || clauses.some((clause) => clause.embedding === 'muted'))
    return { sentence, drafts: [], slot: 'other', muted: isRight(sentence) };
  if (drafts.length > 0 || clauses.some((clause) => clause.embedding === 'main'))
    return { sentence, drafts: [], slot: 'other', muted: isRight(sentence) };
  return undefined;
}

/** "We do not collect names, only:", "we do not only collect:" – the items are what is done. */
const insteadOf = (made: Draft): Draft =>
  made.polarity === 'denied' && made.exclusive ? { ...made, polarity: 'affirmed', exclusive: false } : made;

/** "We do not disclose the data and protect it, except to the extent:" – the items are what is left out of all that. */
function leavesOut({ tokens }: Sentence): boolean {
  const comma = tokens.findLastIndex(({ lower }) => lower === ',');
  return comma >= 0 && tokens.at(-1)?.lower === ':' && exceptionLength(tokens, comma + 1) > 0;
}

/** "You have the following options in relation to the data that was collected:" */
const offersChoices = ({ tokens }: Sentence, clauses: readonly Clause[]): boolean =>
  tokens.at(-1)?.lower === ':' &&
  clauses.some(
    ({ base, embedding, subject, right }) =>
      base === 'have' &&
      embedding === 'main' &&
      tokens[subject?.last ?? -1]?.lower === 'you' &&
      tokens.slice(right, right + 4).some(({ lemma }) => lemma === 'option' || lemma === 'choice'),
  );

/** Nothing is named yet; "information about your use of the app" tells no more than what it is about. */
const isUnfilled = ({ data }: Draft): boolean =>
  data.every(
    ({ id }) => isGeneralData(id) || (id === 'internet_activity' && data.some((other) => isGeneralData(other.id))),
  );

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
export function presupposed(sentence: Sentence, clauses: readonly Clause[], ownNames: readonly string[]): Draft[] {
  const clause = clauseOfItems(sentence, clauses);
  if (!clause) return [];
  const action = actionOnItems(sentence, clause);
  const actor = actorOnItems(sentence, clause, ownNames);
  if (!action || !actor) return [];
  const slots = readSlots(clause);
  if (slots.data.length > 0) return [];
  // "information collected through the following websites:" lists websites
  const announces = sentence.tokens.some(({ lower }, i) => i >= clause.right && lower === 'following');
  if (announces && (slots.open === 'channel' || slots.open === 'source')) return [];
  const { recipients } = slots;
  return [
    { ...draft(clause, slots, { actor: { id: actor }, action, negated: clause.negated, recipients }), open: 'object' },
  ];
}

/** The clause that lacks its object; undefined where what follows is something else than data. */
function clauseOfItems(sentence: Sentence, clauses: readonly Clause[]): Clause | undefined {
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
  if (!last || !said.includes(last) || isReadersDoing(last)) return undefined;
  // "measures we have taken include:" tells of measures
  if (isOfMeasures(sentence, last)) return undefined;
  // "other vendors used by us include:" tells of vendors
  if (last.embedding === 'participle' && isOfParty(sentence, last)) return undefined;
  return last;
}

const subjectWord = ({ tokens }: Sentence, { subject }: Clause): string | undefined =>
  subject && tokens[subject.first]?.lower;

const actionOnItems = (sentence: Sentence, clause: Clause): Action | undefined =>
  isProviding(clause.base) && subjectWord(sentence, clause) === 'you' ? 'collect' : actionOf(clause);

/** Who does it; undefined where "that" stands for whoever the noun before it names. */
function actorOnItems(sentence: Sentence, clause: Clause, ownNames: readonly string[]): EntityId | undefined {
  const word = subjectWord(sentence, clause);
  const isPronoun = word === 'that' || word === 'which';
  if (isPronoun && !clause.passive && !isOurs(sentence, clause)) return undefined;
  if (isPronoun || clause.embedding === 'participle') return 'first_party';
  const [actor] = readSubject(clause, ownNames).actors;
  return actor?.id === 'data_subject' ? 'first_party' : actor?.id;
}

/** "information which we collect" */
const isOurs = ({ tokens }: Sentence, { subject, group }: Clause): boolean =>
  tokens.slice((subject?.first ?? 0) + 1, group.first + 1).some(({ lower }) => lower === 'we');

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

/** "you may request that we:" */
const isDemanded = ({ tokens }: Sentence): boolean =>
  tokens.some(({ lower, verb }, i) => demandVerbs.has(verb?.base ?? lower) && tokens[i + 1]?.lower === 'that');

/** "We use your e-mail address to:", "in order to:" */
const asksWhy = ({ tokens }: Sentence): boolean => tokens.at(-1)?.lower === ':' && tokens.at(-2)?.lower === 'to';

const isOfMeasures = ({ tokens }: Sentence, { subject, group }: Clause): boolean => {
  const at = subject?.first ?? group.first;
  return tokens.slice(Math.max(0, at - 2), at).some(({ lemma }) => measureNouns.has(lemma));
};

const isOfParty = ({ terms }: Sentence, { group }: Clause): boolean =>
  terms.some(({ kind, last }) => last === group.first - 1 && (kind === 'entity' || kind === 'company'));
