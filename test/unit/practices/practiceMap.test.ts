import { strict as assert } from 'node:assert';
import { analyze } from '../../../server/src/analysis/analyze';
import { wordsOf } from '../../../server/src/analysis/document/place';
import {
  type PracticeCell,
  type PracticeColumn,
  practiceColumns,
  practiceMap,
} from '../../../server/src/analysis/practiceMap/practiceMap';

const rowsOf = (text: string) => {
  const { policy, findings } = analyze(text, { format: 'markdown' });
  return practiceMap(policy, findings).rows;
};

/** The cells of one type of data, as they read. */
function cells(text: string, data: string): Partial<Record<PracticeColumn, string>> {
  const row = rowsOf(text).find((one) => one.data === data);
  assert.ok(row, `no row for ${data}`);
  const said = practiceColumns.map((column) => [column, reading(row.cells[column])]).filter(([, words]) => words);
  return Object.fromEntries(said);
}

function reading({ entries, as, gap }: PracticeCell): string {
  if (gap) return `gap: ${gap}`;
  if (as) return `as ${as.label}`;
  return entries
    .map(({ label, vague, limits, conflicts }) =>
      [label, ...limits.map((limit) => `(${limit})`), vague && '~', conflicts.length > 0 && '!']
        .filter(Boolean)
        .join(' '),
    )
    .join(', ');
}

describe('the practice map', () => {
  it('gathers what is said of one type of data from all over the draft', () => {
    const draft = `# Privacy Policy

We collect your email address when you sign up.

We use your email address to send you marketing.

We share your email address with Mailchimp.

We keep your email address for two years after you unsubscribe.
`;
    assert.deepEqual(cells(draft, 'email'), {
      purpose: 'marketing',
      recipient: 'Mailchimp',
      retention: 'for two years after you unsubscribe',
      source: 'collected',
    });
  });

  it('tells a price as what limits a sale, and a gain as what data is used for', () => {
    const sold = cells('We share your email address with advertisers in exchange for money.', 'email');
    assert.deepEqual(sold, { recipient: 'advertisers and advertising networks (for a price)' });
    assert.deepEqual(cells('We do not sell your phone number for money.', 'phone'), {
      recipient: 'not sold (for a price)',
    });
    assert.equal(cells('We use your location for financial gain.', 'location').purpose, 'financial gain');
  });

  it('marks what is not said of data that is collected', () => {
    assert.deepEqual(cells('We collect your phone number.', 'phone'), {
      purpose: 'gap: no purpose stated',
      retention: 'gap: no period stated',
      source: 'collected',
    });
  });

  it('lets a sentence on personal information speak for every type of data', () => {
    const draft =
      'We collect your phone number. We use your personal information for marketing. We keep your personal information for one year.';
    assert.deepEqual(cells(draft, 'phone'), {
      purpose: 'as personal information',
      retention: 'as personal information',
      source: 'collected',
    });
  });

  it('asks nothing of data that is only denied', () => {
    const draft = 'We use your personal information for marketing. We do not collect your phone number.';
    assert.deepEqual(cells(draft, 'phone'), { source: 'not collected' });
  });

  it('marks both sides of a contradiction, and nothing beside them', () => {
    const draft = `We collect your name and your phone number for marketing.

We do not collect phone numbers.
`;
    assert.equal(cells(draft, 'phone').source, 'collected !, not collected !');
    assert.equal(cells(draft, 'phone').purpose, 'marketing');
    assert.equal(cells(draft, 'name').source, 'collected');
  });

  it('marks a period that binds nobody', () => {
    assert.equal(
      cells('We keep your email address for as long as necessary.', 'email').retention,
      'for as long as necessary ~',
    );
  });

  it('says a repeated thing once, with every place', () => {
    const rows = rowsOf('We collect your email address.\n\nWhen you order, we collect your email address.\n');
    const [entry] = rows.find(({ data }) => data === 'email')!.cells.source.entries;
    assert.deepEqual(entry?.places.map(wordsOf), [
      'We collect your email address.',
      'When you order, we collect your email address.',
    ]);
  });

  it('is empty for a draft that says nothing of data', () => {
    assert.deepEqual(rowsOf('# Privacy Policy\n\nThis page will be written soon.\n'), []);
  });
});
