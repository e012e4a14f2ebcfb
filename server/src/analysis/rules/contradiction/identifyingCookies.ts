import catalogue from '../../catalogue/contradiction.yaml';
import { part, readCatalogue, wordLists } from '../../catalogue/read';
import type { Block, Place } from '../../document/types';
import { kept } from '../../kept';
import type { Sentence } from '../../language/types';
import type { Policy } from '../../policy';
import { dataGraph } from '../../practices/ontologyGraph';
import { sentencesIn } from '../../practices/sentences';
import { throughRegions } from '../../practices/throughout';
import type { Related, Report, Rule } from '../types';
import { memberships } from './pairs/memberships';
import { quote } from './pairs/wording';

const words = readCatalogue(
  catalogue,
  part('identifyingCookies', wordLists('personal', 'holding', 'identifying', 'profiling')),
);
const MOST_SHOWN = 8;

/**
 * Cookies are said to hold no personal information and, in the same breath, to single out the reader's browser: what
 * does that is an online identifier, which is personal. GDPR Art. 4(1) and Rec. 30, Cal. Civ. Code 1798.140(v)(1)(A).
 */
export const identifyingCookies: Rule = {
  id: 'contradiction/identifying-cookies',
  title: 'Cookies said to hold nothing personal, but to identify the browser',
  severity: 'information',
  citations: [
    { text: 'GDPR Art. 4(1) and Recital 30', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj' },
    { text: 'Cal. Civ. Code § 1798.140(v)(1)(A) and (aj)' },
    { text: 'CJEU, C-582/14 (Breyer)' },
  ],
  *check({ policy }): Iterable<Report> {
    const [first, ...others] = denials(policy);
    if (!first) return;
    const { sentence, identifying } = first;
    const same = others.map(
      (other): Related => ({ place: other.identifying, message: 'Here too the browser is identified.' }),
    );
    yield {
      place: wholeOf(sentence),
      message: `Nothing personal is said to be stored here, but ${quote(identifying)} is what an online identifier does, which is personal under GDPR and CCPA. Say “holds neither your name nor your e-mail address” instead.`,
      related: [
        { place: identifying, message: 'This singles out a reader.' },
        ...profilesAround(first),
        ...countedAsPersonal(policy),
        ...same,
      ].slice(0, MOST_SHOWN),
    };
  },
};

interface Denial {
  readonly sentence: Sentence;
  /** The words that say that a browser or device is recognised. */
  readonly identifying: Place;
}

const wholeOf = ({ block, start, end }: Sentence): Place => ({ block, start, end });

const denials: (policy: Policy) => readonly Denial[] = throughRegions((region) =>
  sentencesIn(region).flatMap((sentence) => denialIn(sentence) ?? []),
);

const speaksOfCookies = kept((block: Block) => /cookie/i.test(block.text));

const denialIn = kept((sentence: Sentence): Denial | undefined => {
  const { block, start, end } = sentence;
  const text = block.text.slice(start, end).toLowerCase();
  const first = (phrases: readonly string[], from = 0) =>
    phrases.map((phrase) => text.indexOf(phrase, from)).reduce((a, b) => (b >= 0 && (a < 0 || b < a) ? b : a), -1);
  if (!speaksOfCookies(block) && !/cookie|track/i.test(block.section.title)) return undefined;
  const denied = /\b(?:do|does|will) not\b|n['’]t\b/.exec(text);
  if (!denied) return undefined;
  const held = first(words.holding, denied.index);
  const personal = first(words.personal, denied.index);
  if (held < 0 || personal < 0 || personal - denied.index > 60) return undefined;
  const behind = first(words.identifying, personal);
  const at = behind < 0 ? identifyingBefore(text, denied.index) : behind;
  return at < 0
    ? undefined
    : { sentence, identifying: { block, start: start + at, end: endOfWords(block.text, start + at, end) } };
});

/** "Cookies identify your device but do not collect personal information": said outright before the denial. */
function identifyingBefore(text: string, denial: number): number {
  const at = Math.max(...words.identifying.map((phrase) => text.lastIndexOf(phrase, denial)));
  return at >= 0 && !/\b(?:not|never|cannot|without|no|if|unless)\b/.test(text.slice(0, denial)) ? at : -1;
}

/** Up to the end of the sentence's clause. */
function endOfWords(text: string, from: number, end: number): number {
  const stop = text.slice(from, end).search(/[.,;()]| but /);
  return stop < 0 ? end : from + stop;
}

/** "They may be used to build a profile of your interests": beside the denial, in the same paragraph. */
function profilesAround({ sentence: { block } }: Denial): Related[] {
  const text = block.text.toLowerCase();
  return words.profiling.flatMap((phrase) => {
    const start = text.indexOf(phrase);
    if (start < 0) return [];
    return [{ place: { block, start, end: start + phrase.length }, message: 'A profile is of somebody.' }];
  });
}

/** Where the draft itself counts online identifiers among personal data. */
function countedAsPersonal(policy: Policy): Related[] {
  return memberships(policy)
    .filter(({ root }) => root === 'personal')
    .flatMap(({ members }) => members.filter(({ id }) => dataGraph.isA(id, 'online_identifier')).slice(0, 1))
    .map(({ place }) => ({ place, message: `${quote(place)} stands among personal data here.` }));
}
