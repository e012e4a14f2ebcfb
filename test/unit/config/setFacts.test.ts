import { strict as assert } from 'node:assert';
import { withFacts } from '../../../server/src/config/setFacts';

describe('answers in the project file', () => {
  it('make a file where there was none', () => {
    assert.equal(withFacts('', { app_ios: true, nevada: false }), 'facts:\n  app_ios: true\n  nevada: false\n');
  });

  it('leave comments and all other entries as they are', () => {
    const text = `# The shop's policies
regimes: [gdpr] # asked of counsel in May

facts:
  # one app only
  app_ios: true
rules:
  retention/vague-period: error
`;
    assert.equal(
      withFacts(text, { app_ios: false, app_android: true }),
      text.replace('app_ios: true\n', 'app_ios: false\n  app_android: true\n'),
    );
  });

  it('go into a file that holds comments alone', () => {
    const written = withFacts('# to be filled in\n', { app_ios: true });
    assert.match(written ?? '', /^# to be filled in\n/);
    assert.match(written ?? '', /\nfacts:\n {2}app_ios: true\n$/);
  });

  it('keep line ends', () => {
    assert.equal(withFacts('regimes: [gdpr]\r\n', { nevada: true }), 'regimes: [gdpr]\r\nfacts:\r\n  nevada: true\r\n');
  });

  it('are not put into what cannot be understood', () => {
    for (const text of ['- a list\n', 'facts: yes please\n', 'regimes: [gdpr\n', 'terms: *nowhere\n']) {
      assert.equal(withFacts(text, { nevada: true }), undefined, text);
    }
  });
});
