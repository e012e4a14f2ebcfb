import { disclosureById } from '../disclosures/catalogue';
import { rules } from '.';
import { disclosureGroups } from './groups';
import type { Rule } from './types';

/** What can be said of a rule without running it. */
export type RuleEntry = Pick<Rule, 'id' | 'aliases' | 'title' | 'severity' | 'citations'>;

/**
 * Every id that a finding may carry and a project file may name, sorted: the rules, and what the one rule about
 * disclosures reports under ids of the catalogue.
 */
export function listRules(): RuleEntry[] {
  const entries: RuleEntry[] = [...rules, ...disclosures(), ...groups(), ...aboutTheDraft];
  return entries.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function disclosures(): RuleEntry[] {
  return [...disclosureById.values()].map(({ id, title, severity, citation, url }) => ({
    id: `disclosure/${id}`,
    title: `Missing: ${title}`,
    severity,
    citations: [{ text: citation, url }],
  }));
}

const groups = (): RuleEntry[] =>
  disclosureGroups().map(({ id, title, severity }) => ({ id, title, severity, citations: [] }));

const aboutTheDraft: readonly RuleEntry[] = [
  {
    id: 'disclosure/possible-regime',
    title: 'A regime may apply: confirm it or rule it out',
    severity: 'information',
    citations: [],
  },
  {
    id: 'disclosure/barely-begun',
    title: 'The draft says too little to list what it lacks',
    severity: 'information',
    citations: [],
  },
  {
    id: 'disclosure/unlinked-notice',
    title: 'The policy has no link to a notice that completes it',
    severity: 'warning',
    citations: [{ text: '11 CCR § 7011(d)' }, { text: 'GDPR Art. 12(1)' }],
  },
];
