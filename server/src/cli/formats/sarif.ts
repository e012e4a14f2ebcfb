import type { Range } from '../../analysis/document/types';
import type { Finding } from '../../analysis/finding';
import { getOrMake } from '../../analysis/kept';
import type { Severity } from '../../analysis/severity';
import type { LineIndex } from '../../drafts/lineIndex';
import { snippetToText } from '../../drafts/snippets';
import type { CheckedDocument, Formatter, FormatterSetup } from './formatter';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** SARIF 2.1.0 (OASIS Standard, 27 March 2020). Lines and columns are one-based there; columns count UTF-16 code units. */
export function sarifFormatter({ titleOf }: FormatterSetup): Formatter {
  const rules = new MetRules(titleOf);
  const notifications: object[] = [];
  let successful = true;
  let first = true;

  const notify = (level: 'note' | 'error', path: string, reason: string) => {
    notifications.push({
      level,
      message: { text: `not checked: ${reason}` },
      locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path) } } }],
    });
    return '';
  };

  return {
    begin: () =>
      '{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"columnKind":"utf16CodeUnits","results":[',
    checked: (document) =>
      document.findings
        .filter(({ severity }) => severity !== 'hint')
        .map((finding) => {
          const separator = first ? '\n' : ',\n';
          first = false;
          return separator + JSON.stringify(resultOf(document, finding, rules));
        })
        .join(''),
    notChecked: (path, reason) => notify('note', path, reason),
    failed(path, reason) {
      successful = false;
      return notify('error', path, reason);
    },
    end() {
      const driver = { name: 'policy-linter', rules: rules.descriptors };
      const invocation = { executionSuccessful: successful, toolExecutionNotifications: notifications };
      return `\n],"tool":${JSON.stringify({ driver })},"invocations":[${JSON.stringify(invocation)}]}]}\n`;
    },
  };
}

/** Rules met so far, in the order of their indexes. */
class MetRules {
  readonly descriptors: object[] = [];
  readonly #indexes = new Map<string, number>();

  constructor(private readonly titleOf: FormatterSetup['titleOf']) {}

  indexOf(finding: Finding): number {
    return getOrMake(this.#indexes, finding.rule, () => this.descriptors.push(this.describe(finding)) - 1);
  }

  private describe({ rule, citations }: Finding): object {
    const title = this.titleOf(rule);
    const sources = citations.map(({ text, url }) => (url === undefined ? text : `${text}: ${url}`)).join('\n');
    return {
      id: rule,
      ...(title !== undefined && { shortDescription: { text: title } }),
      ...(sources !== '' && { help: { text: sources } }),
    };
  }
}

function resultOf({ path, lines, others }: CheckedDocument, finding: Finding, rules: MetRules): object {
  const { rule, severity, message, range, related, fixes } = finding;
  return {
    ruleId: rule,
    ruleIndex: rules.indexOf(finding),
    level: levels[severity],
    message: { text: message },
    locations: [{ physicalLocation: physicalLocation(path, lines, range) }],
    ...(related.length > 0 && {
      relatedLocations: related.map((other, id) => ({
        id,
        message: { text: other.message },
        physicalLocation: physicalLocation(other.document ?? path, others.get(other.document) ?? lines, other.range),
      })),
    }),
    ...(fixes.length > 0 && { fixes: fixes.map((fix) => fixOf(path, lines, fix)) }),
  };
}

function physicalLocation(path: string, lines: LineIndex, range: Range) {
  return { artifactLocation: { uri: uriOf(path) }, region: regionOf(lines, range) };
}

function regionOf(lines: LineIndex, range: Range) {
  const { start, end } = lines.rangeOf(range);
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

function fixOf(path: string, lines: LineIndex, { title, edits, snippet }: Finding['fixes'][number]) {
  const replacements = edits.map(({ range, newText }) => ({
    deletedRegion: regionOf(lines, range),
    insertedContent: { text: snippet ? snippetToText(newText) : newText },
  }));
  return { description: { text: title }, artifactChanges: [{ artifactLocation: { uri: uriOf(path) }, replacements }] };
}

/** Relative paths stay relative: whoever shows the log knows the root. */
function uriOf(path: string): string {
  const encoded = path.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  return path.startsWith('/') ? `file://${encoded}` : encoded;
}
