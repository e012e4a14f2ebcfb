import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver';
import { regimeIds } from '../analysis/disclosures/regimeIds';
import { shortRegimeName } from '../analysis/disclosures/satisfied';
import type { Analysis } from '../analysis/types';
import type { Engine } from '../drafts/engine';
import type { Draft } from './drafts';
import type { Typed } from './typed';

/** The directives, the most used first. */
const about: Readonly<Record<string, string>> = {
  'policy-linter-disable-next-line': 'Suppresses rules for the paragraph, item or row that follows.',
  'policy-linter-disable-line': 'Suppresses rules for the paragraph, item or row in which the comment stands.',
  'policy-linter-disable': 'Suppresses rules from here to policy-linter-enable.',
  'policy-linter-enable': 'Ends policy-linter-disable.',
  'policy-linter-disable-file': 'Suppresses rules in the whole draft.',
  'policy-linter-regimes:': 'Names the regimes that apply to this draft, and no others.',
};

const COMMENT_MARKS = [
  { opens: '<!--', closes: '-->' },
  { opens: '{/*', closes: '*/}' },
  { opens: '[//]: # (', closes: ')' },
];
/** In plain text a directive is a line of its own. */
const PLAIN_START = /^[ \t]{0,12}(?:#|\/\/)?[ \t]{0,12}/;
const LISTS_RULES = /^policy-linter-(?:disable|enable)[\w-]*[ \t][\w/, \t-]*$/;
const LISTS_REGIMES = /^policy-linter[-\s]regimes[ \t]*[:=][\w, \t-]*$/;
const REASON = /\s(?:--|because)(?:\s|$)/;

/** Inside a comment: names of directives, then rules, those with findings first; undefined outside. */
export function directiveItems(
  typed: Typed,
  { format }: Draft,
  analysis: Analysis,
  rules: Engine['rules'],
): CompletionItem[] | undefined {
  const body = commentBefore(typed.before, format);
  if (body === undefined) return undefined;
  if (/^[\w-]*$/.test(body)) return 'policy-linter-'.startsWith(body.slice(0, 14)) ? names(typed, body) : [];
  const word = /(?<![\w/-])[\w/-]*$/.exec(body)?.[0] ?? '';
  if (LISTS_REGIMES.test(body)) return regimeItems(typed, word);
  return LISTS_RULES.test(body) && !REASON.test(body) ? ruleItems(typed, word, analysis, rules) : [];
}

/** What the comment says up to the caret. */
function commentBefore(before: string, format: Draft['format']): string | undefined {
  if (format === 'plaintext') {
    const body = before.replace(PLAIN_START, '');
    const isDirective = body.startsWith('policy-linter') || (body !== '' && 'policy-linter'.startsWith(body));
    return isDirective ? body : undefined;
  }
  for (const { opens, closes } of COMMENT_MARKS) {
    const open = before.lastIndexOf(opens);
    if (open >= 0 && before.indexOf(closes, open) < 0) return before.slice(open + opens.length).trimStart();
  }
  return undefined;
}

function names(typed: Typed, body: string): CompletionItem[] {
  const range = typed.back(body.length);
  return Object.entries(about).map(([name, documentation], index) => ({
    label: name,
    kind: CompletionItemKind.Keyword,
    detail: 'Policy Linter directive',
    documentation,
    sortText: String(index),
    textEdit: { range, newText: `${name} ` },
  }));
}

function ruleItems(typed: Typed, word: string, { findings }: Analysis, rules: Engine['rules']): CompletionItem[] {
  const counts = new Map<string, number>();
  for (const { rule, severity } of findings) if (severity !== 'hint') counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const range = typed.back(word.length);
  return rules.map(({ id, title }) => {
    const count = counts.get(id) ?? 0;
    return {
      label: id,
      kind: CompletionItemKind.EnumMember,
      detail: count === 0 ? title : `${count} ${count === 1 ? 'finding' : 'findings'} here · ${title}`,
      sortText: `${count > 0 ? 0 : 1} ${id}`,
      textEdit: { range, newText: id },
    };
  });
}

function regimeItems(typed: Typed, word: string): CompletionItem[] {
  const range = typed.back(word.length);
  return regimeIds.map((id) => ({
    label: id,
    kind: CompletionItemKind.EnumMember,
    detail: shortRegimeName(id),
    textEdit: { range, newText: id },
  }));
}
