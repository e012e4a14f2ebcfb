import cues from '../../catalogue/contradiction.yaml';
import { wordsOf } from '../../document/place';
import type { Place, Section } from '../../document/types';
import { nounLemma } from '../../language/lemmas';
import { isDataRoot } from '../../practices/generalData';
import type { DraftGraphs } from '../../practices/localDefinitions';
import { isWithin } from '../../practices/matter';
import { purposeGraph } from '../../practices/ontologyGraph';
import type { PurposeMention, Statement } from '../../practices/types';
import type { Claim } from './claims';
import { isBeforeConsent, leavesOut } from './exceptions';
import { givesExamples, isAboutChildren } from './sweeping';

interface Cues {
  readonly carveOuts: readonly string[];
  readonly audiences: readonly string[];
  readonly groups: readonly string[];
}

const { carveOuts, audiences, groups } = cues as Cues;

/**
 * A reason why two statements can stand side by side. Most reported contradictions in the literature are false because
 * one of these was not checked (PolicyLint, USENIX Security 2019; PoliGraph, USENIX Security 2023; PoliCond, ASE 2025).
 */
export interface Guard {
  /** What was found alike, for the explanation. */
  readonly name: string;
  /** Whether the guard lets the pair be compared. `said` is affirmed, `denied` is denied. */
  holds(said: Claim, denied: Claim, graphs: DraftGraphs): boolean;
}

/** Guard "sentence": one sentence that denies and affirms draws a line, and so does a next one that opens with "However". */
export const differentSentences: Guard = {
  name: 'two separate sentences',
  holds(said, denied) {
    const a = said.statement.evidence.sentence;
    const b = denied.statement.evidence.sentence;
    if (a === b || (a.block === b.block && a.index === b.index)) return false;
    // "We do not collect: – Messages – Content (read in passing only)": one list says one thing
    if (a.block.lead !== undefined && a.block.lead === b.block.lead && denied.statement.evidence.lead) return false;
    const follows = a.block === b.block && a.index === b.index + 1;
    // "We do not collect card numbers. They are kept by your bank": what is told of the denied data explains the denial
    const { place } = said.data;
    if (place.block === b.block && place.start >= b.start && place.end <= b.end) return false;
    const items = a.block.lead !== undefined && a.block.lead === b.block;
    if (!follows && !items) return true;
    if (a.tokens.slice(0, 10).some(({ lower }) => lower === 'however')) return false;
    const opening = a.tokens
      .slice(0, 6)
      .map((token) => token.lower)
      .join(' ');
    return (
      !(items && denied.statement.exceptions.length > 0) &&
      !carveOuts.some((words) => opening === words || opening.startsWith(`${words} `))
    );
  },
};

/** Guard B, actor: what others do is no breach of what the company says of itself. */
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
      /^(?:site|website|page|app|application|platform|blog|shop|store)$/.test(sentence.tokens[i + 2]?.lemma ?? ''),
  );

/** Guard B, recipient: handing data to the reader, or to someone the denial does not speak of, is no breach of it. */
export const coveredRecipient: Guard = {
  name: 'recipient within the denied ones',
  holds(said, denied, graphs) {
    if (
      denied.action !== 'share' &&
      denied.action !== 'sell' &&
      denied.action !== 'allow' &&
      denied.action !== 'ccpaShare'
    )
      return true;
    const to = said.recipient?.id ?? 'third_party';
    if (to === 'data_subject' || to === 'first_party' || to === 'parent_guardian') return false;
    const named = said.recipient?.name;
    const denies = denied.recipient;
    if (denies && leavesOutGroup(denied.statement, denies.place) && graphs.entities.isA(to, 'corporate_family'))
      return false;
    if (denies?.name !== undefined && named !== undefined) return isSameName(named, denies.name);
    if (denies?.name !== undefined) return false;
    return graphs.entities.isA(to, denies?.id ?? 'anyone');
  },
};

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

/** Guard C: the affirmed data lies within the denied; aggregated data is no personal data. */
export const coveredData: Guard = {
  name: 'data within the denied',
  holds(said, denied, graphs) {
    if (isAggregate(said.statement) !== isAggregate(denied.statement)) return false;
    if (isWithoutName(said.statement)) return false;
    if (isDataRoot(denied.data.id) && givesExamples(denied) && !isLikeExamples(said, denied, graphs)) return false;
    return graphs.data.isA(said.data.id, denied.data.id);
  },
};

/** "personal information such as your name or address": such things are meant, not all that is personal. */
const isLikeExamples = (said: Claim, denied: Claim, { data }: DraftGraphs): boolean =>
  !isDataRoot(said.data.id) &&
  denied.statement.data.some(
    ({ id }) =>
      !isDataRoot(id) &&
      (data.relate(id, said.data.id).relation !== 'none' ||
        data.ancestors(id).some((wider) => !isDataRoot(wider) && data.isA(said.data.id, wider))),
  );

/** "your postcode, without your name": nobody is told apart by it. */
const isWithoutName = ({ exceptions }: Statement): boolean =>
  exceptions.some(
    ({ kind, ids, place }) => kind === 'data' && ids.includes('name') && lower(place).startsWith('without'),
  );

const isAggregate = (statement: Statement): boolean => statement.dataScope.aggregate === true;

/** Guard D: a denial limited to a channel, a source or a part of the data says nothing of the rest. */
export const sameDataScope: Guard = {
  name: 'no other channel, source or part of the data',
  holds({ statement: said }, { statement: denied }, graphs) {
    if (denied.dataScope.restricted || denied.dataScope.onDevice || said.dataScope.onDevice) return false;
    if (denied.channel !== undefined && denied.channel !== said.channel && !isOwnProduct(denied.channel, said))
      return false;
    // what is taken down when a visitor comes is collected from the visitor, said so or not
    if (denied.source === 'data_subject' && denied.subject !== 'child')
      return said.source === undefined || said.source === 'data_subject';
    // what parents tell is not collected from their children
    if (denied.subject === 'child' && isFromParents(said)) return false;
    // "from anyone under 13" names a child, no other source
    const anyChild = denied.source === 'anyone' && denied.subject === 'child';
    return (
      denied.source === undefined ||
      anyChild ||
      (said.source !== undefined && graphs.entities.isA(said.source, denied.source))
    );
  },
};

/** "through our website" and what the website is said to do. */
const isOwnProduct = (channel: string, { product }: Statement): boolean =>
  product !== undefined &&
  (channel === `our ${product}` || channel === `the ${product}` || channel === `this ${product}`);

const isFromParents = ({ source, evidence: { sentence } }: Statement): boolean =>
  source === 'parent_guardian' ||
  sentence.tokens.some(
    ({ lemma }, i) =>
      (lemma === 'parent' || lemma === 'guardian') &&
      sentence.tokens.slice(i + 1, i + 5).some(({ verb }) => verb !== undefined && GIVING.has(verb.base)),
  );
const GIVING: ReadonlySet<string> = new Set(['provide', 'submit', 'give', 'enter', 'upload', 'share']);

/** Guard E: children, applicants, other regions and other products are different matters. */
export const sameScope: Guard = {
  name: 'same people, region and product',
  holds({ statement: said }, { statement: denied }) {
    if (denied.subject !== 'any' && denied.subject !== said.subject) return false;
    if (audienceOf(denied) !== audienceOf(said)) return false;
    if (denied.subject === 'child' && isOfOlderChildren(said, denied)) return false;
    if (denied.region.id !== 'any' && denied.region.id !== said.region.id) {
      if (denied.region.origin === 'sentence') return false;
      if (said.region.id !== 'any') return false;
    }
    // cookies are set by the website, said so or not
    if (denied.action === 'place' && denied.product === 'website' && said.product === undefined) return true;
    return denied.product === undefined || denied.product === said.product;
  },
};

/** "Not from children under 13", and from those between 13 and 16. */
function isOfOlderChildren(said: Statement, denied: Statement): boolean {
  const below = ageIn(denied, YOUNGER);
  const least = ageIn(said, OLDER);
  return below !== undefined && least !== undefined && least >= below;
}

function ageIn({ evidence: { sentence } }: Statement, pattern: RegExp): number | undefined {
  const age = pattern.exec(sentence.block.text.slice(sentence.start, sentence.end))?.[1];
  return age === undefined ? undefined : (NUMBERS.get(age.toLowerCase()) ?? Number(age));
}
const YEARS = '(1[0-8]|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen)';
const YOUNGER = new RegExp(`\\b(?:under|below|younger than|less than)(?: the)?(?: age)?(?: of)? ${YEARS}\\b`, 'i');
const OLDER = new RegExp(
  `\\b(?:at least|over|above|older than|aged|ages?|between)(?: the)?(?: age)?(?: of)? ${YEARS}\\b`,
  'i',
);
const NUMBERS = new Map(
  ['ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen'].map(
    (word, i) => [word, i + 10] as const,
  ),
);

const AUDIENCE = new RegExp(`\\b(?:from|about|of|for) (?:our )?(${audiences.join('|')})s?\\b`, 'i');

/** "Information we collect from advertisers": whose data the section is about, by its heading or those above it. */
function audienceOf({ evidence }: Statement): string {
  for (let at: Section | undefined = evidence.place.block.section; at; at = at.parent) {
    const audience = AUDIENCE.exec(at.title)?.[1];
    if (audience) return audience.toLowerCase();
  }
  return '';
}

/** Guard E, matter: what is denied in the section on the newsletter or on a tool is denied of that alone. */
export const sameMatter: Guard = {
  name: 'no section on another part of the service',
  holds({ statement: said }, { statement: denied }) {
    return denied.matter === undefined || isWithin(said.evidence.place, denied.matter);
  },
};

/** Guard F: a denial "for marketing" leaves every other purpose open. */
export const samePurpose: Guard = {
  name: 'same purpose',
  holds({ statement: said }, { statement: denied }) {
    const denies = denied.purposes.filter(
      ({ id, party, place }) => (id !== 'any_purpose' || party === 'third_party') && !isNounOfItem(place, denied),
    );
    if (denies.length === 0) return true;
    // purposes that the catalogue does not know cannot be compared
    if (denies.every(({ id }) => !purposeGraph.has(id))) return false;
    return denies.some((no) => said.purposes.some((yes) => serves(yes, no)) || isCookieFor(said, no));
  },
};

/** "Advertising cookies" are for advertising, said so or not. */
const isCookieFor = ({ data, action }: Statement, { id }: PurposeMention): boolean =>
  action === 'place' &&
  data.some(
    (mention) =>
      (mention.id === 'advertising_cookie' && purposeGraph.isA('advertising', id)) ||
      (mention.id === 'analytics_cookie' && purposeGraph.isA('analytics_purpose', id)),
  );

/** "interactions with advertisements" in a list of types of data: a part of the data, not what it is for. */
const isNounOfItem = (place: Place, { evidence, action }: Statement): boolean =>
  action === 'collect' &&
  (evidence.kind === 'list' || evidence.kind === 'table') &&
  place.block === evidence.place.block;

function serves(yes: PurposeMention, no: PurposeMention): boolean {
  if (no.party === 'third_party' && yes.party !== 'third_party') return false;
  return purposeGraph.isA(yes.id, no.id);
}

/** Guard G: what the denial itself leaves out. */
export const outsideExceptions: Guard = {
  name: 'not within an exception',
  holds: (said, denied, graphs) => !leavesOut(denied.statement, said, graphs),
};

/** Guard H: "knowingly", "currently", "cannot", "for money" and a mere future weaken one of the two. */
export const sameModality: Guard = {
  name: 'said in the same sense',
  holds({ statement: said }, { statement: denied }) {
    if (denied.modality === 'cannot' || said.modality === 'cannot') return false;
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
    if (denied.modality === 'currently' && said.modality !== 'asserts') return false;
    if (denied.sense === 'hedged') return false;
    // to share in California's sense is to share for advertising across contexts: Cal. Civ. Code 1798.140(ah)
    const forAds = said.purposes.some(({ id }) => purposeGraph.isA(id, 'targeted_advertising'));
    if (
      denied.action === 'share' &&
      (denied.sense === 'statutory' || isStatutoryPair(denied)) &&
      said.sense !== 'statutory' &&
      !forAds
    )
      return false;
    return denied.sense !== 'forMoney' || said.sense === 'forMoney';
  },
};

/** "We do not sell or share …" in a notice for California names no recipients: it is the statute's pair. */
const isStatutoryPair = ({ region, recipients, evidence: { sentence } }: Statement): boolean =>
  region.id === 'california' &&
  recipients.length === 0 &&
  sentence.tokens.some(
    ({ lemma }, i) => lemma === 'sell' && sentence.tokens.slice(i + 1, i + 4).some((next) => next.lemma === 'share'),
  );

/** Guard I: a denial for one case leaves the others open; a stretch of time ("over the past year") is no such case. */
export const coveredCase: Guard = {
  name: 'denied in every case',
  holds({ statement: said }, { statement: denied }) {
    const early = isBeforeConsent(said);
    return denied.conditions.every(
      ({ kind, place }) =>
        kind === 'time' ||
        (early && kind === 'consent') ||
        said.conditions.some((other) => other.kind === kind && lower(other.place) === lower(place)),
    );
  },
};

const lower = (place: Place): string => wordsOf(place).toLowerCase();

/** In the order in which they are cheapest to check. Guard A, the action, is the index of the pairing. */
export const guards: readonly Guard[] = [
  sameActor,
  sameModality,
  sameDataScope,
  sameScope,
  sameMatter,
  coveredRecipient,
  coveredData,
  coveredCase,
  samePurpose,
  outsideExceptions,
  differentSentences,
];
