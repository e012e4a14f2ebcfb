import { isSameList, kept } from '../../../kept';
import type { Policy } from '../../../policy';
import { passesOn } from '../../../practices/clauses/actions';
import { isLook } from '../../../practices/clauses/looking';
import type { Statement } from '../../../practices/types';
import { isForOwnEnds, isLegal } from '../guards/exceptions';
import type { Guard } from '../guards/guard';
import { coveredCase, guards, outsideExceptions } from '../guards/guards';
import { comparable } from '../guards/narrowedAlike';
import { leavesNothing } from '../guards/separateSentences';
import { givesExamples, isUnconditional } from '../guards/sweeping';
import { type Affirmed, affirmed, isUsable, kindOfAction, perStatements } from './affirmed';
import { type Claim, claimsOf } from './claims';
import { type Conflict, clearer, ranked, strengthOf } from './strength';
import { wordsThatSay } from './wording';

/** All that breaks one denial, the clearest first, one per place. */
export interface Breach {
  readonly denial: Statement;
  readonly conflicts: readonly Conflict[];
}

/** Every denial of the draft that something else in it breaks, in reading order. */
export const breaches = perStatements((policy): readonly Breach[] => {
  const last = lastBreaches(policy.document.draft);
  const found = findBreaches(policy);
  if (!isSameList(found, last.breaches)) last.breaches = found;
  return last.breaches;
});

const lastBreaches = kept((_draft: object): { breaches: readonly Breach[] } => ({ breaches: [] }));

/** Every denial of one document that another document of its set breaks. */
export function breachesAcross(policy: Policy, other: Policy): readonly Breach[] {
  return findBreaches(policy, other);
}

/** Denials of `policy` that are broken by `saying`: itself, or another document. */
function findBreaches(policy: Policy, saying = policy): Breach[] {
  const found: Breach[] = [];
  const told = new Set<string>();
  for (const denial of policy.statements) {
    if (denial.polarity !== 'denied' || !(isUsable(denial) || denial.asked) || !isUnconditional(denial)) continue;
    // "we do not use your data" without a purpose says nothing that could be broken, "we do not read it" does
    if (denial.action === 'use' && denial.purposes.length === 0 && !isLook(denial)) continue;
    if (elaborates(denial, affirmed(policy).nonPersonal)) continue;
    const conflicts = conflictsWith(deniedClaims(denial), affirmed(saying));
    const tellings = tellingsOf(denial, conflicts);
    if (conflicts.length === 0 || tellings.some((telling) => told.has(telling))) continue;
    // nobody reads a promise not to share as one to disobey a court
    const toAuthorities = denial.recipients.some(({ id }) => id === 'government');
    const byLaw = !toAuthorities && conflicts.every(({ said }) => isLegal(said, affirmed(saying).graphs));
    const leavesNone = leavesNothing(denial.evidence.sentence) && conflicts.some(({ said }) => isForOwnEnds(said));
    if (passesOn(denial.action) && byLaw && !leavesNone) continue;
    for (const telling of tellings) told.add(telling);
    found.push(breachWith(conflicts)(denial));
  }
  return found;
}

/**
 * What makes two denials one for the reader, the clearest conflict being the same: to stand in one sentence ("we do not sell
 * or rent"), or to speak of the same words ("your details stay with us; we do not pass them on").
 */
function tellingsOf({ action, data, evidence }: Statement, [clearest]: readonly Conflict[]): readonly string[] {
  const { block, start } = evidence.sentence;
  const broken = `${kindOfAction(action)} ${clearest?.said.data.place.block.index} ${clearest?.said.data.place.start}`;
  return [`${block.index} ${start} ${broken}`, `${block.index} of ${data[0]?.place.start} ${broken}`];
}

/** The same as long as the conflicts are. */
const breachWith = kept((conflicts: readonly Conflict[]) =>
  kept((denial: Statement): Breach => ({ denial, conflicts })),
);

/**
 * "We may share non-identifying information, such as … We don't share information that identifies you." The denial says
 * what the sentence before it leaves out.
 */
function elaborates({ evidence, action }: Statement, nonPersonal: Affirmed['nonPersonal']): boolean {
  const { block, index } = evidence.sentence;
  const known = nonPersonal.get(block);
  const kind = kindOfAction(action);
  return known !== undefined && (known.has(`${index - 1} ${kind}`) || known.has(`${index} ${kind}`));
}

/** What breaks a denial that another statement implies ("we share only with …" denies everyone else). */
export function breachOf(policy: Policy, denial: Statement): readonly Conflict[] {
  return conflictsWith(impliedClaims(denial), affirmed(policy));
}

/** What a denial would rule out if it had no exceptions, with or without consent. */
export function takenBack(policy: Policy, denial: Statement): readonly Conflict[] {
  if (denial.conditions.some(({ kind }) => kind !== 'consent' && kind !== 'time')) return [];
  return conflictsWith(deniedClaims(denial), affirmed(policy), unexcepted);
}

const unexcepted = guards.filter((guard) => guard !== outsideExceptions && guard !== coveredCase);

const impliedClaims = kept(claimsOf);
const deniedClaims = kept((statement: Statement) => claimsOf(statement).flatMap(comparable));

/** What a denial met, and under which circumstances. */
interface Met {
  readonly affirmed: Affirmed;
  readonly denials: readonly Claim[];
  readonly compared: number;
  readonly conflicts: readonly Conflict[];
}

/** By the guards that were asked and the denial. */
const known = kept((_checked: readonly Guard[]) => new WeakMap<Statement, Met>());

/** The conflicts of one denial; they stay the same object as long as no claim that the denial could meet has changed. */
function conflictsWith(
  denials: readonly Claim[],
  said: Affirmed,
  checked: readonly Guard[] = guards,
): readonly Conflict[] {
  const [first] = denials;
  if (!first) return [];
  const last = known(checked).get(first.statement);
  const stands = last !== undefined && isSameList(last.denials, denials) && stillMeets(last, said);
  const met = stands ? { ...last, affirmed: said } : compare(denials, said, checked);
  known(checked).set(first.statement, met);
  return met.conflicts;
}

/** Whether a denial meets the same claims as before. */
function stillMeets({ affirmed: before, denials, compared }: Met, now: Affirmed): boolean {
  if (now === before) return true;
  if (now.change?.before !== before || compared > now.mostCompared || compared > before.mostCompared) return false;
  return !now.change.keys.some((key) => {
    const [action, id] = key.split(' ') as [string, string];
    return denials.some((denied) => denied.action === action && now.graphs.data.isDescendant(id, denied.data.id));
  });
}

function compare(denials: readonly Claim[], said: Affirmed, checked: readonly Guard[]): Met {
  const { index, graphs, mostCompared } = said;
  const byPlace = new Map<string, Conflict>();
  let compared = 0;
  const met = (): Met => ({ affirmed: said, denials, compared, conflicts: ranked(byPlace) });
  for (const denied of denials) {
    for (const id of graphs.data.descendants(denied.data.id)) {
      for (const claim of index.get(`${denied.action} ${id}`) ?? []) {
        if (++compared > mostCompared) return met();
        if (!checked.every((guard) => guard.holds(claim, denied, graphs))) continue;
        const conflict = { said: claim, denied, strength: strengthOf(claim, denied, graphs) };
        // a denial that lists what it means takes the term in its own sense
        if (conflict.strength === 'definition' && givesExamples(denied)) continue;
        const { block, start } = wordsThatSay(claim);
        const place = `${block.index} ${start}`;
        const other = byPlace.get(place);
        if (!other || clearer(conflict, other) < 0) byPlace.set(place, conflict);
      }
    }
  }
  return met();
}
