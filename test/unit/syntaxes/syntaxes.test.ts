import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, type IRawGrammar, parseRawGrammar, Registry } from 'vscode-textmate';
import { syntaxes, written } from '../../../scripts/syntaxes.mjs';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const contributed: { scopeName: string; path: string; language?: string; injectTo?: string[] }[] =
  manifest.contributes.grammars;

/** The grammars of the formats as VS Code brings them, and ours as they are packaged. */
const files: Readonly<Record<string, string>> = {
  'text.html.markdown': 'node_modules/tm-grammars/grammars/markdown.json',
  'text.html.derivative': 'node_modules/tm-grammars/grammars/html-derivative.json',
  'text.html.basic': 'node_modules/tm-grammars/grammars/html.json',
  ...Object.fromEntries(contributed.map(({ scopeName, path }) => [scopeName, path])),
};

async function load(scope: string): Promise<IGrammar> {
  const wasm = readFileSync('node_modules/vscode-oniguruma/release/onig.wasm');
  await loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async (name): Promise<IRawGrammar | null> =>
      files[name] ? parseRawGrammar(readFileSync(files[name], 'utf8'), `${name}.json`) : null,
    getInjections: (name) =>
      contributed.filter(({ injectTo }) => injectTo?.includes(name)).map(({ scopeName }) => scopeName),
  });
  const grammar = await registry.loadGrammar(scope);
  assert.ok(grammar);
  return grammar;
}

/** The words that our scopes cover, by the scope's own part ("placeholder"). */
function coloured(grammar: IGrammar, text: string): [what: string, words: string][] {
  const found: [string, string][] = [];
  let state = INITIAL;
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    for (const { scopes, startIndex, endIndex } of tokens) {
      const own = scopes.findLast((scope) => scope.endsWith('.policy-linter') && !scope.startsWith('text.'));
      if (own) found.push([own.split('.').at(-2)!, line.slice(startIndex, endIndex).trim()]);
    }
  }
  return found.filter(([, words]) => words !== '');
}

describe('the grammars', () => {
  it('are those that the catalogue gives', () => {
    for (const [name, grammar] of syntaxes('.')) {
      assert.equal(readFileSync(`syntaxes/${name}`, 'utf8'), written(grammar), `${name} is old: npm run build`);
    }
    assert.deepEqual(contributed.map(({ path }) => path.split('/').at(-1)).sort(), [...syntaxes('.').keys()].sort());
  });

  describe('in Markdown', () => {
    let grammar: IGrammar;
    before(async () => {
      grammar = await load('text.html.markdown');
    });
    const inMarkdown = (text: string) => coloured(grammar, text);

    it('colour placeholders', () => {
      assert.deepEqual(inMarkdown('Write to [company name], [insert address here] or [E-MAIL]. TBD'), [
        ['placeholder', '[company name]'],
        ['placeholder', '[insert address here]'],
        ['placeholder', '[E-MAIL]'],
        ['placeholder', 'TBD'],
      ]);
      assert.deepEqual(inMarkdown('- We keep it for [number] days.\n- [your period]'), [
        ['placeholder', '[number]'],
        ['placeholder', '[your period]'],
      ]);
    });

    it('leave links, code and ordinary brackets alone', () => {
      assert.deepEqual(inMarkdown('See [your rights](#rights), [company name][1] and [contact us].'), []);
      assert.deepEqual(inMarkdown('Use `[company name]` so.\n\n```\n[company name] TBD\n```\n'), []);
      assert.deepEqual(inMarkdown('[address]: https://northwindlamps.example'), []);
    });

    it('colour terms where they are defined', () => {
      assert.deepEqual(
        inMarkdown('Couriers (collectively, the "External Parties") and Fern Ltd ("Fern," “we” or “us”).'),
        [
          ['defined-term', 'External Parties'],
          ['defined-term', 'Fern'],
          ['defined-term', 'we'],
          ['defined-term', 'us'],
        ],
      );
      assert.deepEqual(inMarkdown('“Order Data” means what you bought. **Visit Data** includes your IP address.'), [
        ['defined-term', 'Order Data'],
        ['defined-term', 'Visit Data'],
      ]);
      assert.deepEqual(inMarkdown('Click on "Delete" (it says "Delete my account" on top).'), []);
    });

    it('colour directives with their rules and reasons', () => {
      const comment =
        '<!-- policy-linter-disable-next-line retention/vague-period, placeholder -- settled by counsel (approved: R. Fern, until: 2027-03-01) -->';
      const found = inMarkdown(`${comment}\n\nAfter it, a [date].`);
      assert.deepEqual(found.slice(0, 5), [
        ['directive', 'policy-linter-disable-next-line'],
        ['rule', 'retention/vague-period'],
        ['rule', 'placeholder'],
        ['reason', '--'],
        ['reason', 'settled by counsel'],
      ]);
      assert.ok(found.some(([what, words]) => what === 'date' && words === '2027-03-01'));
      assert.deepEqual(found.at(-1), ['placeholder', '[date]']);
      assert.deepEqual(inMarkdown('<!-- policy-linter-regimes: gdpr, uk-gdpr -->'), [
        ['directive', 'policy-linter-regimes'],
        ['regime', 'gdpr'],
        ['regime', 'uk-gdpr'],
      ]);
    });

    it('leave other comments alone', () => {
      assert.deepEqual(inMarkdown('<!-- TBD: ask [company name] about "Fern" -->'), []);
    });
  });

  it('colour the same in HTML', async () => {
    const grammar = await load('text.html.derivative');
    const html = [
      '<!-- policy-linter-disable retention -->',
      '<p title="[company name]">Fern Ltd ("Fern") sells ferns in [city].</p>',
      '<script>const gap = "[company name]";</script>',
    ];
    assert.deepEqual(coloured(grammar, html.join('\n')), [
      ['directive', 'policy-linter-disable'],
      ['rule', 'retention'],
      ['defined-term', 'Fern'],
      ['placeholder', '[city]'],
    ]);
  });

  it('colour the same in plain text', async () => {
    const grammar = await load('text.plain.policy-linter');
    const text = ['# policy-linter-disable-next-line retention', 'Fern Ltd ("Fern") sells ferns in [city].'];
    assert.deepEqual(coloured(grammar, text.join('\n')), [
      ['directive', '#'],
      ['directive', 'policy-linter-disable-next-line'],
      ['rule', 'retention'],
      ['defined-term', 'Fern'],
      ['placeholder', '[city]'],
    ]);
  });
});
