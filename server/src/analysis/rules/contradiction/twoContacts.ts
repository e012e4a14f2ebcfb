import catalogue from '../../catalogue/contradiction.yaml';
import type { Place } from '../../document/types';
import type { Sentence } from '../../language/types';
import type { Report, Rule } from '../types';
import { quote } from './wording';

const { roles } = catalogue as unknown as { readonly roles: readonly (readonly string[])[] };

/** An e-mail address given for a role. */
interface Contact {
  readonly address: string;
  readonly place: Place;
}

/**
 * One role has different e-mail addresses in two places: readers cannot tell which one works.
 * GDPR Art. 13(1)(a) and (b).
 */
export const twoContacts: Rule = {
  id: 'contradiction/two-contacts',
  title: 'Different addresses for the same role',
  severity: 'information',
  citations: [{ text: 'GDPR Art. 13(1)(a) and (b)', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj' }],
  *check({ policy }): Iterable<Report> {
    for (const names of roles) {
      const contacts = policy.sentences.flatMap((sentence) => contactsOf(sentence, names));
      const first = contacts[0];
      const other = contacts.find(
        ({ address, place }) => first && address !== first.address && place.block !== first.place.block,
      );
      // two addresses side by side are alternatives; the same one again elsewhere settles which is meant
      if (!first || !other || contacts.filter(({ address }) => address === other.address).length !== 1) continue;
      if (
        contacts.some(
          ({ address, place }) =>
            address === other.address &&
            contacts.some((near) => near.address === first.address && near.place.block === place.block),
        )
      )
        continue;
      yield {
        place: other.place,
        message: `${quote(other.place)} is given for the ${names[0]} here, but ${quote(first.place)} before. Give the same address in both places.`,
        related: [{ place: first.place, message: 'Another address for the same role.' }],
      };
    }
  },
};

function contactsOf({ tokens, block }: Sentence, names: readonly string[]): Contact[] {
  const text = ` ${tokens.map(({ lower }) => lower).join(' ')} `;
  // "their data protection officer" is another company's
  if (!names.some((name) => text.includes(` ${name} `)) || / (?:their|its) /.test(text)) return [];
  const addresses = tokens.filter(({ kind, lower }) => kind === 'symbol' && lower.indexOf('@') > 0);
  // several addresses in one sentence belong to several roles
  if (addresses.length !== 1) return [];
  return addresses.map(({ lower, start, end }) => ({ address: lower, place: { block, start, end } }));
}
