import type { ChecklistItem } from '../disclosures/types';
import { closest } from '../language/closest';
import type { RuleNames } from '../suppression/apply';
import { groupsOf } from './groups';
import { listRules, type RuleEntry } from './list';

type Shipped = RuleEntry['severity'];

let known: ReadonlyMap<string, ReadonlyMap<string, Shipped>> | undefined;

/** Ids with the severities they ship with, by every name that stands for them: id, another name, group, family. */
function rulesByName(): ReadonlyMap<string, ReadonlyMap<string, Shipped>> {
  if (known) return known;
  const byName = new Map<string, Map<string, Shipped>>();
  for (const { id, aliases = [], severity } of listRules()) {
    for (const name of [id, id.replace(/\/.*/s, ''), ...aliases, ...groupsOf(id)]) {
      byName.set(name, (byName.get(name) ?? new Map<string, Shipped>()).set(id, severity));
    }
  }
  known = byName;
  return known;
}

/** Ids that a name stands for; none where there is no such name. */
export const rulesNamed = (name: string): string[] => [...(rulesByName().get(name)?.keys() ?? [])];

export const knownRuleNames = (): Iterable<string> => rulesByName().keys();

/** Names as suppressions use them. `isOn` says whether a rule is switched on; disclosures are asked for with their regimes. */
export function ruleNames(
  isOn: (id: string, shipped: Shipped) => boolean,
  checklist: readonly ChecklistItem[],
): RuleNames {
  const byName = rulesByName();
  const asked = new Set(checklist.map(({ id }) => `disclosure/${id}`));
  const ran = (id: string, shipped: Shipped) => isOn(id, shipped) && (!id.startsWith('disclosure/') || asked.has(id));
  return {
    isKnown: (name) => byName.has(name),
    closest: (name) => closest(name, byName.keys()),
    names: (name, rule) => byName.get(name)?.has(rule) ?? false,
    ran: (name) => [...(byName.get(name) ?? [])].some(([id, shipped]) => ran(id, shipped)),
  };
}
