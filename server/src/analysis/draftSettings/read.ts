import type { PolicyDocument } from '../document/types';
import type { DraftSetting } from './types';

const none: readonly DraftSetting[] = [];
const kept = new WeakMap<PolicyDocument, readonly DraftSetting[]>();

/**
 * What a draft says of its own check: comments such as `<!-- policy-linter-facts: sells=no -->`, `policy-linter-rules:
 * retention/vague-period=error`, `policy-linter-regimes: gdpr`, and in the front matter `regimes: [gdpr]` and, below the key
 * `policy-linter`, the keys `regimes`, `facts` and `rules` as in a project file. What comes first here weighs most.
 */
export function readDraftSettings(document: PolicyDocument): readonly DraftSetting[] {
  let settings = kept.get(document);
  if (!settings) {
    settings = [...inComments(document), ...inFrontMatter(document)];
    if (settings.length === 0) settings = none;
    kept.set(document, settings);
  }
  return settings;
}

const KINDS = { regimes: 'regime', facts: 'fact', rules: 'rule' } as const;
type Section = keyof typeof KINDS;
const isSection = (name: string): name is Section => Object.hasOwn(KINDS, name);

const DIRECTIVE = /^policy-linter[-\s](?:[^\n]*[\s;])?(regimes|facts|rules)\s*[=:\s]/;

function* inComments({ comments, source }: PolicyDocument): Iterable<DraftSetting> {
  for (const { text, range } of comments) {
    const directive = DIRECTIVE.exec(text);
    if (!directive) continue;
    const [opening, section] = directive;
    const at = source.indexOf(text, range.start) + opening.length;
    const words = text.slice(opening.length);
    // what follows the list is no part of it: another setting, a reason
    const list = section === 'regimes' ? (LIST.exec(words)?.[0] ?? '') : words;
    yield* entriesIn(section as Section, list, at, 'directive');
  }
}

const LIST = /^\s*[\w-]+(?:\s*,\s*[\w-]+)*/;
const NAMED = /(?<![\w/.-])([\w/.-]+)["']?\s*[=:]\s*["']?([\w-]+)/g;
const WORD = /\w[\w-]*/g;

/** `name=value, name: value`, or names alone. */
function* entriesIn(
  section: Section,
  words: string,
  at: number,
  source: DraftSetting['source'],
): Iterable<DraftSetting> {
  const kind = KINDS[section];
  if (kind === 'regime') {
    for (const { 0: name, index } of words.matchAll(WORD)) {
      const start = at + index;
      yield { kind, name, value: '', source, range: { start, end: start + name.length } };
    }
    return;
  }
  for (const { 0: entry, 1: name = '', 2: value = '', index } of words.matchAll(NAMED)) {
    const start = at + index;
    yield { kind, name, value, source, range: { start, end: start + entry.length } };
  }
}

const ENTRY = /^([ \t]*)(?:- +)?(["']?)([\w/.-]+)\2[ \t]*:(?=\s|$)[ \t]*/;
const ITEM = /^[ \t]*- +/;

/** A line of front matter that says something, without its remark. */
interface Line {
  readonly words: string;
  /** Where it begins in the source. */
  readonly start: number;
  /** The key that it opens with, and the blanks before it. */
  readonly key?: string;
  readonly depth: number;
  /** Length of the dash that it opens with, 0 without one. */
  readonly dash: number;
  /** What follows the key, and where. */
  readonly rest: string;
  readonly restAt: number;
}

function* linesOf({ text, range }: NonNullable<PolicyDocument['frontMatter']>): Iterable<Line> {
  let start = range.start;
  for (const line of text.split('\n')) {
    const words = withoutRemark(line);
    if (words.trim() !== '') {
      const [opening = '', blanks = '', , key] = ENTRY.exec(words) ?? [];
      yield {
        words,
        start,
        ...(key !== undefined && { key }),
        depth: blanks.length,
        dash: ITEM.exec(words)?.[0].length ?? 0,
        rest: words.slice(opening.length),
        restAt: start + opening.length,
      };
    }
    start += line.length + 1;
  }
}

/** The few forms of YAML in which such settings are written; quotes, comments and brackets, no anchors and no tags. */
function* inFrontMatter({ frontMatter }: PolicyDocument): Iterable<DraftSetting> {
  if (!frontMatter || !/^(?:policy-linter|regimes)[ \t]*:/m.test(frontMatter.text)) return;
  const source = 'frontMatter';
  let inside = false;
  let section: string | undefined;
  /** Columns before the keys of `policy-linter`. */
  let indentation: number | undefined;
  for (const { words, start, key, depth, dash, rest, restAt } of linesOf(frontMatter)) {
    if (key !== undefined && depth === 0 && dash === 0) {
      inside = key === 'policy-linter';
      section = key === 'regimes' ? key : undefined;
      indentation = undefined;
      if (section === 'regimes') yield* entriesIn('regimes', rest, restAt, source);
    } else if (inside && key !== undefined && depth <= (indentation ?? depth)) {
      indentation = depth;
      section = key;
      yield* isSection(key) ? entriesIn(key, rest, restAt, source) : [unknown(key, start + words.indexOf(key))];
    } else if (section === 'regimes') {
      if (dash > 0) yield* entriesIn(section, words.slice(dash), start + dash, source);
    } else if (section !== undefined && isSection(section) && key !== undefined) {
      yield* entriesIn(section, words, start, source);
    }
  }
}

const unknown = (name: string, start: number): DraftSetting => ({
  kind: 'unknown',
  name,
  value: '',
  source: 'frontMatter',
  range: { start, end: start + name.length },
});

const withoutRemark = (line: string): string => /^(?:[^#\r]|(?<=\S)#)*/.exec(line)?.[0] ?? '';
