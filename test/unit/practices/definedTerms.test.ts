import { strict as assert } from 'node:assert';
import { analyze } from '../../../server/src/analysis/analyze';
import { parseDocument } from '../../../server/src/analysis/document/parse';
import { sourceRange, wordsOf } from '../../../server/src/analysis/document/place';
import type { DocumentFormat } from '../../../server/src/analysis/document/types';
import { renameTerm } from '../../../server/src/analysis/fixes/renameTerm';
import { type DefinedTerm, readDefinedTerms } from '../../../server/src/analysis/practices/names/definedTerms';

function read(text: string, format: DocumentFormat = 'markdown') {
  const { document, definitions } = analyze(text, { format }).policy;
  return { document, terms: readDefinedTerms(document, definitions) };
}

const named = (terms: readonly DefinedTerm[], name: string): DefinedTerm => {
  const term = terms.find(({ term }) => term === name);
  assert.ok(term, `${name} is not among ${terms.map(({ term }) => term).join(', ')}`);
  return term;
};

/** The draft after the renaming, or why it is refused. */
function renamed(text: string, from: string, to: string, format: DocumentFormat = 'markdown'): string {
  const { document, terms } = read(text, format);
  const result = renameTerm(document, terms, named(terms, from), to);
  if ('refusal' in result) return `refused: ${result.refusal}`;
  return result.edits.reduceRight(
    (rest, { range, newText }) => rest.slice(0, range.start) + newText + rest.slice(range.end),
    text,
  );
}

describe('defined terms', () => {
  const definedIn = (text: string) => read(text).terms.map(({ term }) => term);

  it('are defined in brackets that hold nothing else', () => {
    assert.deepEqual(definedIn('Fern & Moss Ltd ("Fern," "we", "us" or "our") sells ferns.'), [
      'Fern',
      'we',
      'us',
      'our',
    ]);
    assert.deepEqual(definedIn('Couriers and printers (collectively, the "External Parties") help us.'), [
      'External Parties',
    ]);
    assert.deepEqual(definedIn('Our shop (see “How we deliver” below) sells ferns.'), []);
    assert.deepEqual(definedIn('We show a banner (it says "Accept all") on every page.'), []);
  });

  it('are defined by a name or by a sentence', () => {
    assert.deepEqual(definedIn('Fern & Moss Ltd, hereinafter "Fern", sells ferns.'), ['Fern']);
    assert.deepEqual(definedIn('“Personal Information” means any information about you.'), ['Personal Information']);
    assert.deepEqual(definedIn('**Order Data** refers to what you bought.'), ['Order Data']);
    assert.deepEqual(definedIn('Choose "Delete my account", which means that we delete it.'), []);
  });

  it('are used in singular and plural, and capitals tell them from the ordinary word', () => {
    const text = [
      '# Privacy Policy',
      'Couriers and printers ("External Parties") help us.',
      '## EXTERNAL PARTIES',
      'An External Party gets your name. External Parties keep it. Other external parties get nothing.',
      'Non-External Parties and External Party-like firms are two things.',
    ].join('\n\n');
    const { uses } = named(read(text).terms, 'External Parties');
    assert.deepEqual(uses.map(wordsOf), ['EXTERNAL PARTIES', 'External Party', 'External Parties', 'External Party']);
  });

  it('leave a place to the longest of them', () => {
    const text =
      'Our shop (the "Service") and its couriers (each a "Service Provider") are here. A Service Provider helps the Service.';
    const { terms } = read(text);
    assert.equal(named(terms, 'Service').uses.length, 1);
    assert.equal(named(terms, 'Service Provider').uses.length, 1);
  });

  it('are not found in addresses', () => {
    const text = 'Fern Ltd ("Fern") sells ferns. Write to info@Fern.example or see www.Fern.example. Fern answers.';
    assert.deepEqual(named(read(text).terms, 'Fern').uses.map(wordsOf), ['Fern', 'Fern']);
  });

  it('cover exactly their words', () => {
    const text = '\u{1F33F} “**Order\u00a0Data**” means what you bought. We keep *Order\r\nData* for a year.\r\n';
    const { document, terms } = read(text);
    const [{ definitions, uses }] = terms;
    const words = [...definitions, ...uses].map(sourceRange).map(({ start, end }) => document.source.slice(start, end));
    assert.deepEqual(words, ['Order\u00a0Data', 'Order\r\nData']);
  });

  it('take time in proportion to the text', () => {
    // Of the processor, which other programs on the machine do not lengthen.
    const time = (count: number) => {
      const document = parseDocument(`The ("Abc").${`(("A" (collectively, "Abc") Abc `.repeat(count)}\n`, 'plaintext');
      const before = process.cpuUsage();
      readDefinedTerms(document);
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    time(500);
    const short = time(5_000);
    assert.ok(time(40_000) < 30 * short);
  });
});

describe('renaming a defined term', () => {
  const text = [
    '# Privacy Policy',
    'Couriers and printers ("External Parties") help us. Fern Ltd ("we") pays them.',
    '## EXTERNAL PARTIES',
    'An External Party gets your name.',
    '- External Parties keep it; the Members of our club do not.',
  ].join('\n\n');

  it('changes every place, in the number and the capitals it has', () => {
    assert.equal(
      renamed(text, 'External Parties', 'Trusted Companies'),
      text
        .replace('"External Parties"', '"Trusted Companies"')
        .replace('EXTERNAL PARTIES', 'TRUSTED COMPANIES')
        .replace('External Party', 'Trusted Company')
        .replace('- External Parties', '- Trusted Companies'),
    );
  });

  it('keeps the markup around the words', () => {
    assert.equal(
      renamed(
        '<p>“<b>Order Data</b>” means what you bought. We keep <i>Order Data</i>.</p>',
        'Order Data',
        'P&L',
        'html',
      ),
      '<p>“<b>P&amp;L</b>” means what you bought. We keep <i>P&amp;L</i>.</p>',
    );
  });

  it('may change capitals only', () => {
    assert.match(
      renamed(text, 'External Parties', 'external parties'),
      /\("external parties"\)[\s\S]*An external party gets/,
    );
  });

  for (const [what, from, to, why] of [
    ['a pronoun', 'we', 'Fern', /stands for a person/],
    ['a name that another term has', 'External Parties', 'We', /“we” is already defined/],
    [
      'a name that the draft uses for something else',
      'External Parties',
      'Member',
      /“Members” is already used .*of our club/,
    ],
    ['no name', 'External Parties', '  ', /needs a name/],
    ['markup', 'External Parties', '**Parties**', /is no name for a term/],
  ] as const) {
    it(`refuses ${what}`, () => assert.match(renamed(text, from, to), why));
  }

  it('refuses where markup interrupts the words', () => {
    const interrupted = 'What you bought ("Order Data") is kept. *Order* Data is kept for a year.';
    assert.match(renamed(interrupted, 'Order Data', 'Purchases'), /interrupted by markup/);
  });
});
