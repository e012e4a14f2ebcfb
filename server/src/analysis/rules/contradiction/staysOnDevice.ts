import catalogue from '../../catalogue/language/localFirst.yaml';
import { readCatalogue, record, wordLists } from '../../catalogue/read';
import type { Place } from '../../document/types';
import type { Policy } from '../../policy';
import { having, passesOn } from '../../practices/clauses/actions';
import { type DevicePromise, devicePromise } from '../../practices/deviceOnly';
import { isDataRoot } from '../../practices/generalData';
import { isHeldAway, isLocal, isSentAway } from '../../practices/localFirst';
import { isWithin as isWithinMatter, matterOf } from '../../practices/matter';
import { withLocalDefinitions } from '../../practices/names/localDefinitions';
import { dataGraph, entityGraph } from '../../practices/ontologyGraph';
import { throughSentences, throughStatements } from '../../practices/throughout';
import type { Mention, Statement } from '../../practices/types';
import type { Report, Rule } from '../types';
import { mayBeReadersChoice } from './guards/chosen';
import { isSoftened, isSupposed } from './guards/sweeping';
import { claimsOf } from './pairs/claims';
import { breaches } from './pairs/pairing';
import { asserted, quote, wordsThatSay } from './pairs/wording';

const { reaching, promise } = readCatalogue(
  catalogue,
  record({
    promise: wordLists('machines', 'entering'),
    reaching: wordLists('ours', 'verbs'),
  }),
);
const ours = new Set(reaching.ours);
const sending = new Set(reaching.verbs);

/**
 * Data is said to be nowhere but on the reader's device, and elsewhere to be kept on the company's servers or sent to
 * somebody. A promise of this kind is what readers choose an app for: FTC Act section 5, GDPR Art. 5(1)(a).
 */
export const staysOnDevice: Rule = {
  id: 'contradiction/stays-on-device',
  title: 'Data said to stay on the reader’s device, but kept or sent elsewhere in the draft',
  severity: 'warning',
  citations: [
    { text: 'GDPR Art. 5(1)(a) and 13(1)(e)', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj' },
    { text: 'Federal Trade Commission Act § 5 (15 U.S.C. § 45)' },
  ],
  *check({ policy }): Iterable<Report> {
    const promises = promisesIn(policy);
    if (promises.length === 0) return;
    // what breaks a denial is told there
    const known = breaches(policy);
    const told = new Set(known.map(({ denial }) => denial.evidence.sentence.block));
    const met = new Set(known.flatMap(({ conflicts }) => conflicts.map(({ said }) => said.statement)));
    const elsewhere = elsewhereIn(policy).filter((said) => !met.has(said));
    for (const promise of promises) {
      if (told.has(promise.place.block)) continue;
      const broken = elsewhere.filter((said) => breaks(said, promise, policy)).slice(0, 12);
      // a promise that is made again is broken by the same
      if (broken.every((said) => met.has(said))) continue;
      for (const said of broken) met.add(said);
      yield* reportsOn(promise, broken, policy);
    }
  },
};

const promisesIn = throughSentences((sentence) => {
  const promise = devicePromise(sentence);
  return promise && !isOfCookies(promise) ? [promise] : [];
});

/** "Persistent cookies remain on your device": so do all. */
const isOfCookies = ({ of }: DevicePromise): boolean =>
  Array.isArray(of) && of.every(({ id }) => dataGraph.isA(id, 'cookie_data'));

/** What is said to leave the reader's device whatever readers choose. */
const elsewhereIn = throughStatements((said) => (leavesDevice(said) && !isChosen(said) ? [said] : []));

function leavesDevice(said: Statement): boolean {
  const { polarity, confidence, action, actor, dataScope, modality, recipients } = said;
  if (polarity === 'denied' || confidence === 'low' || modality === 'future') return false;
  if (dataScope.aggregate || dataScope.onDevice || isLocal(said) || isSupposed(said) || isSoftened(said)) return false;
  if (actor !== 'first_party') return isHadByOthers(said);
  if (passesOn(action)) return recipients.some(({ id }) => id !== 'data_subject' && id !== 'government');
  if (action !== 'collect' && action !== 'store' && action !== 'retain') return false;
  return isHeldAway(said) || (isSentAway(said) && isToUs(said));
}

/** "Acme Analytics collects your IP address", "which processes your notes": who has it, has it from the device. */
const isHadByOthers = ({ action, actor }: Statement): boolean =>
  (having.has(action) || action === 'use') && entityGraph.isA(actor, 'service_provider');

/** "in our database", "is uploaded": what an app collects and stores may stand on the device. */
const isToUs = ({ action, evidence: { sentence } }: Statement): boolean =>
  sentence.tokens.some(
    ({ lemma, verb }) => ours.has(lemma) || (action === 'collect' && verb !== undefined && sending.has(verb.base)),
  );

/** "If you turn on backup, …", where the law asks for it, below "Cloud sync (optional)". */
const isChosen = (said: Statement): boolean =>
  said.conditions.some(({ kind }) => kind === 'consent' || kind === 'legal') || mayBeReadersChoice(said);

function breaks(said: Statement, promise: DevicePromise, policy: Policy): boolean {
  const { block } = promise.place;
  const { place } = said.evidence;
  if (place.block === block) return false;
  const matter = matterOf(block.section, policy.ownNames);
  if (matter && !isWithinMatter(place, matter)) return false;
  return staying(said, promise.of, policy) !== undefined;
}

/** Which of the data that leaves was said to stay. */
function staying(said: Statement, of: DevicePromise['of'], policy: Policy): Mention | undefined {
  const { data } = withLocalDefinitions(policy.definitions);
  return said.data.find((mention) => {
    if (of === 'all') return true;
    if (of === 'servers') return isOnOurMachine(said);
    if (of === 'entered') return ENTERED.some((id) => dataGraph.isA(mention.id, id)) || isEntered(mention);
    return of.some(({ id }) => data.isA(mention.id, id) && !isDataRoot(mention.id));
  });
}

/** "on our servers", "in our own database". */
const isOnOurMachine = ({ evidence: { sentence } }: Statement): boolean =>
  sentence.tokens.some(
    ({ lower }, i) => lower === 'our' && sentence.tokens.slice(i + 1, i + 3).some(({ lemma }) => MACHINES.has(lemma)),
  );
const MACHINES: ReadonlySet<string> = new Set(promise.machines);

/** "the addresses you enter" */
const isEntered = ({ place: { block, end } }: Mention): boolean => {
  const [first, second, third] = block.text
    .slice(end, end + 40)
    .trim()
    .toLowerCase()
    .split(/\s+/);
  const verb = first === 'that' ? third : second;
  return (first === 'you' || second === 'you') && promise.entering.some((base) => verb?.replace(/,$/, '') === base);
};

/** What readers type, say and photograph. */
const ENTERED = ['ugc', 'communications', 'photo', 'audio', 'search_history'];

function* reportsOn({ place, of }: DevicePromise, broken: readonly Statement[], policy: Policy): Iterable<Report> {
  const claims = broken.flatMap((said) => {
    const kept = staying(said, of, policy);
    const claim = claimsOf(said).find(({ data }) => data.place === kept?.place);
    return claim ? [claim] : [];
  });
  const [first] = claims;
  if (!first) return;
  const others = claims.length > 1 ? ` (and ${claims.length - 1} more)` : '';
  yield {
    place,
    message: `${quote(place)} leaves nothing elsewhere, but ${asserted(first)}${inSection(first.statement, place)}${others}. Say what leaves the device, or drop the promise.`,
    related: claims.map((claim) => ({ place: wordsThatSay(claim), message: `${asserted(claim)}.` })),
  };
  for (const claim of claims.slice(0, 8)) {
    yield {
      place: wordsThatSay(claim),
      severity: 'hint',
      message: `${asserted(claim)} here, but ${quote(place)} leaves nothing elsewhere.`,
      related: [{ place, message: 'Said to stay on the device.' }],
    };
  }
}

/** " under “How search works”", where it is another section. */
function inSection({ evidence }: Statement, { block }: Place): string {
  const { section } = evidence.place.block;
  const title = section.title.trim();
  return title !== '' && section !== block.section ? ` under “${title}”` : '';
}
