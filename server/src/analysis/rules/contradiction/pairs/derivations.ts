import { isLook } from '../../../practices/clauses/looking';
import { isDataRoot } from '../../../practices/generalData';
import { dataGraph, entityGraph, purposeGraph } from '../../../practices/ontologyGraph';
import type { Action } from '../../../practices/types';
import { isHeld, presupposesCollection } from '../guards/presupposed';
import type { Claim } from './claims';

/**
 * What follows from doing something: who sells data also shares it, who shares or keeps data has collected it. Nothing
 * follows from not doing it, except that not sharing is not selling either, which the same table says read backwards.
 */
const entailed: Readonly<Partial<Record<Action, readonly Action[]>>> = {
  sell: ['share', 'collect'],
  ccpaShare: ['share', 'collect'],
  share: ['collect'],
  allow: ['share'],
  store: ['collect', 'retain'],
  retain: ['store', 'collect'],
  use: ['collect'],
};

/** Selling to someone is sharing with them in plain words; the rest takes a step of thought. */
const evident: ReadonlySet<string> = new Set([
  'sell share',
  'ccpaShare share',
  'allow share',
  'store collect',
  'retain store',
  'retain collect',
]);

/** "DoubleClick sets cookies", "cookies to show you ads": whose and what for makes them cookies of that kind. */
function kindsOfCookie({ action, data, actor, statement }: Claim): string[] {
  if (action !== 'place' || !dataGraph.isA(data.id, 'cookie')) return [];
  const { source, purposes } = statement;
  const others = [actor, source].filter((id) => id !== undefined && entityGraph.isA(id, 'third_party'));
  const isOf = (party: string): boolean => others.some((id) => id !== undefined && entityGraph.isA(id, party));
  const isFor = (purpose: string): boolean => purposes.some(({ id }) => purposeGraph.isA(id, purpose));
  return [
    ...(others.length > 0 ? ['third_party_cookie'] : []),
    ...(isOf('advertiser') || isFor('advertising') ? ['advertising_cookie'] : []),
    ...(isOf('analytics') || isFor('analytics_purpose') ? ['analytics_cookie'] : []),
  ];
}

const isForTargetedAds = ({ statement }: Claim): boolean =>
  statement.purposes.some(({ id }) => purposeGraph.isA(id, 'targeted_advertising'));

/** The claim and everything that follows from it. Only for what is affirmed. */
export function withDerived(claim: Claim): Claim[] {
  const { recipient, ...own } = claim;
  const claims = [claim];
  for (const action of entailed[claim.action] ?? []) {
    if (action !== 'collect') claims.push({ ...claim, action, derived: !evident.has(`${claim.action} ${action}`) });
    else if (!isDataRoot(claim.data.id))
      claims.push({ ...own, action, derived: !evident.has(`${claim.action} collect`) });
  }
  // Cal. Civ. Code 1798.140(ad): made available "for monetary or other valuable consideration"
  if (claim.action === 'share' && claim.statement.sense === 'forMoney' && recipient)
    claims.push({ ...claim, action: 'sell', derived: true });
  // Cal. Civ. Code 1798.140(ah): to share is to hand over for advertising across contexts
  if (claim.action === 'share' && recipient && isForTargetedAds(claim))
    claims.push({ ...claim, action: 'ccpaShare', derived: true });
  for (const id of kindsOfCookie(claim)) claims.push({ ...claim, data: { ...claim.data, id } });
  // "the personal information we collect is used to …"
  if (claim.action !== 'collect' && isHeld(claim.data) && presupposesCollection(claim.statement))
    claims.push({ ...own, action: 'collect' });
  // who reads messages uses them
  if (claim.action === 'collect' && isLook(claim.statement)) claims.push({ ...claim, action: 'use' });
  // the recipient ends up with the data
  if (recipient && (claim.action === 'allow' || claim.action === 'share' || claim.action === 'sell')) {
    claims.push({ ...own, action: 'collect', actor: recipient.id, derived: true });
  }
  return claims;
}
