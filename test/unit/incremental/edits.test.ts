import type { DocumentFormat } from '../../../server/src/analysis/document/types';
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
});
