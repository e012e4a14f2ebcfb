import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver';
import { type UsedName, usedNames } from '../analysis/practices/names/usedNames';
import type { Analysis } from '../analysis/types';
import type { Outcome } from './checks';
import { termsOf } from './terms';
import type { Typed } from './typed';

/** A name of several words may have been begun that many words ago. */
const MOST_WORDS = 4;
/** A synonym is looked for from this many letters on: fewer begin too much. */
const SHORTEST_SYNONYM = 3;

const kept = new WeakMap<Analysis, readonly UsedName[]>();

function namesOf(analysis: Analysis): readonly UsedName[] {
  let names = kept.get(analysis);
  if (!names) {
    names = usedNames(analysis.policy);
    kept.set(analysis, names);
  }
  return names;
}

/** In a sentence: what the draft calls its data, its recipients and its defined terms, so that one thing keeps one name. */
export function nameItems(typed: Typed, outcome: Outcome): CompletionItem[] {
  if (!outcome.analysis) return [];
  const starts = startsOf(typed.before);
  const items: CompletionItem[] = [];
  const taken = new Set<string>();
  const add = (name: string, typedAs: string, item: Omit<CompletionItem, 'label'>): void => {
    const start = starts.find((words) => typedAs.toLowerCase().startsWith(words.toLowerCase()));
    const key = name.toLowerCase();
    if (start === undefined || taken.has(key)) return;
    taken.add(key);
    items.push({
      label: name,
      filterText: typedAs,
      ...item,
      textEdit: { range: typed.back(start.length), newText: name },
    });
  };
  for (const { term, isPronoun, uses } of termsOf(outcome)) {
    if (isPronoun) continue;
    const detail = `Defined term · used ${times(uses.length)}`;
    add(term, term, { kind: CompletionItemKind.Reference, detail, sortText: `20 ${term}` });
  }
  for (const { name, kind, count, synonyms } of namesOf(outcome.analysis)) {
    const shown = kind === 'data' ? 'Data' : 'Recipient';
    const item = {
      kind: kind === 'data' ? CompletionItemKind.Field : CompletionItemKind.Interface,
      sortText: `3 ${String(9999 - Math.min(9999, count)).padStart(4, '0')} ${name}`,
    };
    add(name, name, { ...item, detail: `${shown} · used ${times(count)}` });
    const begun = (synonym: string) =>
      starts.some((words) => words.length >= SHORTEST_SYNONYM && synonym.toLowerCase().startsWith(words.toLowerCase()));
    const synonym = synonyms.find(begun);
    if (synonym !== undefined) add(name, synonym, { ...item, detail: `${shown} · this draft's name for “${synonym}”` });
  }
  return items;
}

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);

/** What may be the start of a name: the last words before the caret, the longest first, down to nothing after a blank. */
function startsOf(before: string): string[] {
  const starts: string[] = [];
  const words = /(?<![\p{L}\p{N}'’. -])[\p{L}\p{N}'’. -]*$/u.exec(before.slice(-120))?.[0].trimStart() ?? '';
  const parts = words.split(' ');
  for (let count = Math.min(MOST_WORDS, parts.length); count > 0; count--) {
    const start = parts.slice(-count).join(' ');
    if (start !== '') starts.push(start);
  }
  if (before === '' || /[\s("“]$/.test(before)) starts.push('');
  return starts;
}
