import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Metafile } from 'esbuild';
import * as esbuild from 'esbuild';

// Not bundled with the test: the build finds its files from where it lies.
const { bundleOptions, bundles } = createRequire(path.resolve('package.json'))(
  './esbuild.js',
) as typeof import('../../esbuild.js');

/** Modules by which a bundle could talk to a network. */
const network = ['http', 'https', 'http2', 'tls', 'dns', 'dns/promises', 'dgram', 'undici'];
/** Local pipes and the start of our own server; nothing but the protocol's packages may use these. */
const local = ['net', 'child_process'];
const protocol = /^node_modules\/vscode-(jsonrpc|languageserver|languageclient)(-protocol)?\//;

/** Which of the bundle's files import which built-in module. */
function imports({ inputs }: Metafile): { module: string; from: string }[] {
  return Object.entries(inputs).flatMap(([from, { imports }]) =>
    imports.filter(({ external }) => external).map(({ path }) => ({ module: path.replace(/^node:/, ''), from })),
  );
}

/** The packages whose code is in the bundles, with the licence that each states. */
const bundled: Readonly<Record<string, string>> = {
  '@lezer/common': 'MIT',
  '@lezer/highlight': 'MIT',
  '@lezer/markdown': 'MIT',
  'balanced-match': 'MIT',
  'brace-expansion': 'MIT',
  'flesch-kincaid': 'MIT',
  htmlparser2: 'MIT',
  minimatch: 'BlueOak-1.0.0',
  'normalize-strings': 'MIT',
  pluralize: 'MIT',
  semver: 'ISC',
  syllable: 'MIT',
  'vscode-jsonrpc': 'MIT',
  'vscode-languageclient': 'MIT',
  'vscode-languageserver': 'MIT',
  'vscode-languageserver-protocol': 'MIT',
  'vscode-languageserver-textdocument': 'MIT',
  'vscode-languageserver-types': 'MIT',
  yaml: 'ISC',
};

/** Makes code out of text: `eval`, `Function`, a timer that is given text, a page that is written into. */
const codeFromText =
  /\beval\s*\(|\bnew Function\b|\bFunction\s*\(\s*["'`]|\bset(?:Timeout|Interval)\s*\(\s*["'`]|\bdocument\.write\b|\b(?:inner|outer)HTML\b|\binsertAdjacentHTML\b/g;

describe('what is bundled', () => {
  it('is of few packages, all under licences that let it be', async () => {
    const found: Record<string, string> = {};
    for (const bundle of bundles) {
      const { metafile } = await esbuild.build({ ...bundleOptions(bundle, true), write: false });
      for (const file of Object.keys(metafile.inputs)) {
        const name = /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1];
        if (name) found[name] ??= JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).license;
      }
    }
    assert.deepEqual(found, bundled);
  });

  it('is told from what makes code of text', () => {
    for (const code of ['eval("1")', 'new Function("a")', "Function('a')", 'setTimeout("a")', 'a.innerHTML=b'])
      assert.match(code, new RegExp(codeFromText.source), code);
    assert.doesNotMatch('class FunctionList{} setTimeout(a,1)', new RegExp(codeFromText.source));
  });
});

describe('nothing leaves the machine', () => {
  for (const bundle of bundles) {
    describe(`dist/${bundle.name}.js`, () => {
      let built: esbuild.BuildResult<{ metafile: true }>;
      before(async () => {
        built = await esbuild.build({ ...bundleOptions(bundle, true), write: false });
      });

      it('imports no network module', () => {
        assert.deepEqual(
          imports(built.metafile).filter(({ module }) => network.includes(module)),
          [],
        );
      });

      it('leaves pipes and processes to the protocol’s packages', () => {
        const others = imports(built.metafile).filter(
          ({ module, from }) => local.includes(module) && !protocol.test(from),
        );
        assert.deepEqual(others, []);
      });

      it('makes no code out of text', () => {
        const text = built.outputFiles?.map((file) => file.text).join('\n') ?? '';
        assert.ok(text.length > 1000);
        assert.deepEqual(text.match(codeFromText), null);
      });

      it('reads a script of its own in a web worker alone', () => {
        const loads = built.outputFiles?.some((file) => /\bimportScripts\b/.test(file.text));
        assert.equal(loads, bundle.name === 'browserServer');
      });

      it('names no network function', () => {
        const text = built.outputFiles?.map((file) => file.text).join('\n') ?? '';
        assert.deepEqual(text.match(/\b(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon)\b\s*\(/g), null);
      });
    });
  }
});

const inputsOf = async (name: string): Promise<string[]> => {
  const bundle = bundles.find((one) => one.name === name)!;
  const { metafile } = await esbuild.build({ ...bundleOptions(bundle, true), write: false });
  return Object.keys(metafile!.inputs);
};

describe('the parts of the server', () => {
  for (const name of ['server', 'browserServer'])
    it(`dist/${name}.js answers “initialize” and holds nothing of the analysis`, async () => {
      assert.deepEqual(
        (await inputsOf(name)).filter((file) => file.includes('/analysis/')),
        [],
      );
    });

  it('are packaged once: the session brings no protocol of its own', async () => {
    const inputs = await inputsOf('serverSession');
    assert.ok(inputs.some((file) => file.includes('/analysis/')));
    assert.deepEqual(
      inputs.filter((file) => /vscode-(?:jsonrpc|languageserver)(?:-protocol)?\//.test(file)),
      [],
    );
  });
});
