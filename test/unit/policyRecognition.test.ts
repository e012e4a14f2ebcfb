import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beginningOf } from '../../server/src/analysis/draftBeginning';
import { largestDraft, readsLikePolicy, recognisePolicy } from '../../server/src/analysis/policyRecognition';
import { Numbers } from '../incremental/drafts';

const policy = `We collect your e-mail address when you sign up, and we use your data to answer you. We do not sell your
personal information. We may share your information with third parties that work for us. You have the right to ask for a copy.
We keep your data for a year. Our site uses cookies.`;

const german = `# Datenschutzerklärung

Wir erheben Ihre Daten, wenn Sie uns schreiben, und wir verwenden sie, um Ihnen zu antworten. Die Daten werden nicht an Dritte
weitergegeben, und Sie haben das Recht auf Auskunft. Der Verantwortliche ist die Beispiel GmbH, die auf dieser Seite genannt wird.`;

describe('a draft that its author goes on with', () => {
  it('is recognised as one that is looked at for the first time', () => {
    const numbers = new Numbers(7);
    const lines = ['# Privacy Notice', '## What we collect', '# Cookies', '', ...policy.split('. ')];
    const words = ['', '\n', '# Terms\n', 'your data ', 'third parties ', 'wir und die ', 'a\n\nb'];
    const rare = ['<!-- ', '-->', '```'];
    for (const length of [4, 40, 4000]) {
      const draft = Array.from({ length }, (_, i) => `${lines[i % lines.length]} word`).join('\n');
      let text = draft;
      for (let edit = 0; edit < 150; edit++) {
        if (edit % 30 === 0) text = draft;
        const at = numbers.below(text.length);
        text =
          text.slice(0, at) +
          numbers.of(numbers.below(30) === 0 ? rare : words) +
          text.slice(at + numbers.below(numbers.below(9) === 0 ? text.length / 2 : 30));
        const format = numbers.of(['markdown', 'markdown', 'plaintext'] as const);
        const goesOn = beginningOf(text, format);
        beginningOf('<p>another page</p>', 'html');
        assert.deepEqual(goesOn, beginningOf(text, format), text.slice(0, 1000));
        beginningOf(text, 'markdown');
      }
    }
  });
});

describe('memory of drafts that were looked at', () => {
  it('keeps no version of them', () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const rest = 'x'.repeat(1_000_000);
    const look = (version: number) =>
      beginningOf(`# Privacy of our customers in version ${version}\n\n${policy}\n\n${rest}`, 'plaintext');
    look(0);
    collect();
    const before = process.memoryUsage().heapUsed;
    for (let version = 1; version <= 40; version++) look(version);
    collect();
    const kept = process.memoryUsage().heapUsed - before;
    assert.ok(kept < 10_000_000, `${kept} bytes stay of 40 versions of a million characters`);
  });
});

describe('what a policy is', () => {
  const yes: [string, string, string][] = [
    ['by its title', `# Privacy Notice\n\n${policy}`, 'legal.md'],
    ['by its file name', policy, 'docs/privacy-policy.md'],
    ['by a title in front matter', `---\ntitle: "Privacy Policy"\n---\n\n${policy}`, 'index.md'],
    [
      'by what it says all along',
      `# Legal\n\n${`${policy}\n\nWithdraw your consent at any time; this privacy notice says how.\n\n`.repeat(3)}`,
      'legal.md',
    ],
    ['by name and title from the first line on', '# Privacy Policy\n\nWe are Acme.', 'privacy-policy.md'],
    ['by its front matter', '---\ntitle: Draft\nregimes: [gdpr]\n---\n\nWe are Acme.', 'draft.md'],
    ['by a directive at the top', '<!-- policy-linter regimes=ccpa -->\n\nWe are Acme.', 'draft.md'],
  ];
  for (const [why, source, name] of yes)
    it(`is told ${why}`, () => assert.deepEqual(recognisePolicy(source, 'markdown', name), { isPolicy: true }));

  it('is told on a web page', () => {
    const page = `<html><head><title>Privacy Policy | Acme</title><script>var personal = "data"</script></head><body><p>${policy}</p></body></html>`;
    assert.equal(recognisePolicy(page, 'html').isPolicy, true);
  });

  const no: [string, string, string, string][] = [
    [
      'a read-me',
      '# Parser\n\nThis library parses cookies. Run `npm install` and pass your data to it. See our privacy policy.',
      'README.md',
      'notAPolicy',
    ],
    [
      'terms of use',
      '# Terms of Use\n\nYou may use the site as it is. We may end the service. Our privacy policy says how we use your data. You agree to the law of England.',
      'terms.md',
      'notAPolicy',
    ],
    [
      'documentation of a privacy setting',
      '# Privacy mode\n\nSet `privacy: true` in the file to hide the window. The option takes a boolean and is off by default.',
      'privacy.md',
      'notAPolicy',
    ],
    ['a policy in German', german, 'datenschutz.md', 'notEnglish'],
    ['a German page about something else', german.replace('Datenschutzerklärung', 'Rezepte'), 'brot.md', 'notAPolicy'],
    ['an empty file', ' \n', 'privacy-policy.md', 'empty'],
    ['a huge file', 'a '.repeat(largestDraft), 'privacy-policy.md', 'tooLarge'],
  ];
  for (const [what, source, name, reason] of no)
    it(`is not ${what}`, () =>
      assert.deepEqual(recognisePolicy(source, 'markdown', name), { isPolicy: false, reason }));
});

describe('what reads like a policy', () => {
  const dull = 'The weather was fine, and the boats went out with the tide as on every other day of that week. '.repeat(
    9,
  );
  const said =
    'We collect your name. We use your information to write to you. We do not sell your data. We store your data on our server. Our site sets cookies, and you may withdraw your consent. ';

  it('is told by its title, and otherwise by what it says', () => {
    for (const [expected, text] of [
      [true, `# Privacy Notice\n\n${dull}`],
      [true, `# Privacy\n\n${dull}`],
      [true, `# Lanternbox Privacy\n\n${dull}`],
      [true, `Our boats\n\n${said.repeat(2)}${dull.slice(0, 400)}`],
      [true, `Our boats\n\n${dull}\n\nQuestions about this privacy policy go to the harbour.`],
      [true, '# Objects\n\nToo short to tell.'],
      [false, `Our boats\n\n${dull}`],
      [false, `# Terms of Service\n\n${said}${dull}`],
      [false, `# Privacy impact assessment\n\n${said}${dull}`],
      [false, `# Harbour security\n\n${dull}`],
      [true, `---\nregimes: [gdpr]\n---\n\n# Terms of Service\n\n${dull}`],
    ] as const)
      assert.equal(readsLikePolicy(text, 'markdown'), expected, text.slice(0, 60));
  });
});
