import type { Finding } from '../../analysis/finding';
import { getOrMake } from '../../analysis/kept';
import type { Severity } from '../../analysis/severity';
import { severities } from '../../analysis/severity';
import type { LineIndex } from '../../drafts/lineIndex';
import type { Colours } from '../colours';
import type { CheckedDocument, Formatter, FormatterSetup } from './formatter';

/** For people: findings per document with one-based lines, and at the end what was checked and what was not. */
export function stylishFormatter({ colours }: FormatterSetup): Formatter {
  const count: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  const notChecked = new Map<string, string[]>();
  let documents = 0;

  const add = (path: string, reason: string) => {
    getOrMake(notChecked, reason, () => []).push(path);
    return '';
  };

  return {
    begin: () => '',
    checked(document) {
      documents++;
      const { findings } = document;
      for (const { severity } of findings) count[severity]++;
      // A hint is the other side of a finding that is shown, or less.
      const shown = findings.filter(({ severity }) => severity !== 'hint');
      if (shown.length === 0) return '';
      const rows = shown.flatMap((finding) => rowsOf(document, finding, colours));
      return `${[colours.underline(document.path), ...rows, ''].join('\n')}\n`;
    },
    notChecked: add,
    failed: add,
    end() {
      const rows = [...notChecked].map(([reason, paths]) => colours.dim(`not checked: ${naming(paths)} (${reason})`));
      return `${[...rows, summary(documents, count, colours)].join('\n')}\n`;
    },
  };
}

const paints: Readonly<Record<Severity, 'red' | 'yellow' | 'blue' | 'dim'>> = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'dim',
};

function rowsOf({ path, lines, others }: CheckedDocument, finding: Finding, colours: Colours): string[] {
  const { severity, range, message, rule, related } = finding;
  const label = colours[paints[severity]](severity.padEnd('information'.length));
  const row = `  ${colours.dim(place(lines, range.start).padEnd(8))} ${label}  ${message}  ${colours.dim(rule)}`;
  const relatedRows = related.map((other) => {
    const where = other.document === undefined || other.document === path ? '' : `${other.document}:`;
    const at = place(others.get(other.document) ?? lines, other.range.start);
    return colours.dim(`             see ${where}${at}  ${other.message}`);
  });
  return [row, ...relatedRows];
}

function place(lines: LineIndex, offset: number): string {
  const { line, character } = lines.positionAt(offset);
  return `${line + 1}:${character + 1}`;
}

function summary(documents: number, count: Readonly<Record<Severity, number>>, colours: Colours): string {
  if (documents === 0) return colours.yellow('Nothing was checked.');
  const checked = `${number(documents, 'document')} checked`;
  const shown = severities.filter((severity) => severity !== 'hint' && count[severity] > 0);
  if (shown.length === 0) return colours.green(`${checked}, nothing found.`);
  return `${checked}: ${shown.map((severity) => colours[paints[severity]](number(count[severity], severity))).join(', ')}.`;
}

const NAMED_AT_MOST = 5;

function naming(paths: readonly string[]): string {
  const named = paths.slice(0, NAMED_AT_MOST).join(', ');
  return paths.length > NAMED_AT_MOST ? `${named} and ${paths.length - NAMED_AT_MOST} more` : named;
}

function number(count: number, what: string): string {
  return `${count} ${what}${count === 1 || what === 'information' ? '' : 's'}`;
}
