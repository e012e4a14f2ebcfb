import catalogue from '../../catalogue/legalForms.yaml';
import { readCatalogue, wordLists } from '../../catalogue/read';
import { wordsOf } from '../../document/place';
import type { Place } from '../../document/types';
import type { Policy } from '../../policy';
import { throughBlocks } from '../../practices/throughout';
import type { Rule } from '../types';

const { forms, group } = readCatalogue(catalogue, wordLists('forms', 'group'));
const escaped = (text: string) => text.replace(/[.]/g, '\\.');
const NAME = new RegExp(
  `(?<![\\p{L}\\p{N}])((?:\\p{Lu}[\\p{L}\\p{N}&'’-]{1,30} ){0,3}\\p{Lu}[\\p{L}\\p{N}&'’-]{1,30}),? (${forms.map(escaped).join('|')})(?![\\p{L}\\p{N}])`,
  'gu',
);
const GROUP = new RegExp(`\\b(?:${group.join('|')})\\b`, 'i');

/**
 * The same company with two legal forms ("Acme Inc.", "Acme LLC"): only one of them can be the controller.
 * Source: GDPR Art. 13(1)(a).
 */
export const entityNames: Rule = {
  id: 'consistency/entity-names',
  aliases: ['CR-047'],
  title: 'The company is named with two legal forms',
  severity: 'information',
  citations: [{ text: 'GDPR Art. 13(1)(a)' }],
  *check({ policy }) {
    const first = new Map<string, { form: string; place: Place }>();
    for (const { name, form, place } of names(policy)) {
      const known = first.get(name);
      if (!known) first.set(name, { form, place });
      else if (known.form !== form && known.place.block !== place.block) {
        yield {
          place,
          message: `The company is “${wordsOf(known.place)}” elsewhere. Use one name, or say how the two companies go together.`,
          related: [{ place: known.place, message: 'the other name' }],
        };
        return;
      }
    }
  },
};

function* names({ document, ownNames }: Policy): Iterable<{ name: string; form: string; place: Place }> {
  // a draft that speaks of its group may name several of its companies
  if (groupsNamed({ document }).length > 0) return;
  const own = ownNames.map((name) => name.toLowerCase());
  for (const found of companiesNamed({ document })) if (own.some((name) => name.includes(found.name))) yield found;
}

const groupsNamed = throughBlocks((block) => (GROUP.test(block.text) ? [block] : []));

const companiesNamed = throughBlocks((block) =>
  [...block.text.matchAll(NAME)].map((match) => ({
    name: match[1].toLowerCase(),
    form: formOf(match[2]),
    place: { block, start: match.index, end: match.index + match[0].length },
  })),
);

/** "Inc." and "Incorporated" are the same form. */
const formOf = (form: string): string =>
  form
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .replace(/^incorporated$/, 'inc')
    .replace(/^limited$/, 'ltd')
    .replace(/^corporation$/, 'corp');
