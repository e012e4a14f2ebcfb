import catalogue from '../../catalogue/contradiction.yaml';
import { listOf, part, readCatalogue, wordList } from '../../catalogue/read';
import type { Place } from '../../document/types';
import { comparedWith } from '../../documentSets/members';
import type { Policy } from '../../policy';
import { throughSentences } from '../../practices/throughout';
import type { Report, Rule } from '../types';
import { quote } from './pairs/wording';

/** The names of one role. */
type Role = readonly string[];

const roles = readCatalogue(catalogue, part('roles', listOf(wordList)));

/** An e-mail address given for a role. */
interface Contact {
  readonly address: string;
  readonly place: Place;
  /** The sentence's words in lower case. */
  readonly text: string;
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
      const contacts = contactsOf(names, policy);
      yield* inOtherDocuments(names, contacts, policy);
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
        ...(isOurs(first, names) && isOurs(other, names) && { severity: 'warning' as const }),
        message: `${quote(other.place)} is given for the ${names[0]} here, but ${quote(first.place)} before. Give the same address in both places.`,
        related: [{ place: first.place, message: 'Another address for the same role.' }],
      };
    }
  },
};

/** "our data protection officer": the company has one; that of a subsidiary or of a country is called by its name. */
const isOurs = ({ text }: Contact, names: Role): boolean => names.some((name) => text.includes(` our ${name} `));

/** Documents of a set name the same person: an address that none of the other document's agrees with. */
function* inOtherDocuments(names: Role, contacts: readonly Contact[], policy: Policy): Iterable<Report> {
  const [own] = contacts;
  if (!own) return;
  for (const { policy: other, document, name } of comparedWith(policy)) {
    const theirs = contactsOf(names, other);
    const [first] = theirs;
    if (!first || theirs.some(({ address }) => contacts.some((contact) => contact.address === address))) continue;
    yield {
      place: own.place,
      message: `${quote(own.place)} is given for the ${names[0]} here, but ${quote(first.place)} in ${name}. Give the same address in both documents.`,
      related: [{ document, place: first.place, message: 'Another address for the same role.' }],
    };
  }
}

const contactsOf = (names: Role, policy: Policy): readonly Contact[] =>
  addressesIn(policy).filter(({ text }) => names.some((name) => text.includes(` ${name} `)));

/** Addresses that stand alone in their sentence: several belong to several roles. */
const addressesIn = throughSentences(({ tokens, block, start }): Contact[] => {
  const addresses = tokens.filter(({ kind, lower }) => kind === 'symbol' && lower.indexOf('@') > 0);
  const [address] = addresses;
  if (!address || addresses.length > 1) return [];
  const text = ` ${labelBefore(block, start)} ${tokens.map(({ lower }) => lower).join(' ')} `;
  // "their data protection officer" is another company's
  if (/ (?:their|its) /.test(text)) return [];
  return [{ address: address.lower, place: { block, start: address.start, end: address.end }, text }];
});

/** "Our data protection officer: Jane Doe, …": the words in front of a colon tell whose address follows. */
function labelBefore({ text }: Place['block'], start: number): string {
  const label = /([\p{L} ]{3,60}):\s*$/u.exec(text.slice(Math.max(0, start - 70), start));
  return label?.[1]?.trim().toLowerCase() ?? '';
}
