import type { Finding } from '../../analysis/finding';
import type { Severity } from '../../analysis/severity';
import { severities } from '../../analysis/severity';
import type { LineIndex } from '../../drafts/lineIndex';
import type { CheckedDocument, Formatter, FormatterSetup } from './formatter';

/** For people: findings per document with one-based lines, and at the end what was checked and what was not. */
export function stylishFormatter({ colours }: FormatterSetup): Formatter {
  const count: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  const notChecked = new Map<string, string[]>();
  let documents = 0;
  const paint: Readonly<Record<Severity, (text: string) => string>> = {
    error: colours.red,
    warning: colours.yellow,
    information: colours.blue,
    hint: colours.dim,
  };

  const place = (lines: LineIndex, offset: number) => {
    const { line, character } = lines.positionAt(offset);
    return `${line + 1}:${character + 1}`;
  };
  const rowsOf = ({ path, lines, others }: CheckedDocument, finding: Finding) => {
    const { severity, range, message, rule, related } = finding;
    const label = paint[severity](severity.padEnd('information'.length));
    const row = `  ${colours.dim(place(lines, range.start).padEnd(8))} ${label}  ${message}  ${colours.dim(rule)}`;
    const relatedRows = related.map((other) => {
      const where = other.document === undefined || other.document === path ? '' : `${other.document}:`;
      return colours.dim(
        `             see ${where}${place(others.get(other.document) ?? lines, other.range.start)}  ${other.message}`,
      );
    });
    return [row, ...relatedRows];
  };

  const add = (path: string, reason: string) => {
    const paths = notChecked.get(reason);
    if (paths) paths.push(path);
    else notChecked.set(reason, [path]);
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
      const rows = shown.flatMap((finding) => rowsOf(document, finding));
      return `${[colours.underline(document.path), ...rows, ''].join('\n')}\n`;
    },
    notChecked: add,
    failed: add,
    end() {
      const rows = [...notChecked].map(([reason, paths]) => colours.dim(`not checked: ${naming(paths)} (${reason})`));
      const shown = severities.filter((severity) => severity !== 'hint' && count[severity] > 0);
      const checked = `${number(documents, 'document')} checked`;
      if (documents === 0) rows.push(colours.yellow('Nothing was checked.'));
      else if (shown.length === 0) rows.push(colours.green(`${checked}, nothing found.`));
      else
        rows.push(
          `${checked}: ${shown.map((severity) => paint[severity](number(count[severity], severity))).join(', ')}.`,
        );
      return `${rows.join('\n')}\n`;
    },
  };
}

const NAMED_AT_MOST = 5;

function naming(paths: readonly string[]): string {
  const named = paths.slice(0, NAMED_AT_MOST).join(', ');
  return paths.length > NAMED_AT_MOST ? `${named} and ${paths.length - NAMED_AT_MOST} more` : named;
}

function number(count: number, what: string): string {
  return `${count} ${what}${count === 1 || what === 'information' ? '' : 's'}`;
}
