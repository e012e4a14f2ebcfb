import { judged, type Reading } from './analyze';
import { checkDisclosures } from './disclosures/checklist';
import type { ActiveRegime, ChecklistItem } from './disclosures/types';
import { type DocumentKind, kindNamed, kindOfDocument, mayLeave } from './documentSets/kinds';
import { readDocumentLinks } from './documentSets/links';
import { withScopeOf } from './documentSets/members';
import { isSameList, kept } from './kept';
import type { Policy, PolicySet, RemoteMember, SetDocument, SetMember } from './policy';
import type { Analysis, AnalysisOptions } from './types';

/**
 * Judges a draft as one of several documents: what another of them may say is looked for there, and what two of them say
 * of the same data is compared. Where the other documents change nothing, it is judged by itself.
 */
export function inSet(reading: Reading, others: readonly SetDocument[], options: AnalysisOptions): Analysis {
  const set = readSet(reading.policy, others);
  const { missingFiles = [] } = options;
  const isComplete = missingFiles.length === 0;
  if (set.members.length === 0 && set.remote.length === 0 && isComplete) return judged(reading, options);
  const checklist = completed({ ...reading.policy, set }, options);
  if (set.members.length === 0 && checklist === reading.checklist && isComplete) return judged(reading, options);
  const policy: Policy = { ...reading.policy, checklist, set, ...(!isComplete && { missingFiles }) };
  return judged({ ...reading, policy, checklist }, options);
}

function readSet(policy: Policy, others: readonly SetDocument[]): PolicySet {
  const kind = kindOfDocument(policy.document) ?? 'main';
  const hasPolicy =
    kind === 'main' || others.some(({ through, policy }) => !through && kindOfDocument(policy.document) === 'main');
  const members = others.flatMap((other): SetMember[] => {
    const itsKind = kindOfDocument(other.policy.document) ?? other.link?.kind;
    if (!itsKind) return [];
    const { declared, link, backLink, through } = other;
    // a second policy at the end of a chain is that of another product
    if (through !== undefined && itsKind === 'main' && hasPolicy) return [];
    const completes =
      declared === true ||
      link?.incorporates === true ||
      through === 'on' ||
      (kind === 'main' && (backLink?.incorporates === true || through === 'back'));
    // two policies that merely link to each other are those of two companies or products
    if (itsKind === kind && !completes) return [];
    const name = other.document.replace(/^.*[/\\]/s, '');
    return [{ ...other, kind: itsKind, name, completes, policy: withScopeOf(itsKind, other.policy) }];
  });
  const set = { kind, members, remote: remoteMembers(policy, kind) };
  const last = lastSets(policy.document.draft);
  if (!last.set || !isSameSet(set, last.set)) last.set = set;
  return last.set;
}

/** The same object as long as it holds the same documents. */
const lastSets = kept((_draft: object): { set?: PolicySet } => ({}));

const isSameSet = (a: PolicySet, b: PolicySet): boolean =>
  a.kind === b.kind && haveSameFields(a.members, b.members) && haveSameFields(a.remote, b.remote);

const haveSameFields = <T extends object>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((one, i) => isSameList(Object.entries(one).flat(), Object.entries(b[i]).flat()));

function remoteMembers(policy: Policy, kind: DocumentKind): RemoteMember[] {
  const found = new Map<string, RemoteMember>();
  for (const link of readDocumentLinks(policy)) {
    if (!link.remote || !link.incorporates || !link.kind || link.kind === kind || found.has(link.target)) continue;
    found.set(link.target, { url: link.target, kind: link.kind, link });
  }
  return [...found.values()];
}

/** What the draft lacks and another document says, or may say. */
function completed(policy: Policy & { readonly set: PolicySet }, options: AnalysisOptions): readonly ChecklistItem[] {
  const { checklist, set, regimes } = policy;
  const from = [checklist, set, regimes, options.regimes, options.project?.facts];
  const last = lastCompleted(policy.document.draft);
  if (isSameList(from, last.from)) return last.items;
  const said = set.members
    .filter(({ completes }) => completes)
    .map((member) => ({ member, checklist: checklistOf(member, regimes, options) }));
  let changed = false;
  const items = checklist.map((item) => {
    if (item.status !== 'missing' && item.status !== 'weak') return item;
    const found = saidElsewhere(item, set, said) ?? perhapsElsewhere(item, set, regimes);
    changed ||= found !== undefined;
    return found ?? item;
  });
  return Object.assign(last, { from, items: changed ? items : checklist }).items;
}

const lastCompleted = kept((_draft: object): { from: readonly unknown[]; items: readonly ChecklistItem[] } => ({
  from: [],
  items: [],
}));

interface MemberChecklist {
  readonly member: SetMember;
  readonly checklist: ReadonlyMap<string, ChecklistItem>;
}

/** The other document under the draft's regimes, whichever it names itself. */
function checklistOf({ policy }: SetMember, regimes: readonly ActiveRegime[], options: AnalysisOptions) {
  return new Map(checkDisclosures(policy, regimes, options).map((item) => [item.id, item]));
}

function saidElsewhere(item: ChecklistItem, set: PolicySet, said: readonly MemberChecklist[]) {
  for (const { member, checklist } of said) {
    const there = checklist.get(item.id);
    if (there?.status !== 'present' || !mayLeave(item.id, set.kind, member.kind)) continue;
    return {
      ...item,
      status: 'elsewhere' as const,
      elsewhere: { document: member.document, places: there.places, checked: true },
      reason: `The ${kindNamed(member.kind)} (${member.name}) says so.`,
    };
  }
  return undefined;
}

/** A link that cannot be followed. Who asks for a regime by name is told what the draft itself holds. */
function perhapsElsewhere(item: ChecklistItem, set: PolicySet, regimes: readonly ActiveRegime[]) {
  const remote = set.remote.find(({ kind }) => mayLeave(item.id, set.kind, kind));
  if (!remote) return undefined;
  const asked = regimes.some(({ id, source }) => id === item.regime && source === 'option');
  return {
    ...item,
    ...(!asked && { status: 'elsewhere' as const }),
    elsewhere: { document: remote.url, places: [], checked: false },
    reason: `May be covered by ${remote.url}; not checked.`,
  };
}
