import type { Policy, SetMember } from '../policy';
import { anyOf, type DocumentKind, documentSets, scopeOfKind } from './kinds';

const scoped = new WeakMap<Policy, Map<DocumentKind, Policy>>();

/** The title of a notice narrows all that it says: a children's notice speaks of children. */
export function withScopeOf(kind: DocumentKind, policy: Policy): Policy {
  const { region, subject } = scopeOfKind(kind);
  if (!region && !subject) return policy;
  const known = scoped.get(policy) ?? new Map<DocumentKind, Policy>();
  scoped.set(policy, known);
  let narrowed = known.get(kind);
  if (!narrowed) {
    const statements = policy.statements.map((statement) => ({
      ...statement,
      ...(subject && statement.subject === 'any' && { subject }),
      ...(region && statement.region.id === 'any' && { region: { id: region, origin: 'heading' as const } }),
    }));
    narrowed = { ...policy, statements };
    known.set(kind, narrowed);
  }
  return narrowed;
}

const PREVAILS = anyOf(documentSets.prevails);
const prevailing = new WeakMap<Policy['sentences'], boolean>();

/** "If this notice and the policy differ, this notice applies." */
function saysWhichHolds({ sentences }: Policy): boolean {
  let known = prevailing.get(sentences);
  if (known === undefined) {
    known = sentences.some(
      ({ block, start, end }) => end - start < 1000 && PREVAILS.test(block.text.slice(start, end)),
    );
    prevailing.set(sentences, known);
  }
  return known;
}

/** The documents whose statements must agree with the draft's. */
export function comparedWith(policy: Policy): readonly SetMember[] {
  const { set } = policy;
  if (!set || scopeOfKind(set.kind).apart || saysWhichHolds(policy)) return [];
  return set.members.filter(({ kind, policy: other }) => !scopeOfKind(kind).apart && !saysWhichHolds(other));
}

/** The draft's statements as another document has to read them. */
export const asMember = (policy: Policy): Policy => withScopeOf(policy.set?.kind ?? 'main', policy);
