import type { Finding } from '../../analysis/finding';
import { snippetToText } from '../../drafts/snippets';
import type { CheckedDocument, Formatter } from './formatter';

/** The contract that other tools read; members may be added, never renamed. */
export function jsonFormatter(): Formatter {
  const notChecked: { path: string; reason: string }[] = [];
  const add = (path: string, reason: string) => {
    notChecked.push({ path, reason });
    return '';
  };
  let first = true;
  return {
    begin: () => '{"version":1,"documents":[',
    checked(document) {
      const separator = first ? '\n' : ',\n';
      first = false;
      return separator + JSON.stringify(documentOf(document));
    },
    notChecked: add,
    failed: add,
    end: () => `\n],"notChecked":${JSON.stringify(notChecked)}}\n`,
  };
}

function documentOf({ path, findings, regimes, lines, others }: CheckedDocument) {
  const finding = ({ rule, severity, message, range, text, related, citations, fixes }: Finding) => ({
    rule,
    severity,
    message,
    range: lines.rangeOf(range),
    text,
    related: related.map((other) => ({
      path: other.document ?? path,
      range: (others.get(other.document) ?? lines).rangeOf(other.range),
      text: other.text,
      message: other.message,
    })),
    citations,
    fixes: fixes.map(({ title, safety, edits, snippet }) => ({
      title,
      safety,
      edits: edits.map((edit) => ({
        range: lines.rangeOf(edit.range),
        newText: snippet ? snippetToText(edit.newText) : edit.newText,
      })),
    })),
  });
  const active = regimes.filter(({ state }) => state === 'active').map(({ id, source }) => ({ id, source }));
  return { path, regimes: active, findings: findings.map(finding) };
}
