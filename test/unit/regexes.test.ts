import { strict as assert } from 'node:assert';
import { slowUnder } from '../regexes/attacks';
import { type FoundRegex, madeRegexes, writtenRegexes } from '../regexes/collect';

/** Of a package, given single words of bounded length. */
const SYLLABLES = /^awe\(\$\|d\|so\)/;

function slow(regexes: readonly FoundRegex[]): string[] {
  return regexes.flatMap(({ source, flags, where }) => {
    const attack = SYLLABLES.test(source) ? undefined : slowUnder(source, flags);
    return attack ? [`${where}: /${source}/${flags} under ${JSON.stringify(attack)}`] : [];
  });
}

describe('regular expressions take linear time, whatever they are given', () => {
  it('those in the sources', () => {
    const written = writtenRegexes(['server/src', 'client/src']);
    assert.ok(written.length > 400, `only ${written.length} found`);
    assert.deepEqual(slow(written), []);
  });

  it('those put together from word lists', async () => {
    const made = await madeRegexes(async () => {
      const { loadEngine } = await import('../../server/src/drafts/engine');
      const engine = await loadEngine();
      const text = '# Privacy Policy\n\nLindenhof Ltd (“Lindenhof”, “we”) collects “Usage Data”.\n';
      engine.whyNotChecked({ text, format: 'markdown', path: 'privacy.md' });
      const settings = { today: '2026-11-22' };
      engine.judge(engine.read(text, 'markdown', settings), [], 'markdown', settings);
    });
    assert.ok(made.length > 40, `only ${made.length} found`);
    assert.deepEqual(slow(made), []);
  });

  it('and those that do not are found', () => {
    for (const source of ['(a+)+$', '(?:a|a)*b', '\\s+$', '<!-- [^]*-->', '^\\s*(\\w+\\s*)*:$', '"[^x]*$', '\\w*@'])
      assert.ok(slowUnder(source, 'g'), source);
    for (const source of ['ab+c', '(?<!\\s)\\s+$', '^\\s*$', '\\w{1,20}@', '<[^<>]*>'])
      assert.equal(slowUnder(source, 'g'), undefined, source);
  });
});
