import type { Citation } from '../../citation';
import { type Disclosure, disclosureById, regimeCatalogue } from '../../disclosures/catalogue';
import { homeOf } from '../../disclosures/homes';
import type { Reading } from '../../disclosures/reading';
import { readingOf } from '../../disclosures/readingOf';
import type { ActiveRegime, ChecklistItem } from '../../disclosures/types';
import { wholeBlock } from '../../document/place';
import type { Place, Section } from '../../document/types';
import { insertMissing } from '../../fixes/insertMissing';
import type { Policy } from '../../policy';
import type { Severity } from '../../severity';
import { groupId } from '../groups';
import { missingDateIn } from '../reference/missingDate';
import type { Fix, Report, Rule } from '../types';
import { holdsNothing, isAskedOf, wordCount } from './askedOf';
import { explanationFor, messageFor, type Open, perhapsIn } from './messages';
import { confirm, possiblyApplies } from './possibleRegimes';
import { unlinkedNotices } from './unlinkedNotices';

/** Below this many words a draft has barely begun: what it lacks is not news to its author. */
const BEGUN = 60;

/**
 * What the regimes that apply ask a policy to say and the draft does not. The catalogue under catalogue/disclosures names
 * each disclosure with its source; the checklist says which are met.
 *
 * Where nobody confirmed that a regime applies, only its core is reported: what every reviewer would ask for first, unless
 * a document that the draft leads to may hold it. The rest stands in the checklist. Of a draft that hardly says anything,
 * or by which nobody's data is held, only what confirmed regimes and every reader ask for is reported.
 */
export const requiredDisclosures: Rule = {
  id: 'disclosure/required',
  title: 'Something that the applicable law asks for is not in the draft',
  severity: 'warning',
  citations: [],
  *check({ policy, today }) {
    const title = titlePlace(policy);
    if (!title) return;
    const all = policy.checklist.flatMap((item) => reportable(item, policy, today));
    if (wordCount(policy) < BEGUN) {
      if (all.length > 0) yield barelyBegun(title, all.length);
      return;
    }
    // a draft that sends its readers to its date is told so there
    const told = missingDateIn(policy) ? 'date' : undefined;
    const open = all.filter(
      ({ regime, disclosure: { fact } }) =>
        (confirmedBy(regime) || isAskedOf(regime, policy)) && (fact === undefined || fact !== told),
    );
    if (all.some(({ regime }) => !confirmedBy(regime) && !isAskedOf(regime, policy)) && !holdsNothing(policy))
      yield hardlyAPolicy(all, policy, title);
    const reading = readingOf(policy);
    for (const findings of grouped(withoutRepeats(open), reading)) yield reportOn(findings, policy, reading, title);
    const possible = holdsNothing(policy) ? [] : policy.regimes.filter(({ state }) => state === 'possible');
    if (possible.length > 0) yield possiblyApplies(possible, policy, reading, title);
    yield* unlinkedNotices(policy, title);
  },
};

const confirmedBy = ({ source }: ActiveRegime): boolean => source !== 'text' && source !== 'always';
const oneLess: Readonly<Record<Severity, Severity>> = {
  error: 'warning',
  warning: 'information',
  information: 'hint',
  hint: 'hint',
};

function reportable(item: ChecklistItem, policy: Policy, today: string | undefined): Open[] {
  const disclosure = disclosureById.get(item.id);
  const regime = policy.regimes.find(({ id }) => id === item.regime);
  if (!disclosure || !regime || item.required !== 'yes' || item.unfilled) return [];
  const unchecked = item.elsewhere?.checked === false;
  if (item.status !== 'missing' && item.status !== 'weak' && !unchecked) return [];
  const confirmed = confirmedBy(regime);
  if (!confirmed && (!disclosure.core || unchecked)) return [];
  if (item.status === 'weak' && (!confirmed || disclosure.weakReportedBy)) return [];
  const capped = !confirmed && disclosure.severity === 'error' ? 'warning' : disclosure.severity;
  const inForce = today === undefined || disclosure.inForce === undefined || disclosure.inForce <= today;
  const own = inForce && !unchecked ? capped : 'information';
  const severity = item.status === 'weak' ? oneLess[own] : own;
  return severity === 'hint' ? [] : [{ disclosure, item, regime, severity, inForce }];
}

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2, hint: 3 };

/** Several regimes ask for the same fact: the one that weighs most speaks for all. */
function withoutRepeats(open: readonly Open[]): Open[] {
  const best = new Map<string, Open>();
  for (const one of open) {
    const { fact } = one.disclosure;
    const known = fact === undefined ? undefined : best.get(fact);
    if (fact !== undefined && (!known || weighsMore(one, known))) best.set(fact, one);
  }
  return open.filter((one) => one.disclosure.fact === undefined || best.get(one.disclosure.fact) === one);
}

function weighsMore(one: Open, other: Open): boolean {
  const generality = Number(one.regime.id === 'general') - Number(other.regime.id === 'general');
  return generality !== 0 ? generality < 0 : ranks[one.severity] < ranks[other.severity];
}

/** Missing rights make one finding, by whatever laws, where they belong in the same place. */
function grouped(open: readonly Open[], reading: Reading): Open[][] {
  const groups = new Map<string, Open[]>();
  for (const one of open) {
    const { group, id } = one.disclosure;
    const alone = group === undefined || one.item.status === 'weak';
    const alike = open.filter(({ disclosure, regime }) => disclosure.group === group && regime === one.regime);
    const home = homeOfMost(alone ? [one] : alike, reading)?.index ?? 'none';
    const key = alone ? id : `${group} ${home} ${one.item.elsewhere?.document ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

/** Where most of them belong: the right to erasure stands with the other rights, though "Deletion" would fit it better. */
function homeOfMost(findings: readonly Open[], reading: Reading): Section | undefined {
  const counts = new Map<Section | undefined, number>();
  for (const { disclosure, regime } of findings) {
    const home = homeOf(disclosure, regime.id, reading);
    counts.set(home, (counts.get(home) ?? 0) + 1);
  }
  const [[most] = []] = [...counts].sort(([, a], [, b]) => b - a);
  return most;
}

function reportOn(findings: readonly Open[], policy: Policy, reading: Reading, title: Place): Report {
  const [first] = findings as [Open];
  const { disclosure, item, regime } = first;
  const home = homeOfMost(findings, reading);
  const severity = findings.map((one) => one.severity).sort((a, b) => ranks[a] - ranks[b])[0] ?? 'information';
  const [close] = item.places;
  return {
    rule:
      findings.length > 1 && disclosure.group !== undefined
        ? groupId(disclosure.group, new Set(findings.map((one) => one.regime.id)))
        : ruleOf(first),
    place: item.status === 'weak' && close ? close : home?.heading ? wholeBlock(home.heading) : title,
    message: messageFor(findings) + perhapsIn(item),
    severity,
    regime: regime.id,
    citations: findings.map(({ disclosure: { citation, url } }): Citation => ({ text: citation, url })),
    explanation: explanationFor(first),
    fixes: fixesFor(findings, policy, reading, home),
    ...(findings.length > 1 && {
      parts: {
        rules: findings.map((one) => ({ rule: ruleOf(one), title: one.disclosure.title })),
        only: (rules) =>
          reportOn(
            findings.filter((one) => rules.has(ruleOf(one))),
            policy,
            reading,
            title,
          ),
      },
    }),
  };
}

const ruleOf = ({ disclosure }: Open): string => `disclosure/${disclosure.id}`;

function fixesFor(findings: readonly Open[], policy: Policy, reading: Reading, section: Section | undefined): Fix[] {
  const byRegime = new Map<ActiveRegime, Disclosure[]>();
  // what two laws grant alike is a right of each: people elsewhere may have it under one of them alone
  for (const { disclosure, regime } of findings) {
    byRegime.set(regime, [...(byRegime.get(regime) ?? []), disclosure]);
  }
  const parts = [...byRegime].map(([{ id }, disclosures]) => ({
    lead: regimeCatalogue.get(id)?.rightsLead,
    disclosures,
  }));
  const insert = insertMissing(parts, policy, reading, section);
  const guessed = [...new Set(findings.map(({ regime }) => regime))].filter(({ source }) => source === 'text');
  return guessed.length > 0 ? [insert, confirm(guessed, policy)] : [insert];
}

function barelyBegun(place: Place, count: number): Report {
  return {
    rule: 'disclosure/barely-begun',
    place,
    message: `This draft has barely begun, so what it lacks is not listed yet: the checklist holds ${count} ${count === 1 ? 'disclosure' : 'disclosures'} still to make.`,
    severity: 'information',
    citations: [],
  };
}

function hardlyAPolicy(open: readonly Open[], policy: Policy, place: Place): Report {
  const guessed = [...new Set(open.map(({ regime }) => regime))].filter(({ source }) => source === 'text');
  const count = open.filter(({ regime }) => !confirmedBy(regime)).length;
  return {
    rule: 'disclosure/barely-begun',
    place,
    message: `This page says hardly anything about what you do with personal data, so what it lacks is not listed. The checklist holds ${count} ${count === 1 ? 'disclosure' : 'disclosures'} still to make.`,
    severity: 'information',
    citations: [],
    fixes: guessed.length > 0 ? [confirm(guessed, policy)] : [],
  };
}

/** The draft's title, else its first sentence. */
function titlePlace({ document, sentences }: Policy): Place | undefined {
  const heading = document.blocks.find((block) => block.kind === 'heading');
  if (heading) return wholeBlock(heading);
  const [first] = sentences;
  return first && { block: first.block, start: first.start, end: first.end };
}
