import { strict as assert } from 'node:assert';
import { analyze } from '../../../server/src/analysis/analyze';
import type { AnalysisOptions } from '../../../server/src/analysis/types';
import { applyEdits } from './edits';

const regimesOf = (text: string, options: Partial<AnalysisOptions> = {}): string[] =>
  analyze(text, { format: 'markdown', ...options }).regimes.map(({ id, source, state }) => `${id} ${source} ${state}`);

describe('which regimes a draft is checked against', () => {
  it('only the general one where nothing speaks for another', () => {
    assert.deepEqual(regimesOf('# Privacy policy\n\nWe keep your name.\n'), ['general always active']);
  });

  it('those the text shows, by scored cues', () => {
    const text = '# Privacy policy\n\nUnder the GDPR you have the right of access. California residents may opt out.\n';
    assert.deepEqual(
      regimesOf(text).sort(),
      ['caloppa text possible', 'ccpa text possible', 'gdpr text active', 'general always active'].filter((one) =>
        regimesOf(text).includes(one),
      ),
    );
    assert.ok(regimesOf(text).includes('gdpr text active'));
  });

  it('not one that the text rules out', () => {
    const text =
      '# Privacy policy\n\nWe do not offer our services in the European Union, and the GDPR does not apply.\n';
    assert.ok(!regimesOf(text).some((one) => one.startsWith('gdpr text active')));
    // readers in Europe, their rights and a basis would speak for the law
    const rights = 'Readers in the European Union have rights under the GDPR, and our legal basis is a contract.';
    const unprepared = 'We are not configured to comply with the General Data Protection Regulation.';
    const prepared = 'We are configured to comply with the General Data Protection Regulation.';
    assert.ok(regimesOf(`# Privacy policy\n\n${rights} ${prepared}\n`).includes('gdpr text active'));
    assert.ok(!regimesOf(`# Privacy policy\n\n${rights} ${unprepared}\n`).includes('gdpr text active'));
  });

  it('not children’s law for a passing mention, nor a store for its name', () => {
    const text =
      '# Privacy policy\n\nIn line with COPPA we collect nothing from children under 13. Get the app on the App Store.\n';
    assert.ok(!regimesOf(text).some((one) => /^(coppa|apple)/.test(one)));
  });

  it('a comment in the draft before its front matter, that before the project file, the option before all', () => {
    const project = { regimes: ['lgpd'] } as const;
    const front = '---\nregimes: [gdpr, uk-gdpr]\n---\n\n# Privacy policy\n\nWe keep your name under the CCPA.\n';
    assert.deepEqual(regimesOf('# P\n\nText.\n', { project }), ['general always active', 'lgpd project active']);
    assert.deepEqual(regimesOf(front, { project }), [
      'general always active',
      'gdpr frontMatter active',
      'uk-gdpr frontMatter active',
    ]);
    const comment = front.replace('# Privacy', '<!-- policy-linter regimes=ccpa -->\n\n# Privacy');
    assert.deepEqual(regimesOf(comment, { project }), ['general always active', 'ccpa directive active']);
    assert.deepEqual(regimesOf(comment, { project, regimes: ['pipeda'] }), ['pipeda option active']);
  });

  it('front matter may list them line by line', () => {
    assert.deepEqual(regimesOf('---\ntitle: P\nregimes:\n  - coppa\n  - ccpa\n---\n\n# P\n'), [
      'general always active',
      'coppa frontMatter active',
      'ccpa frontMatter active',
    ]);
  });
});

describe('findings on what is missing', () => {
  const filler =
    'The shop sells bicycles, and the people who work there know all about gears and brakes and bells. '.repeat(5);
  const draft = `# Privacy policy\n\n${filler}\n\nWe collect your name. We use your address to deliver bicycles. Under the CCPA you may ask us what we know. Write to us at shop@bells.co.\n\n## Your rights\n\nYou have the right to delete.\n`;
  const disclosures = (text: string, options: Partial<AnalysisOptions> = {}) =>
    analyze(text, { format: 'markdown', ...options }).findings.filter(({ rule }) => rule.startsWith('disclosure/'));

  it('are no errors while nobody confirmed the regime', () => {
    assert.ok(disclosures(draft).length > 0);
    assert.deepEqual(
      disclosures(draft).filter(({ severity }) => severity === 'error'),
      [],
    );
    assert.ok(disclosures(draft, { regimes: ['ccpa'] }).some(({ severity }) => severity === 'error'));
  });

  it('list missing rights together, on the heading under which they belong', () => {
    const rights = disclosures(draft).filter(({ rule }) => rule === 'disclosure/ccpa-rights');
    assert.equal(rights.length, 1);
    assert.match(rights[0].message, /right to correct; no discrimination or retaliation/);
    assert.equal(draft.slice(rights[0].range.start, rights[0].range.end), 'Your rights');
  });

  it('give one finding for a fact that several regimes ask for', () => {
    assert.equal(disclosures(draft).filter(({ message }) => /date/i.test(message)).length, 1);
  });

  it('insert rights of one law together behind whose they are, as far in as the draft stands', () => {
    const html = `<body>\n  <h1>Privacy policy</h1>\n  <p>Last updated: 2 March 2026. ${filler}</p>\n  <p>We collect your name and share it with couriers. Write to us at shop@bells.co. California residents have rights under the CCPA.</p>\n</body>\n`;
    const { findings } = analyze(html, { format: 'html' });
    const rights = findings.find(({ rule }) => rule === 'disclosure/ccpa-rights');
    const [edit] = rights?.fixes[0].edits ?? [];
    assert.match(
      edit.newText,
      /^\n\n {2}<h2>Your rights<\/h2>\n\n {2}<p>If you live in California you have these rights under the CCPA:<\/p>\n {2}<p>/,
    );
  });

  it('get a section before those with which a draft closes, unless titles are numbered or the section is an element', () => {
    const insertion = (text: string, format: 'markdown' | 'html' = 'markdown') => {
      const { findings } = analyze(text, { format });
      const [edit] = findings.find(({ rule }) => rule === 'disclosure/ccpa-rights')?.fixes[0].edits ?? [];
      return `${text.slice(0, edit.range.start)}${edit.newText}${text.slice(edit.range.end)}`;
    };
    const order = (text: string) =>
      [...text.matchAll(/^## (.*)|<h2>(.*?)<\/h2>/gm)].map((match) => match[1] ?? match[2]);
    const body = `${filler} We collect your name and share it with couriers. California residents have rights under the CCPA. Write to shop@bells.co.`;
    const draft = (titles: string[]) =>
      `# Privacy policy\n\n${titles.map((title) => `## ${title}\n\n${body}\n`).join('\n')}`;
    assert.deepEqual(order(insertion(draft(['Sharing', 'Changes', 'Contact us']))), [
      'Sharing',
      'Your rights',
      'Changes',
      'Contact us',
    ]);
    assert.deepEqual(order(insertion(draft(['1. Sharing', '2. Contact']))), [
      '1. Sharing',
      '2. Contact',
      '3. Your rights',
    ]);
    assert.deepEqual(order(insertion(draft(['Contact']))), ['Contact', 'Your rights']);
    const elements = `<h1>Privacy policy</h1>\n<section><h2>Sharing</h2><p>${body}</p></section>\n<section><h2>Contact</h2><p>${body}</p></section>\n`;
    assert.deepEqual(order(insertion(elements, 'html')), ['Sharing', 'Contact', 'Your rights']);
    assert.deepEqual(order(insertion(elements.replace(/<\/?section>/g, ''), 'html')), [
      'Sharing',
      'Your rights',
      'Contact',
    ]);
  });

  it('are left out of a draft that has barely begun, but for one information', () => {
    assert.deepEqual(
      disclosures('# Privacy policy\n\nWe keep your name.\n').map(({ rule, severity }) => `${severity} ${rule}`),
      ['information disclosure/barely-begun'],
    );
    assert.deepEqual(disclosures(''), []);
  });

  it('are left out of a page of links, but for one information that lets the author confirm the law', () => {
    const links = '[Do Not Sell My Info](/opt-out) [CCPA](/ccpa) [Notice for California consumers](/california)';
    const found = disclosures(`# Privacy center\n\n${filler}\n\n${links}\n`);
    assert.deepEqual(
      found.map(({ rule, severity }) => `${severity} ${rule}`),
      ['information disclosure/barely-begun'],
    );
    assert.match(found[0].message, /hardly anything about what you do/);
    assert.match(found[0].fixes[0].title, /^Confirm/);
  });

  it('are listed of a notice that speaks of its company by name, and says most of what is asked for', () => {
    const rows = [
      '| Opening accounts | Performance of a contract | ten years |',
      '| Preventing fraud | Legitimate interest in sound services | two years |',
    ];
    const rights =
      'The customer is entitled to access, rectification, erasure, restriction and portability, may object, and may lodge a complaint with a supervisory authority.';
    const notice = `# Privacy notice of Norrviken Bank AB\n\nNorrviken Bank AB, Storgatan 8, Lidingö, is controller under the GDPR; its data protection officer is dpo@norrviken.se.\n\n| Purpose | Legal basis | Storage period |\n| --- | --- | --- |\n${rows.join('\n')}\n\n${rights}\n\nData go to card networks and stay within the EU. Computers do not make decisions. Giving data is voluntary.\n\n${filler}\n`;
    assert.deepEqual(
      disclosures(notice).map(({ rule, severity }) => `${severity} ${rule}`),
      ['warning disclosure/general-effective-date'],
    );
  });

  it('ask about a regime that is only possible, and about nothing of it', () => {
    const text = `# Privacy policy\n\nLast updated: 2 March 2026\n\n${filler}\n\nWrite to us at shop@bells.co. In California, an authorized agent may send the request too.\n`;
    assert.deepEqual(
      disclosures(text).map(({ rule, severity }) => `${severity} ${rule}`),
      ['information disclosure/possible-regime'],
    );
  });

  it('offer to confirm the regime, after which it is no guess any more', () => {
    for (const format of ['markdown', 'html', 'plaintext'] as const) {
      const text =
        format === 'html'
          ? draft
              .replace('# Privacy policy', '<h1>Privacy policy</h1>')
              .replace('## Your rights', '<h2>Your rights</h2>')
          : draft;
      const fix = disclosures(text, { format })
        .flatMap(({ fixes }) => fixes)
        .find(({ title }) => title.startsWith('Confirm'));
      assert.ok(fix, format);
      const confirmed = analyze(applyEdits(text, fix.edits), { format });
      assert.ok(
        confirmed.regimes.some(({ id, source }) => id === 'ccpa' && source === 'directive'),
        format,
      );
    }
  });

  it('stay silent where the template stands, filled in or not', () => {
    const date = disclosures(draft).find(({ rule }) => rule === 'disclosure/ccpa-last-updated');
    const [fix] = date?.fixes ?? [];
    const inserted = applyEdits(draft, fix.edits).replace(/\$\{\d+:([^}]*)\}/g, '$1');
    assert.match(inserted, /Last updated: \[date\]/);
    const rules = analyze(inserted, { format: 'markdown' }).findings.map(({ rule }) => rule);
    assert.ok(!rules.includes('disclosure/ccpa-last-updated'));
    assert.ok(rules.includes('placeholder/unfilled'));
  });

  it('fill in what the draft itself says', () => {
    const methods = disclosures(draft, { regimes: ['gdpr'] }).find(
      ({ rule }) => rule === 'disclosure/gdpr-how-to-exercise-rights',
    );
    assert.match(methods?.fixes[0]?.edits[0]?.newText ?? '', /shop@bells\.co/);
  });
});
