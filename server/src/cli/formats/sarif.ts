import type { Range } from '../../analysis/document/types';
import type { Finding } from '../../analysis/finding';
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
  /** Rules met so far, in the order of their indexes. */
  const rules: object[] = [];
  const indexes = new Map<string, number>();
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
  const indexOf = ({ rule, citations }: Finding) => {
    const known = indexes.get(rule);
    if (known !== undefined) return known;
    const title = titleOf(rule);
    const sources = citations.map(({ text, url }) => (url === undefined ? text : `${text}: ${url}`)).join('\n');
    rules.push({
      id: rule,
      ...(title !== undefined && { shortDescription: { text: title } }),
      ...(sources !== '' && { help: { text: sources } }),
    });
    indexes.set(rule, rules.length - 1);
    return rules.length - 1;
  };
  const resultsOf = ({ path, findings, lines, others }: CheckedDocument) =>
    findings
      .filter(({ severity }) => severity !== 'hint')
      .map((finding) => ({
        ruleId: finding.rule,
        ruleIndex: indexOf(finding),
        level: levels[finding.severity],
        message: { text: finding.message },
        locations: [{ physicalLocation: physicalLocation(path, lines, finding.range) }],
        ...(finding.related.length > 0 && {
          relatedLocations: finding.related.map((related, id) => ({
            id,
            message: { text: related.message },
            physicalLocation: physicalLocation(
              related.document ?? path,
              others.get(related.document) ?? lines,
              related.range,
            ),
          })),
        }),
        ...(finding.fixes.length > 0 && { fixes: finding.fixes.map((fix) => fixOf(path, lines, fix)) }),
      }));

  return {
    begin: () =>
      '{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"columnKind":"utf16CodeUnits","results":[',
    checked: (document) =>
      resultsOf(document)
        .map((result) => {
          const separator = first ? '\n' : ',\n';
          first = false;
          return separator + JSON.stringify(result);
        })
        .join(''),
    notChecked: (path, reason) => notify('note', path, reason),
    failed(path, reason) {
      successful = false;
      return notify('error', path, reason);
    },
    end() {
      const driver = { name: 'policy-linter', rules };
      const invocation = { executionSuccessful: successful, toolExecutionNotifications: notifications };
      return `\n],"tool":${JSON.stringify({ driver })},"invocations":[${JSON.stringify(invocation)}]}]}\n`;
    },
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
