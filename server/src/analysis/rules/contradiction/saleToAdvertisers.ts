import catalogue from '../../catalogue/contradiction.yaml';
import { readCatalogue, wordLists } from '../../catalogue/read';
import type { Sentence } from '../../language/types';
import type { Policy } from '../../policy';
import { entityGraph, purposeGraph } from '../../practices/ontologyGraph';
import { throughSentences, throughStatements } from '../../practices/throughout';
import type { Statement } from '../../practices/types';
import type { Report, Rule } from '../types';
import { isSupposed, isSweeping, isUnconditional } from './guards/sweeping';
import { type Claim, claimsOf } from './pairs/claims';
import { asserted, where, wordsThatSay } from './pairs/wording';

const { statutorySale } = readCatalogue(catalogue, wordLists('statutorySale'));
const HANDS_OVER: ReadonlySet<Statement['action']> = new Set(['share', 'allow']);
const MOST_SHOWN = 8;

/**
 * A sale is denied while advertisers receive the data, and the draft has no word on what California calls a sale.
 * Letting advertising networks have data for their services is a sale or sharing: Cal. Civ. Code 1798.140(ad) and (ah);
 * People v. Sephora USA, Inc. (San Francisco Superior Court, CGC-22-601380, 2022).
 */
export const saleToAdvertisers: Rule = {
  id: 'contradiction/sale-to-advertisers',
  title: 'A sale denied while advertisers receive the data, without a word on the statutory sense',
  severity: 'information',
  citations: [
    { text: 'Cal. Civ. Code § 1798.140(ad) and (ah)' },
    { text: 'People v. Sephora USA, Inc. (2022), CGC-22-601380' },
  ],
  *check({ policy }): Iterable<Report> {
    const regime = policy.regimes.find(({ id, state }) => id === 'ccpa' && state === 'active');
    const [denial] = regime ? denialsOfSale(policy) : [];
    if (!denial || speaksOfStatutorySale(policy)) return;
    const given = givenToAdvertisers(policy);
    const [first] = given;
    if (!first) return;
    const claim = claimsOf(denial)[0] as Claim;
    yield {
      place: denial.evidence.place,
      message: `A sale is denied here, but ${asserted(first)}${where(first, claim)}, which California calls a sale where anything of value comes back. Say in which sense nothing is sold, and how to opt out of the rest.`,
      regime: 'ccpa',
      related: onePerSentence(given).map((said) => ({ place: wordsThatSay(said), message: `${asserted(said)}.` })),
    };
  },
};

const denialsOfSale = throughStatements((statement) => (deniesSale(statement) ? [statement] : []));
const givenToAdvertisers = throughStatements((statement) =>
  isUsable(statement) ? claimsOf(statement).filter(isForAdvertisers) : [],
);

const deniesSale = (statement: Statement): boolean =>
  statement.action === 'sell' &&
  statement.polarity === 'denied' &&
  statement.confidence === 'high' &&
  statement.actor === 'first_party' &&
  statement.subject === 'any' &&
  statement.evidence.kind !== 'table' &&
  statement.exceptions.length === 0 &&
  isUnconditional(statement) &&
  claimsOf(statement).some(isSweeping);

/** Whether the draft itself speaks of a sale or sharing in the statute's sense, or says that there is one. */
const speaksOfStatutorySale = (policy: Policy): boolean =>
  statutorySales(policy).length > 0 || namesOfStatutorySale(policy).length > 0;

const statutorySales = throughStatements((statement) => {
  const { action, polarity, sense } = statement;
  const isSale = action === 'sell' || action === 'ccpaShare';
  return isSale && (polarity === 'affirmed' || sense === 'hedged') ? [statement] : [];
});

const namesOfStatutorySale = throughSentences((sentence) => {
  const text = ` ${sentence.tokens.map(({ lower }) => lower).join(' ')} `;
  return statutorySale.some((words) => text.includes(` ${words} `)) ? [sentence] : [];
});

const isUsable = (statement: Statement): boolean =>
  HANDS_OVER.has(statement.action) &&
  statement.polarity === 'affirmed' &&
  statement.confidence === 'high' &&
  statement.actor === 'first_party' &&
  statement.dataScope.aggregate !== true &&
  !isSupposed(statement) &&
  !statement.conditions.some(({ kind }) => kind === 'consent' || kind === 'legal');

/** Advertising networks, or others for their or our targeted advertising; aggregated data sells nobody. */
function isForAdvertisers({ data, recipient, statement }: Claim): boolean {
  if (data.id === 'non_personal' || !recipient) return false;
  if (entityGraph.isA(recipient.id, 'advertiser')) return true;
  return (
    (entityGraph.isA(recipient.id, 'social_network') || recipient.id === 'third_party') &&
    statement.purposes.some(({ id }) => purposeGraph.isA(id, 'targeted_advertising'))
  );
}

function onePerSentence(claims: readonly Claim[]): Claim[] {
  const bySentence = new Map<Sentence, Claim>();
  for (const claim of claims) {
    const { sentence } = claim.statement.evidence;
    if (!bySentence.has(sentence)) bySentence.set(sentence, claim);
  }
  return [...bySentence.values()].slice(0, MOST_SHOWN);
}
