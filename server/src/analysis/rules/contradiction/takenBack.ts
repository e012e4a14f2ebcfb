import type { Rule } from '../types';
import { exclusiveList } from './exclusiveList';
import { answeredTwice } from './pairs/signalAnswers';
import { ruledOutAndDone } from './pairs/takenBack';

/**
 * What a draft rules out ("no newsletters", "decided by people only") and does all the same, told apart by the words alone:
 * they do not say of whom and of what they speak as statements do. What was mostly wrong in published policies is a hint.
 * GDPR Art. 5(1)(a); Federal Trade Commission Act section 5.
 */
export const takenBack: Rule = {
  id: 'contradiction/taken-back',
  title: 'Ruled out in one place and done in another, by the words alone',
  severity: 'information',
  citations: [
    { text: 'GDPR Art. 5(1)(a)', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj' },
    { text: 'Federal Trade Commission Act § 5 (15 U.S.C. § 45)' },
  ],
  check: (context) =>
    ruledOutAndDone(context.policy, [...answeredTwice(context.policy), ...exclusiveList.check(context)]),
};
