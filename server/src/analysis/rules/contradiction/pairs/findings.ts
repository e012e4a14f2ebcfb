import type { Citation } from '../../../citation';
import { asMember, comparedWith } from '../../../documentSets/members';
import { isSameList, kept } from '../../../kept';
import type { Policy, SetMember } from '../../../policy';
import { type DraftGraphs, withLocalDefinitions } from '../../../practices/names/localDefinitions';
import { dataGraph } from '../../../practices/ontologyGraph';
import type { Action } from '../../../practices/types';
import type { Severity } from '../../../severity';
import type { Fix, Related, Report } from '../../types';
import { guards } from '../guards/guards';
import { type Breach, breaches, breachesAcross } from './pairing';
import type { Conflict, Strength } from './strength';
import { asserted, countsAs, denied, row, wayUp, where, wordsThatSay } from './wording';

/** What one family of contradictions adds to the common report. */
interface Family {
  /** Denials of these actions belong to the family. */
  readonly actions: readonly Action[];
  /** What would settle it, as a sentence. */
  readonly advice: string | ((breach: Breach) => string);
  fixes?(breach: Breach, policy: Policy): readonly Fix[];
}

const severities: Readonly<Record<Strength, Severity>> = {
  plain: 'error',
  qualified: 'warning',
  reserved: 'information',
  definition: 'information',
  unspoken: 'information',
  unasked: 'information',
};

/** GDPR Rec. 30 and Cal. Civ. Code 1798.140(v)(1)(A) settle what drafts contest: what identifies a device is personal. */
const DEFINITIONS: readonly Citation[] = [
  { text: 'GDPR Art. 4(1) and Recital 30', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj' },
  {
    text: 'Cal. Civ. Code § 1798.140(v)(1)',
    url: 'https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?sectionNum=1798.140.&lawCode=CIV',
  },
];

/** Readers of the other places see a hint there; more than this is no help. */
const MOST_MIRRORS = 8;

/** One finding on each denial with all that breaks it, and a hint on each of the other places. */
export function* reportFamily(policy: Policy, family: Family): Iterable<Report> {
  const graphs = withLocalDefinitions(policy.definitions);
  for (const breach of breaches(policy)) {
    if (family.actions.includes(breach.denial.action)) yield* reportsOn(breach, family, policy, graphs);
  }
  for (const member of comparedWith(policy)) yield* acrossDocuments(policy, member, family);
}

/** What is reported on a breach, by family; made again only when what it rests on is another object. */
const known = kept((_breach: Breach) => new Map<Family, { from: readonly unknown[]; reports: readonly Report[] }>());

function reportsOn(breach: Breach, family: Family, policy: Policy, graphs: DraftGraphs): readonly Report[] {
  const from = [graphs, policy.regimes.find(isAboutPersonalData)?.id];
  const last = known(breach).get(family);
  if (last && isSameList(last.from, from)) return last.reports;
  const reports = [onDenial(breach, family, policy, graphs), ...onTheOtherSide(breach, graphs)];
  known(breach).set(family, { from, reports });
  return reports;
}

/** Each side of a contradiction between two documents stands in its own one; nothing there shows the other. */
function* acrossDocuments(policy: Policy, member: SetMember, family: Family): Iterable<Report> {
  const own = asMember(policy);
  const { document, name } = member;
  for (const breach of breachesAcross(own, member.policy)) {
    if (!family.actions.includes(breach.denial.action)) continue;
    const report = onDenial(breach, family, policy, withLocalDefinitions(member.policy.definitions), name);
    yield { ...report, related: report.related?.map((related) => ({ ...related, document })) };
  }
  for (const breach of breachesAcross(member.policy, own)) {
    if (!family.actions.includes(breach.denial.action)) continue;
    const [clearest] = breach.conflicts as [Conflict];
    const graphs = withLocalDefinitions(policy.definitions);
    const { said, denied: no, strength } = clearest;
    yield {
      place: wordsThatSay(said),
      severity: severities[strength],
      message: `${capital(asserted(said))} here, but ${denied(no)} in ${name}${countsAs(said, no, graphs)}. ${adviceOn(breach, family)}`,
      related: [{ document, place: breach.denial.evidence.place, message: `${denied(no)}.` }],
    };
  }
}

function onDenial(breach: Breach, family: Family, policy: Policy, graphs: DraftGraphs, document?: string): Report {
  const clearest = breach.conflicts[0] as Conflict;
  const regime = settles(clearest) ? policy.regimes.find(isAboutPersonalData) : undefined;
  const way = wayUp(clearest.said, clearest.denied, graphs);
  return {
    place: breach.denial.evidence.place,
    message: sentenceFor(clearest, breach, graphs, adviceOn(breach, family), document),
    severity: regime ? 'warning' : severities[clearest.strength],
    ...(regime && { regime: regime.id }),
    ...(clearest.strength === 'definition' && { citations: DEFINITIONS }),
    related: breach.conflicts.map(
      ({ said }): Related => ({ place: wordsThatSay(said), message: `${asserted(said)}.` }),
    ),
    // the words that would be changed or taken up stand in another document
    fixes: (draft) => (document === undefined && family.fixes?.(breach, draft)) || [],
    explanation: [
      `Denied: ${row(clearest.denied, graphs)}`,
      `Said: ${row(clearest.said, graphs)}`,
      ...(way === undefined ? [] : [`Data: ${way}`]),
      `Checked: ${guards.map(({ name }) => name).join('; ')}`,
    ],
  };
}

/** A law that says what is personal; what is sensitive in one law is not so in the next, and in California in combination only. */
const settles = ({ strength, denied: no }: Conflict): boolean =>
  strength === 'definition' && !dataGraph.isA(no.data.id, 'sensitive');

const adviceOn = (breach: Breach, { advice }: Family): string => (typeof advice === 'string' ? advice : advice(breach));

const isAboutPersonalData = ({ id, state }: Policy['regimes'][number]): boolean =>
  state === 'active' && (id === 'gdpr' || id === 'uk-gdpr' || id === 'ccpa');

function sentenceFor(
  { said, denied: no, strength }: Conflict,
  { conflicts }: Breach,
  graphs: DraftGraphs,
  advice: string,
  document: string | undefined,
): string {
  const there = document === undefined ? where(said, no) : ` in ${document}`;
  const others = conflicts.length > 1 ? ` (and ${conflicts.length - 1} more)` : '';
  const { [strength]: reserve = '' } = reserves;
  return `${capital(denied(no))} here, but ${asserted(said)}${there}${others}${reserve}${countsAs(said, no, graphs)}. ${advice}`;
}

/** What leaves it open whether the two exclude each other. */
const reserves: Partial<Record<Strength, string>> = {
  reserved: ', unless one of the two means less than it says',
  unspoken: ', which the denial does not leave out',
  unasked: ', without a word on the consent that the denial speaks of',
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function* onTheOtherSide({ conflicts, denial }: Breach, graphs: DraftGraphs): Iterable<Report> {
  const seen = new Set<unknown>();
  for (const { said, denied: no } of conflicts) {
    if (seen.size === MOST_MIRRORS) return;
    const { sentence } = said.statement.evidence;
    if (seen.has(sentence)) continue;
    seen.add(sentence);
    yield {
      place: wordsThatSay(said),
      severity: 'hint',
      message: `${capital(asserted(said))} here, but ${denied(no)}${where(no, said)}${countsAs(said, no, graphs)}.`,
      related: [{ place: denial.evidence.place, message: `${denied(no)}.` }],
    };
  }
}
