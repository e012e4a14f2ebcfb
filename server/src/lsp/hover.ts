import { type Hover, MarkupKind } from 'vscode-languageserver';
import type { Finding } from '../analysis/finding';
import { linesOf } from '../drafts/linesOf';
import type { Outcome } from './checks';

interface HoverAbilities {
  readonly hover: MarkupKind;
  /** The client shows messages and rules of diagnostics above the hover by itself. */
  readonly diagnosticsInHover: boolean;
}

/** Explains the findings at a place: message, what stands against what, legal sources. */
export function hoverAt(outcome: Outcome, offset: number, abilities: HoverAbilities): Hover | undefined {
  const { hover: kind, diagnosticsInHover } = abilities;
  const found = (outcome.analysis?.findings ?? []).filter(({ range }) => range.start <= offset && offset <= range.end);
  const explain = kind === MarkupKind.Markdown ? asMarkdown : asText;
  const explanations = found
    .map((finding) => explain(finding, statementsOf(finding, outcome), !diagnosticsInHover))
    .filter(Boolean);
  if (explanations.length === 0) return undefined;
  const separator = kind === MarkupKind.Markdown ? '\n\n---\n\n' : '\n\n';
  const narrowest = found.reduce((a, b) => (lengthOf(b) < lengthOf(a) ? b : a));
  return {
    contents: { kind, value: explanations.join(separator) },
    range: outcome.draft.rangeOf(narrowest.range),
  };
}

function lengthOf({ range }: Finding): number {
  return range.end - range.start;
}

/** More places than this are left to the list of problems. */
const MOST_QUOTED = 3;

/** The sentences that a finding sets against each other, each with its line. */
function statementsOf({ text, range, related }: Finding, { draft, analysis }: Outcome): string[] {
  if (related.length === 0 || !analysis) return [];
  const quoted = (words: string, line: number, document = '') => `“${words}” (${document}line ${line + 1})`;
  const others = related.slice(0, MOST_QUOTED).map((other) => {
    const lines = linesOf(analysis.policy, other.document);
    if (!lines) return quoted(other.text, draft.positionAt(other.range.start).line);
    const name = other.document?.replace(/^.*[/\\]/s, '');
    return quoted(other.text, lines.positionAt(other.range.start).line, `${name}, `);
  });
  return [quoted(text, draft.positionAt(range.start).line), ...others];
}

function asMarkdown(
  { rule, message, explanation, citations }: Finding,
  statements: readonly string[],
  isWhole: boolean,
): string {
  const sources = citations.map(({ text, url }) =>
    url === undefined ? escapeMarkdown(text) : `[${escapeMarkdown(text)}](${encodeLink(url)})`,
  );
  return [
    isWhole ? escapeMarkdown(message) : '',
    [...statements, ...explanation].map((row) => `- ${escapeMarkdown(row)}`).join('\n'),
    sources.length > 0 ? `Source: ${sources.join(' · ')}` : '',
    isWhole ? `\`${rule}\`` : '',
  ]
    .filter(Boolean)
    .join('\n\n');
}

function asText(
  { rule, message, explanation, citations }: Finding,
  statements: readonly string[],
  isWhole: boolean,
): string {
  const sources = citations.map(({ text, url }) => (url === undefined ? text : `${text} (${url})`));
  return [
    ...(isWhole ? [message] : []),
    ...[...statements, ...explanation].map((row) => `- ${row}`),
    ...(sources.length > 0 ? [`Source: ${sources.join(' · ')}`] : []),
    ...(isWhole ? [rule] : []),
  ].join('\n');
}

/** Words of the draft are shown, never interpreted: a draft may hold links, images or markup. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!<>|~$&:]/g, '\\$&').replace(/\s+/g, ' ');
}

function encodeLink(url: string): string {
  return url.replace(/[()<>\s]/g, (character) => encodeURIComponent(character).replace('(', '%28').replace(')', '%29'));
}
