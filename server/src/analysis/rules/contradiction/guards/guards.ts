import cues from '../../../catalogue/contradiction.yaml';
import { companyRoles } from '../../../catalogue/ontology/terms';
import { readCatalogue, wordLists } from '../../../catalogue/read';
import { wordsOf } from '../../../document/place';
import type { Block, Place } from '../../../document/types';
import { kept } from '../../../kept';
import { readClauses } from '../../../language/clauses';
import { conjunctions, current } from '../../../language/grammar';
import { nounLemma } from '../../../language/lemmas';
import { isByMachine, isLook } from '../../../practices/clauses/looking';
import { isForPrice } from '../../../practices/clauses/saleSense';
import { dataGraph, purposeGraph } from '../../../practices/ontologyGraph';
import type { Statement } from '../../../practices/types';

import type { Claim } from '../pairs/claims';
import { sameAsking } from './asking';
import { isAboutChildren } from './children';
import { coveredData, sameDataScope } from './dataGuards';
import { isOfEveryUse } from './everyUse';
import { isBeforeConsent, isToldAsException, leavesOut } from './exceptions';
import type { Guard } from './guard';
import { isMovedOnly } from './moved';
import { narrowedAlike } from './narrowedAlike';
import { samePurpose } from './purposes';
import { sameMatter, sameScope } from './scopeGuards';
import { differentSentences } from './separateSentences';
import { sameTopic } from './topics';

const { californian, groups, ...lists } = readCatalogue(
  cues,
  wordLists('californian', 'groups', 'ownHouse', 'amongst', 'ownPages', 'adverts'),
);
const amongst = new Set(lists.amongst);
const ownPages = new Set(lists.ownPages);

/** What others do is no breach of what the company says of itself. */
export const sameActor: Guard = {
  name: 'same actor',
  holds(said, denied, graphs) {
    if (said.actor === denied.actor) {
      const a = said.statement.actorName;
      const b = denied.statement.actorName;
      return said.derived || a === undefined || b === undefined || a === b;
    }
    if (denied.actor === 'anyone') return said.actor !== 'data_subject';
    if (denied.action === 'place' && denied.actor === 'first_party') return isOnOurSite(said.statement);
    if (denied.actor === 'first_party' || said.actor === 'first_party') return false;
    return graphs.entities.isA(said.actor, denied.actor);
  },
};

/** "Google sets cookies on our site": who keeps a site free of cookies lets nobody set them. */
const isOnOurSite = ({ evidence: { sentence } }: Statement): boolean =>
  sentence.tokens.some(
    ({ lower }, i) =>
      (lower === 'on' || lower === 'in' || lower === 'through') &&
      (sentence.tokens[i + 1]?.lower === 'our' || sentence.tokens[i + 1]?.lower === 'this') &&
      ownPages.has(sentence.tokens[i + 2]?.lemma ?? ''),
  );

/** Handing data to the reader, or to someone the denial does not speak of, is no breach of it. */
const coveredRecipient: Guard = {
  name: 'recipient within the denied ones',
  holds(said, denied, graphs) {
    if (
      denied.action !== 'share' &&
      denied.action !== 'sell' &&
      denied.action !== 'allow' &&
      denied.action !== 'ccpaShare'
    )
      return true;
    // "shared among the divisions of our group": with whom was not read
    if (!said.recipient && (isAmong(said.statement) || isMovedOnly(said.statement))) return false;
    const to = said.recipient?.id ?? 'third_party';
    if (to === 'data_subject' || to === 'first_party') return false;
    if (to === 'parent_guardian' && denied.recipient?.id !== to) return false;
    const named = said.recipient?.name;
    const denies = denied.recipient;
    if (denies && pointsPast(denied.statement, denies.place, said.statement)) return false;
    if (denies && leavesOutGroup(denied.statement, denies.place) && graphs.entities.isA(to, 'corporate_family'))
      return false;
    if (denies?.name !== undefined && named !== undefined) return isSameName(named, denies.name);
    if (denies?.name !== undefined) return false;
    return (
      graphs.entities.isA(to, denies?.id ?? 'anyone') || (named !== undefined && isOfTrade(named, said, denies?.id))
    );
  },
};

/** "to Meta, which shows our ads", "your advertising identifier to Meta": a company of several trades, where the sentence tells of the denied one. */
const isOfTrade = (
  name: string,
  { data, statement: { evidence, purposes } }: Claim,
  denied: string | undefined,
): boolean =>
  denied === 'advertiser' &&
  companyRoles.get(name)?.includes('advertiser') === true &&
  (purposes.some(({ id }) => purposeGraph.isA(id, 'advertising')) ||
    dataGraph.isA(data.id, 'ad_id') ||
    evidence.sentence.tokens.some(({ lemma }) => advertisingNouns.has(lemma)));
const advertisingNouns = new Set(lists.adverts);

const isAmong = ({ evidence: { sentence } }: Statement): boolean =>
  sentence.tokens.some(
    ({ lower }, i, tokens) =>
      amongst.has(lower) ||
      // "with others within our organisation", not "to a third party, or within our family of companies"
      (lower === 'within' &&
        !conjunctions.has(tokens[i - 1]?.lower ?? '') &&
        tokens[i + 1]?.lower === 'our' &&
        withinOurs.has(tokens[i + 2]?.lemma ?? '')),
  );
const withinOurs: ReadonlySet<string> = new Set([...groups, ...lists.ownHouse]);

/** "We share data with our host. No other party gets it", "nobody else gets it": other than those that the section has just named. */
function pointsPast(
  { evidence: denial }: Statement,
  { block, start, end }: Place,
  { evidence: said }: Statement,
): boolean {
  return (
    /\b(?:other|else)\b/i.test(block.text.slice(Math.max(0, start - OTHER), end)) &&
    said.place.block.section === denial.place.block.section &&
    said.place.block.index <= denial.place.block.index &&
    said.place.block.index >= denial.place.block.index - NEAR
  );
}
/** "any other " in front of a recipient, in UTF-16 units. */
const OTHER = 7;
/** As many blocks a list of recipients may have. */
const NEAR = 12;

/** "anyone outside our group": the companies within may have it. */
function leavesOutGroup({ evidence: { sentence } }: Statement, { end }: Place): boolean {
  const after = sentence.tokens.filter(({ start }) => start >= end).slice(0, 6);
  return (
    after[0]?.lower === 'outside' && after.some(({ lower, lemma }) => groups.includes(lower) || groups.includes(lemma))
  );
}

/** "your landlord" and "landlords" are one. */
const isSameName = (a: string, b: string): boolean => a === b || singular(a) === singular(b);
const singular = (name: string): string => name.toLowerCase().split(' ').map(nounLemma).join(' ');

/** What the denial itself leaves out. */
export const outsideExceptions: Guard = {
  name: 'not within an exception',
  holds: (said, denied, graphs) => !isToldAsException(said.statement) && !leavesOut(denied.statement, said, graphs),
};

/** "We never read your messages": broken where people look at them, not where machines handle them. */
const sameLook: Guard = {
  name: 'looked at by people',
  holds: ({ statement: said }, { statement: denied }) =>
    denied.action !== 'use' ||
    denied.purposes.length > 0 ||
    !isLook(denied) ||
    (isLook(said) && !isByMachine(said) && said.conditions.every(({ kind }) => kind === 'other' || kind === 'time')),
};

/** "we do not currently …", "Currently, we do not …" */
const isOfNow = ({ modality, evidence: { sentence } }: Statement): boolean =>
  modality === 'currently' || current.has(sentence.tokens[0]?.lower ?? '');

/** "we have sold", "was shared": over, it may be. */
const isOfThePast = ({ evidence: { sentence, place } }: Statement): boolean =>
  readClauses(sentence).some(({ group }) => {
    const verbs = sentence.tokens.slice(group.first, group.verb + 1);
    const isHere = verbs.some(({ start, end }) => start >= place.start && end <= place.end);
    return isHere && verbs.some(({ lower }) => /^(?:has|have|had|was|were)$/.test(lower));
  });

/** "Knowingly", "currently", "cannot", "for money" and a mere future weaken one of the two. */
export const sameModality: Guard = {
  name: 'said in the same sense',
  holds({ statement: said }, { statement: denied }) {
    // "we cannot read your messages" is a promise
    const unable = denied.modality === 'cannot' && !(denied.action === 'use' && isLook(denied));
    if (unable || said.modality === 'cannot') return false;
    if (
      denied.modality === 'knowingly' &&
      !(
        denied.subject !== 'any' &&
        said.subject === denied.subject &&
        isAboutChildren(said) &&
        !(said.evidence.sentence.tokens[0]?.lower === 'if' && said.evidence.sentence.tokens[1]?.lower === 'we')
      )
    )
      return false;
    if (isOfNow(denied) && (said.modality !== 'asserts' || isOfThePast(said))) return false;
    if (denied.sense === 'hedged') return false;
    // to share in California's sense is to share for advertising across contexts: Cal. Civ. Code 1798.140(ah)
    const forAds = said.purposes.some(({ id }) => purposeGraph.isA(id, 'targeted_advertising'));
    if (
      denied.action === 'share' &&
      (denied.sense === 'statutory' || isStatutoryPair(denied, said)) &&
      said.sense !== 'statutory' &&
      !forAds
    )
      return false;
    return denied.sense !== 'forMoney' || isForPrice(said.sense);
  },
};

/**
 * "We do not sell or share …" without recipients is the pair of Cal. Civ. Code 1798.120 in a notice for California, and
 * beside "we disclose …", which the statute sets against it.
 */
const isStatutoryPair = ({ region, recipients, evidence: { sentence } }: Statement, said: Statement): boolean =>
  (region.id === 'california' ||
    isCalifornian(sentence.block) ||
    said.evidence.sentence.tokens.some(({ lemma }) => lemma === 'disclose')) &&
  recipients.length === 0 &&
  sentence.tokens.some(
    ({ lemma }, i) => lemma === 'sell' && sentence.tokens.slice(i + 1, i + 4).some((next) => next.lemma === 'share'),
  );

/** Below "Do Not Sell or Share My Personal Information", or beside a word on the CCPA. */
const isCalifornian = kept(({ text, section }: Block): boolean => {
  const words = `${section.title} ${text}`.toLowerCase();
  return californian.some((phrase) => words.includes(phrase));
});

/** A denial for one case leaves the others open; a stretch of time ("over the past year") is no such case. */
export const coveredCase: Guard = {
  name: 'denied in every case',
  holds({ statement: said }, { statement: denied, data }) {
    const early = isBeforeConsent(said);
    return denied.conditions.every(
      ({ kind, place }) =>
        kind === 'time' ||
        isOfEveryUse({ kind, place }, data.id) ||
        (early && kind === 'consent') ||
        said.conditions.some((other) => other.kind === kind && lower(other.place) === lower(place)),
    );
  },
};

const lower = (place: Place): string => wordsOf(place).toLowerCase();

/** In the order in which they are cheapest to check. That both are about the same action, the index of the pairing sees to. */
export const guards: readonly Guard[] = [
  sameActor,
  narrowedAlike,
  sameModality,
  sameDataScope,
  sameScope,
  sameMatter,
  sameTopic,
  coveredRecipient,
  coveredData,
  coveredCase,
  samePurpose,
  sameAsking,
  sameLook,
  outsideExceptions,
  differentSentences,
];
