import type { Severity } from '../../analysis/severity';
import type { Formatter } from './formatter';

const commands: Readonly<Record<Severity, string | undefined>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: undefined,
};

/** Annotations of a pull request: the workflow commands of GitHub Actions. */
export function githubFormatter(): Formatter {
  return {
    begin: () => '',
    checked: ({ path, findings, lines }) =>
      findings
        .map(({ rule, severity, message, range }) => {
          const command = commands[severity];
          if (!command) return '';
          const { start, end } = lines.rangeOf(range);
          const properties = {
            file: path,
            line: start.line + 1,
            endLine: end.line + 1,
            col: start.character + 1,
            endColumn: end.character + 1,
            title: rule,
          };
          const list = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
          return `::${command} ${list.join(',')}::${data(message)}\n`;
        })
        .join(''),
    notChecked: () => '',
    failed: (path, reason) => `::error file=${property(path)},title=not checked::${data(reason)}\n`,
    end: () => '',
  };
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
