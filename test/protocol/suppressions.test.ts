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
    assert.equal(actions.at(-1)?.title, action.title, 'what settles a finding comes first');
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
    const missing = (await rulesIn(draft)).find((code) => String(code).startsWith('disclosure/'));
    const after = await suppressed(draft, 'Privacy Policy of Northwind', /^Not applicable, because/);
    assert.match(
      after,
      /^<!-- policy-linter-disable-file disclosure\/\S+ -- not applicable, because \[reason\] -->\n# /,
    );
    assert.ok(missing && !(await rulesIn(after)).includes(missing));
  });
});
