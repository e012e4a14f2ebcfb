import assert from 'node:assert/strict';
import { largestDraft, recognisePolicy } from '../../server/src/analysis/policyRecognition';

const policy = `We collect your e-mail address when you sign up, and we use your data to answer you. We do not sell your
personal information. We may share your information with third parties that work for us. You have the right to ask for a copy.
We keep your data for a year. Our site uses cookies.`;

const german = `# Datenschutzerklärung

Wir erheben Ihre Daten, wenn Sie uns schreiben, und wir verwenden sie, um Ihnen zu antworten. Die Daten werden nicht an Dritte
weitergegeben, und Sie haben das Recht auf Auskunft. Der Verantwortliche ist die Beispiel GmbH, die auf dieser Seite genannt wird.`;

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
