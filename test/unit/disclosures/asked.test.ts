import { strict as assert } from 'node:assert';
import { analyze } from '../../../server/src/analysis/analyze';

const filler =
  'We keep bees and sell their honey at the fair. We collect your name and your street when you order a jar. We use them to bring it to you. We do not sell your information to third parties. ';
const findings = (text: string, format: 'markdown' | 'html' = 'markdown') =>
  analyze(text, { format }).findings.filter(({ rule }) => rule.startsWith('disclosure/'));
const asks = (rule: string, text: string, format: 'markdown' | 'html' = 'markdown'): boolean =>
  findings(text, format).some((finding) => finding.rule === rule);

/** Drafts by what they are asked for, each beside one that differs in what matters. */
describe('a draft is asked', () => {
  it('for its date once, where it sends readers to one', () => {
    const rules = (text: string) =>
      analyze(`# Privacy policy\n\n${filler.repeat(2)}\n\nWrite to us at bees@combwood.coop. ${text}\n`, {
        format: 'markdown',
      }).findings.flatMap(({ rule }) => (/date$/.test(rule) ? [rule] : []));
    assert.deepEqual(rules('A new version will be indicated by an updated “Revised” date.'), [
      'reference/missing-date',
    ]);
    assert.deepEqual(rules('No update or refresh date should be taken to indicate that all of it has been updated.'), [
      'disclosure/general-effective-date',
    ]);
    assert.deepEqual(rules('A new version will be put here.'), ['disclosure/general-effective-date']);
  });

  it('for no date where one stands in figures, in the front matter, at the foot of the page or for machines', () => {
    const body = `${filler.repeat(2)}Write to us at bees@combwood.coop.`;
    for (const [expected, date] of [
      [false, '**Effective date:** 04.11.25'],
      [false, 'Last updated: 4-Nov-25'],
      [false, 'Last update: 20251104'],
      [false, 'Effective: 11.2025'],
      [false, 'Last updated: November2025'],
      [false, '<Layout title="Privacy" lastUpdated="4 November 2025">'],
      [false, 'Last updated: 04 / 11 / 2025'],
      [true, 'Call us on 04.11.25 88 or 04-11-25 88.'],
      [true, 'Version 4.11.25 of the app is out.'],
      [true, 'What we changed takes effect at once.'],
    ] as const)
      assert.equal(
        asks('disclosure/general-effective-date', `# Privacy policy\n\n${date}\n\n${body}\n`),
        expected,
        date,
      );
    for (const [expected, key] of [
      [false, 'lastUpdated: 04.11.25'],
      [false, 'date: 2025-11-04'],
      [true, 'layout: page-2025'],
    ] as const)
      assert.equal(
        asks('disclosure/general-effective-date', `---\n${key}\n---\n\n# Privacy policy\n\n${body}\n`),
        expected,
        key,
      );
    for (const [expected, end] of [
      [false, '<footer>Last updated: <b>November 2025</b></footer>'],
      [false, '<p>Changed <time datetime="2025-11-04">last autumn</time></p>'],
      [true, '<footer>© 2025 Combwood</footer>'],
    ] as const)
      assert.equal(
        asks('disclosure/general-effective-date', `<h1>Privacy policy</h1><p>${body}</p>${end}`, 'html'),
        expected,
        end,
      );
  });

  it('for a date below the title, whatever ends the lines', () => {
    for (const end of ['\n', '\r\n']) {
      const text = ['# Privacy policy', '', filler.repeat(2), '', 'Write to bees@combwood.coop.', ''].join(end);
      const [{ fixes }] = findings(text);
      const [{ range, newText }] = fixes[0].edits;
      const after = text.slice(0, range.start) + newText + text.slice(range.end);
      assert.deepEqual(after.split(end).slice(0, 5), [
        '# Privacy policy',
        '',
        `Last updated: \${1:[date]}`,
        '',
        filler.repeat(2),
      ]);
    }
  });

  it('for no contact where readers are sent to a repository, a store’s page or a channel', () => {
    const dated = `# Privacy policy\n\nLast updated: 4 November 2025\n\n${filler.repeat(2)}`;
    for (const [expected, text] of [
      [false, '## Contact\n\n- Issues: [codeberg.org/combwood/hive](https://codeberg.org/combwood/hive/issues)'],
      [false, '## Contact\n\nFor questions about this policy, visit the repository of the project on Codeberg.'],
      [false, 'Contact the developer through the store listing.'],
      [false, 'Please contact Combwood on Discord.'],
      [true, 'The code lies in a repository, and the app in the app store.'],
      [true, 'We share reports of errors on Discord.'],
    ] as const)
      assert.equal(asks('disclosure/general-contact', `${dated}\n\n${text}\n`), expected, text);
  });

  it('once for rights that several laws grant, each right with its laws', () => {
    const rights =
      '## Your rights\n\nUnder the GDPR and the CCPA you have the right to access and to delete your data, to object, to restrict its use and to data portability. You may withdraw consent, and we discriminate against nobody who does.';
    const draft = `# Privacy policy\n\nLast updated: 4 November 2025\n\n${filler.repeat(2)}\n\n${rights}\n\nWrite to bees@combwood.coop.\n`;
    const found = findings(draft).filter(({ rule }) => /right|complain/.test(rule));
    assert.deepEqual(
      found.map(({ rule }) => rule),
      ['disclosure/rights'],
    );
    assert.equal(
      found[0].message,
      'The draft does not mention these rights: right to correction (CCPA, GDPR); right to complain to a supervisory authority (GDPR). Add a sentence on each.',
    );
    const inserted = found[0].fixes[0].edits.map(({ newText }) => newText).join('');
    assert.match(inserted, /under the CCPA:\n\n.*correct.*\n\nYou have these rights under the GDPR:\n\n.*correct/);
    const without = draft.replace(
      '# Privacy',
      '<!-- policy-linter-disable-file disclosure/gdpr-rights -- later -->\n\n# Privacy',
    );
    assert.deepEqual(
      findings(without).flatMap(({ rule }) => (/right|complain/.test(rule) ? [rule] : [])),
      ['disclosure/ccpa-right-correct'],
    );
  });

  it('about no law where everything stays on the reader’s device', () => {
    const law = 'The app follows the principles of the GDPR and of the CCPA.';
    for (const [expected, text] of [
      [false, 'All data is stored locally on your device. We have no servers.'],
      [true, 'Some data is stored locally on your device. We store your orders on our servers.'],
    ] as const)
      assert.equal(
        asks(
          'disclosure/possible-regime',
          `# Privacy policy\n\nLast updated: 4 November 2025\n\nThe hive diary is an app for keepers of bees. ${text} The diary shows the weight of each hive, the weather of the day and the flowers that bloom, so that you see what the bees find. It needs no account and no network. ${law} Questions go to bees@combwood.coop.\n`,
        ),
        expected,
        text,
      );
  });

  it('about a law on the words that speak for it', () => {
    const text = `# Privacy policy\n\nLast updated: 4 November 2025\n\n${filler.repeat(2)}We comply with PIPEDA.\n\nWrite to bees@combwood.coop.\n`;
    const [asked] = findings(text);
    assert.equal(asked.rule, 'disclosure/possible-regime');
    assert.equal(text.slice(asked.range.start, asked.range.end), 'We comply with PIPEDA.');
    assert.match(asked.message, /PIPEDA may apply/);
    assert.deepEqual(
      asked.fixes.map(({ title }) => title.replace(/:.*/, '')),
      ['Confirm that this applies', 'Rule out'],
    );
    const [{ range, newText }] = asked.fixes[1].edits;
    assert.deepEqual(findings(text.slice(0, range.start) + newText + text.slice(range.end)), []);
  });
});
