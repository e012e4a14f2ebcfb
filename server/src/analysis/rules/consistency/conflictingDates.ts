import { wordsOf } from '../../document/place';
import type { Policy } from '../../policy';
import type { Rule } from '../types';
import { dayNumber, type PolicyDate, policyDates } from './policyDates';

/**
 * Two days on which the policy was last updated: readers cannot tell which version they have.
 * Source: Cal. Bus. & Prof. Code 22575(b)(4); 11 CCR 7011(e)(4).
 */
export const conflictingDates: Rule = {
  id: 'consistency/conflicting-dates',
  aliases: ['CR-010'],
  title: 'Two different dates of the last update',
  severity: 'warning',
  citations: [{ text: 'Cal. Bus. & Prof. Code § 22575(b)(4)' }, { text: '11 CCR § 7011(e)(4)' }],
  *check({ policy }) {
    const pair = conflict(policy);
    if (!pair) return;
    const [first, second] = pair;
    yield {
      place: second.place,
      message: `The date of the last update is ${wordsOf(second.place)} here and ${wordsOf(first.place)} elsewhere. Keep one date.`,
      related: [{ place: first.place, message: 'the other date' }],
    };
  },
};

/** Two update dates that cannot both be the last one; more than two are a list of changes. */
export function conflict(policy: Policy): readonly [PolicyDate, PolicyDate] | undefined {
  const updates = policyDates(policy).filter(({ kind }) => kind === 'updated');
  const distinct: PolicyDate[] = [];
  for (const update of updates) if (!distinct.some((other) => agree(other, update))) distinct.push(update);
  return distinct.length === 2 && sameDocument(distinct[0], distinct[1]) ? [distinct[0], distinct[1]] : undefined;
}

/** Several documents in one file, each under a title of its own ("California Privacy Notice"), have each their date. */
function sameDocument({ place: a }: PolicyDate, { place: b }: PolicyDate): boolean {
  return a.block.section === b.block.section || !DOCUMENT_TITLE.test(b.block.section.title);
}

const DOCUMENT_TITLE = /\b(?:policy|policies|notice|statement|terms|agreement|addendum|supplement)\b/i;

/** The same day, as far as both give one. */
function agree({ date: a }: PolicyDate, { date: b }: PolicyDate): boolean {
  const swapped = { ...b, month: b.day, day: b.month };
  return (
    (dayNumber(a) <= dayNumber(b, 'last') && dayNumber(b) <= dayNumber(a, 'last')) ||
    ((a.ambiguous || b.ambiguous) && b.day !== undefined && dayNumber(a) === dayNumber(swapped))
  );
}
