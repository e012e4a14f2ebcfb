import catalogue from '../../catalogue/policyDates.yaml';
import { readCatalogue, wordLists } from '../../catalogue/read';
import { wordsOf } from '../../document/place';
import type { Policy } from '../../policy';
import type { Rule } from '../types';
import { dayNumber, type PolicyDate, policyDates } from './policyDates';

const { ofAVersion, documentTitles } = readCatalogue(catalogue, wordLists('ofAVersion', 'documentTitles'));

/**
 * Two days on which the policy was last updated, or takes effect: readers cannot tell which version they have.
 * Source: Cal. Bus. & Prof. Code 22575(b)(4); 11 CCR 7011(e)(4).
 */
export const conflictingDates: Rule = {
  id: 'consistency/conflicting-dates',
  aliases: ['CR-010'],
  title: 'Two different dates of the last update or of taking effect',
  severity: 'warning',
  citations: [{ text: 'Cal. Bus. & Prof. Code § 22575(b)(4)' }, { text: '11 CCR § 7011(e)(4)' }],
  *check({ policy }) {
    const pair = conflict(policy);
    if (!pair) return;
    const [first, second] = pair;
    yield {
      place: second.place,
      message: `${FACTS[second.kind]} ${wordsOf(second.place)} here and ${wordsOf(first.place)} elsewhere. Keep one date.`,
      related: [{ place: first.place, message: 'the other date' }],
    };
  },
};

const FACTS: Readonly<Record<PolicyDate['kind'], string>> = {
  updated: 'The date of the last update is',
  effective: 'The policy takes effect on',
};

/** Two dates that cannot both be the one on which the draft was updated last, or takes effect; more are a list of changes. */
export const conflict = (policy: Policy): readonly [PolicyDate, PolicyDate] | undefined =>
  conflictOf('updated', policyDates(policy), policy) ??
  conflictOf('effective', policyDates(policy).filter(isOfWhole), policy);

function conflictOf(
  kind: PolicyDate['kind'],
  dates: readonly PolicyDate[],
  policy: Policy,
): readonly [PolicyDate, PolicyDate] | undefined {
  const distinct: PolicyDate[] = [];
  for (const date of dates)
    if (date.kind === kind && !distinct.some((other) => agree(other, date))) distinct.push(date);
  return distinct.length === 2 && sameDocument(distinct[0], distinct[1], policy)
    ? [distinct[0], distinct[1]]
    : undefined;
}

/** "The new version takes effect on …": a version, a part or a change has a day of its own. */
const isOfWhole = ({ place: { block, start, end } }: PolicyDate): boolean =>
  !OF_A_VERSION.test(block.text.slice(Math.max(0, start - AROUND), end + AROUND));
const AROUND = 120;
const OF_A_VERSION = new RegExp(`\\b(?:${ofAVersion.join('|')})\\b`, 'i');

/** Several documents in one file, each under a title of its own ("California Privacy Notice"), have each their date. */
function sameDocument({ place: a }: PolicyDate, { place: b }: PolicyDate, { document: { blocks } }: Policy): boolean {
  const before = blocks[b.block.index - 1];
  const after = blocks[b.block.index + 1];
  // "Last updated 4 June (links updated 9 June)"
  if (a.block === b.block && b.start - a.end <= SAME_LINE) return false;
  // the date above or below a further title: "Children's Policy", "Last updated: …"
  if (after?.kind === 'heading' && after.level === 1) return false;
  if (before && before.kind !== 'heading' && before.text.length <= LONGEST_TITLE && DOCUMENT_TITLE.test(before.text))
    return false;
  return a.block.section === b.block.section || !DOCUMENT_TITLE.test(b.block.section.title);
}

/** In UTF-16 units. */
const LONGEST_TITLE = 60;
const SAME_LINE = 40;

const DOCUMENT_TITLE = new RegExp(`\\b(?:${documentTitles.join('|')})\\b`, 'i');

/** The same day, as far as both give one. */
function agree({ date: a }: PolicyDate, { date: b }: PolicyDate): boolean {
  const swapped = { ...b, month: b.day, day: b.month };
  return (
    (dayNumber(a) <= dayNumber(b, 'last') && dayNumber(b) <= dayNumber(a, 'last')) ||
    ((a.ambiguous || b.ambiguous) && b.day !== undefined && dayNumber(a) === dayNumber(swapped))
  );
}
