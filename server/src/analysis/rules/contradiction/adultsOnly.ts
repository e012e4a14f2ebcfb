import type { Report, Rule } from '../types';
import { type Withdrawn, withdrawn } from './pairs/promises';

const minors: Withdrawn = {
  promise: 'adults-only',
  breach: 'minors-join',
  message: (promised) =>
    `Minors may join here, but ${promised} admits adults only. Say from which age on and how parents consent, or drop one of the two.`,
  promisedHere: 'Adults only, it is said here.',
  mirror: (broken) => `Adults only, it is said here, but ${broken} lets minors join.`,
  brokenHere: 'Minors may join, it is said here.',
};

/**
 * A service is for adults only, and elsewhere minors may have an account: what is told about their data then lacks its
 * addressee. GDPR Art. 8 and 12(1); 16 CFR 312.2.
 */
export const adultsOnly: Rule = {
  id: 'contradiction/adults-only',
  title: 'Adults only in one place, minors admitted in another',
  severity: 'information',
  citations: [
    { text: 'GDPR Art. 8 and 12(1)', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj' },
    { text: '16 CFR § 312.2' },
  ],
  check: ({ policy }): Iterable<Report> => withdrawn(policy, minors),
};
