import { strict as assert } from 'node:assert';
import type { ChecklistView, PracticeMapView, SnippetInsertion } from '../../server/src/lsp/views';
import { Client } from './client';
import { draft, wordsAt } from './texts';

const uri = 'file:///drafts/privacy.md';

describe('what views are drawn from', () => {
  let client: Client;
  const ask = <T>(method: string, more: object = {}) =>
    client.connection.sendRequest<T | null>(`policyLinter/${method}`, { uri, ...more });
  before(async () => {
    client = await Client.start();
    await client.open(uri, draft);
    await client.pull(uri);
  });
  after(() => client.stop());

  it('is the checklist, whose places are words of the draft', async () => {
    const checklist = (await ask<ChecklistView>('checklist'))!;
    assert.equal(checklist.version, 1);
    const entries = checklist.regimes.flatMap(({ items }) => items);
    assert.ok(entries.some(({ status }) => status === 'missing'));
    const places = entries.flatMap((entry) => entry.places);
    assert.ok(places.length > 0);
    for (const { range, text } of places) assert.equal(wordsAt(draft, range).replace(/\s+/g, ' '), text);
  });

  it('is the practice map, every entry with its sentence', async () => {
    const { rows } = (await ask<PracticeMapView>('practiceMap'))!;
    assert.ok(rows.length > 0);
    for (const { cells } of rows) {
      for (const { entries } of Object.values(cells)) {
        for (const { places } of entries) {
          assert.ok(places.length > 0);
          for (const { range, text } of places) assert.equal(wordsAt(draft, range).replace(/\s+/g, ' '), text);
        }
      }
    }
  });

  it('is what to insert for an item, bound to the version', async () => {
    const { regimes } = (await ask<ChecklistView>('checklist'))!;
    const missing = regimes.flatMap(({ items }) => items).find(({ status }) => status === 'missing')!;
    const insertion = (await ask<SnippetInsertion>('insertion', { id: missing.id }))!;
    assert.equal(insertion.version, 1);
    assert.match(insertion.title, new RegExp(missing.title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
    assert.ok(insertion.edits.every(({ snippet }) => snippet.length > 0));
    assert.equal(await ask('insertion', { id: 'no-such-item' }), null);
  });

  it('is never analysed for: a text that was not checked has no answer yet', async () => {
    await client.change(uri, `${draft}\n`);
    assert.equal(await ask('checklist'), null);
    assert.equal(await ask('practiceMap'), null);
    await client.pull(uri);
    assert.equal((await ask<ChecklistView>('checklist'))!.version, 2);
  });

  it('is nothing for a document that is no policy', async () => {
    const notes = 'file:///drafts/notes.md';
    await client.open(notes, '# Notes\n\nBuy milk.\n');
    await client.pull(notes);
    assert.equal(await client.connection.sendRequest('policyLinter/checklist', { uri: notes }), null);
  });
});
