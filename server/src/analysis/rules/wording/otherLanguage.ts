import { wholeBlock } from '../../document/place';
import { otherLanguage as languageOf } from '../../practices/draftLanguage';
import type { Rule } from '../types';

/**
 * A draft in another language than English is read by nothing else here: what it lacks or contradicts would be guesswork.
 * Stands where "checked, nothing found" would otherwise be taken for a clean draft.
 */
export const otherLanguage: Rule = {
  id: 'wording/other-language',
  title: 'The draft is not in English, so it was not checked',
  severity: 'information',
  citations: [],
  *check({ policy }) {
    const language = languageOf(policy);
    const [first] = policy.document.blocks;
    if (language === undefined || !first) return;
    const reads = language === 'other' ? 'a language other than English' : language;
    yield {
      place: wholeBlock(policy.document.blocks.find(({ kind }) => kind === 'heading') ?? first),
      message: `This draft reads as ${reads}. Only English can be checked, so nothing in it was; set this rule to “off” to have it checked as if it were English.`,
    };
  },
};
