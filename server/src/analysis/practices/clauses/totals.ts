import { prepositions } from '../../language/grammar';
import type { Clause, Sentence, TermMatch, Token } from '../../language/types';
import { type Draft, draft } from '../draft';
import { isCookie } from '../slots/slotCues';
import { readSlots } from '../slots/slotReader';
import { placeOf } from '../termPlaces';
import { actionOf, isAsking, passesOn } from './actions';
import { accessing, partyNouns, processingVerbs, receiving } from './constructions';
import { verblessClause } from './verblessClause';

/**
 * Sentences that say what is all: "all we collect is your e-mail address", "our host is the only company that receives
 * your data", "the sole purpose of processing is to ship your order".
 */
export function totals(sentence: Sentence): Draft[] {
  const { tokens, question } = sentence;
  const besides = question ? undefined : nothingBesides(sentence);
  if (besides) return [{ ...besides, exclusive: true }];
  const be = tokens.findIndex(({ lower }, i) => i > 0 && (lower === 'is' || lower === 'are'));
  if (question || be < 0) return [];
  const all = { first: 0, last: be - 1 };
  const rest = { first: be + 1, last: tokens.length - 1 };
  const clause = verblessClause(sentence);
  for (const [head, other] of [
    [all, rest],
    [rest, all],
  ] as const) {
    const opening = openingOf(tokens, head.first);
    if (!opening) continue;
    const made =
      opening.kind === 'data'
        ? allData(clause, tokens, { ...head, first: opening.from }, other)
        : opening.kind === 'party'
          ? onlyParty(clause, { ...head, first: opening.from }, other)
          : head === all
            ? onlyPurpose(clause, { ...head, first: opening.from }, other)
            : undefined;
    if (made) return [{ ...made, exclusive: true }];
  }
  return [];
}

/** What a sentence says is all, or undefined where it says nothing of the kind. */
export function totalSlot({ tokens }: Sentence): 'data' | 'recipients' | 'purposes' | undefined {
  if (leavesNothing(tokens)) return 'data';
  const be = tokens.findIndex(({ lower }, i) => i > 0 && (lower === 'is' || lower === 'are'));
  const opening = be < 0 ? undefined : (openingOf(tokens, 0) ?? openingOf(tokens, be + 1));
  if (!opening) return undefined;
  return opening.kind === 'data' ? 'data' : opening.kind === 'party' ? 'recipients' : 'purposes';
}

/** "Apart from your e-mail address we store nothing about you": where "we" stands, or undefined. */
function leavesNothing(tokens: readonly Token[]): { readonly we: number; readonly base: string } | undefined {
  const we = tokens.findIndex(({ lower }) => lower === 'we');
  if (!besideWords.has(tokens[0]?.lower ?? '') || we < 2 || we > LONGEST_BESIDES) return undefined;
  const denied = /^(?:do|does)$/.test(tokens[we + 1]?.lower ?? '') && tokens[we + 2]?.lemma === 'not';
  const from = denied ? we + 3 : we + 1;
  const verb = tokens.slice(from, from + 3).find((token) => token.verb !== undefined);
  const behind = tokens.slice(tokens.indexOf(verb as Token) + 1);
  const [what, next] = behind.map(({ lower }) => lower);
  // "nothing for the newsletter" leaves the rest open
  const isWhole = behind[1]?.kind !== 'word' || wholeWords.has(next ?? '');
  const none = isWhole && what === (denied ? 'anything' : 'nothing');
  const noMore = what === (denied ? 'any' : 'no') && (next === 'other' || next === 'further' || next === 'more');
  return verb?.verb && (none || noMore) ? { we, base: verb.verb.base } : undefined;
}
const wholeWords: ReadonlySet<string> = new Set([
  'about',
  'from',
  'else',
  'at',
  'whatsoever',
  'more',
  'further',
  'other',
  'of',
]);
const besideWords: ReadonlySet<string> = new Set(['apart', 'aside', 'besides', 'beside', 'except', 'beyond']);
/** In words: what is left in is short. */
const LONGEST_BESIDES = 16;

function nothingBesides(sentence: Sentence): Draft | undefined {
  const left = leavesNothing(sentence.tokens);
  const action = left && (knowing.has(left.base) ? 'collect' : actionOf({ base: left.base }));
  if (!left || (action !== 'collect' && action !== 'store')) return undefined;
  const clause = verblessClause(sentence);
  const from = prepositions.has(sentence.tokens[1]?.lower ?? '') ? 2 : 1;
  const slots = { ...readSlots(clause, from, left.we, 'object'), exceptions: [] };
  if (slots.data.length === 0 || slots.data.some(isCookie)) return undefined;
  return draft(clause, slots, { action, data: slots.data });
}
/** To process is every operation from collection on, Art. 4(2) GDPR; what is known or had was collected. */
const knowing: ReadonlySet<string> = new Set(['process', 'know', 'have']);

interface Span {
  readonly first: number;
  readonly last: number;
}

/** What is counted, and where the words that tell of it begin. */
interface Opening {
  readonly kind: 'data' | 'party' | 'purpose';
  readonly from: number;
}

/** "All we …", "everything that we …", "the only data we …", "the only company that …", "the sole purpose …". */
function openingOf(tokens: readonly Token[], at: number): Opening | undefined {
  const word = (i: number): string => tokens[i]?.lower ?? '';
  if (word(at) === 'all' || word(at) === 'everything') {
    const next = word(at + 1) === 'that' ? at + 2 : at + 1;
    return word(next) === 'we' ? { kind: 'data', from: next } : undefined;
  }
  if (word(at) !== 'the' || (word(at + 1) !== 'only' && word(at + 1) !== 'sole')) return undefined;
  for (let i = at + 2; i < at + 6; i++) {
    const { lemma = '' } = tokens[i] ?? {};
    if (lemma === 'purpose') return { kind: 'purpose', from: i + 1 };
    if (partyNouns.has(lemma)) return { kind: 'party', from: i + 1 };
    if (word(i) === 'we') return { kind: 'data', from: i };
  }
  return undefined;
}

/** "we (ever) collect (about you)": what is told is all that is collected. */
function allData(clause: Clause, tokens: readonly Token[], head: Span, told: Span): Draft | undefined {
  if (tokens[head.first]?.lower !== 'we') return undefined;
  const at = tokens.findIndex(({ verb }, i) => i > head.first && i <= head.first + 3 && verb !== undefined);
  const base = tokens[at]?.verb?.base;
  if (base === undefined || at > head.last) return undefined;
  const verb = { base, ...(tokens[at + 1]?.lower === 'for' && { particle: 'for' }) };
  const action = knowing.has(base) ? 'collect' : actionOf(verb);
  if (action !== 'collect' && action !== 'store') return undefined;
  // "the only data we collect for marketing": all that is collected for it
  const inside = readSlots(clause, at + 1, head.last + 1, 'object');
  if (inside.purposes.length > 0 || inside.conditions.length > 0 || inside.sources.some(isNotReader)) return undefined;
  const slots = { ...readSlots(clause, told.first, told.last + 1, 'object'), purposes: [], unknownPurpose: undefined };
  if (slots.data.length === 0 || slots.data.some(isCookie)) return undefined;
  const made = draft(clause, slots, { action, data: slots.data });
  // what is asked for is not all that is collected
  if (!isAsking({ base }) && base !== 'ask' && base !== 'need') return made;
  // "the only data we need to open an account"
  return head.last - at < 2 ? { ...made, asked: true } : undefined;
}

const isNotReader = ({ ids }: TermMatch): boolean => !ids.includes('data_subject');

/** "the only company that receives your data", "… with which we share your data": who is told of is all that receive it. */
function onlyParty(clause: Clause, head: Span, told: Span): Draft | undefined {
  const { tokens } = clause.sentence;
  const verb = tokens
    .slice(head.first, head.last + 1)
    .map(({ verb: form }) => form?.base)
    .find((base) => base !== undefined && (receiving.has(base) || accessing.has(base) || isPassing(base)));
  if (verb === undefined) return undefined;
  const { purposes, conditions } = readSlots(clause, head.first, head.last + 1, 'object');
  const data = clause.sentence.terms.filter(
    ({ kind, first, last }) => kind === 'data' && first >= head.first && last <= head.last,
  );
  const slots = readSlots(clause, told.first, told.last + 1, 'recipient');
  if (data.length === 0 || purposes.length > 0 || conditions.length > 0) return undefined;
  const recipients = clause.sentence.terms.filter(
    ({ kind, first, last }) => (kind === 'entity' || kind === 'company') && first >= told.first && last <= told.last,
  );
  if (
    recipients.length === 0 ||
    recipients.some(({ ids }) => ids.includes('first_party') || ids.includes('data_subject'))
  )
    return undefined;
  return draft(clause, slots, { action: 'share', data, recipients });
}

const isPassing = (base: string): boolean => {
  const action = actionOf({ base });
  return action !== undefined && passesOn(action);
};

const pointing = new Set(['this', 'that', 'these', 'those', 'such', 'it', 'them']);

/** "the sole purpose of processing is to ship your order". */
function onlyPurpose(clause: Clause, head: Span, told: Span): Draft | undefined {
  const { tokens, terms } = clause.sentence;
  const about = tokens.slice(head.first, head.last + 1);
  // "the sole purpose of collecting this data"
  if (about.some(({ lower }) => pointing.has(lower))) return undefined;
  if (!about.some(({ lower, verb }) => processingVerbs.has(verb?.base ?? '') || lower === 'processing'))
    return undefined;
  const purposes = terms.filter(({ kind, first }) => kind === 'purpose' && first >= told.first);
  if (purposes.length === 0 && tokens[told.first]?.lower !== 'to') return undefined;
  const own = readSlots(clause, head.first, head.last + 1, 'object');
  const slots = {
    ...readSlots(clause, told.first, told.last + 1),
    purposes: purposes.map((term) => ({ term, own: false })),
    ...(purposes.length === 0 && { unknownPurpose: told }),
  };
  const made = draft(clause, slots, { action: 'use', data: own.data });
  if (made.data.length > 0) return made;
  const place = placeOf(clause.sentence, head);
  return { ...made, data: [{ id: 'any_data', place }], anaphors: [] };
}
