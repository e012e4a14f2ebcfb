import { derived } from '../dependencies';
import type { Policy, SetMember } from '../policy';
import { throughSentences } from '../practices/throughout';
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
/** "If this notice and the policy differ, this notice applies." */
const saysWhichHolds = (policy: Policy): boolean => prevailing(policy).length > 0;
const prevailing = throughSentences((sentence) => {
  const { block, start, end } = sentence;
  return end - start < 1000 && PREVAILS.test(block.text.slice(start, end)) ? [sentence] : [];
});

/** The documents whose statements must agree with the draft's. */
export function comparedWith(policy: Policy): readonly SetMember[] {
  const { set } = policy;
  if (!set || scopeOfKind(set.kind).apart || saysWhichHolds(policy)) return [];
  return set.members.filter(({ kind, policy: other }) => !scopeOfKind(kind).apart && !saysWhichHolds(other));
}

/** The draft's statements as another document has to read them. */
export const asMember = derived((policy: Policy): Policy => withScopeOf(policy.set?.kind ?? 'main', policy));
