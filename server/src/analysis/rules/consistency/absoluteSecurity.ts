import type { Rule } from '../types';
import { once, said } from './consistency';

/**
 * A promise that data are completely secure: nobody can keep it, and a breach proves it deceptive.
 * Source: FTC Act, section 5 (15 U.S.C. 45).
 */
export const absoluteSecurity: Rule = {
  id: 'consistency/absolute-security',
  aliases: ['CR-042'],
  title: 'Complete security is promised',
  severity: 'warning',
  citations: [{ text: 'FTC Act § 5, 15 U.S.C. § 45' }],
  *check({ policy }) {
    // a paragraph that begins in lower case lost its beginning, and with it perhaps the “no”
    const promises = said(policy, 'absolute-security').filter(
      ({ place: { block } }) => block.kind !== 'paragraph' || !/^\p{Ll}/u.test(block.text),
    );
    yield* once(promises, (_, words) => ({
      message: `“${words}” is a promise that nobody can keep, and a breach makes it deceptive. Say what you do (encryption, access control) and that no system is completely secure.`,
    }));
  },
};
