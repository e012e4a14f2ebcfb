import { strict as assert } from 'node:assert';
import { Client } from '../protocol/client';
import { draft } from '../protocol/texts';
import { Workspace } from './run';

const html = `<!doctype html><title>Privacy Policy</title>
<h1>Privacy Policy</h1>
<p>We collect your <b>name</b> &amp; phone&nbsp;number 📞 to ship orders. This is personal data under the GDPR.</p>
<p>Cookies and third parties: none. You may ask us to delete your personal data.</p>
<ul><li>We do not collect your phone number.</li><li>Write to [email address].</li></ul>
`;
const text =
  'PRIVACY POLICY\r\n\r\nWe collect your name and phone number. You may ask us to delete your personal information.\r\n\r\n• We do not collect your phone number.\r\n';

describe('one draft, two ways', () => {
  const severities = ['', 'error', 'warning', 'information', 'hint'];

  for (const [name, languageId, content] of [
    ['privacy.md', 'markdown', draft],
    ['privacy.html', 'html', html],
    ['privacy.txt', 'plaintext', text],
  ]) {
    it(`editor and command line find the same in ${name}`, async () => {
      const workspace = new Workspace().write(name, content);
      const [{ findings }] = workspace.json([name]).documents;
      const client = await Client.start();
      const uri = `file://${workspace.folder}/${name}`;
      await client.open(uri, content, languageId);
      const pulled = (await client.pull(uri)).map(({ code, severity, message, range, relatedInformation = [] }) => ({
        rule: code,
        severity: severities[severity ?? 0],
        message,
        range,
        related: relatedInformation.map((related) => ({ range: related.location.range, message: related.message })),
      }));
      await client.stop();
      workspace.remove();
      assert.ok(findings.length > 0);
      assert.deepEqual(
        pulled,
        // biome-ignore lint/suspicious/noExplicitAny: parsed JSON
        findings.map(({ rule, severity, message, range, related }: any) => ({
          rule,
          severity,
          message,
          range,
          // biome-ignore lint/suspicious/noExplicitAny: parsed JSON
          related: related.map((other: any) => ({ range: other.range, message: other.message })),
        })),
      );
    });
  }
});
