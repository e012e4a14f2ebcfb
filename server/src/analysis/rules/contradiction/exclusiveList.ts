import { sourceRange, wordsOf } from '../../document/place';
import { asMember, comparedWith } from '../../documentSets/members';
import { withDeterminer } from '../../fixes/words';
import { midSentence } from '../../language/writing';
import type { Policy, SetMember } from '../../policy';
import { dataGraph, entityGraph, purposeGraph } from '../../practices/ontologyGraph';
import { throughStatements } from '../../practices/throughout';
import type { Mention, Statement } from '../../practices/types';
import type { Fix, Report, Rule } from '../types';
import type { Claim } from './pairs/claims';
import { beyondDataList, closedDataList } from './pairs/closedDataLists';
import { beyondList, closedList } from './pairs/closedLists';
import { type Implied, impliedDenial, type Slot } from './pairs/implied';
import { isOfDataBefore } from './pairs/oneKind';
import { breachOf } from './pairs/pairing';
import type { Conflict } from './pairs/strength';
import { asserted, quote, where, wordsThatSay } from './pairs/wording';

/**
 * "Only" promises that the list is complete, and elsewhere the draft names more.
 * An understated notice misleads as much as a denial: GDPR Art. 5(1)(a), FTC Act section 5.
 */
export const exclusiveList: Rule = {
  id: 'contradiction/exclusive-list',
  title: '“Only” these data, recipients or purposes, but others elsewhere in the draft',
  severity: 'information',
  citations: [
    { text: 'GDPR Art. 5(1)(a) and 13(1)(c) to (e)', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj' },
    { text: 'Federal Trade Commission Act § 5 (15 U.S.C. § 45)' },
  ],
  *check({ policy }): Iterable<Report> {
    for (const implied of impliedDenials(policy)) yield* reportsOn(implied, beyond(implied, policy));
    for (const statement of policy.statements) {
      const list = closedList(statement, policy);
      if (list) yield* reportsOn(list, beyondList(list, policy));
      const dataList = closedDataList(statement, policy);
      if (dataList) yield* reportsOn(dataList, beyondDataList(dataList, policy));
    }
    for (const member of comparedWith(policy)) yield* acrossDocuments(policy, member);
  },
};

const impliedDenials = throughStatements((statement) => {
  const implied = impliedDenial(statement);
  return implied ? [implied] : [];
});

function* reportsOn({ denial, ...rest }: Implied, broken: readonly Conflict[]): Iterable<Report> {
  const [first] = broken;
  if (!first) return;
  const { place } = denial.evidence;
  const all = quote(place);
  const waits = rest.slot === 'cases' && denial.exceptions.some(({ kind }) => kind === 'consent');
  const beyondIt = `${asserted(first.said)}${where(first.said, first.denied)}`;
  yield {
    place,
    message: waits
      ? `${all} waits for consent, but ${beyondIt} before anybody could give it. Ask first, or drop the promise.`
      : `${all} leaves nothing else, but ${beyondIt}. ${ADVICE}`,
    related: broken.map(({ said }) => ({ place: wordsThatSay(said), message: `${asserted(said)}.` })),
    ...(isPlain(rest, first) &&
      !(rest.slot === 'data' && isOfDataBefore(denial, rest.named)) && { severity: 'warning' as const }),
    fixes: () => addMissing({ denial, ...rest }, first.said),
  };
  for (const { said, denied } of broken.slice(0, 8)) {
    yield {
      place: wordsThatSay(said),
      severity: 'hint',
      message: `${asserted(said)} here, but ${all}${where(denied, said)} ${waits ? 'waits for consent' : 'leaves nothing else'}.`,
      related: [{ place, message: waits ? 'Said to wait for consent.' : 'Said to be all.' }],
    };
  }
}

/**
 * Who else receives data, more data or cookies than a list holds, or that nobody was asked is said in so many words; purposes
 * can be the same in other words unless the list is closed.
 */
const isPlain = ({ slot, closed }: Pick<Implied, 'slot' | 'closed'>, { strength }: Conflict): boolean =>
  (slot !== 'purposes' || closed === true) &&
  // "we store nothing about you but …" leaves no room for what the law alone counts as personal
  (strength === 'plain' ||
    strength === 'qualified' ||
    (slot === 'data' && closed === true && strength === 'definition'));

/** The list of one document and what another one adds stand each in its own document. */
function* acrossDocuments(policy: Policy, { policy: other, document, name }: SetMember): Iterable<Report> {
  const own = asMember(policy);
  for (const statement of own.statements) {
    const implied = impliedDenial(statement);
    const broken = implied ? beyond(implied, other) : [];
    const [first] = broken;
    if (!implied || !first) continue;
    const { place } = implied.denial.evidence;
    yield {
      place,
      message: `${quote(place)} leaves nothing else, but ${asserted(first.said)} in ${name}. ${ADVICE}`,
      related: broken.map(({ said }) => ({ document, place: wordsThatSay(said), message: `${asserted(said)}.` })),
      fixes: () => addMissing(implied, first.said),
    };
  }
  for (const statement of other.statements) {
    const implied = impliedDenial(statement);
    const [first] = implied ? beyond(implied, own) : [];
    if (!implied || !first) continue;
    const { place } = implied.denial.evidence;
    yield {
      place: wordsThatSay(first.said),
      message: `${asserted(first.said)} here, but ${quote(place)} in ${name} leaves nothing else. ${ADVICE}`,
      related: [{ document, place, message: 'Said to be all.' }],
    };
  }
}

const ADVICE = 'Add what is missing, or drop the “only”.';

/** What goes beyond the list for sure: said outright, in another paragraph, of a kind that the list does not hold. */
function beyond({ denial, slot, named, closed }: Implied, policy: Policy): Conflict[] {
  return breachOf(policy, denial).filter(
    ({ said, strength }) =>
      (strength === 'plain' ||
        strength === 'qualified' ||
        strength === 'reserved' ||
        (closed === true && strength === 'definition')) &&
      (!said.derived || (slot === 'data' && isProcessed(said, denial))) &&
      said.statement.evidence.place.block !== denial.evidence.place.block &&
      !(slot === 'purposes' && isWithinPurposes(said, named)) &&
      !(slot === 'recipients' && named.some(({ id }) => mayMean(id, said.recipient?.id ?? 'anyone'))),
  );
}

/** A wider or narrower word for the same; "a certified payment-card provider" may well be whom another place calls a provider. */
const mayMean = (listed: string, other: string): boolean =>
  (listed !== other && entityGraph.relate(listed, other).relation !== 'none') ||
  (listed === 'other_party' && entityGraph.isA(other, 'service_provider'));

/** "The only data we process is …": what is used elsewhere is processed, too, Art. 4(2) GDPR. */
const isProcessed = ({ statement, action }: Claim, { evidence }: Statement): boolean =>
  action === 'collect' &&
  statement.action === 'use' &&
  evidence.sentence.tokens.some(({ verb }) => verb?.base === 'process');

/** A purpose wider than the listed ones may well mean them; law and security are understood. */
function isWithinPurposes(said: Claim, named: readonly Mention[]): boolean {
  return said.statement.purposes.some(
    ({ id }) =>
      !purposeGraph.has(id) ||
      // what the list says may be many things, but none of these
      (named.some((mention) => !purposeGraph.has(mention.id)) && !ALOOF.some((other) => purposeGraph.isA(id, other))) ||
      id === 'any_purpose' ||
      id === 'legal_purpose' ||
      id === 'security_purpose' ||
      named.some((mention) => purposeGraph.isA(mention.id, id)) ||
      // who improves a service looks at how it is used
      (id === 'analytics_purpose' && named.some((mention) => purposeGraph.isA(mention.id, 'improve'))),
  );
}

const ALOOF = ['marketing', 'research', 'ai_training'];

function addMissing({ slot, named, total, denial }: Implied, said: Claim): Fix[] {
  if (slot === 'cases' || (total && (slot !== 'data' || isSubject(named, denial)))) return [];
  // "only anonymous data and your name" would be none
  if (named.some(({ id }) => id === 'non_personal')) return [];
  // with a purpose that the catalogue does not know the list cannot be told from what is added
  if (slot === 'purposes' && !named.every(({ id }) => purposeGraph.has(id))) return [];
  const last = named[named.length - 1];
  const missing = slot === 'data' ? said.data : slot === 'recipients' ? said.recipient : said.statement.purposes[0];
  if (!last || !missing) return [];
  // "cookies that are necessary": what is added would stand before "that"
  if (/^,? (?:that|which|who)\b/.test(last.place.block.text.slice(last.place.end))) return [];
  const at = sourceRange(last.place).end;
  // "your username and your score": in front of the last member
  const goesOn = /^ and (?:your|the|our) /.test(last.place.block.text.slice(last.place.end));
  const words = isCookieRow(missing)
    ? `the cookie ${wordsOf(missing.place)}`
    : midSentence(withDeterminer(missing.place));
  return [
    {
      title: `Add “${words}” to ${LISTS[slot]}`,
      safety: 'suggestion',
      edits: [{ range: { start: at, end: at }, newText: goesOn ? `, ${words}` : ` and ${words}` }],
    },
  ];
}

/** "Your name is the only data that we hold": more names would ask for another verb. */
const isSubject = (named: readonly Mention[], { evidence: { sentence } }: Statement): boolean =>
  named.some(({ place }) => /\b(?:is|are)\b/.test(place.block.text.slice(place.end, sentence.end)));

/** A cookie that a table calls by its name. */
const isCookieRow = ({ id, place }: Mention): boolean =>
  place.block.kind === 'cell' && dataGraph.isA(id, 'cookie_data');

const LISTS: Readonly<Record<Exclude<Slot, 'cases'>, string>> = {
  data: 'what is collected',
  recipients: 'the recipients',
  purposes: 'the purposes',
};
