import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { analyze } from '../../../server/src/analysis/analyze';
import { readDirective } from '../../../server/src/analysis/suppression/directive';
import type { AnalysisOptions } from '../../../server/src/analysis/types';

const options: AnalysisOptions = { format: 'markdown', today: '2026-11-22', regimes: ['general'] };
const vague = 'We keep your personal data for as long as necessary for our purposes.';

/** Words of the findings of a rule, and of what suppressions themselves are found to be. */
function found(source: string, rule = 'retention/vague-period', more: Partial<AnalysisOptions> = {}): string[] {
  return analyze(source, { ...options, ...more })
    .findings.filter((finding) => finding.rule === rule || finding.rule.startsWith('suppression/'))
    .map((finding) => `${finding.rule}: ${source.slice(finding.range.start, finding.range.end)}`);
}

const off = (words: string) => `<!-- policy-linter-disable${words} -->`;
const here = 'retention/vague-period: for as long as necessary';

describe('suppressions', () => {
  it('are read with their reason, who approved it and until when', () => {
    const text =
      'policy-linter-disable-next-line retention/vague-period, CR-005 -- agreed (approved: Jane Roe, until: 2027-01-31)';
    const { command, rules, reason, approved, until } = readDirective(text)!;
    assert.deepEqual([command, reason, approved, until?.text], ['nextLine', 'agreed', 'Jane Roe', '2027-01-31']);
    assert.deepEqual(
      rules.map(({ text }) => text),
      ['retention/vague-period', 'CR-005'],
    );
    for (const rest of ['x/y: because', 'x/y — because', 'x/y because'])
      assert.equal(readDirective(`policy-linter-disable-line ${rest}`)?.reason, 'because', rest);
    assert.equal(readDirective('policy-linter regimes=gdpr'), undefined);
  });

  it('cover the next block', () => {
    const source = `${off('-next-line retention/vague-period -- agreed')}\n${vague}\n\n${vague}\n`;
    assert.deepEqual(found(source), [here]);
  });

  it('cover the block they stand in', () => {
    assert.deepEqual(found(`${vague} ${off('-line retention/vague-period: agreed')}\n\n${vague}\n`), [here]);
  });

  it('cover a list item', () => {
    const source = `Our rules:\n\n- ${vague}\n  ${off('-next-line retention -- agreed')}\n- ${vague}\n- ${vague}\n`;
    assert.equal(found(source).length, found(source.replace(/ *<!--.*\n/, '')).length - 1);
  });

  it('cover a table row', () => {
    const row = (comment: string) => `| Orders ${comment}| ${vague} |\n`;
    const table = `| Data | Kept |\n| --- | --- |\n`;
    const one = found(table + row('') + row(''));
    assert.equal(found(table + row(off('-line retention/vague-period: agreed')) + row('')).length, one.length - 1);
  });

  it('cover a region up to its end mark, or up to the end', () => {
    const start = off(' retention/vague-period -- agreed');
    assert.deepEqual(found(`${vague}\n\n${start}\n\n${vague}\n\n<!-- policy-linter-enable -->\n\n${vague}\n`), [
      here,
      here,
    ]);
    assert.deepEqual(found(`${vague}\n\n${start}\n\n${vague}\n\n${vague}\n`), [here]);
  });

  it('cover the draft', () => {
    assert.deepEqual(found(`${vague}\n\n${off('-file retention/vague-period -- agreed')}\n\n${vague}\n`), []);
  });

  it('answer for disclosures why they do not apply', () => {
    const source = readFileSync('examples/web-shop-privacy-policy.md', 'utf8');
    const rulesIn = (text: string) => analyze(text, { ...options, regimes: ['gdpr'] }).findings.map(({ rule }) => rule);
    const ids = rulesIn(source);
    const id = ids.find((rule) => rule.startsWith('disclosure/gdpr-'))!;
    const comment = off(`-file ${id} -- not applicable, because nobody in the EU is addressed`);
    assert.deepEqual(
      rulesIn(`${comment}\n${source}`),
      ids.filter((rule) => rule !== id),
    );
  });

  describe('of disclosures that are reported together', () => {
    const source = readFileSync('examples/web-shop-privacy-policy.md', 'utf8');
    const group = 'disclosure/gdpr-rights';
    const portability = 'disclosure/gdpr-right-portability';
    const gdpr = (text: string, more: Partial<AnalysisOptions> = {}) =>
      analyze(text, { ...options, regimes: ['gdpr'], ...more }).findings;
    const rights = (text: string, more?: Partial<AnalysisOptions>) =>
      gdpr(text, more)
        .filter(({ rule }) => rule === group || rule.startsWith('disclosure/gdpr-right-'))
        .flatMap(({ rule, parts }) => parts?.map((part) => part.rule) ?? [rule]);
    const all = rights(source);
    const others = all.filter((rule) => rule !== portability);
    const reason = '-- not applicable, because nothing rests on consent or a contract';

    it('take one of them out', () => {
      assert.ok(all.includes(portability) && others.length > 1);
      const text = `${off(`-file ${portability} ${reason}`)}\n${source}`;
      assert.deepEqual(rights(text), others);
      const [finding] = gdpr(text).filter(({ rule }) => rule === group);
      assert.doesNotMatch(finding!.message, /portability/);
      assert.doesNotMatch(finding!.fixes[0]!.edits[0]!.newText, /machine-readable/);
      assert.ok(!gdpr(text).some(({ rule }) => rule.startsWith('suppression/')));
    });

    it('take all of them out, one by one or by their common name', () => {
      assert.deepEqual(rights(`${off(`-file ${all.join(', ')} ${reason}`)}\n${source}`), []);
      assert.deepEqual(rights(`${off(`-file ${group} ${reason}`)}\n${source}`), []);
    });

    it('by their common name hold for the last of them, too', () => {
      const [last, ...rest] = all;
      const text = `${off(`-file ${rest.join(', ')} ${reason}`)}\n${source}`;
      assert.deepEqual(rights(text), [last]);
      assert.deepEqual(rights(`${off(`-file ${group} ${reason}`)}\n${text}`), []);
    });

    it('switched off in the project file, leave the others', () => {
      assert.deepEqual(rights(source, { severities: { [portability]: 'off' } }), others);
      assert.deepEqual(rights(source, { severities: { [group]: 'off' } }), []);
      assert.deepEqual(rights(source, { suppressions: [{ rule: portability, reason: 'no consent' }] }), others);
    });

    it('take the gravest severity chosen for any of them', () => {
      const severity = (severities: AnalysisOptions['severities']) =>
        gdpr(source, { severities }).find(({ rule }) => rule === group)?.severity;
      assert.equal(severity({ disclosure: 'information', [portability]: 'error' }), 'error');
      assert.equal(severity({ [group]: 'information', [portability]: 'error' }), 'information');
    });
  });

  it('of a denial take the hint on the other side along', () => {
    const source = `We collect your phone number when you order.\n\nWe do not collect contact information.\n`;
    const before = analyze(source, options).findings.filter(({ rule }) => rule === 'contradiction/collection');
    assert.ok(before.some(({ severity }) => severity === 'hint') && before.length > 1);
    const comment = off('-next-line contradiction/collection -- of visitors who do not order');
    assert.deepEqual(found(source.replace('We do not', `${comment}\nWe do not`), 'contradiction/collection'), []);
  });

  it('hold in HTML and plain text too', () => {
    const comment = off('-next-line retention/vague-period -- agreed');
    const html = `<ul>\n  <li>${vague}</li>\n  ${comment}\n  <li>${vague}</li>\n</ul>`;
    assert.equal(found(html, undefined, { format: 'html' }).length, 1);
    const text = `${vague}\n\n// policy-linter-disable-next-line retention/vague-period -- agreed\n${vague}\n`;
    assert.deepEqual(found(text, undefined, { format: 'plaintext' }), [here]);
  });

  it('of the project file hold in the whole draft until their day is over', () => {
    const suppressions = [{ rule: 'retention/vague-period', reason: 'agreed', until: '2026-11-22' }];
    assert.deepEqual(found(vague, undefined, { suppressions }), []);
    assert.deepEqual(found(vague, undefined, { suppressions, today: '2026-11-23' }), [here]);
  });

  it('survive an edit elsewhere', () => {
    const source = `# Privacy\n\nSome words.\n\n${off('-next-line retention/vague-period -- agreed')}\n${vague}\n`;
    assert.deepEqual(found(source.replace('Some words.', 'Other words.\n\nAnd more of them.')), []);
  });

  it('of a rule that is switched off are not called unused', () => {
    const source = `${off('-file retention/vague-period -- agreed')}\n\nWe keep data for ten days.\n`;
    assert.deepEqual(found(source, undefined, { severities: { retention: 'off' } }), []);
    assert.equal(found(source).length, 1);
  });
});
