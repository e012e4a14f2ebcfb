import type { CheckedDocument, Formatter, FormatterSetup } from './formatter';

/** One test suite per document, one test case per finding; a document without findings is one passed test. */
export function junitFormatter({ fails }: FormatterSetup): Formatter {
  const suite = ({ path, findings: all, lines }: CheckedDocument) => {
    const findings = all.filter(({ severity }) => severity !== 'hint');
    const failed = findings.filter(({ severity }) => fails(severity)).length;
    const cases = findings.map(({ rule, severity, message, range, text }) => {
      const { line, character } = lines.positionAt(range.start);
      const details = xml(`${path}:${line + 1}:${character + 1}\n${text}`);
      const said = fails(severity)
        ? `<failure message="${xml(message)}" type="${severity}">${details}</failure>`
        : `<system-out>${xml(`${severity}: ${message}`)}\n${details}</system-out>`;
      return `    <testcase classname="${xml(path)}" name="${xml(`${rule} at line ${line + 1}`)}">${said}</testcase>\n`;
    });
    if (cases.length === 0) cases.push(`    <testcase classname="${xml(path)}" name="no findings"/>\n`);
    return `  <testsuite name="${xml(path)}" tests="${cases.length}" failures="${failed}" errors="0" skipped="0">\n${cases.join('')}  </testsuite>\n`;
  };
  const notChecked = (path: string, reason: string, element: 'error' | 'skipped') =>
    `  <testsuite name="${xml(path)}" tests="1" failures="0" errors="${element === 'error' ? 1 : 0}" skipped="${element === 'error' ? 0 : 1}">\n` +
    `    <testcase classname="${xml(path)}" name="not checked"><${element} message="${xml(reason)}"/></testcase>\n` +
    '  </testsuite>\n';
  return {
    begin: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="policy-linter">\n',
    checked: suite,
    notChecked: (path, reason) => notChecked(path, reason, 'skipped'),
    failed: (path, reason) => notChecked(path, reason, 'error'),
    end: () => '</testsuites>\n',
  };
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
};

/** XML 1.0 has no place for most control characters and lone surrogates: they are left out. */
function xml(text: string): string {
  return (
    text
      .replace(/\p{Surrogate}/gu, '')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to be removed
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/[&<>"\n]/g, (character) => entities[character])
  );
}
