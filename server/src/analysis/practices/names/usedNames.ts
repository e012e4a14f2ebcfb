import { dataEntries, entityEntries } from '../../catalogue/ontology/terms';
import type { Sentence, TermMatch, Token } from '../../language/types';
import type { Statement } from '../types';
import { keyOf } from './definedTerms';

/** What a draft calls one type of data or one recipient. */
export interface UsedName {
  readonly kind: 'data' | 'recipient';
  /** The name it uses most often; in small letters where only the start of a sentence or a heading raised them. */
  readonly name: string;
  readonly count: number;
  /** Other names for the same, in the draft or in the catalogue. */
  readonly synonyms: readonly string[];
}

/** Types that stand for everything or for the two parties: their names are no choice of words. */
const unnamed = new Set(['any_data', 'any_purpose', 'data_subject', 'first_party', 'anyone']);

/** Names of data and of recipients in the draft, the most frequent first; one name for one thing. */
export function usedNames(policy: {
  readonly sentences: readonly Sentence[];
  readonly statements: readonly Statement[];
}): UsedName[] {
  const recipients = new Set(policy.statements.flatMap((statement) => statement.recipients.map(({ id }) => id)));
  const things = new Map<string, { kind: UsedName['kind']; ids: readonly string[]; names: Map<string, number> }>();
  for (const sentence of policy.sentences) {
    for (const term of sentence.terms) {
      const kind = kindOf(term, recipients);
      const name = kind && nameIn(sentence, term);
      if (!kind || !name) continue;
      // A company is a thing of its own, whatever its roles.
      const key = term.kind === 'company' ? `company ${name}` : `${kind} ${term.ids.join(' ')}`;
      const thing = things.get(key) ?? { kind, ids: term.kind === 'company' ? [] : term.ids, names: new Map() };
      thing.names.set(name, (thing.names.get(name) ?? 0) + 1);
      things.set(key, thing);
    }
  }
  return [...things.values()]
    .map(({ kind, ids, names }): UsedName => {
      const [[name, count], ...others] = [...names].sort((a, b) => b[1] - a[1]) as [
        [string, number],
        ...[string, number][],
      ];
      const synonyms = [...others.map(([other]) => other), ...ids.flatMap((id) => catalogueNames().get(id) ?? [])];
      const own = keyOf(name);
      return { kind, name, count, synonyms: [...new Set(synonyms)].filter((synonym) => keyOf(synonym) !== own) };
    })
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

function kindOf({ kind, ids }: TermMatch, recipients: ReadonlySet<string>): UsedName['kind'] | undefined {
  if (ids.some((id) => unnamed.has(id))) return undefined;
  if (kind === 'data') return 'data';
  if (kind === 'company') return 'recipient';
  return kind === 'entity' && ids.some((id) => recipients.has(id)) ? 'recipient' : undefined;
}

function nameIn({ block, tokens }: Sentence, { kind, first, last }: TermMatch): string {
  const words = block.text.slice((tokens[first] as Token).start, (tokens[last] as Token).end);
  if (kind === 'company') return words;
  const isRaised = words.split(' ').every((word) => /^\P{Lu}*$|^\p{Lu}\P{Lu}*$/u.test(word));
  return isRaised ? words.toLowerCase() : words;
}

let names: ReadonlyMap<string, readonly string[]> | undefined;

/** Names of each type in the catalogue, those without conditions. */
function catalogueNames(): ReadonlyMap<string, readonly string[]> {
  names ??= new Map(
    [...dataEntries, ...entityEntries].map(({ id, terms = [] }) => [
      id,
      terms.filter((term) => typeof term === 'string').filter((term) => /^[\p{L}\p{N} '’-]+$/u.test(term)),
    ]),
  );
  return names;
}
