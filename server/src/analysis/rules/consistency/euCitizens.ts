import type { Rule } from '../types';
import { once, said } from './consistency';

/**
 * The GDPR protects people in the Union whatever their nationality.
 * Source: GDPR Art. 3(2) and recital 14.
 */
export const euCitizens: Rule = {
  id: 'consistency/eu-citizens',
  aliases: ['CR-060'],
  title: 'GDPR rights are tied to citizenship',
  severity: 'information',
  citations: [{ text: 'GDPR Art. 3(2), recital 14' }],
  *check({ policy }) {
    yield* once(said(policy, 'eu-citizens'), (_, words) => ({
      message: `The GDPR protects people in the EU and EEA whatever their nationality; “${words}” is too narrow and too wide. Write “people in the EEA”.`,
    }));
  },
};
