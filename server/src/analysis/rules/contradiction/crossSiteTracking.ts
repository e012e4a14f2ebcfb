import catalogue from '../../catalogue/contradiction.yaml';
import { part, readCatalogue, wordLists } from '../../catalogue/read';
import type { Place } from '../../document/types';
import { kept } from '../../kept';
import type { Sentence } from '../../language/types';
import type { Policy } from '../../policy';
import { dataGraph, entityGraph } from '../../practices/ontologyGraph';
import { sentencesIn } from '../../practices/sentences';
import { throughRegions } from '../../practices/throughout';
import type { Report, Rule } from '../types';
import { quote } from './pairs/wording';

const { across, notTracking, following, offered, limited } = readCatalogue(
  catalogue,
  part('crossSite', wordLists('across', 'notTracking', 'following', 'offered', 'limited')),
);
const MOST_SHOWN = 8;

/**
 * Readers are said not to be tracked across other sites, and elsewhere advertisements follow them there.
 * Whether others collect data over time and across sites must be told: Cal. Bus. & Prof. Code 22575(b)(6).
 */
export const crossSiteTracking: Rule = {
  id: 'contradiction/cross-site-tracking',
  title: 'Tracking across other sites denied, but advertisements that rest on it',
  severity: 'information',
  citations: [{ text: 'Cal. Bus. & Prof. Code § 22575(b)(5) and (6)' }],
  *check({ policy }): Iterable<Report> {
    for (const denial of denials(policy)) {
      const told = [...followed(policy), ...handedToAdvertisers(policy)].filter(({ block }) => block !== denial.block);
      const [first] = told;
      if (!first) return;
      yield {
        place: denial,
        message: `Tracking across sites is denied here, but ${quote(first)} means that advertisers follow readers there. Say who does, or limit the denial.`,
        related: told.slice(0, MOST_SHOWN).map((place) => ({ place, message: 'Readers are followed to other sites.' })),
      };
    }
  },
};

const textOf = (sentence: Sentence): string => ` ${sentence.tokens.map(({ lower }) => lower).join(' ')} `;
const holds = (text: string, phrases: readonly string[]): boolean =>
  phrases.some((phrase) => text.includes(` ${phrase} `));
const wordsOfSentence = ({ block, start, end }: Sentence): Place => ({ block, start, end });

/** "We do not track you over time and across other websites", "we let nobody collect …". */
const denials: (policy: Policy) => readonly Place[] = throughRegions((region) =>
  sentencesIn(region).filter(deniesTracking).map(wordsOfSentence),
);

/** "We show our ads on other websites to people who visited ours", "lookalike audiences". */
const followed: (policy: Policy) => readonly Place[] = throughRegions((region) =>
  sentencesIn(region).filter(followsReaders).map(wordsOfSentence),
);

/** What tells one reader from another, in the hands of those who advertise on many sites. */
const handedToAdvertisers = (policy: Policy): Place[] =>
  policy.statements
    .filter(
      ({ action, polarity, confidence, dataScope, recipients, data }) =>
        (action === 'share' || action === 'allow') &&
        polarity === 'affirmed' &&
        confidence === 'high' &&
        dataScope.aggregate !== true &&
        recipients.some(({ id }) => entityGraph.isA(id, 'advertiser')) &&
        data.some(({ id }) => dataGraph.isA(id, 'online_identifier')),
    )
    .map(({ evidence }) => wordsOfSentence(evidence.sentence));

const deniesTracking = kept((sentence: Sentence): boolean => {
  if (sentence.question) return false;
  const text = textOf(sentence);
  return holds(text, across) && holds(text, notTracking) && !holds(text, limited);
});

const followsReaders = kept((sentence: Sentence): boolean => {
  const text = textOf(sentence);
  return holds(text, following) && !holds(text, offered);
});
