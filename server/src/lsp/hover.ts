import { type Hover, MarkupKind } from 'vscode-languageserver';
import type { Finding } from '../analysis/rules/types';
import type { Outcome } from './checks';

/** Explains the findings at a place: message, what stands against what, legal sources. */
export function hoverAt(outcome: Outcome, offset: number, kind: MarkupKind): Hover | undefined {
  const found = (outcome.analysis?.findings ?? []).filter(({ range }) => range.start <= offset && offset <= range.end);
  if (found.length === 0) return undefined;
  const explain = kind === MarkupKind.Markdown ? asMarkdown : asText;
  const separator = kind === MarkupKind.Markdown ? '\n\n---\n\n' : '\n\n';
  const narrowest = found.reduce((a, b) => (lengthOf(b) < lengthOf(a) ? b : a));
  return {
    contents: { kind, value: found.map(explain).join(separator) },
    range: outcome.draft.rangeOf(narrowest.range),
  };
}

function lengthOf({ range }: Finding): number {
  return range.end - range.start;
}

function asMarkdown({ rule, message, explanation, citations }: Finding): string {
  const sources = citations.map(({ text, url }) =>
    url === undefined ? escapeMarkdown(text) : `[${escapeMarkdown(text)}](${encodeLink(url)})`,
  );
  return [
    escapeMarkdown(message),
    explanation.map((row) => `- ${escapeMarkdown(row)}`).join('\n'),
    sources.length > 0 ? `Source: ${sources.join(' · ')}` : '',
    `\`${rule}\``,
  ]
    .filter(Boolean)
    .join('\n\n');
}

function asText({ rule, message, explanation, citations }: Finding): string {
  const sources = citations.map(({ text, url }) => (url === undefined ? text : `${text} (${url})`));
  return [
    message,
    ...explanation.map((row) => `- ${row}`),
    ...(sources.length > 0 ? [`Source: ${sources.join(' · ')}`] : []),
    rule,
  ].join('\n');
}

/** Words of the draft are shown, never interpreted: a draft may hold links, images or markup. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!<>|~$&:]/g, '\\$&').replace(/\s+/g, ' ');
}

function encodeLink(url: string): string {
  return url.replace(/[()<>\s]/g, (character) => encodeURIComponent(character).replace('(', '%28').replace(')', '%29'));
}
