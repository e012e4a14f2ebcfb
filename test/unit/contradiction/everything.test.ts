import assert from 'node:assert/strict';
import { analyze } from '../../../server/src/analysis/analyze';

describe('a denial of all data', () => {
  it('is put in words that can be denied, without the path to it', () => {
    const draft =
      '# Privacy Policy\n\nNothing is uploaded to our servers.\n\n## Orders\n\nWe collect your phone number.\n';
    const { findings } = analyze(draft, { format: 'markdown' });
    const found = findings.find(({ rule, severity }) => rule === 'contradiction/collection' && severity === 'error');
    assert.match(
      found?.message ?? '',
      /^All data is said not to be collected here, but “phone number” is collected under “Orders”\. /,
    );
  });
});
