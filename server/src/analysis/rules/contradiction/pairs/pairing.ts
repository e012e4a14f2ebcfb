import { derived } from '../../../dependencies';
import type { Block } from '../../../document/types';
import { getOrMake, isSameList, kept } from '../../../kept';
import type { Policy } from '../../../policy';
import { passesOn } from '../../../practices/clauses/actions';
import { isLook } from '../../../practices/clauses/looking';
import { isLocal, isLocalFirst, reachesCompany } from '../../../practices/localFirst';
import { type DraftGraphs, withLocalDefinitions } from '../../../practices/names/localDefinitions';
import type { Action, Statement } from '../../../practices/types';
import { isLegal } from '../guards/exceptions';
import type { Guard } from '../guards/guard';
import { coveredCase, guards, outsideExceptions } from '../guards/guards';
import { presupposesCollection } from '../guards/presupposed';
import { givesExamples, isSupposed, isSweeping, isUnconditional } from '../guards/sweeping';
import { type Claim, claimsOf } from './claims';
import { withDerived } from './derivations';
import { type Conflict, clearer, ranked, strengthOf } from './strength';
import { wordsThatSay } from './wording';

/** All that breaks one denial, the clearest first, one per place. */
export interface Breach {
  readonly denial: Statement;
  readonly conflicts: readonly Conflict[];
}

const COMPARED: ReadonlySet<Action> = new Set([
  'collect',
  'use',
  'store',
  'retain',
  'share',
  'sell',
  'ccpaShare',
  'allow',
  'place',
]);
/** A denial of everything in a draft of thousands of statements need not meet them all: the fewer, the more there are. */
const COMPARED_IN_ALL = 1_000_000;
const MOST_COMPARED = 4000;
const FEWEST_COMPARED = 200;

/** Every denial of the draft that something else in it breaks, in reading order. */
export const breaches = perStatements((policy): readonly Breach[] => {
  const last = lastBreaches(policy.document.draft);
  const found = findBreaches(policy);
  if (!isSameList(found, last.breaches)) last.breaches = found;
  return last.breaches;
});

const lastBreaches = kept((_draft: object): { breaches: readonly Breach[] } => ({ breaches: [] }));

/** Reads something from a draft's statements and definitions, and again only when one of them has changed. */
function perStatements<T>(read: (policy: Policy) => T): (policy: Policy) => T {
  const known = new WeakMap<Policy['statements'], { readonly definitions: Policy['definitions']; readonly value: T }>();
  return derived((policy) => {
    const { statements, definitions } = policy;
    let found = known.get(statements);
    if (found?.definitions !== definitions) {
      found = { definitions, value: read(policy) };
      known.set(statements, found);
    }
    return found.value;
  });
}

/** Affirmed claims by action and type of data, so that a denial meets only what it could rule out. */
type Index = ReadonlyMap<string, readonly Claim[]>;

/** What a draft affirms, ready to be held against a denial. */
interface Affirmed {
  readonly graphs: DraftGraphs;
  readonly index: Index;
  /** What is said of non-personal data: by block, sentence and action. */
  readonly nonPersonal: ReadonlyMap<Block, ReadonlySet<string>>;
  /** How many claims a denial meets. */
  readonly mostCompared: number;
  /** The version before, and the keys under which the index has other claims than there. */
  readonly change: { readonly before: Affirmed; readonly keys: readonly string[] } | undefined;
}

/** By draft: what it affirmed when it was read last. */
const lastAffirmed = new WeakMap<object, Affirmed>();

const affirmed = perStatements((policy): Affirmed => {
  const before = lastAffirmed.get(policy.document.draft);
  const graphs = withLocalDefinitions(policy.definitions);
  const local = isLocalFirst(policy.statements);
  const said = policy.statements.filter(
    (statement) => isAffirmed(statement) && (!local || reachesCompany(statement) || presupposesCollection(statement)),
  );
  const nonPersonal = new Map<Block, Set<string>>();
  for (const { data, action, evidence } of said) {
    const { block, index } = evidence.sentence;
    if (data.some(({ id }) => id === 'non_personal'))
      getOrMake(nonPersonal, block, () => new Set()).add(`${index} ${kindOfAction(action)}`);
  }
  const share = Math.floor(COMPARED_IN_ALL / policy.statements.length);
  const mostCompared = Math.max(FEWEST_COMPARED, Math.min(MOST_COMPARED, share));
  const index = indexOf(said, local);
  const change = before?.graphs === graphs ? { before, keys: changedKeys(before.index, index) } : undefined;
  const now = { graphs, index, nonPersonal, mostCompared, change };
  // only the version right before is of use
  if (before) Object.assign(before, { change: undefined });
  lastAffirmed.set(policy.document.draft, now);
  return now;
});

/** Keys under which two indexes hold different claims. */
function changedKeys(before: Index, after: Index): string[] {
  const changed: string[] = [];
  for (const [key, claims] of after) if (!isSameList(claims, before.get(key) ?? [])) changed.push(key);
  for (const key of before.keys()) if (!after.has(key)) changed.push(key);
  return changed;
}

const isAffirmed = kept(
  (statement: Statement) => isUsable(statement) && statement.polarity === 'affirmed' && isDone(statement),
);

const isUsable = ({ confidence, action }: Statement): boolean => confidence === 'high' && COMPARED.has(action);

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
    const { block, start } = denial.evidence.sentence;
    // "we do not sell or rent" denies one thing
    const key = `${block.index} ${start} ${kindOfAction(denial.action)} ${conflicts[0]?.said.data.place.block.index} ${conflicts[0]?.said.data.place.start}`;
    // "your details stay with us; we do not pass them on" denies it twice
    const again = `${block.index} of ${denial.data[0]?.place.start} ${kindOfAction(denial.action)} ${conflicts[0]?.said.data.place.block.index} ${conflicts[0]?.said.data.place.start}`;
    if (conflicts.length === 0 || told.has(key) || told.has(again)) continue;
    // nobody reads a promise not to share as one to disobey a court
    const toAuthorities = denial.recipients.some(({ id }) => id === 'government');
    const byLaw = !toAuthorities && conflicts.every(({ said }) => isLegal(said, affirmed(saying).graphs));
    if (passesOn(denial.action) && byLaw) continue;
    told.add(key).add(again);
    found.push(breachWith(conflicts)(denial));
  }
  return found;
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

/** "We collect anonymised statistics. No personal data is stored": to collect, to use and to store is to have. */
const kindOfAction = (action: Action): Action =>
  action === 'store' || action === 'retain' || action === 'use' ? 'collect' : action;

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

/** Neither supposed nor done on the reader's own device, where the company gets nothing. */
const isDone = (statement: Statement): boolean =>
  !isSupposed(statement) && !isLocal(statement) && !isEntryOfContents(statement) && !isPassing(statement);

/** "uses IP addresses without storing them": nothing is kept. */
const isPassing = ({ evidence: { sentence } }: Statement): boolean =>
  /\bwithout (?:[a-z]+,? ){0,4}(?:collecting|storing|saving|recording|keeping|retaining)\b/i.test(
    sentence.block.text.slice(sentence.start, sentence.end),
  );

/** A list item that is a link to a section of the same page names a topic, it says nothing. */
function isEntryOfContents({ evidence }: Statement): boolean {
  const { block } = evidence.place;
  return (
    block.kind === 'item' &&
    block.inline.some(
      ({ kind, target, start, end }) =>
        kind === 'link' && target?.startsWith('#') === true && end - start >= block.text.length - 2,
    )
  );
}

/** Shared with an app that the reader chose: that does not make it collected. */
const isMereConsequence = ({ derived, action }: Claim): boolean => derived && action === 'collect';

const affirmedClaims = kept((statement: Statement) => claimsOf(statement).flatMap(withDerived));
const impliedClaims = kept(claimsOf);
const deniedClaims = kept((statement: Statement) => claimsOf(statement).filter(isSweeping));

function indexOf(statements: readonly Statement[], local: boolean): Index {
  const index = new Map<string, Claim[]>();
  for (const statement of statements) {
    for (const claim of affirmedClaims(statement)) {
      if (local && isMereConsequence(claim)) continue;
      const key = `${claim.action} ${claim.data.id}`;
      const list = index.get(key);
      if (list) list.push(claim);
      else index.set(key, [claim]);
    }
  }
  return index;
}

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
