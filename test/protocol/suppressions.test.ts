import { strict as assert } from 'node:assert';
import type { TextDocumentEdit, TextEdit } from 'vscode-languageserver';
import { Client } from './client';
import { draft, rangeOf } from './texts';

const uri = 'file:///drafts/privacy.md';

describe('suppressing a finding', () => {
  let client: Client;
  before(async () => {
    client = await Client.start();
  });
  after(() => client.stop());

  /** The draft after the offered comment was inserted. */
  async function suppressed(text: string, words: string, title: RegExp): Promise<string> {
    await client.close(uri);
    await client.open(uri, text);
    await client.pull(uri);
    const actions = await client.codeActions(uri, rangeOf(text, words));
    const action = actions.find((offered) => title.test(offered.title));
    assert.ok(action, actions.map((offered) => offered.title).join(', '));
    const silences = actions.map((offered) => /^(?:Suppress|Not applicable|None of)/.test(offered.title));
    assert.deepEqual(silences, [...silences].sort(), 'what settles a finding comes first');
    const [{ range, newText }] = (action.edit!.documentChanges as TextDocumentEdit[])[0].edits as TextEdit[];
    const lines = text.split('\n');
    lines[range.start.line] =
      lines[range.start.line].slice(0, range.start.character) +
      newText +
      lines[range.start.line].slice(range.end.character);
    return lines.join('\n');
  }

  const rulesIn = async (text: string) => {
    await client.close(uri);
    await client.open(uri, text);
    return (await client.pull(uri)).map(({ code }) => code);
  };

  it('puts a comment before the block, and asks for the reason', async () => {
    const after = await suppressed(draft, 'as long as necessary', /^Suppress retention\/vague-period for this line/);
    const comment = '<!-- policy-linter-disable-next-line retention/vague-period -- [reason] -->';
    assert.ok(after.includes(`${comment}\nWe keep your personal data`));
    const found = await rulesIn(after);
    assert.ok(!found.includes('retention/vague-period') && found.includes('suppression/missing-reason'));
    const explained = await rulesIn(after.replace('[reason]', 'periods follow in the annex'));
    assert.ok(!explained.some((code) => String(code).startsWith('suppression/')));
  });

  it('answers for the whole draft why a disclosure does not apply', async () => {
    const after = await suppressed(draft, 'Privacy Policy of Northwind', /^Not applicable: “.*”, because …$/);
    const comment =
      /^<!-- policy-linter-disable-file (disclosure\/\S+) -- not applicable, because \[reason\] -->\n# /.exec(after);
    assert.ok(comment);
    assert.ok((await rulesIn(draft)).includes(comment[1]) && !(await rulesIn(after)).includes(comment[1]));
  });

  describe('one of several rights that are reported together', () => {
    const gdpr = `---\nregimes: [gdpr]\n---\n${draft}\n${'We write this to inform you about our shop. '.repeat(6)}`;
    const heading = 'Privacy Policy of Northwind';

    it('answers why that one does not apply, and the others stay', async () => {
      assert.ok((await rulesIn(gdpr)).includes('disclosure/gdpr-rights'));
      const after = await suppressed(gdpr, heading, /^Not applicable: “Right to data portability”, because …$/);
      assert.match(after, /disable-file disclosure\/gdpr-right-portability -- not applicable, because/);
      await client.close(uri);
      await client.open(uri, after.replace('[reason]', 'nothing rests on consent'));
      const found = await client.pull(uri);
      const rights = found.find(({ code }) => code === 'disclosure/gdpr-rights')!;
      assert.doesNotMatch(String(rights.message), /portability/);
      assert.ok(!found.some(({ code }) => String(code).startsWith('suppression/')));
    });

    it('answers why none of them applies', async () => {
      const after = await suppressed(gdpr, heading, /^None of the \d+ applies, because …$/);
      assert.ok(!(await rulesIn(after)).some((code) => /^disclosure\/gdpr-right/.test(String(code))));
    });
  });
});
