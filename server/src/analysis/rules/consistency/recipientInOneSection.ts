import catalogue from '../../catalogue/consistency.yaml';
import { part, readCatalogue, wordLists } from '../../catalogue/read';
import { wordsOf } from '../../document/place';
import type { Place, Section } from '../../document/types';
import type { Sentence, TermMatch } from '../../language/types';
import { throughSentences } from '../../practices/throughout';
import type { Rule } from '../types';
import { activeRegime } from './consistency';

const { recipientTitles, technologyTitles, ordinaryTitles } = readCatalogue(
  catalogue,
  part('sections', wordLists('recipientTitles', 'technologyTitles', 'ordinaryTitles')),
);
const anyOf = (words: readonly string[]) => new RegExp(`\\b(?:${words.join('|')})`, 'i');
const RECIPIENTS = anyOf(recipientTitles);
const TECHNOLOGY = anyOf(technologyTitles);
const OTHER = anyOf(ordinaryTitles);

/** Who names fewer companies gives categories, which is allowed: GDPR Art. 13(1)(e). */
const FEWEST_NAMED = 2;
/** Companies that receive data from a site as such; a browser's maker or a payment button is named for other reasons. */
const RECEIVING: ReadonlySet<string> = new Set(['advertiser', 'analytics', 'data_broker', 'social_network']);
const MOST_RELATED = 20;

interface Named {
  readonly name: string;
  readonly roles: readonly string[];
  readonly place: Place;
}

/**
 * A company stands in the section on cookies, analytics or AI and is missing from the list of those who receive data.
 * Source: GDPR Art. 13(1)(e); Cal. Civ. Code 1798.110(c)(4).
 */
export const recipientInOneSection: Rule = {
  id: 'consistency/recipient-in-one-section',
  aliases: ['CR-049'],
  title: 'A recipient is missing from the list of recipients',
  severity: 'information',
  citations: [{ text: 'GDPR Art. 13(1)(e)' }, { text: 'Cal. Civ. Code § 1798.110(c)(4)' }],
  *check({ policy }) {
    const inList = namedInList(policy);
    if (new Set(inList.map(({ name }) => family(name))).size < FEWEST_NAMED) return;
    const known = new Set(inList.map(({ name }) => family(name)));
    const missing = new Map<string, Named>();
    for (const one of namedElsewhere(policy)) {
      if (known.has(family(one.name)) || missing.has(family(one.name))) continue;
      if (!one.roles.some((role) => RECEIVING.has(role))) continue;
      if (one.roles.some((role) => kindsInList(policy).includes(role))) continue;
      missing.set(family(one.name), one);
    }
    const [first, ...others] = missing.values();
    if (!first) return;
    yield {
      place: first.place,
      regime: activeRegime(policy, 'gdpr', 'uk-gdpr', 'ccpa'),
      message: `“${first.name}” receives data here, but the list of recipients names others and neither this company nor its kind. Add it there.`,
      related: [
        ...(inList[0] ? [{ place: inList[0].place, message: 'the list of recipients' }] : []),
        ...others.slice(0, MOST_RELATED).map(({ name, place }) => ({ place, message: `“${name}” is missing as well` })),
      ],
    };
  },
};

const isOfRecipients = ({ title }: Section): boolean =>
  RECIPIENTS.test(title) && !OTHER.test(title) && !TECHNOLOGY.test(title);
const isInList = (section: Section): boolean =>
  isOfRecipients(section) || (section.parent !== undefined && isInList(section.parent));

const companiesIn = ({ block, terms, tokens }: Sentence): Named[] =>
  block.kind === 'heading'
    ? []
    : terms
        .filter(({ kind }) => kind === 'company')
        .map((term) => {
          const place = { block, start: tokens[term.first]?.start ?? 0, end: tokens[term.last]?.end ?? 0 };
          return { name: wordsOf(place), roles: rolesOf(term), place };
        });

const namedInList = throughSentences((sentence) => (isInList(sentence.block.section) ? companiesIn(sentence) : []));
const namedElsewhere = throughSentences((sentence) => {
  const { section } = sentence.block;
  return TECHNOLOGY.test(section.title) &&
    !isInList(section) &&
    !PROMOTED.test(textOf(sentence)) &&
    !DENIED.test(textOf(sentence))
    ? companiesIn(sentence)
    : [];
});

/** "Our app is promoted through campaigns on …": where a product is advertised, nothing of its users goes. */
const PROMOTED = /\b(?:promoted|advertised|campaigns?)\b[^.;]{0,80}\b(?:on|through|via)\b/i;
/** "The app does not include their pixel". */
const DENIED = /\b(?:do|does|did|will|are|is) not\b|n['’]t\b|\bnever\b|\bno\b/i;
const textOf = ({ block, start, end }: Sentence): string => block.text.slice(start, end);

const rolesOf = ({ ids, roles }: TermMatch): readonly string[] => roles ?? ids;

/** "Google" of "Google Analytics": one company, whichever of its services is named. */
const family = (name: string): string => {
  const first =
    name
      .toLowerCase()
      .replace(/[^a-z0-9. ]/g, '')
      .split(' ')[0] ?? '';
  return first === 'facebook' || first === 'instagram'
    ? 'meta'
    : first === 'doubleclick' || first === 'firebase'
      ? 'google'
      : first;
};

/** Kinds of recipients that the list names in words ("analytics providers"). */
const kindsInList = throughSentences(({ block, terms }) =>
  isInList(block.section) ? terms.filter(({ kind }) => kind === 'entity').flatMap(({ ids }) => ids) : [],
);
