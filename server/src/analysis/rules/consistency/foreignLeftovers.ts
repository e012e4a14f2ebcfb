import catalogue from '../../catalogue/domains.yaml';
import { readCatalogue, wordLists } from '../../catalogue/read';
import type { Block, Place } from '../../document/types';
import { kept } from '../../kept';
import type { Policy } from '../../policy';
import { throughBlocks } from '../../practices/throughout';
import type { Rule } from '../types';

const words = readCatalogue(catalogue, wordLists('mailboxes', 'services', 'secondLevels'));
const common = new Set([...words.mailboxes, ...words.services]);
const secondLevels = new Set(words.secondLevels);

const MAILBOX = /(?<![\w.+-])[\w.+-]{1,64}@((?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,12})(?![\w-])/gi;
/** The address is given as the draft's own: "contact us at …", "our privacy team: …". */
const OURS = /\b(?:us|our|we)\b/i;

interface Mailbox {
  readonly place: Place;
  /** "acme" of "privacy@mail.acme.co.uk". */
  readonly name: string;
}

/**
 * An address of another company among the draft's own: left over from the policy that served as a model. Whoever writes
 * there sends personal data to strangers.
 */
export const foreignLeftovers: Rule = {
  id: 'consistency/foreign-leftovers',
  aliases: ['CR-048'],
  title: 'A contact address belongs to somebody else',
  severity: 'off',
  offBecause: 'addresses of sister companies cannot be told from those of strangers by the text alone',
  citations: [{ text: 'GDPR Art. 13(1)(a)' }, { text: 'FTC Act § 5' }],
  *check({ policy }) {
    const mailboxes = ownMailboxes(policy);
    const counts = new Map<string, number>();
    for (const { name } of mailboxes) counts.set(name, (counts.get(name) ?? 0) + 1);
    const [[main, most] = ['', 0]] = [...counts].sort((a, b) => b[1] - a[1]);
    if (most < 2) return;
    for (const { place, name } of mailboxes) {
      if (counts.get(name) !== 1 || isOwn(name, main, policy)) continue;
      yield {
        place,
        message: `All other contact addresses are at “${main}”, this one is not. If it comes from another policy, people who use it write to strangers: replace it.`,
      };
    }
  },
};

const ownMailboxes = throughBlocks((block): Mailbox[] =>
  [...block.text.matchAll(MAILBOX)]
    .filter((match) => OURS.test(block.text.slice(Math.max(0, match.index - 80), match.index)))
    .map((match) => ({
      place: { block, start: match.index, end: match.index + match[0].length },
      name: registered(match[1]),
    }))
    .filter(({ name }) => !common.has(name)),
);

/** The label that somebody registered: "acme" of "mail.acme.co.uk". */
function registered(domain: string): string {
  const labels = domain.toLowerCase().split('.');
  const last = labels.length - (secondLevels.has(labels[labels.length - 2]) && labels.length > 2 ? 3 : 2);
  return labels[Math.max(0, last)];
}

/** A name that goes together with the draft's own ("acme" and "acmehelp"), or that the draft names itself by. */
function isOwn(name: string, main: string, { ownNames, document }: Policy): boolean {
  if (name.includes(main) || main.includes(name) || name.slice(0, 4) === main.slice(0, 4)) return true;
  if (ownNames.some((own) => letters(own).includes(name) || name.includes(letters(own)))) return true;
  // a sister company that the draft speaks of by name
  return document.blocks.some((block) => lettersOf(block).includes(name));
}

const letters = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
const lettersOf = kept((block: Block) => letters(block.text.replace(/(?<!\S)[^\s@]*@\S*/g, '')));
