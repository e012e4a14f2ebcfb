import type { Report, Rule } from '../types';
import { type Withdrawn, withdrawn } from './pairs/promises';

const profiles: Withdrawn = {
  promise: 'no-profiles',
  breach: 'profiles',
  message: (promised) =>
    `Readers are profiled here, but ${promised} rules that out. Say which profiles are made and what for, or drop the denial.`,
  promisedHere: 'Profiles are ruled out here.',
  mirror: (broken) => `Profiles are ruled out here, but ${broken} makes some.`,
  brokenHere: 'Readers are profiled here.',
};

/**
 * Profiles are ruled out, and elsewhere interests or habits are made into one.
 * GDPR Art. 4(4), 13(2)(f) and 21; Cal. Civ. Code 1798.140(z).
 */
export const profilingDenied: Rule = {
  id: 'contradiction/profiling-denied',
  title: 'Profiles ruled out in one place and made in another',
  severity: 'warning',
  citations: [
    { text: 'GDPR Art. 4(4) and 13(2)(f)', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj' },
    { text: 'Cal. Civ. Code § 1798.140(z)' },
  ],
  check: ({ policy }): Iterable<Report> => withdrawn(policy, profiles),
};
