import { strict as assert } from 'node:assert';
import { compile } from '../../../server/src/analysis/disclosures/evaluate';
import { parseExpression } from '../../../server/src/analysis/disclosures/expression';
import { unitsMeeting } from '../../../server/src/analysis/disclosures/matches';
import { draftReader } from '../../../server/src/analysis/disclosures/reading';
import { spansOf } from '../../../server/src/analysis/disclosures/vocabulary';
import { parseDocument } from '../../../server/src/analysis/document/parse';

/** The sentences of a Markdown draft that meet an expression. */
function met(expression: string, text: string): string[] {
  const condition = compile(parseExpression(expression));
  const reading = draftReader(spansOf)(parseDocument(text, 'markdown'));
  return [...unitsMeeting(condition, reading)].map(({ own }) => {
    const { block, start, end } = own.line.sentence;
    return block.text.slice(start, end);
  });
}

describe('the pattern language', () => {
  it('meets phrases in any inflection, with alternatives and optional words', () => {
    assert.deepEqual(met('/right (to|of) (data)? portability/', 'The rights to data portability exist.'), [
      'The rights to data portability exist.',
    ]);
    assert.deepEqual(met('/retaliate/', 'Nobody is retaliated against.'), ['Nobody is retaliated against.']);
    assert.deepEqual(met('/=sold/', 'We sell data.'), []);
    assert.deepEqual(met('/article 6 1/', 'See Article 6(1)(f).'), ['See Article 6(1)(f).']);
  });

  it('reads contractions in full', () => {
    assert.equal(met('/can not/', "We can't find it.").length, 1);
    assert.equal(met('/will fix/', "We'll fix it, and it won't break again.").length, 1);
    assert.equal(met('/will not/', "We'll fix it, and it won't break again.").length, 1);
    assert.equal(met('/what be/', "What's in it?\n\nWe know what's in it.").length, 1);
    assert.equal(met('/shop be/', "Our shop's data are safe.").length, 0);
  });

  it('knows order and distance', () => {
    const text = 'You may ask us to delete your data.';
    assert.equal(met('/ask/ > /delete/', text).length, 1);
    assert.equal(met('/delete/ > /ask/', text).length, 0);
    assert.equal(met('/delete/ ~4 /ask/', text).length, 1);
    assert.equal(met('/you/ >2 /data/', text).length, 0);
  });

  it('knows what is denied', () => {
    assert.equal(met('neg(/sell/)', 'We never sell your data.').length, 1);
    assert.equal(met('aff(/sell/)', 'We never sell your data.').length, 0);
    assert.equal(met('aff(/sell/)', 'We sell data.').length, 1);
  });

  it('reads an item behind its lead, a row behind its headers, a paragraph under its title', () => {
    assert.deepEqual(met('/right/ > /delete/', 'You have the right to:\n\n- delete your data;\n- move house.\n'), [
      'delete your data;',
    ]);
    assert.equal(met('/kept for/ > $duration', '| What | Kept for |\n| - | - |\n| Logs | two weeks |\n').length, 1);
    assert.equal(met('heading(/right/) & starts(/access/)', '## Your rights\n\nAccess: just ask.\n').length, 1);
  });

  it('knows addresses, numbers and dates by their form', () => {
    assert.equal(met('$email & $phone', 'Call +49 711 1234567 or write to a@b.de.').length, 1);
    assert.equal(met('$tollfree', 'Call 1-888-555-0142.').length, 1);
    assert.equal(met('$tollfree', 'Call 415-555-0142.').length, 0);
    assert.equal(met('$postal', 'We sit at 12 High Street, Leeds LS1 4AB.').length, 1);
    assert.equal(met('$date', 'Revised on 5 May 2026.').length, 1);
  });

  it('takes no question for an answer and no long quotation for a statement', () => {
    assert.equal(met('/delete/', 'Can I delete my data?').length, 0);
    assert.equal(
      met('/right to delete/', 'See the page “How you can use your right to delete what we know about you”.').length,
      0,
    );
  });

  it('refuses what it cannot read', () => {
    for (const bad of ['a &', '(a', 'a)', '| a', 'near(', 'count(a)']) {
      assert.throws(() => parseExpression(bad), /Malformed expression/, bad);
    }
  });
});
