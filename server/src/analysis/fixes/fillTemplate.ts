import type { Mark } from '../disclosures/marks';
import type { Reading } from '../disclosures/reading';
import { conceptNumber } from '../disclosures/vocabulary';
import { enumerate, midSentence } from '../language/writing';
import type { Policy } from '../policy';
import { isDataRoot } from '../practices/generalData';
import type { Action, Mention, Statement } from '../practices/types';
import { snippetText } from './words';

/**
 * Placeholders that the draft itself can fill: its own name, the addresses at which it is reached, the data that it says
 * are collected, the recipients that it names. What it says only of some people, places or cases fills nothing: the
 * inserted sentence would say more than the draft.
 */
export function filledFromDraft(template: string, policy: Policy, reading: Reading): string {
  const answers: Readonly<Record<string, () => readonly string[]>> = {
    'company name': () => policy.ownNames.slice(0, 1),
    'privacy e-mail address': () => written('$email', reading, ({ lower }) => lower.includes('@')),
    'toll-free number': () => written('$tollfree', reading),
    'data that you collect, by name': () => [enumerate(collectedData(policy))],
    'recipients by name or kind': () => [enumerate(recipients(policy))],
    // one a line of a list
    'recipient name': () => recipients(policy),
  };
  let filled = template;
  for (const [words, find] of Object.entries(answers)) {
    const gap = `[${words}]`;
    if (!filled.includes(gap)) continue;
    const found = find().filter((answer) => answer !== '');
    const oneForAll = words !== 'recipient name';
    for (const answer of found) {
      filled = oneForAll
        ? filled.replaceAll(gap, () => snippetText(answer))
        : filled.replace(gap, () => snippetText(answer));
    }
  }
  return filled;
}

/** The first words of the draft that have a form ("$email"). */
function written(
  mark: Mark,
  { regions }: Reading,
  isWanted: (token: { readonly lower: string }) => boolean = () => true,
): string[] {
  const number = conceptNumber(mark);
  for (const { units, byConcept } of regions) {
    for (const index of byConcept.get(number) ?? []) {
      const { line } = units[index]?.own ?? {};
      for (const [first, last] of line?.spans.get(number) ?? []) {
        const [from, to] = [line?.sentence.tokens[first], line?.sentence.tokens[last]];
        if (from && to && isWanted(from)) return [line?.sentence.block.text.slice(from.start, to.end) ?? ''];
      }
    }
  }
  return [];
}

/** More than these make a sentence that nobody reads. */
const MOST = 8;
/** They name no data. */

function collectedData(policy: Policy): string[] {
  const denied = idsIn(policy, 'collect', 'denied', ({ data }) => data);
  return wordsOf(
    said(policy, 'collect').flatMap(({ data }) => data.filter(({ id }) => !isDataRoot(id) && !denied.has(id))),
  );
}

const unnamed: ReadonlySet<string> = new Set(['anyone', 'third_party', 'first_party', 'data_subject', 'other_users']);

function recipients(policy: Policy): string[] {
  const denied = idsIn(policy, 'share', 'denied', (statement) => statement.recipients);
  return wordsOf(
    said(policy, 'share').flatMap((statement) =>
      statement.recipients.filter(({ id }) => !unnamed.has(id) && !denied.has(id)),
    ),
  );
}

/** What the draft says outright that it does, whoever reads it. */
const said = ({ statements }: Policy, action: Action): readonly Statement[] =>
  statements.filter(
    (statement) =>
      statement.action === action &&
      statement.actor === 'first_party' &&
      statement.polarity === 'affirmed' &&
      statement.modality === 'asserts' &&
      statement.confidence === 'high' &&
      statement.subject === 'any' &&
      statement.region.id === 'any' &&
      statement.product === undefined &&
      statement.conditions.length === 0 &&
      statement.exceptions.length === 0 &&
      Object.keys(statement.dataScope).length === 0,
  );

const idsIn = (
  { statements }: Policy,
  action: Action,
  polarity: Statement['polarity'],
  of: (statement: Statement) => readonly Mention[],
): ReadonlySet<string> =>
  new Set(
    statements
      .filter((statement) => statement.action === action && statement.polarity === polarity)
      .flatMap((statement) => of(statement).map(({ id }) => id)),
  );

const DETERMINER = /^(?:your|their|our|the|an?|any)\s+/i;

/** As the draft writes them, each once; none where there are too many for one sentence. */
function wordsOf(mentions: readonly Mention[]): string[] {
  const byId = new Map<string, string>();
  for (const { id, place } of mentions) {
    if (!byId.has(id))
      byId.set(id, midSentence(place.block.text.slice(place.start, place.end).replace(DETERMINER, '')));
  }
  return byId.size > MOST ? [] : [...new Set(byId.values())];
}
