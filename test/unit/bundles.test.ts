import { strict as assert } from 'node:assert';
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

      it('names no network function', () => {
        const text = built.outputFiles?.map((file) => file.text).join('\n') ?? '';
        assert.deepEqual(text.match(/\b(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon)\b\s*\(/g), null);
      });
    });
  }
});

describe('what answers “initialize”', () => {
  it('holds nothing of the analysis', async () => {
    const bundle = bundles.find(({ name }) => name === 'server')!;
    const { metafile } = await esbuild.build({ ...bundleOptions(bundle, true), write: false });
    assert.deepEqual(
      Object.keys(metafile!.inputs).filter((file) => file.includes('/analysis/')),
      [],
    );
  });
});
