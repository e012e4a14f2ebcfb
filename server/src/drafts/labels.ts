import { dataEntries, entityEntries } from '../analysis/catalogue/ontology/terms';
import { factLabels } from '../analysis/disclosures/facts';
import { regimeIds } from '../analysis/disclosures/regimeIds';
import { shortRegimeName } from '../analysis/disclosures/satisfied';
import { listRules } from '../analysis/rules/list';

let labels: ReadonlyMap<string, string> | undefined;

/** In a few words what every name means that a project file may use: rules, facts, regimes, types of data, roles. */
export function labelsOfNames(): ReadonlyMap<string, string> {
  labels ??= new Map([
    ...regimeIds.map((id): [string, string] => [id, shortRegimeName(id)]),
    ...entityEntries.map(({ id, label }): [string, string] => [id, label]),
    ...dataEntries.map(({ id, label }): [string, string] => [id, label]),
    ...factLabels,
    ...listRules().map(({ id, title, severity }): [string, string] => [id, `${title} (as it ships: ${severity})`]),
  ]);
  return labels;
}
