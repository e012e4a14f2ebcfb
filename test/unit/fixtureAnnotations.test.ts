import { strict as assert } from 'node:assert';
import { parseFixture, printFixture } from '../fixtures/annotations';
import { readingWords, snippetDefaults } from '../fixtures/edits';
import { crlf, nonBreakingSpaces } from '../fixtures/variants';

const annotated = `<!-- regimes: ccpa, gdpr; today: 2026-11-22 -->
<!-- also: retention/vague-period -->
We keep logs for a while.
             ^^^^^^^^^^^ warning retention/vague-period 💡 no period
        ^^^^ related what is kept
We keep invoices for ten years.`;

describe('the notation of annotated fixtures', () => {
  it('takes the annotations out and keeps their places', () => {
    const fixture = parseFixture(annotated);
    assert.equal(fixture.text, 'We keep logs for a while.\nWe keep invoices for ten years.');
    const [{ start, end, ...expected }] = fixture.expectations;
    assert.equal(fixture.text.slice(start, end), 'for a while');
    assert.deepEqual(expected, {
      severity: 'warning',
      rule: 'retention/vague-period',
      openEnd: false,
      fix: true,
      message: 'no period',
    });
    assert.equal(fixture.text.slice(fixture.related[0].start, fixture.related[0].end), 'logs');
    assert.deepEqual(
      [fixture.regimes, fixture.today, fixture.also],
      [['ccpa', 'gdpr'], '2026-11-22', ['retention/vague-period']],
    );
  });

  it('reads absences from the first line, in Markdown and in plain text', () => {
    const absence = [{ severity: 'warning', rule: 'disclosure/general-contact' }];
    assert.deepEqual(parseFixture('<!-- expect: warning disclosure/general-contact -->\nA').absences, absence);
    assert.deepEqual(parseFixture('# expect: warning disclosure/general-contact\nA').absences, absence);
  });

  it('refuses carets that mark nothing or say nothing', () => {
    assert.throws(() => parseFixture('Short\n    ^^^^^^^ warning a/b'), /beyond the line/);
    assert.throws(() => parseFixture('Short\n^^ warnign a/b'), /not an annotation/);
    assert.throws(() => parseFixture('<!-- expect: warning -->\nA'), /not an expectation/);
  });

  it('prints what it read', () => {
    const fixture = parseFixture(annotated);
    assert.equal(printFixture(fixture, fixture.expectations, fixture.related), annotated);
  });

  it('gives snippets their defaults', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the syntax of snippets
    assert.equal(snippetDefaults('${1:[period]} after ${2|delivery,payment|}$0'), '[period] after delivery');
  });

  it('follows ranges into texts saved with CRLF and with non-breaking spaces', () => {
    const text = 'We keep\nlogs for a <b class="x y">while</b>.';
    for (const variant of [crlf(text), nonBreakingSpaces(text)]) {
      const start = variant.offset(text.indexOf('logs'));
      assert.equal(readingWords(variant.text.slice(start, variant.offset(text.indexOf('while')))), 'logs for a');
    }
  });
});
