import catalogue from '../../catalogue/ontology/actions.yaml';
import { entry, mapOf, oneOf, part, readCatalogue, text, wordSet } from '../../catalogue/read';
import type { Place } from '../../document/types';
import { determiners } from '../../language/grammar';
import type { Clause, TermMatch, Token } from '../../language/types';
import { type Draft, draft } from '../draft';
import { purposeGraph } from '../ontologyGraph';
import type { Slots } from '../slots/slots';
import { type Action, actions, type Evidence } from '../types';

/** What is done to readers, and what that does with their data. */
const byVerb = new Map(
  Object.entries(
    readCatalogue(
      catalogue,
      part(
        'reader',
        mapOf(
          entry({
            action: oneOf(...actions),
            data: text,
            purpose: text,
            /** Its participle. */
            done: text,
          }),
        ),
      ),
    ),
  ),
);
const contactByVerb = new Map(Object.entries(readCatalogue(catalogue, part('messaging', mapOf(text)))));
const readers = readCatalogue(catalogue, part('readers', wordSet));
/** How far behind the verb the words on what is sent may stand. */
const REACH = 8;

/**
 * What a verb with the reader as its object does with data: "we e-mail you offers" uses the address for marketing, "we do
 * not profile you" rules out a use. Undefined where the verb is none of these; empty where it says nothing of data.
 */
export function doneWithReader(clause: Clause, slots: Slots, negated: boolean): Draft[] | undefined {
  const { base, sentence } = clause;
  const { tokens } = sentence;
  const at = clause.group.verb;
  const known = byVerb.get(base);
  // "we do not solicit you to send us …": what is asked for stands behind
  if (known && isReader(tokens[clause.right]) && tokens[clause.right + 1]?.lower !== 'to') {
    const place: TermMatch = { kind: 'data', ids: [known.data], first: at, last: at };
    const purpose: TermMatch = { kind: 'purpose', ids: [known.purpose], first: at, last: at };
    return [used(clause, slots, known.action, negated, place, [purpose])];
  }
  const contact = contactByVerb.get(base);
  if (contact === undefined) return undefined;
  const toReader = isReader(tokens[clause.right]) || isReaders(tokens, clause.right);
  const sent = sentence.terms.filter(
    ({ kind, first, last, ids }) =>
      kind === 'purpose' && last > at && first <= at + REACH && ids.some((id) => purposeGraph.isA(id, 'marketing')),
  );
  const [first] = sent;
  // "we send you newsletters" and "we send no marketing messages", but "we send invoices"
  if (!first || (!toReader && !leadsTo(tokens, clause.right, first.first)))
    return contact === 'contact' ? undefined : [];
  const limited = tokens.slice(clause.right, first.first).some((token) => !isFree(token));
  const place: TermMatch = { kind: 'data', ids: [contact], first: at, last: at };
  const denied = tokens.slice(clause.right, first.first).some(({ lower }) => lower === 'no');
  return [used(clause, { ...slots, restricted: limited }, 'use', negated !== denied, place, sent)];
}

/** What the reader undergoes, where no words but such a verb name the data. */
interface DoneWithReader {
  /** "profiled", "contacted" */
  readonly deed: string;
  /** The verb says what for. */
  readonly saysWhy: boolean;
}

export function doneWithReaderBy({ sentence }: Evidence, { start, end }: Place): DoneWithReader | undefined {
  const at = sentence.tokens.findIndex((token) => token.start === start && token.end === end);
  const base = sentence.tokens[at]?.verb?.base;
  if (base === undefined || sentence.terms.some(({ kind, first }) => kind === 'data' && first === at)) return undefined;
  const known = byVerb.get(base);
  if (known) return { deed: known.done, saysWhy: true };
  return contactByVerb.has(base) ? { deed: 'contacted', saysWhy: false } : undefined;
}

function used(
  clause: Clause,
  slots: Slots,
  action: Action,
  negated: boolean,
  data: TermMatch,
  purposes: readonly TermMatch[],
): Draft {
  const own: Slots = { ...slots, purposes: purposes.map((term) => ({ term, own: false })) };
  return draft(clause, own, { action, negated, data: [data] });
}

const isReader = (token: Token | undefined): boolean => token?.lower === 'you';

/** "our customers" */
const isReaders = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.lower === 'our' && readers.has(tokens[at + 1]?.lower ?? '');

/** "any", "you", "about our": words that leave what is sent as wide as it is. */
const isFree = ({ lower }: Token): boolean =>
  determiners.has(lower) || /^(?:you|about|out|with|regarding|and|or|on|e-mail|email|emails)$/.test(lower);

const leadsTo = (tokens: readonly Token[], from: number, to: number): boolean => tokens.slice(from, to).every(isFree);
