import catalogue from '../../../catalogue/contradiction.yaml';
import { part, readCatalogue, wordLists } from '../../../catalogue/read';
import type { Place } from '../../../document/types';
import { readClauses } from '../../../language/clauses';
import type { Token } from '../../../language/types';
import { isLook } from '../../../practices/clauses/looking';
import { isForPrice } from '../../../practices/clauses/saleSense';
import { isDataRoot } from '../../../practices/generalData';
import { dataGraph, entityGraph, purposeGraph } from '../../../practices/ontologyGraph';
import type { Action, RecipientMention } from '../../../practices/types';
import { isHeld, presupposesCollection } from '../guards/presupposed';
import { type Claim, isReaders } from './claims';

/** What tools record by themselves ("the pages you visit"): they need nobody to hand it to them. */
const { unasked } = readCatalogue(catalogue, part('relatives', wordLists('unasked')));
const { licensing, logging, writing } = readCatalogue(catalogue, wordLists('licensing', 'logging', 'writing'));

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

/** "Your diary is read by researchers", "Acme stores your e-mail address": who uses what readers gave us got it from us. */
function userOf({ action, actor, statement, data }: Claim): RecipientMention | undefined {
  if (!HANDLING.has(action) || !entityGraph.isA(actor, 'third_party') || statement.modality === 'may') return undefined;
  if (statement.conditions.length > 0 || statement.source !== undefined || isDataRoot(data.id)) return undefined;
  if (unasked.some((id) => dataGraph.isA(data.id, id)) || !(isReaders(data.place) || isHandedOn(data.place)))
    return undefined;
  return { id: actor, place: data.place, name: statement.actorName ?? entityGraph.label(actor) };
}
/** "the e-mail addresses we give them" */
const isHandedOn = ({ block: { text }, end }: Place): boolean =>
  /^,? (?:that |which )?we (?:have )?(?:give|given|pass|passed|hand|handed|send|sent|provide|provided|share|shared|supply|supplied|sell|sold)\b/i.test(
    text.slice(end, end + 40),
  );

/** "Our web server logs your IP address": what is written down is kept, and what is logged stands in a log. */
function writtenDown(claim: Claim): Claim[] {
  if (claim.action !== 'collect' || !hasVerb(claim, writing)) return [];
  const kept: Claim = { ...claim, action: 'store', derived: true };
  return hasVerb(claim, logging) ? [kept, { ...kept, data: { ...claim.data, id: 'log_data' } }] : [kept];
}

/** Whether one of the verbs is one of the statement; not "our licence server". */
const hasVerb = ({ statement: { evidence } }: Claim, bases: readonly string[]): boolean =>
  readClauses(evidence.sentence).some(({ base, group, sentence }) => {
    const { start, end } = sentence.tokens[group.verb] as Token;
    return bases.includes(base) && start >= evidence.place.start && end <= evidence.place.end;
  });
const HANDLING: ReadonlySet<Action> = new Set(['use', 'store', 'retain']);

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
  if (claim.action === 'share' && isForPrice(claim.statement.sense) && recipient)
    claims.push({ ...claim, action: 'sell', derived: true });
  // "we license the data to researchers": a licence of data is paid for, one of pictures need not be
  if (claim.action === 'share' && recipient && isDataRoot(claim.data.id) && hasVerb(claim, licensing))
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
  claims.push(...writtenDown(claim));
  const user = userOf(claim);
  if (user) claims.push({ ...claim, action: 'share', actor: 'first_party', recipient: user, derived: true });
  // the recipient ends up with the data
  if (recipient && (claim.action === 'allow' || claim.action === 'share' || claim.action === 'sell')) {
    claims.push({ ...own, action: 'collect', actor: recipient.id, derived: true });
  }
  return claims;
}
