import catalogue from '../../../catalogue/contradiction.yaml';
import { part, readCatalogue, wordSet } from '../../../catalogue/read';
import type { Place } from '../../../document/types';
import { kept } from '../../../kept';
import type { Token } from '../../../language/types';
import { totalSlot } from '../../../practices/clauses/totals';
import { isDataRoot } from '../../../practices/generalData';
import { isNothingBut, isNothingElse } from '../../../practices/slots/slotPhrases';
import type { Mention, Statement } from '../../../practices/types';
import { isBare, isSoftened, isUnconditional } from '../guards/sweeping';
import { isFronted } from '../guards/topics';
import { isListOfOneKind } from './oneKind';
import { onlyImpersonalShared } from './onlyImpersonal';
import { onlyOwnStaff } from './ownStaff';
import { turned } from './turned';

const only = readCatalogue(catalogue, part('only', wordSet));
const asking = readCatalogue(catalogue, part('asking', wordSet));
const singleCases = readCatalogue(catalogue, part('singleCases', wordSet));

/** What an exclusive statement is exclusive about. */
export type Slot = 'data' | 'recipients' | 'purposes' | 'cases';

/** The denial that "only" implies, with what it leaves in. */
export interface Implied {
  readonly slot: Slot;
  readonly denial: Statement;
  /** What is said to be all. */
  readonly named: readonly Mention[];
  /** "All we collect is …": the sentence is about nothing else. */
  readonly total?: boolean;
  /** Said in words that leave no room for more: "nothing but", "all we collect". */
  readonly closed?: boolean;
}

const HOLDING: ReadonlySet<Statement['action']> = new Set(['collect', 'store']);

/** "We use Acme to measure the app; only figures are shared": shared with Acme. */
const isBehindSemicolon = ({ evidence: { sentence, place } }: Statement): boolean =>
  place.block === sentence.block && sentence.tokens.some(({ lower, end }) => lower === ';' && end <= place.start);

/** "This software collects only …": not all that the company does. */
const speaksOfOneTool = ({ evidence: { place }, product }: Statement): boolean =>
  /^(?:this|that|these|such)\b/i.test(place.block.text.slice(place.start, place.end)) && product === undefined;

/** "we only hold your e-mail address", "only your name is kept", not "we only store passwords in an encrypted form". */
function endsWith({ place, sentence }: Statement['evidence'], data: readonly Mention[]): boolean {
  const end = Math.max(...data.map((mention) => mention.place.end));
  const [be, done, more] = sentence.tokens.filter((token) => token.start >= end && token.end <= place.end);
  return !be || (be.verb?.base === 'be' && done?.verb !== undefined && (!more || more.kind === 'punctuation'));
}

/** What a draft uses data for in words that the catalogue does not know: it may be part of anything else named. */
const UNKNOWN_PURPOSE = 'other';

const followsDenial = ({ evidence: { sentence, place } }: Statement): boolean =>
  sentence.tokens.some(({ lemma, end }) => (lemma === 'not' || lemma === 'never') && end <= place.start);

/** Types too wide to be a list of what is collected ("we only collect information that you give us"). */
const WIDE: ReadonlySet<string> = new Set([
  'any_data',
  'personal',
  'non_personal',
  'identifier',
  'account_info',
  'contact',
  'child_data',
]);

/**
 * "We share your data only with our host" denies sharing it with anyone else; "we only collect your e-mail address" denies
 * collecting other personal data. Nothing is implied where a case, an exception or a hedge stands in the sentence.
 */
export const impliedDenial = kept((statement: Statement): Implied | undefined => {
  if (statement.polarity !== 'affirmed' || statement.confidence !== 'high') return undefined;
  if (isFronted(statement) || isBehindSemicolon(statement)) return undefined;
  const staffed = statement.conditions.length === 0 && statement.exceptions.length === 0 && onlyOwnStaff(statement);
  if (staffed) return { slot: 'recipients', named: [], denial: staffed };
  const inOneCase = onlyInOneCase(statement);
  if (inOneCase) return inOneCase;
  if (
    statement.conditions.length > 0 ||
    statement.exceptions.length > 0 ||
    isSoftened(statement) ||
    !isUnconditional(statement)
  )
    return undefined;
  if (statement.action === 'place') return onlyNeededCookies(statement);
  const impersonal = onlyImpersonalShared(statement);
  if (impersonal) return { slot: 'data', named: statement.data, denial: impersonal };
  const total = totalOf(statement);
  const slot = total ?? slotOf(statement);
  if (!slot || statement.data.length === 0) return undefined;
  const wholeSlot = total !== undefined;
  const implied = slot === 'data' ? noOtherData(statement, wholeSlot) : noOtherParty(statement, slot, wholeSlot);
  return implied && { ...implied, closed: wholeSlot || isClosed(statement) };
});

/** "We only collect your e-mail address": no other personal data. */
function noOtherData(statement: Statement, total: boolean): Implied | undefined {
  // "the following data and nothing else: your name": the list tells which
  const told = statement.data.length > 1 ? statement.data.filter(({ id }) => id !== 'any_data') : [];
  const named = told.length > 0 ? told : statement.data;
  if (isListOfOneKind(statement)) return undefined;
  // "we do not keep card numbers, we only keep the last digits": all of the card, not all that is kept
  if (!total && followsDenial(statement)) return undefined;
  const ids = named.map(({ id }) => id);
  // "only anonymous information": nothing personal at all
  const impersonal = ids.every((id) => id === 'non_personal') && !speaksOfOneTool(statement);
  if (!impersonal && ids.some((id) => WIDE.has(id))) return undefined;
  const [{ place }] = statement.data;
  return {
    slot: 'data',
    named,
    total,
    denial: turned(statement, {
      // what is not held was not collected
      action: 'collect',
      data: [{ id: 'personal', place }],
      ...(impersonal && { dataScope: {} }),
      exceptions: [{ kind: 'data', ids, place }],
    }),
  };
}

/** "We share your data only with our host", "we use it only to reply": with nobody else, for nothing else. */
function noOtherParty(statement: Statement, slot: Exclude<Slot, 'data'>, total: boolean): Implied | undefined {
  const named = slot === 'cases' ? [] : statement[slot];
  const ids = named.map(({ id }) => id);
  const isTotal = total && slot === 'purposes';
  if (!isTotal && !statement.data.every((mention) => isBare(statement, mention))) return undefined;
  if (!isTotal && ids.includes(UNKNOWN_PURPOSE) && !isPlainly(statement)) return undefined;
  if (ids.includes('any_purpose') || ids.includes('third_party')) return undefined;
  const [{ place }] = statement.data;
  return {
    slot,
    named,
    total,
    denial: turned(statement, {
      // who alone receives data is the only one with whom it is shared
      action: statement.action === 'allow' ? 'share' : statement.action,
      recipients: [],
      purposes: [],
      exceptions: [{ kind: slot === 'recipients' ? 'recipient' : 'purpose', ids, place }],
    }),
  };
}

/** What "only necessary cookies" rules out. */
const UNNEEDED = ['analytics_cookie', 'tracking_cookie', 'advertising_cookie'];

/** "We use strictly necessary cookies only": none for analytics, none for advertising. */
function onlyNeededCookies(statement: Statement): Implied | undefined {
  const { data, evidence } = statement;
  const [cookie] = data;
  const { tokens } = evidence.sentence;
  const at = tokens.findIndex(
    ({ lower, start, end }) => only.has(lower) && start >= evidence.place.start && end <= evidence.place.end,
  );
  if (at < 0 || tokens[at - 1]?.lemma === 'not' || !cookie) return undefined;
  const behind = evidence.place.block.text.slice(cookie.place.end, evidence.place.end);
  const needed =
    data.every(({ id }) => id === 'necessary_cookie' || id === 'session_cookie') ||
    (data.length === 1 &&
      cookie.id === 'cookie' &&
      /^,? (?:that|which) are (?:strictly |technically )?(?:necessary|essential|required|needed)\b/i.test(behind));
  if (!needed) return undefined;
  return {
    slot: 'data',
    named: [{ id: 'necessary_cookie', place: cookie.place }],
    denial: turned(statement, {
      dataScope: {},
      purposes: [],
      data: UNNEEDED.map((id) => ({ id, place: cookie.place })),
    }),
  };
}

/**
 * "Your data is disclosed only where the law requires it", "cookies are only set once you have agreed": never for any
 * other reason, never before.
 */
function onlyInOneCase(statement: Statement): Implied | undefined {
  const { action, conditions, recipients, evidence, data, exceptions } = statement;
  const [condition] = conditions;
  if (conditions.length !== 1 || !condition || exceptions.length > 0) return undefined;
  const byLaw = action === 'share' && condition.kind === 'legal';
  if (!byLaw && condition.kind !== 'consent') return undefined;
  const { tokens } = evidence.sentence;
  const opening = tokens.findIndex(({ start }) => start >= condition.place.start);
  const everything = data[0];
  const onlyAt = tokens.findLastIndex(
    ({ lower }, i) => i < opening && (only.has(lower) || (i === opening - 1 && isOneCase(tokens, i))),
  );
  if (!everything || onlyAt < 0 || tokens[onlyAt - 1]?.lemma === 'not') return undefined;
  // "your data is only shared with our host if you agree": with nobody else, or in no other case
  if (byLaw ? recipients.length > 0 || onlyAt !== opening - 1 : onlyAt < opening - 1 && isOfNoun(tokens, onlyAt))
    return undefined;
  // "your data in exactly one case" is all of it
  const whole = isOneCase(tokens, onlyAt) || data.every((mention) => isBare(statement, mention));
  if (isSoftened(statement) || !whole) return undefined;
  return {
    slot: 'cases',
    named: [],
    denial: turned(statement, {
      conditions: [],
      exceptions: [{ kind: condition.kind, ids: [], place: condition.place }],
    }),
  };
}

/** "in exactly one case: when …", "in a single situation, if …" */
function isOneCase(tokens: readonly Token[], at: number): boolean {
  const last = tokens[at]?.kind === 'punctuation' ? at - 1 : at;
  return singleCases.has(tokens[last]?.lemma ?? '') && /^(?:one|single|sole)$/.test(tokens[last - 1]?.lower ?? '');
}

/** "only your name", "only with our host": not in front of the verb. */
const isOfNoun = (tokens: readonly Token[], at: number): boolean => tokens[at + 1]?.verb === undefined;

/** "Your e-mail address is only used to send you receipts": of one type of data, in a sentence that says no more. */
const isPlainly = ({ data, evidence: { place, sentence } }: Statement): boolean =>
  data.length === 1 &&
  data.every(({ id }) => !isDataRoot(id)) &&
  place.start - sentence.start < 3 &&
  sentence.end - place.end < 3 &&
  sentence.tokens.filter(({ lower }) => lower === ',' || lower === 'and').length === 0;

/** "… and nothing else", "… and for nothing else", "… and nobody else": the words before say what is all. */
function closedSlot(
  tokens: readonly Token[],
  { data, recipients, purposes, action }: Pick<Statement, 'data' | 'recipients' | 'purposes' | 'action'>,
): Slot | undefined {
  const at = tokens.findIndex((_, i) => i > 0 && isNothingElse(tokens, i));
  if (at < 0 || !/^(?:and|but|for|to|with|,|-|–|—)$/.test(tokens[at - 1]?.lower ?? '')) return undefined;
  const rest = tokens.slice(at, at + 4).map(({ lower }) => lower);
  const forWhat = tokens[at - 1]?.lower === 'for' || rest.includes('purpose') || rest.includes('purposes');
  if (action === 'use' && forWhat && purposes.length > 0) return 'purposes';
  if (forWhat) return undefined;
  if (HOLDING.has(action) && data.length > 0 && recipients.length === 0) return 'data';
  return (action === 'share' || action === 'sell') && recipients.length > 0 && rest[0] !== 'nothing'
    ? 'recipients'
    : undefined;
}

/** "Nothing but your name", "and for no other purpose": nobody says so who means "among others". */
const isClosed = ({ evidence: { sentence } }: Statement): boolean =>
  sentence.tokens.some((_, i, tokens) => isNothingBut(tokens, i) || (i > 0 && isNothingElse(tokens, i)));

/** What the sentence itself says is all. */
function totalOf({ exclusive, evidence, action }: Statement): Slot | undefined {
  const total = exclusive ? totalSlot(evidence.sentence) : undefined;
  return total === 'data' && !HOLDING.has(action) ? undefined : total;
}

/** The slot right behind "only": "only your e-mail address", "only with our host", "solely to send receipts". */
function slotOf({ evidence, data, recipients, purposes, action, exclusive }: Statement): Slot | undefined {
  const { tokens } = evidence.sentence;
  // "we process nothing but …": every operation from collection on, Art. 4(2) GDPR
  const holding = HOLDING.has(action) || (action === 'use' && tokens.some((_, i) => isNothingBut(tokens, i)));
  const closed = closedSlot(tokens, { data, recipients, purposes, action });
  if (closed) return closed;
  const at = tokens.findIndex(
    ({ lower, start, end }, i) =>
      (only.has(lower) || isNothingBut(tokens, i)) && start >= evidence.place.start - 24 && end <= evidence.place.end,
  );
  if (at < 0 || tokens[at - 1]?.lemma === 'not') return undefined;
  // "the only data we require": more may be given
  if (tokens.slice(at, at + 6).some(({ lemma }) => asking.has(lemma))) return undefined;
  // "the only information we hold is …"
  if (tokens[at - 1]?.lower === 'the' && holding) return exclusive && data.length > 0 ? 'data' : undefined;
  let next = at + 1;
  // "we only collect": the verb may stand between
  if (tokens[next]?.verb && tokens[next]?.verb?.form !== 'gerund') next++;
  const begins = (mentions: readonly { readonly place: Place }[], words: number) => {
    const first = mentions[0]?.place;
    const token = tokens.findIndex(({ start }) => start === first?.start);
    return first !== undefined && first.block === evidence.sentence.block && token >= next && token - next <= words;
  };
  if (holding && recipients.length === 0 && purposes.length === 0 && begins(data, isNothingBut(tokens, at) ? 4 : 2))
    return action !== 'store' || isNothingBut(tokens, at) || endsWith(evidence, data) ? 'data' : undefined;
  if ((action === 'share' || action === 'sell') && begins(recipients, 3)) return 'recipients';
  // "only the police receive our recordings"
  if (action === 'allow' && exclusive && at < 2 && begins(recipients, 3)) return 'recipients';
  if (action === 'use' && recipients.length === 0 && begins(purposes, 3)) return 'purposes';
  return undefined;
}
