import { addStart } from '../../fixes/retentionPeriod';
import type { Rule } from '../types';
import { isAboutCookies } from './cookiesOnly';
import { quoted, STORAGE_PERIOD } from './wording';

/** Data with a clock of its own: nobody asks from when a log entry or a cookie is kept. */
const SELF_STARTING = /^(cookie|session|persistent|log|ip_address|usage|analytics|backup)/;

/** A period without what starts it: "we keep account data for 12 months" — from when? */
export const noStartEvent: Rule = {
  id: 'retention/no-start-event',
  title: 'A period without the event that starts it',
  severity: 'off',
  citations: STORAGE_PERIOD,
  *check({ policy }) {
    for (const statement of policy.retention) {
      if (statement.class !== 'fixed' || statement.verdict !== 'specific' || statement.startEvent) continue;
      if (statement.data.some(({ id }) => SELF_STARTING.test(id)) || isAboutCookies(statement)) continue;
      yield {
        place: statement.words,
        message: `${quoted(statement.words)} — from when? Readers can only reckon with it if they know what starts it, such as collection or the last order.`,
        fixes: () => [addStart(statement)],
      };
    }
  },
};
