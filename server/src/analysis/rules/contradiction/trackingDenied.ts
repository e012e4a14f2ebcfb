import type { Report, Rule } from '../types';
import { type Withdrawn, withdrawn } from './pairs/promises';

const tracking: Withdrawn = {
  promise: 'no-tracking',
  breach: 'tracking',
  message: (promised) =>
    `What readers do is tracked here, but ${promised} rules that out. Say what is tracked and by whom, or drop the denial.`,
  promisedHere: 'Tracking is ruled out here.',
  mirror: (broken) => `Tracking is ruled out here, but ${broken} does it.`,
  brokenHere: 'What readers do is tracked here.',
};

const mail: Withdrawn = {
  promise: 'no-mail-tracking',
  breach: 'mail-tracking',
  message: (promised) =>
    `It is recorded here whether messages are opened, but ${promised} rules that out. Say what is recorded, or drop the denial.`,
  promisedHere: 'Tracking in messages is ruled out here.',
  mirror: (broken) => `Tracking in messages is ruled out here, but ${broken} does it.`,
  brokenHere: 'It is recorded here whether messages are opened.',
};

/**
 * Readers are said not to be tracked, or messages to hold no tracking pixels, and elsewhere it is told what they do.
 * Federal Trade Commission Act section 5; Directive 2002/58/EC Art. 5(3).
 */
export const trackingDeniedElsewhere: Rule = {
  id: 'contradiction/tracking-denied',
  title: 'Tracking ruled out in one place and described in another',
  severity: 'information',
  citations: [
    { text: 'Federal Trade Commission Act § 5 (15 U.S.C. § 45)' },
    { text: 'Directive 2002/58/EC Art. 5(3)', url: 'https://eur-lex.europa.eu/eli/dir/2002/58/oj' },
  ],
  *check({ policy }): Iterable<Report> {
    yield* withdrawn(policy, tracking);
    yield* withdrawn(policy, mail);
  },
};
