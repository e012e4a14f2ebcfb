import catalogue from '../../catalogue/contradiction.yaml';
import { companyRoles } from '../../catalogue/ontology/terms';
import { part, readCatalogue, wordLists } from '../../catalogue/read';
import { wordsOf } from '../../document/place';
import type { Place } from '../../document/types';
import { kept } from '../../kept';
import type { Sentence, TermMatch, TokenSpan } from '../../language/types';
import type { Policy } from '../../policy';
import { purposeGraph } from '../../practices/ontologyGraph';
import { sentencesIn, sentencesOf } from '../../practices/sentences';
import { throughRegions } from '../../practices/throughout';
import type { Report, Rule } from '../types';
import { quote } from './pairs/wording';

const words = readCatalogue(
  catalogue,
  part(
    'analyticsDenied',
    wordLists('ruling', 'analytics', 'trackers', 'narrowed', 'limited', 'using', 'toolNouns', 'harmless', 'denied'),
  ),
);
const MOST_SHOWN = 8;

/** What is ruled out: counting visits at all, or following readers. */
type Denied = 'analytics' | 'trackers';

interface Denial {
  readonly place: Place;
  readonly what: Denied;
  /** The one tool that is ruled out ("we do not use Google Analytics"). */
  readonly name?: string;
}

/**
 * "No trackers, no analytics", and elsewhere a tool that records what readers do.
 * A claim that sells a product must be true: FTC Act section 5; GDPR Art. 5(1)(a).
 */
export const analyticsDenied: Rule = {
  id: 'contradiction/analytics-denied',
  title: 'Analytics or trackers ruled out, but a tool for them is used',
  severity: 'information',
  citations: [
    { text: 'Federal Trade Commission Act § 5 (15 U.S.C. § 45)' },
    { text: 'GDPR Art. 5(1)(a)', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj' },
  ],
  *check({ policy }): Iterable<Report> {
    const told = new Set<unknown>();
    for (const { place, what, name } of denials(policy)) {
      const used = tools(policy).filter(
        (tool) =>
          tool.place.block !== place.block &&
          !(what === 'trackers' && tool.harmless) &&
          (name === undefined || wordsOf(tool.place) === name),
      );
      const [first] = used;
      if (!first || told.has(place.block)) continue;
      told.add(place.block);
      yield {
        place,
        // whether a tool that counts visits tracks anybody, is argued about
        severity:
          what === 'analytics' && !(name === undefined && used.every(({ harmless }) => harmless))
            ? 'warning'
            : 'information',
        message: `${quote(place)} is promised here, but ${quote(first.place)} records what readers do. Say which tools are used and what for, or drop the promise.`,
        related: used
          .slice(0, MOST_SHOWN)
          .map((tool) => ({ place: tool.place, message: 'A tool that records what readers do.' })),
      };
    }
  },
};

const denials: (policy: Policy) => readonly Denial[] = throughRegions((region) =>
  sentencesIn(region).flatMap((sentence) => denialIn(sentence) ?? []),
);

interface Tool {
  readonly place: Place;
  /** Counts without telling readers apart, as the draft says. */
  readonly harmless: boolean;
}

const tools: (policy: Policy) => readonly Tool[] = throughRegions((region) =>
  sentencesIn(region).flatMap((sentence) => (isUnderDenial(sentence) ? [] : (toolIn(sentence) ?? []))),
);

/** "No trackers.", "free of analytics", "we do not use any third-party trackers": nothing limits it. */
const denialIn = kept((sentence: Sentence): Denial | undefined => {
  if (sentence.question) return undefined;
  const lower = sentence.tokens.map((token) => token.lower);
  if (words.limited.some((word) => lower.includes(word))) return undefined;
  for (let i = 1; i < lower.length; i++) {
    const word = lower[i] as string;
    const what = words.analytics.includes(word) ? 'analytics' : words.trackers.includes(word) ? 'trackers' : undefined;
    if (!what || (words.narrowed.includes(lower[i + 1] ?? '') && !isHere(lower, i + 1))) continue;
    const from = rulingBefore(lower, i);
    if (from === undefined) continue;
    const { block, tokens } = sentence;
    // "we do not use any trackers" is quoted from its subject on
    const first = /^(?:not|n't)$/.test(lower[from] ?? '') ? 0 : from;
    return {
      what,
      place: { block, start: tokens[first]?.start ?? sentence.start, end: tokens[i]?.end ?? sentence.end },
    };
  }
  for (const term of sentence.terms) {
    const from = isTool(sentence, term) ? rulingBefore(lower, term.first) : undefined;
    if (from === undefined || (words.narrowed.includes(lower[term.last + 1] ?? '') && !isHere(lower, term.last + 1)))
      continue;
    const { block, tokens } = sentence;
    const place = { block, start: tokens[term.first]?.start ?? 0, end: tokens[term.last]?.end ?? 0 };
    return { what: 'analytics', name: wordsOf(place), place: { ...place, start: sentence.start } };
  }
  return undefined;
});

/** "on our website" */
const isHere = (lower: readonly string[], at: number): boolean =>
  /^(?:on|in|of|by)$/.test(lower[at] ?? '') && /^(?:our|my|this|the)$/.test(lower[at + 1] ?? '');

/** Where "no" or "do not use any" begins that rules out the word at `at`; what tells whose trackers may stand between. */
function rulingBefore(lower: readonly string[], at: number): number | undefined {
  for (let from = Math.max(0, at - 7); from < at; from++) {
    const phrase = lower.slice(from, at).join(' ');
    if (
      words.ruling.some(
        (ruling) =>
          phrase === ruling ||
          phrase === `${ruling} third -party` ||
          phrase === `${ruling} third party` ||
          phrase === `${ruling} any`,
      )
    )
      return from;
  }
  return undefined;
}

/** An item below "We do not use:". */
const isUnderDenial = ({ block: { lead } }: Sentence): boolean =>
  lead !== undefined &&
  sentencesOf(lead).some(({ tokens }) => tokens.some(({ lower }) => words.denied.includes(lower)));

/** "We use Mixpanel to see which buttons are tapped". */
const toolIn = kept((sentence: Sentence): Tool | undefined => {
  if (sentence.question) return undefined;
  const lower = sentence.tokens.map((token) => token.lower);
  if (words.denied.some((word) => lower.includes(word))) return undefined;
  const tool = sentence.terms.find((term) => isTool(sentence, term)) ?? toolWithoutName(sentence);
  if (!tool || !sentence.tokens.some(({ verb }) => verb !== undefined && words.using.includes(verb.base)))
    return undefined;
  const { block, tokens } = sentence;
  return {
    place: { block, start: tokens[tool.first]?.start ?? sentence.start, end: tokens[tool.last]?.end ?? sentence.end },
    harmless: words.harmless.some((word) => lower.includes(word)),
  };
});

/** "third-party analytics tools", "Google analytics": told without the name of a product. */
function toolWithoutName({ tokens, terms }: Sentence): TokenSpan | undefined {
  const at = tokens.findIndex(
    ({ lower }, i) =>
      words.analytics.includes(lower) &&
      (words.toolNouns.includes(tokens[i + 1]?.lemma ?? '') ||
        terms.some(({ kind, last }) => kind === 'company' && last === i - 1)),
  );
  if (at < 0) return undefined;
  const company = terms.find(({ kind, last }) => kind === 'company' && last === at - 1);
  const isNoun = words.toolNouns.includes(tokens[at + 1]?.lemma ?? '');
  return { first: company?.first ?? at, last: isNoun ? at + 1 : at };
}

/**
 * Companies whose first business is to measure what people do; a crash reporter is none, and one that offers hosting too
 * ("Firebase") only where the sentence says that it measures.
 */
function isTool({ block, tokens, terms }: Sentence, { kind, ids, roles, first, last }: TermMatch): boolean {
  const name = block.text.slice(tokens[first]?.start, tokens[last]?.end);
  const serves = kind === 'company' ? ids : (roles ?? companyRoles.get(name) ?? []);
  const measures =
    tokens.some(({ lower }) => words.analytics.includes(lower)) ||
    terms.some((term) => term.kind === 'purpose' && term.ids.some((id) => purposeGraph.isA(id, 'analytics_purpose')));
  if (serves.length > 1 && !measures) return false;
  return serves[0] === 'analytics' && !/crash|sentry|bugsnag|datadog|new relic|instabug/i.test(name);
}
