import { wordsOf } from '../../document/place';
import type { Rule } from '../types';
import { conflict } from './conflictingDates';
import { activeRegime } from './consistency';
import { dayNumber, type PolicyDate, parseToday, policyDates } from './policyDates';

/** Twelve months and a few days' grace for months of different lengths. */
const ONE_YEAR = 366;

/**
 * A policy whose last update is more than twelve months past.
 * Source: Cal. Civ. Code 1798.130(a)(5) (update at least once every 12 months); 11 CCR 7011(e)(4).
 */
export const staleDate: Rule = {
  id: 'consistency/stale-date',
  aliases: ['CR-008'],
  title: 'The last update is more than twelve months past',
  severity: 'warning',
  citations: [{ text: 'Cal. Civ. Code § 1798.130(a)(5)' }, { text: '11 CCR § 7011(e)(4)' }],
  *check({ policy, today }) {
    const now = parseToday(today);
    const regime = activeRegime(policy, 'ccpa');
    if (now === undefined || !regime || conflict(policy)) return;
    let latest: PolicyDate | undefined;
    for (const each of policyDates(policy))
      if (!latest || dayNumber(each.date, 'last') > dayNumber(latest.date, 'last')) latest = each;
    if (!latest || now - dayNumber(latest.date, 'last') <= ONE_YEAR) return;
    yield {
      place: latest.place,
      regime,
      message: `California asks for an update every 12 months, and “${wordsOf(latest.place)}” is longer ago. Go through the policy and renew the date.`,
    };
  },
};
