import type { DocumentFormat } from '../document/types';

/**
 * Catalogue templates are Markdown snippets. This turns them into what the draft is written in; tab stops and choices
 * stay as they are.
 */
export function templateFor(format: DocumentFormat, markdown: string): string {
  const text = markdown.trim();
  if (format === 'html') return toHtml(text);
  return format === 'plaintext' ? toPlainText(text) : text;
}

const EMPHASIS = /\*\*([^*\n]{1,600})\*\*/g;
const LINK = /\[((?:[^[\]]|\[[^[\]]*\])*)\]\(((?:\$\{\d+:[^}]{0,300}\}|[^()$]|\$(?!\{\d))*)\)/g;
const ROW = /^\|(.*)\|$/;
const RULE = /^\|(?:\s*:?-+:?\s*\|)+$/;

function toPlainText(markdown: string): string {
  return markdown
    .split('\n')
    .filter((line) => !RULE.test(line))
    .map((line) =>
      line
        .replace(/^#{1,6}\s+/, '')
        .replace(EMPHASIS, '$1')
        .replace(LINK, '$1: $2'),
    )
    .map((line) => (ROW.test(line) ? cells(line).join(' – ') : line))
    .join('\n');
}

/** Cells of a table row; a `|` within a choice belongs to the choice. */
const cells = (line: string): string[] =>
  (ROW.exec(line)?.[1] ?? '').split(/\|(?![^${}]*\})/).map((cell) => cell.trim());

function toHtml(markdown: string): string {
  return markdown
    .split(/\n{2,}/)
    .flatMap((block) => blockToHtml(block.split('\n')))
    .join('\n');
}

function blockToHtml(lines: readonly string[]): string[] {
  const html: string[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] as string;
    const heading = /^(#{1,6})\s+(.*)$/.exec(line);
    if (heading) {
      html.push(`<h${heading[1]?.length}>${inline(heading[2] ?? '')}</h${heading[1]?.length}>`);
      at++;
      continue;
    }
    const kind = ROW.test(line) ? ROW : /^- /.test(line) ? /^- / : undefined;
    let end = at + 1;
    while (
      end < lines.length &&
      kind?.test(lines[end] as string) === (kind !== undefined) &&
      (kind || plain(lines[end]))
    )
      end++;
    const part = lines.slice(at, end);
    if (kind === ROW) html.push(table(part));
    else if (kind) html.push(`<ul>\n${part.map((item) => `<li>${inline(item.slice(2))}</li>`).join('\n')}\n</ul>`);
    else html.push(`<p>${inline(part.join(' '))}</p>`);
    at = end;
  }
  return html;
}

const plain = (line: string | undefined): boolean => line !== undefined && !/^(?:- |\||#)/.test(line);

const inline = (text: string): string =>
  text.replace(EMPHASIS, '<strong>$1</strong>').replace(LINK, '<a href="$2">$1</a>');

function table(lines: readonly string[]): string {
  const ruled = lines.some((line) => RULE.test(line));
  const rows = lines
    .filter((line) => !RULE.test(line))
    .map((line, row) => {
      const tag = ruled && row === 0 ? 'th' : 'td';
      return `<tr>${cells(line)
        .map((cell) => `<${tag}>${inline(cell)}</${tag}>`)
        .join('')}</tr>`;
    });
  return `<table>\n${rows.join('\n')}\n</table>`;
}

/** Moves the tab stops of a snippet up by `offset`, so that several snippets make one; the last stop is returned too. */
export function shiftTabStops(snippet: string, offset: number): { snippet: string; last: number } {
  let last = offset;
  const shifted = snippet.replace(/\$\{(\d+)(?=[:|}])/g, (_, stop: string) => {
    const number = Number(stop) + offset;
    last = Math.max(last, number);
    return `\${${number}`;
  });
  return { snippet: shifted, last };
}
