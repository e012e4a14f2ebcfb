import type { Section } from '../../document/types';
import type { Sentence } from '../../language/types';
import { entityGraph } from '../../practices/ontologyGraph';
import { sentencesOf } from '../../practices/sentences';
import { wordsOfTerm } from '../../practices/termPlaces';
import type { Saying } from '../said';
import type { Report, Rule } from '../types';
import { heldAgainst, said } from './pairs/promises';

/**
 * Providers are said to use data for nothing of their own, and one of them is said to. A processor that determines
 * purposes is a controller, of which readers are to be told: GDPR Art. 28(3)(a), 28(10) and 13(1)(e); Cal. Civ. Code
 * 1798.140(ag)(1).
 */
export const providersOwnUse: Rule = {
  id: 'contradiction/providers-own-use',
  title: 'Providers bound to the company’s purposes in one place, using data for their own in another',
  severity: 'warning',
  citations: [
    { text: 'GDPR Art. 28(3)(a) and 28(10)', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj' },
    { text: 'Cal. Civ. Code § 1798.140(ag)(1)' },
  ],
  check: ({ policy }): Iterable<Report> =>
    heldAgainst(said(policy, 'provider-bound'), () => said(policy, 'provider-own-use'), {
      areOfOneMatter: isOneOf,
      message: (promised) =>
        `A provider uses the data for itself here, but ${promised} binds the providers to your purposes. Say that this one acts on its own account and for what, or drop the use.`,
      promisedHere: 'Providers are bound to your purposes here.',
      mirror: (broken) => `Providers are bound to your purposes here, but in ${broken} one uses the data for itself.`,
      brokenHere: 'A provider uses the data for itself here.',
    }),
};

/** Whoever uses the data is among those who are bound: named there, or told of below a title on providers. */
function isOneOf(promise: Saying, breach: Saying): boolean {
  const bound = namesIn(promise.unit.own.line.sentence.block.section);
  const { sentence } = breach.unit.own.line;
  return companiesIn(sentence).some((name) => bound.has(name)) || isOnProviders(sentence.block.section);
}

const companiesIn = (sentence: Sentence): readonly string[] =>
  sentence.terms.filter(({ kind }) => kind === 'company').map((term) => wordsOfTerm(sentence, term));

const namesIn = ({ blocks }: Section): ReadonlySet<string> =>
  new Set(blocks.flatMap((block) => sentencesOf(block).flatMap(companiesIn)));

/** "Service providers", or a section below it. */
function isOnProviders(section: Section): boolean {
  for (let at: Section | undefined = section; at; at = at.parent) {
    if (at.heading && sentencesOf(at.heading).some(namesProviders)) return true;
  }
  return false;
}

const namesProviders = ({ terms }: Sentence): boolean =>
  terms.some(({ kind, ids }) => kind === 'entity' && ids.some((id) => entityGraph.isA(id, 'service_provider')));
