import catalogue from '../../catalogue/consistency.yaml';
import { readCatalogue, wordLists } from '../../catalogue/read';
import { wordsOf } from '../../document/place';
import type { Policy } from '../../policy';
import type { Rule } from '../types';
import { activeRegime, said } from './consistency';

/** A product for children says so in its name; what is for them by its content, only the author knows. */
const { forChildren } = readCatalogue(catalogue, wordLists('forChildren'));
const FOR_CHILDREN = new RegExp(`\\b(?:${forChildren.join('|')})\\b`, 'i');
const TITLES = 3;

/**
 * A product that is for children by its name, said not to be directed to them.
 * Source: 16 CFR 312.2 (website or online service directed to children), 312.4(d).
 */
export const childrenDisclaimed: Rule = {
  id: 'consistency/children-disclaimed',
  aliases: ['CR-029'],
  title: 'A product for children is said not to be for children',
  severity: 'warning',
  citations: [{ text: '16 CFR § 312.2' }, { text: '16 CFR § 312.4(d)' }],
  *check({ policy, facts }) {
    const stated = facts?.directed_to_children === true;
    const name = nameForChildren(policy);
    const [denial] = name || stated ? said(policy, 'not-for-children') : [];
    if (!denial) return;
    yield {
      place: denial.place,
      regime: activeRegime(policy, 'coppa'),
      message: name
        ? `“${wordsOf(denial.place)}” does not fit “${name}”: what is for children by its name and content is directed to them. Explain how parents consent instead.`
        : `“${wordsOf(denial.place)}” does not fit the project file, which says that the service is directed to children. Explain how parents consent, or correct the project file.`,
    };
  },
};

/** The product in the draft's title; a section on children is about them and says nothing of the product. */
function nameForChildren({ document, ownNames }: Policy): string | undefined {
  const [title] = document.blocks.slice(0, TITLES).filter((block) => block.level === 1);
  const names = [...ownNames, ...(title && /\b(?:privacy|policy|notice)\b/i.test(title.text) ? [title.text] : [])];
  return names.find(
    (name) =>
      FOR_CHILDREN.test(name) &&
      !/^children(?:['’]s)?$/i.test(name) &&
      !/children(?:['’]s)? (?:privacy|online|policy)|for (?:children|parents)/i.test(name),
  );
}
