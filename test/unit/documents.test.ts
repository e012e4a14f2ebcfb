import { strict as assert } from 'node:assert';
import { mightBePolicy } from '../../client/src/documents';

describe('the first look, before a server is started', () => {
  const yes: [string, string][] = [
    ['/w/privacy-policy.md', ''],
    ['/w/PRIVACY.txt', ''],
    ['/w/data_protection.html', ''],
    ['/w/legal/cookie-notice.md', ''],
    ['Untitled-1', 'Acme Privacy Notice\n\nWe collect your name.'],
    ['/w/legal.md', 'How we handle personal information'],
    ['/w/legal.md', 'We protect your data.'],
    ['/w/legal.md', '---\npolicy-linter:\n  regimes: [gdpr]\n---\n'],
  ];
  for (const [path, text] of yes)
    it(`takes ${path}: ${JSON.stringify(text)}`, () => assert.ok(mightBePolicy(path, text)));

  const no: [string, string][] = [
    ['/w/README.md', '# A parser\n\nRun `npm ci` to install.'],
    ['/w/notes.txt', 'Anna books the hall.'],
    ['/privacy/recipes.html', '<h1>Bread</h1>'],
  ];
  for (const [path, text] of no)
    it(`leaves ${path}: ${JSON.stringify(text)}`, () => assert.ok(!mightBePolicy(path, text)));
});
