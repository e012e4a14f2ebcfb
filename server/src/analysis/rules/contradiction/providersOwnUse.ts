import type { Block, Section } from '../../document/types';
import type { Sentence } from '../../language/types';
import { isOwn } from '../../practices/clauses/actors';
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
      areOfOneMatter: (promise, breach) => isOneOf(promise, breach, policy.ownNames),
      message: (promised) =>
        `A provider uses the data for its own ends here, but ${promised} rules that out. Say that it acts on its own account and for what, or drop the use.`,
      promisedHere: 'Providers are said to use the data for nothing of their own.',
      mirror: (broken) =>
        `Providers are said to use the data for nothing of their own here, but ${broken} tells of one that does.`,
      brokenHere: 'A provider uses the data for its own ends here.',
    }),
};

/** Whoever uses the data is among those who are bound: named there, or told of below a title on providers. */
function isOneOf(promise: Saying, breach: Saying, ownNames: readonly string[]): boolean {
  const { sentence } = breach.unit.own.line;
  const named = companiesIn(sentence);
  const others = named.filter((name) => !isOwn(name, ownNames));
  // "Acme uses your information to improve its products", in the policy of Acme
  if (named.length > 0 && others.length === 0) return false;
  const bound = namesUnder(promise.unit.own.line.sentence.block);
  return others.some((name) => bound.has(name)) || isOnProviders(sentence.block.section);
}

const companiesIn = (sentence: Sentence): readonly string[] =>
  sentence.terms.filter(({ kind }) => kind === 'company').map((term) => wordsOfTerm(sentence, term));

/** Named with the promise, or in the list or table that it introduces. */
const namesUnder = (promise: Block): ReadonlySet<string> =>
  new Set(
    promise.section.blocks
      .filter((block) => block === promise || block.lead === promise || block.cell?.table.lead === promise)
      .flatMap((block) => sentencesOf(block).flatMap(companiesIn)),
  );

/** "Service providers", or a section below it. */
function isOnProviders(section: Section): boolean {
  for (let at: Section | undefined = section; at; at = at.parent) {
    if (at.heading && sentencesOf(at.heading).some(namesProviders)) return true;
  }
  return false;
}

const namesProviders = ({ terms }: Sentence): boolean =>
  terms.some(({ kind, ids }) => kind === 'entity' && ids.some((id) => entityGraph.isA(id, 'service_provider')));
