import { strict as assert } from 'node:assert';
import { analyze } from '../../../server/src/analysis/analyze';
import type { DocumentFormat } from '../../../server/src/analysis/document/types';
import type { Analysis } from '../../../server/src/analysis/types';
import { draftOf } from '../../incremental/drafts';
import { compareEdits } from '../../incremental/edits';

const formats: readonly DocumentFormat[] = ['markdown', 'html', 'plaintext'];

describe('an analysis that goes on from the version before', () => {
  for (const format of formats) {
    for (const [length, seed] of [
      [400, 11],
      [3000, 12],
    ]) {
      it(`finds what one from scratch finds: ${format}, ${length} characters`, () => {
        compareEdits(draftOf(length, format, seed), { format, today: '2026-11-22' }, 40, seed);
      });
    }
  }

  it('takes the title of the draft for a title once a section stands below it, and for a matter of its own before', () => {
    const alone = '# Newsletter\n\nWe do not collect your name.\n';
    const whole = `${alone}\n## Who we are\n\nBrambleworks Ltd.\n`;
    const matterOf = ({ policy }: Analysis) => policy.statements[0].matter !== undefined;
    let analysis: Analysis | undefined;
    const found = [alone, whole, alone].map((text) => {
      analysis = analyze(text, { format: 'markdown' }, analysis);
      return matterOf(analysis);
    });
    assert.deepEqual(found, [true, false, true]);
  });
});
