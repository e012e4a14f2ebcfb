import { strict as assert } from 'node:assert';
import { exported } from '../../client/src/practiceTable';
import type { PracticeCellView, PracticeEntryView, PracticeMapView, Spot } from '../../server/src/lsp/views';

const spot = (line: number, text = 'We use it.'): Spot => ({
  range: { start: { line, character: 0 }, end: { line, character: text.length } },
  text,
});
const entry = (label: string, more: Partial<PracticeEntryView> = {}): PracticeEntryView => ({
  label,
  denied: false,
  vague: false,
  limits: [],
  places: [spot(4)],
  conflicts: [],
  ...more,
});
const nothing: PracticeCellView = { entries: [] };
const mapOf = (
  cells: Partial<PracticeMapView['rows'][number]['cells']>,
  label = 'e-mail addresses',
): PracticeMapView => ({
  version: 1,
  rows: [
    {
      data: 'email',
      label,
      place: spot(2),
      cells: { purpose: nothing, recipient: nothing, retention: nothing, source: nothing, ...cells },
    },
  ],
});

describe('the practice map is taken elsewhere', () => {
  it('as CSV, with conflicts, gaps and lines', () => {
    const map = mapOf({
      purpose: { entries: [entry('marketing', { limits: ['with consent'] }), entry('support')] },
      recipient: { entries: [entry('not shared', { denied: true, conflicts: ['Line 9 says otherwise.'] })] },
      retention: { entries: [], gap: 'no period stated' },
      source: { entries: [], as: { label: 'personal information', place: spot(7) } },
    });
    assert.equal(
      exported(map, 'csv', 'draft.md'),
      'Data,Purpose,Recipient,Kept for,Source,Conflicts,Gaps,Lines\r\n' +
        'e-mail addresses,marketing (with consent); support,not shared,no period stated,as personal information,' +
        'Line 9 says otherwise.,no period stated,3 5\r\n',
    );
  });

  it('as CSV that no spreadsheet runs', () => {
    const map = mapOf({ purpose: { entries: [entry('=HYPERLINK("https://x.test","a,b")')] } }, '@cmd');
    const [, row] = exported(map, 'csv', 'draft.md').split('\r\n');
    assert.ok(row?.startsWith(`'@cmd,"'=HYPERLINK(""https://x.test"",""a,b"")",`), row);
  });

  it('as JSON, whole', () => {
    const map = mapOf({ purpose: { entries: [entry('marketing')] } });
    assert.deepEqual(JSON.parse(exported(map, 'json', 'draft.md')), { version: 1, draft: 'draft.md', rows: map.rows });
  });

  it('as Markdown in which words of the draft stay words', () => {
    const map = mapOf({
      purpose: { entries: [entry('to <img src=x onerror=alert(1)> | [click](https://x.test)\nnow')] },
      retention: { entries: [], gap: 'no period stated' },
    });
    const text = exported(map, 'markdown', 'draft.md');
    assert.doesNotMatch(text, /<img|(?<!\\)\]\(|[^\\]\| \[/);
    assert.match(text, /^# Practice map of draft\.md$/m);
    assert.match(text, /\| ⚠ no period stated \|/);
    const widths = text
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .map((line) => line.split(/(?<!\\)\|/).length);
    assert.deepEqual(new Set(widths), new Set([7]));
  });

  it('as Markdown with the lines and the conflicts', () => {
    const conflicts = ['Line 9 says otherwise.'];
    const map = mapOf({ source: { entries: [entry('collected', { conflicts, places: [spot(4), spot(11)] })] } });
    const text = exported(map, 'markdown', 'draft.md');
    assert.match(text, /⚡ collected \(lines 5, 12\)/);
    assert.match(text, /## Conflicts\n\n- Line 9 says otherwise\./);
  });
});
