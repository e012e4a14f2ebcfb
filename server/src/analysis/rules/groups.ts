import { disclosuresOf, regimeCatalogue } from '../disclosures/catalogue';
import type { Severity } from '../severity';
import type { RuleId } from './types';

/** Disclosures of a regime that are reported together, under an id of their own, when several are missing. */
export interface DisclosureGroup {
  /** "disclosure/gdpr-rights". */
  readonly id: RuleId;
  readonly title: string;
  readonly severity: Severity;
  readonly members: readonly RuleId[];
}

let groups: readonly DisclosureGroup[] | undefined;

export function disclosureGroups(): readonly DisclosureGroup[] {
  groups ??= [...regimeCatalogue.values()].flatMap(({ regime, name }) => {
    const grouped = disclosuresOf(regime).filter(({ group }) => group !== undefined);
    return [...new Set(grouped.map(({ group }) => group))].map((group): DisclosureGroup => {
      const members = grouped.filter((one) => one.group === group);
      return {
        id: `disclosure/${regime}-${group}`,
        title: `Missing: several ${group} under the ${name}`,
        severity: members[0]?.severity ?? 'warning',
        members: members.map(({ id }) => `disclosure/${id}`),
      };
    });
  });
  return groups;
}

let byMember: ReadonlyMap<RuleId, readonly RuleId[]> | undefined;

/**
 * The groups that a disclosure may be reported with. What is said of a group holds for its last missing member too, which
 * is reported under an id of its own.
 */
export function groupsOf(rule: RuleId): readonly RuleId[] {
  if (!byMember) {
    const found = new Map<RuleId, RuleId[]>();
    for (const { id, members } of disclosureGroups())
      for (const member of members) found.set(member, [...(found.get(member) ?? []), id]);
    byMember = found;
  }
  return byMember.get(rule) ?? [];
}
