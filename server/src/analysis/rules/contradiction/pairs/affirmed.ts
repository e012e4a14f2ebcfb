import catalogue from '../../../catalogue/contradiction.yaml';
import { readCatalogue, wordLists } from '../../../catalogue/read';
import { derived } from '../../../dependencies';
import type { Block } from '../../../document/types';
import { getOrMake, isSameList, kept } from '../../../kept';
import type { Policy } from '../../../policy';
import { isLocal, isLocalFirst, reachesCompany } from '../../../practices/localFirst';
import { type DraftGraphs, ofProduct, withLocalDefinitions } from '../../../practices/names/localDefinitions';
import { soleProduct } from '../../../practices/soleProduct';
import type { Action, Statement } from '../../../practices/types';
import { hasOnlyLetters, isOfOwnAccord } from '../guards/ownAccord';
import { presupposesCollection } from '../guards/presupposed';
import { isSupposed } from '../guards/sweeping';
import { type Claim, claimsOf } from './claims';
import { withDerived } from './derivations';

/** What a draft affirms, by what a denial could rule out of it. */

/** What a denial can rule out: to protect, to delete or to provide is ruled out by none. */
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

/**
 * Reads something from a draft's statements and definitions and from the case that it excepts from all denials, and again
 * only when one of them has changed.
 */
export function perStatements<T>(read: (policy: Policy) => T): (policy: Policy) => T {
  const known = new WeakMap<Policy['statements'], { readonly from: readonly unknown[]; readonly value: T }>();
  return derived((policy) => {
    const { statements, definitions } = policy;
    const from = [definitions, hasOnlyLetters(policy), soleProduct(policy)];
    let found = known.get(statements);
    if (!found || !isSameList(found.from, from)) {
      found = { from, value: read(policy) };
      known.set(statements, found);
    }
    return found.value;
  });
}

/** Affirmed claims by action and type of data, so that a denial meets only what it could rule out. */
type Index = ReadonlyMap<string, readonly Claim[]>;

/** What a draft affirms, ready to be held against a denial. */
export interface Affirmed {
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

export const affirmed = perStatements((policy): Affirmed => {
  const before = lastAffirmed.get(policy.document.draft);
  const graphs = ofProduct(withLocalDefinitions(policy.definitions), soleProduct(policy));
  const local = isLocalFirst(policy.statements);
  const onlyLetters = hasOnlyLetters(policy);
  const said = policy.statements.filter(
    (statement) =>
      isAffirmed(statement) &&
      (!local || (reachesCompany(statement) && !statement.dataScope.fromDevice) || presupposesCollection(statement)) &&
      !(onlyLetters && isOfOwnAccord(statement)),
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

export const isUsable = ({ confidence, action }: Statement): boolean => confidence === 'high' && COMPARED.has(action);

/** "We collect anonymised statistics. No personal data is stored": to collect, to use and to store is to have. */
export const kindOfAction = (action: Action): Action =>
  action === 'store' || action === 'retain' || action === 'use' ? 'collect' : action;

/** Neither supposed nor done on the reader's own device, where the company gets nothing. */
const isDone = (statement: Statement): boolean =>
  !isSupposed(statement) && !isLocal(statement) && !isEntryOfContents(statement) && !isWithoutKeeping(statement);

/** "uses IP addresses without storing them": nothing is kept. */
const isWithoutKeeping = ({ evidence: { sentence } }: Statement): boolean =>
  WITHOUT_KEEPING.test(sentence.block.text.slice(sentence.start, sentence.end));
const { leftUndone } = readCatalogue(catalogue, wordLists('leftUndone'));
const WITHOUT_KEEPING = new RegExp(`\\bwithout (?:[a-z]+,? ){0,4}(?:${leftUndone.join('|')})\\b`, 'i');

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
