import { disclosureById, disclosuresOf, regimeCatalogue } from '../disclosures/catalogue';
import type { Severity } from '../severity';
import type { RuleId } from './types';

/** Disclosures that are reported together, under an id of their own, when several are missing. */
interface DisclosureGroup {
  /** "disclosure/gdpr-rights"; where several laws ask, "disclosure/rights". */
  readonly id: RuleId;
  readonly title: string;
  readonly severity: Severity;
  readonly members: readonly RuleId[];
}

let groups: readonly DisclosureGroup[] | undefined;

export function disclosureGroups(): readonly DisclosureGroup[] {
  groups ??= [...groupsOfRegimes(), ...groupsOfAll()];
  return groups;
}

/** The id under which what is missing of a group is reported, by the laws that ask for it. */
export const groupId = (group: string, regimes: ReadonlySet<string>): RuleId =>
  regimes.size > 1 ? `disclosure/${group}` : `disclosure/${[...regimes][0]}-${group}`;

function groupsOfAll(): DisclosureGroup[] {
  const all = [...disclosureById.values()];
  return [...new Set(all.flatMap(({ group }) => group ?? []))].map((group) => {
    const members = all.filter((one) => one.group === group);
    return {
      id: `disclosure/${group}`,
      title: `Missing: ${group} under several laws`,
      severity: members[0]?.severity ?? 'warning',
      members: members.map(({ id }) => `disclosure/${id}`),
    };
  });
}

const groupsOfRegimes = (): DisclosureGroup[] =>
  [...regimeCatalogue.values()].flatMap(({ regime, name }) => {
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
