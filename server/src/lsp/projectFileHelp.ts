import { type CompletionItem, CompletionItemKind, type Hover, type MarkupKind } from 'vscode-languageserver';
import { mapOf, readCatalogue, text } from '../analysis/catalogue/read';
import { regimeIds } from '../analysis/disclosures/regimeIds';
import { severities } from '../analysis/severity';
import keysCatalogue from '../config/keys.yaml';
import { projectFileKeys } from '../config/projectFile';
import type { Vocabulary } from '../config/types';
import { labelsOfNames } from '../drafts/labels';
import type { LinePosition } from '../drafts/lineIndex';
import type { Draft } from './drafts';

/** Help with writing a project file: what can stand at a place, and what it means. Lines are read, as YAML half written is none. */

interface Place {
  /** The keys around the place, outermost first. */
  readonly path: readonly string[];
  readonly kind: 'key' | 'value';
  /** What is written of it, up to the caret. */
  readonly typed: string;
}

interface Choice {
  readonly name: string;
  readonly about?: string;
  /** What is written after a key that is chosen. */
  readonly tail?: string;
}

const keysOf = (parent: string, names: readonly string[], tail: (name: string) => string): Choice[] =>
  names.map((name) => ({ name, about: about[parent + name], tail: tail(name) }));

const about = readCatalogue(keysCatalogue, mapOf(text));

const lists = new Set(['regimes', 'documents', 'suppress']);
const texts = new Set(['extends']);

/** What can stand at a place; nothing where the author's own words do. */
function choicesAt({ path, kind }: Place, { ruleIds, ruleFamilies, facts, dataTypes, roles }: Vocabulary): Choice[] {
  const labels = labelsOfNames();
  const named = (names: Iterable<string>, tail?: string): Choice[] =>
    [...names].map((name) => ({ name, about: labels.get(name), tail }));
  const rules = (tail?: string) => [
    ...[...ruleFamilies].map((name) => ({ name, about: `Every rule of ${name}.`, tail })),
    ...named(ruleIds, tail),
  ];
  const [top, second] = path;
  if (kind === 'key') {
    if (path.length === 0)
      return keysOf('', projectFileKeys, (name) => (lists.has(name) ? ':\n  - ' : texts.has(name) ? ': ' : ':\n  '));
    if (path.length > 1) return [];
    if (top === 'facts') return named(facts, ': ');
    if (top === 'rules') return rules(': ');
    if (top === 'paths') return keysOf('paths.', ['include', 'exclude'], () => ': ');
    if (top === 'suppress') return keysOf('suppress.', ['rule', 'path', 'reason', 'approved', 'until'], () => ': ');
    return [];
  }
  if (top === 'regimes') return named(regimeIds);
  if (top === 'facts') return [{ name: 'true' }, { name: 'false' }];
  if (top === 'rules') return [...severities, 'off'].map((name) => ({ name }));
  if (top === 'terms') return named(dataTypes);
  if (top === 'companies') return named(roles);
  if (top === 'suppress' && second === 'rule') return rules();
  return [];
}

export function projectFileCompletions(draft: Draft, position: LinePosition, vocabulary: Vocabulary): CompletionItem[] {
  const place = placeAt(draft, position);
  if (!place) return [];
  const start = { line: position.line, character: position.character - place.typed.length };
  const hasColon = /^[\w/-]*["']?[ \t]*:/.test(draft.lineAt(position.line).slice(position.character, LONGEST));
  return choicesAt(place, vocabulary).map(({ name, about, tail = '' }, index) => ({
    label: name,
    kind: place.kind === 'key' ? CompletionItemKind.Property : CompletionItemKind.Value,
    ...(about !== undefined && { detail: about }),
    // As they are listed: families before their rules, what weighs most first.
    sortText: String(index).padStart(4, '0'),
    filterText: name,
    textEdit: { range: { start, end: position }, newText: hasColon ? name : name + tail },
  }));
}

const WORD = /[\w/-]*/y;

/** What the word at a place means: a key, or a name from the catalogue. */
export function projectFileHover(
  draft: Draft,
  position: LinePosition,
  vocabulary: Vocabulary,
  kind: MarkupKind,
): Hover | undefined {
  const line = draft.lineAt(position.line);
  let start = Math.min(position.character, line.length);
  while (start > 0 && /[\w/-]/.test(line[start - 1] ?? '')) start--;
  WORD.lastIndex = start;
  const name = WORD.exec(line)?.[0] ?? '';
  const place = placeAt(draft, { line: position.line, character: start });
  const chosen = name === '' || !place ? undefined : choicesAt(place, vocabulary).find((one) => one.name === name);
  if (chosen?.about === undefined) return undefined;
  const range = {
    start: { line: position.line, character: start },
    end: { line: position.line, character: start + name.length },
  };
  return { contents: { kind, value: chosen.about }, range };
}

const LINE = /^( *(?:- +)*)(?:(["']?)([^"'#:{}[\],]+)\2[ \t]*:(?=\s|$))?/;
/** Nobody nests deeper, and no line is looked at that is longer. */
const MOST_LINES = 2000;
const LONGEST = 1000;

function placeAt(draft: Draft, { line, character }: LinePosition): Place | undefined {
  const whole = draft.lineAt(line);
  if (character > LONGEST) return undefined;
  const before = whole.slice(0, character);
  if (/(?:^|\s)#/.test(before)) return undefined;
  const [opening = '', indentation = '', , key] = LINE.exec(before) ?? [];
  const rest = before.slice(opening.length);
  const parents = parentsOf(draft, line, indentation.length);
  const typed = /(?<![\w/-])[\w/-]*$/.exec(before)?.[0] ?? '';
  if (key === undefined) {
    const inFlow = flowPlace(rest, parents, typed);
    if (inFlow) return inFlow;
    // An item of a list of words is a value; anything else that begins a line is a key.
    const isItem = indentation.includes('-') && !(parents[0] === 'suppress' && parents.length === 1);
    return { path: parents, kind: isItem ? 'value' : 'key', typed };
  }
  const path = [...parents, key.trim()];
  return flowPlace(rest, path, typed) ?? { path, kind: 'value', typed };
}

/** In the brackets that are open at the end of a line, if any are. */
function flowPlace(rest: string, path: readonly string[], typed: string): Place | undefined {
  const open: { readonly bracket: string; readonly at: number }[] = [];
  for (let at = 0; at < rest.length; at++) {
    const sign = rest[at] as string;
    if (sign === '{' || sign === '[') open.push({ bracket: sign, at });
    else if (sign === '}' || sign === ']') open.pop();
  }
  const last = open.at(-1);
  if (!last) return undefined;
  if (last.bracket === '[') return { path, kind: 'value', typed };
  const entry = rest.slice(Math.max(last.at, rest.lastIndexOf(',')) + 1);
  const key = /^["']?([^"':]{1,200}?)["']?\s*:\s/.exec(entry.trimStart())?.[1];
  return key === undefined ? { path, kind: 'key', typed } : { path: [...path, key], kind: 'value', typed };
}

/** The keys that stand further left, line by line upwards. */
function parentsOf(draft: Draft, line: number, indentation: number): string[] {
  const parents: string[] = [];
  let limit = indentation;
  for (let at = line - 1; at >= Math.max(0, line - MOST_LINES) && limit > 0; at--) {
    const [, indent = '', , key] = LINE.exec(draft.lineAt(at).slice(0, LONGEST)) ?? [];
    if (key === undefined || indent.length >= limit) continue;
    // A key behind the dash of an item stands beside what follows it, unless that stands deeper.
    parents.unshift(key.trim());
    limit = indent.indexOf('-') >= 0 ? indent.indexOf('-') : indent.length;
  }
  return parents;
}
