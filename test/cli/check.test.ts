import { strict as assert } from 'node:assert';
import { draft, readme, wordsAt } from '../protocol/texts';
import { Workspace } from './run';

const clean = `# Privacy Policy

Write to privacy@northwindlamps.shop. We collect your name to send you what you order.
`;

describe('policy-linter check', () => {
  let workspace: Workspace;
  beforeEach(() => {
    workspace = new Workspace();
  });
  afterEach(() => workspace.remove());

  describe('--format json', () => {
    it('keeps its contract', () => {
      const result = workspace.write('drafts/privacy.md', draft).json(['drafts/privacy.md']);
      assert.equal(result.version, 1);
      const [document] = result.documents;
      assert.equal(document.path, 'drafts/privacy.md');
      for (const { id, source } of document.regimes) assert.ok(typeof id === 'string' && typeof source === 'string');
      for (const finding of document.findings) {
        const names = ['rule', 'severity', 'message', 'range', 'text', 'related', 'citations', 'fixes'];
        assert.deepEqual(Object.keys(finding), names);
        assert.match(finding.rule, /^[a-z]+\/[a-z0-9-]+$/);
        assert.match(finding.severity, /^(error|warning|information|hint)$/);
        assert.ok(finding.message && finding.text);
        for (const { range, newText } of finding.fixes.flatMap((fix: { edits: object[] }) => fix.edits)) {
          assert.ok(range.start.line >= 0 && typeof newText === 'string');
        }
      }
    });

    it('gives places that hold exactly the words, and the sentence around them', () => {
      const [{ findings }] = workspace.write('privacy.md', draft).json(['privacy.md']).documents;
      const placeholder = findings.find(({ rule }: { rule: string }) => rule === 'placeholder/unfilled');
      assert.equal(wordsAt(draft, placeholder.range), '[email address]');
      assert.match(placeholder.text, /^Write to us at \[email address\]\.?$/);
      const contradiction = findings.find(
        ({ rule, severity }: { rule: string; severity: string }) =>
          rule === 'contradiction/collection' && severity === 'error',
      );
      const [related] = contradiction.related;
      assert.equal(related.path, 'privacy.md');
      assert.match(related.text, /^We collect your name, postal address and phone number/);
    });

    it('is the same for LF and CRLF, with and without a byte order mark', () => {
      const crlf = draft.replaceAll('\n', '\r\n');
      workspace.write('lf.md', draft).write('crlf.md', crlf).write('bom.md', `\ufeff${crlf}`);
      const [lf, windows, marked] = workspace.json(['lf.md', 'crlf.md', 'bom.md']).documents;
      const findings = (document: { path: string; findings: object[] }) =>
        JSON.stringify(document.findings.map((finding) => ({ ...finding, fixes: [] }))).replaceAll(
          document.path,
          'x.md',
        );
      assert.equal(findings(windows), findings(lf));
      assert.equal(findings(marked), findings(lf));
    });

    it('puts defaults where the editor would have blanks', () => {
      const { out } = workspace.write('privacy.md', draft).run(['check', '--format', 'json', 'privacy.md']);
      assert.doesNotMatch(out, /\$\{\d/);
    });
  });

  describe('exit status', () => {
    it('0: nothing above the tolerated severity', () => {
      workspace.write('clean.md', clean);
      assert.equal(workspace.run(['check', 'clean.md', '--regime', 'general', '--max-severity', 'warning']).status, 0);
      workspace.write('privacy.md', draft);
      assert.equal(workspace.run(['check', 'privacy.md', '--max-severity', 'error']).status, 0);
    });

    it('1: findings above it', () => {
      workspace.write('privacy.md', draft);
      assert.equal(workspace.run(['check', 'privacy.md']).status, 1);
      assert.equal(workspace.run(['check', 'privacy.md', '--max-severity', 'warning']).status, 1);
    });

    it('2: a file cannot be read; it is named, and the rest is checked', () => {
      workspace.write('privacy.md', draft).write('scan.md', 'PK\u0003\u0000\u0000');
      const ran = workspace.run(['check', '--format', 'json', 'nowhere.md', 'scan.md', 'privacy.md']);
      assert.equal(ran.status, 2);
      assert.match(ran.err, /^nowhere\.md: no such file or folder$/m);
      assert.match(ran.err, /^scan\.md: no text: .* saved as UTF-8$/m);
      const { documents, notChecked } = JSON.parse(ran.out);
      assert.deepEqual(
        documents.map(({ path }: { path: string }) => path),
        ['privacy.md'],
      );
      assert.deepEqual(notChecked[0], { path: 'nowhere.md', reason: 'no such file or folder' });
      assert.equal(notChecked[1].path, 'scan.md');
    });

    it('2: a file that is named and cannot be read is said once', () => {
      const ran = workspace.run(['check', 'nowhere.md']);
      assert.equal(ran.status, 2);
      assert.equal(ran.err.trim(), 'nowhere.md: no such file or folder');
    });

    it('2: the command line makes no sense', () => {
      for (const [args, said] of [
        [['check', '--formt', 'json'], /Unknown option --formt\. Did you mean "--format"\?/],
        [['check', '--format', 'jsn'], /Unknown format "jsn"\. Did you mean "json"\?/],
        [['check', '--regime', 'gpdr'], /Unknown regime "gpdr"\. Did you mean "gdpr"\?/],
        [['check', '--today', '2026-02-30'], /--today takes a date/],
        [['check', '--max-severity', 'bad'], /--max-severity is one of/],
        [['inspect', '--max-severity', 'error'], /"inspect" has no option --max-severity/],
        [['chek'], /Unknown command "chek"\. Did you mean "check"\?/],
        [['check', '--files-from', 'nowhere.txt'], /nowhere\.txt: no such file/],
      ] as [string[], RegExp][]) {
        const ran = workspace.run(args);
        assert.equal(ran.status, 2, args.join(' '));
        assert.match(ran.err, said);
        assert.equal(ran.out, '');
      }
    });

    it('2: a search finds no policy, which is not the same as nothing wrong', () => {
      const ran = workspace.write('README.md', readme).write('logo.md', '\u0000').run(['check']);
      assert.equal(ran.status, 2);
      assert.match(ran.out, /not checked: README\.md/);
      assert.match(ran.out, /not checked: logo\.md \(no text\)/);
      assert.match(ran.err, /Nothing was checked: no privacy policy was found in \./);
    });
  });

  describe('what is read', () => {
    it('a folder is searched for policies; what is none is said not to be checked', () => {
      workspace
        .write(
          'site/privacy.html',
          '<h1>Privacy Policy</h1><p>We collect your name. Your personal data is safe with us.</p>',
        )
        .write('site/legal/privacy.md', draft)
        .write('site/README.md', readme)
        .write('site/node_modules/x/privacy.md', draft)
        .write('site/.cache/privacy.md', draft)
        .write('site/privacy.js', '// no document');
      const { documents, notChecked } = workspace.json(['site']);
      const paths = documents.map(({ path }: { path: string }) => path);
      assert.deepEqual(paths, ['site/legal/privacy.md', 'site/privacy.html']);
      assert.deepEqual(
        notChecked.map(({ path }: { path: string }) => path),
        ['site/README.md'],
      );
      assert.ok(notChecked[0].reason);
    });

    it('suppressions of the project file that silence nothing are named, where every draft they can mean was checked', () => {
      const entry = (rule: string, more = '') => `  - { rule: ${rule}, ${more}reason: agreed }\n`;
      const text = `suppress:\n${entry('retention')}${entry('consistency/safe-harbor')}${entry('reference', 'path: legal/privacy.md, ')}`;
      workspace.write('.policy-linter.yml', text).write('legal/privacy.md', draft);
      const idle = (...args: string[]) =>
        workspace.run(['check', ...args]).err.match(/\.yml:\d+:\d+: There is no finding of \S+/g);
      assert.deepEqual(idle('.'), [
        '.yml:3:13: There is no finding of consistency/safe-harbor',
        '.yml:4:13: There is no finding of reference',
      ]);
      assert.deepEqual(idle('legal/privacy.md'), ['.yml:4:13: There is no finding of reference']);
      assert.equal(
        workspace.run(['check', 'legal/privacy.md', '--max-severity', 'error']).status,
        0,
        'a notice is no failure',
      );
    });

    it('a file that is named is always checked', () => {
      const { documents } = workspace.write('note.md', 'Call [phone number].\n').json(['note.md']);
      assert.ok(documents[0].findings.some(({ rule }: { rule: string }) => rule === 'placeholder/unfilled'));
    });

    it('paths come from a list too, or from standard input', () => {
      workspace.write('a b.md', draft).write('c.md', clean).write('list.txt', 'a b.md\r\n\r\nc.md\n');
      const paths = (result: { documents: { path: string }[] }) => result.documents.map(({ path }) => path);
      assert.deepEqual(paths(workspace.json(['--files-from', 'list.txt'])), ['a b.md', 'c.md']);
      assert.deepEqual(paths(workspace.json(['--files-from', '-'], { input: 'c.md\n' })), ['c.md']);
    });

    it('"-" is standard input, whose format shows', () => {
      const [fromMarkdown] = workspace.json(['-'], { input: draft }).documents;
      assert.equal(fromMarkdown.path, '-');
      const rules = (document: { findings: { rule: string }[] }) => document.findings.map(({ rule }) => rule);
      assert.ok(rules(fromMarkdown).includes('contradiction/collection'));
      const html = '<!doctype html><h1>Privacy Policy</h1><p>Write to <b>[email</b> address].</p>';
      assert.ok(rules(workspace.json(['-'], { input: html }).documents[0]).includes('placeholder/unfilled'));
    });

    it('bytes that are not UTF-8 are read as windows-1252, with a note and no failure', () => {
      const text = Buffer.from(
        '# Privacy Policy\n\nWe keep your data at our caf\xe9. Call \x93us\x94: [phone number].\n',
        'latin1',
      );
      const ran = workspace.write('old.md', text).run(['check', '--format', 'json', 'old.md']);
      assert.equal(ran.err, 'old.md: not valid UTF-8, read as windows-1252\n');
      assert.equal(ran.status, 1);
      const [{ findings }] = JSON.parse(ran.out).documents;
      const found = findings.find(({ rule }: { rule: string }) => rule === 'placeholder/unfilled');
      assert.equal(found.text, 'Call “us”: [phone number].');
    });

    it('UTF-16 with a byte order mark is read', () => {
      const text = Buffer.from(`\ufeff${draft}`, 'utf16le');
      const [{ findings }] = workspace.write('wide.md', text).json(['wide.md']).documents;
      assert.ok(findings.some(({ rule }: { rule: string }) => rule === 'placeholder/unfilled'));
    });
  });

  describe('the project file', () => {
    it('nearest to a document holds for it; --config replaces it', () => {
      workspace
        .write('privacy.md', draft)
        .write('shop/privacy.md', draft)
        .write('shop/.policy-linter.yml', 'rules:\n  placeholder: off\n')
        .write('other.yml', 'rules:\n  placeholder/unfilled: hint\n');
      const severities = (args: string[]) =>
        workspace
          .json([...args, 'privacy.md', 'shop/privacy.md'])
          .documents.map(
            ({ findings }: { findings: { rule: string; severity: string }[] }) =>
              findings.find(({ rule }) => rule === 'placeholder/unfilled')?.severity,
          );
      assert.deepEqual(severities([]), ['error', undefined]);
      assert.deepEqual(severities(['--config', 'other.yml']), ['hint', 'hint']);
    });

    it('with mistakes is named with line and remedy; the rest of it counts, and the run fails', () => {
      const mistakes = [
        'regims: [gdpr]',
        'rules:',
        '  placeholder/unfiled: off',
        '  placeholder/unfilled: info',
        '  reference: off',
        'facts: [sells]',
        'regimes: [gdpr, gpdr]',
      ];
      workspace.write('privacy.md', draft).write('.policy-linter.yml', `${mistakes.join('\n')}\n`);
      const ran = workspace.run(['check', '--format', 'json', 'privacy.md']);
      assert.equal(ran.status, 2);
      const said = ran.err.trim().split('\n');
      assert.match(said[0], /^\.policy-linter\.yml:1:1: Unknown key "regims"\. Did you mean "regimes"\?/);
      assert.match(said[1], /^\.policy-linter\.yml:3:3: Unknown rule "placeholder\/unfiled"\. Did you mean/);
      assert.match(said[2], /^\.policy-linter\.yml:4:25: Unknown severity "info"/);
      assert.match(said[3], /^\.policy-linter\.yml:6:8: A map of facts/);
      assert.match(said[4], /^\.policy-linter\.yml:7:17: Unknown regime "gpdr"\. Did you mean "gdpr"\?/);
      assert.equal(said.length, 5);
      assert.deepEqual(
        JSON.parse(ran.out)
          .documents[0].regimes.map(({ id }: { id: string }) => id)
          .includes('gdpr'),
        true,
      );
    });

    it('is data: tags, aliases and broken YAML are refused', () => {
      const files = [
        'rules: !!js/function "x"\n',
        'a: &a {b: off}\nrules: *a\n',
        'rules: {\n',
        '- a\n',
        `${'['.repeat(20000)}`,
      ];
      for (const content of files) {
        const ran = workspace
          .write('privacy.md', draft)
          .write('.policy-linter.yml', content)
          .run(['check', '--format', 'json', 'privacy.md']);
        assert.equal(ran.status, 2, content.slice(0, 40));
        assert.match(ran.err, /^\.policy-linter\.yml:\d+:\d+: \S/);
        assert.equal(JSON.parse(ran.out).documents.length, 1);
      }
    });
  });
});
