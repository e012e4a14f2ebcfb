import type { Rule } from '../types';
import { answeredTwice } from './pairs/signalAnswers';

/**
 * A browser signal is said to be honoured and not to be.
 * The answer to Do Not Track must be told (Cal. Bus. & Prof. Code 22575(b)(5)); Global Privacy Control is an opt-out that
 * must be honoured (11 CCR 7025).
 */
export const browserSignal: Rule = {
  id: 'contradiction/browser-signal',
  title: 'A browser signal said to be honoured and not to be',
  severity: 'error',
  citations: [{ text: 'Cal. Bus. & Prof. Code § 22575(b)(5)' }, { text: '11 CCR § 7025' }],
  check: ({ policy }) => answeredTwice(policy),
};
