// Builds everything that runs: node esbuild.js [--watch] [--production]
// Imported as a module it also bundles tests, for test/run.mjs.
const { readFileSync } = require('node:fs');
const path = require('node:path');
const esbuild = require('esbuild');
const YAML = require('yaml');

const root = __dirname;

/**
 * Catalogues are written in YAML and parsed here, so that no bundle carries a parser for them or reads a file. Their
 * paths go with them, for messages to whoever corrects one.
 * @type {esbuild.Plugin}
 */
const yamlCatalogues = {
  name: 'yaml-catalogues',
  setup(build) {
    build.onLoad({ filter: /\.ya?ml$/ }, (args) => {
      const file = path.relative(root, args.path).replaceAll(path.sep, '/');
      try {
        const content = YAML.parse(readFileSync(args.path, 'utf8'), { prettyErrors: true });
        return { contents: JSON.stringify({ file, content }), loader: 'json' };
      } catch (error) {
        return { errors: [{ text: String(error), location: { file } }] };
      }
    });
  },
};

/**
 * The server is several files, so that what answers `initialize` loads quickly and the rest, the same in Node and in a
 * web worker, is packaged once. In Node the protocol's library is one of them.
 * @type {esbuild.Plugin}
 */
const protocolBeside = {
  name: 'protocol-beside',
  setup(build) {
    build.onResolve({ filter: /^vscode-languageserver(\/node)?$/ }, () => ({ path: './protocol.js', external: true }));
    build.onResolve({ filter: /^\.\/serverSession\.js$/ }, () => ({ path: './serverSession.js', external: true }));
  },
};

/**
 * The session takes the protocol's library from who has loaded it: see server/src/parts.ts.
 * @type {esbuild.Plugin}
 */
const protocolFromParts = {
  name: 'protocol-from-parts',
  setup(build) {
    build.onResolve({ filter: /^vscode-languageserver$/ }, ({ path }) => ({ path, namespace: 'parts' }));
    build.onLoad({ filter: /.*/, namespace: 'parts' }, () => ({
      contents: 'module.exports = globalThis.policyLinterParts.protocol;',
    }));
  },
};

/** @satisfies {esbuild.BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  platform: /** @type {const} */ ('node'),
  format: /** @type {const} */ ('cjs'),
  target: 'node20',
  charset: 'utf8',
  logLevel: /** @type {const} */ ('warning'),
  plugins: [yamlCatalogues],
};

/** VS Code for the Web: the extension in a web worker, its server in another. @type {esbuild.BuildOptions} */
const browser = { platform: 'browser', target: 'es2022' };

/** @type {Array<{ name: string, entry: string, options?: esbuild.BuildOptions }>} */
const bundles = [
  { name: 'client', entry: 'client/src/extension.ts', options: { external: ['vscode'] } },
  { name: 'webview', entry: 'client/src/webview/practiceMap.ts', options: { platform: 'browser', format: 'iife' } },
  { name: 'server', entry: 'server/src/node.ts', options: { plugins: [protocolBeside] } },
  {
    name: 'serverSession',
    entry: 'server/src/session.ts',
    options: { ...browser, format: 'iife', target: ['node20', 'es2022'], plugins: [protocolFromParts, yamlCatalogues] },
  },
  { name: 'protocol', entry: 'vscode-languageserver/node' },
  { name: 'browserClient', entry: 'client/src/browserExtension.ts', options: { ...browser, external: ['vscode'] } },
  { name: 'browserServer', entry: 'server/src/browser.ts', options: { ...browser, format: 'iife' } },
  { name: 'cli', entry: 'server/src/cli.ts', options: { banner: { js: '#!/usr/bin/env node' } } },
];

/** @param {typeof bundles[number]} bundle @param {boolean} production @returns {esbuild.BuildOptions & { metafile: true }} */
function bundleOptions(bundle, production) {
  return {
    ...common,
    ...bundle.options,
    entryPoints: [bundle.entry],
    outfile: `dist/${bundle.name}.js`,
    minify: production,
    sourcemap: production ? false : 'linked',
    metafile: true,
  };
}

/** @param {esbuild.BuildResult<{ metafile: true }>} result */
function printSize(result) {
  for (const [file, output] of Object.entries(result.metafile.outputs)) {
    if (file.endsWith('.js')) console.log(`${file.padEnd(16)} ${(output.bytes / 1024).toFixed(1).padStart(8)} KB`);
  }
}

async function build({ production = false, quiet = false } = {}) {
  const results = await Promise.all(bundles.map((bundle) => esbuild.build(bundleOptions(bundle, production))));
  if (!quiet) results.forEach(printSize);
  const { writeRulePages } = await import('./scripts/rule-pages.mjs');
  const pages = writeRulePages(root);
  if (!quiet) console.log(`docs/rules       ${String(pages).padStart(8)} pages`);
  const { writeBundle } = await import('./scripts/l10n.mjs');
  writeBundle(root);
  const { writeSyntaxes } = await import('./scripts/syntaxes.mjs');
  const grammars = writeSyntaxes(root);
  if (!quiet) console.log(`syntaxes         ${String(grammars).padStart(8)} grammars`);
  return results;
}

async function watch({ production = false } = {}) {
  // The two lines are what the background task in .vscode/tasks.json waits for.
  /** @type {esbuild.Plugin} */
  const announce = {
    name: 'announce',
    setup(context) {
      context.onStart(() => console.log('[watch] build started'));
      context.onEnd(() => console.log('[watch] build finished'));
    },
  };
  for (const bundle of bundles) {
    const options = bundleOptions(bundle, production);
    const context = await esbuild.context({ ...options, plugins: [...(options.plugins ?? []), announce] });
    await context.watch();
  }
}

/**
 * Bundles test files, each by itself, into dist/test under the paths they have in test/.
 * @param {string[]} files
 * @returns {Promise<string[]>} the bundles' absolute paths
 */
async function buildTests(files) {
  await esbuild.build({
    ...common,
    entryPoints: files,
    outbase: 'test',
    outdir: 'dist/test',
    sourcemap: 'linked',
    external: ['vscode', 'mocha', 'esbuild', 'yaml', 'playwright-core', '@vscode/*'],
  });
  return files.map((file) => path.join(root, 'dist', file.replace(/\.ts$/, '.js')));
}

/**
 * Bundles test files into one that runs in VS Code for the Web.
 * @param {string[]} files
 * @param {string} grep
 * @returns {Promise<string>} the bundle's absolute path
 */
async function buildWebTests(files, grep) {
  /** @type {esbuild.Plugin} */
  const testFiles = {
    name: 'test-files',
    setup(context) {
      context.onResolve({ filter: /^test-files$/ }, () => ({ path: 'test-files', namespace: 'test-files' }));
      context.onLoad({ filter: /.*/, namespace: 'test-files' }, () => ({
        contents: files.map((file) => `import './${file}';`).join('\n'),
        resolveDir: root,
      }));
    },
  };
  const outfile = path.join(root, 'dist', 'test', 'web.js');
  await esbuild.build({
    ...common,
    ...browser,
    entryPoints: ['test/web/index.ts'],
    outfile,
    plugins: [...common.plugins, testFiles],
    external: ['vscode'],
    alias: { 'node:assert': './test/web/assert.ts' },
    define: { module: 'undefined', exports: 'undefined', global: 'globalThis', TEST_GREP: JSON.stringify(grep) },
  });
  return outfile;
}

module.exports = { build, buildTests, buildWebTests, bundles, bundleOptions };

if (require.main === module) {
  const production = process.argv.includes('--production');
  const run = process.argv.includes('--watch') ? watch : build;
  run({ production }).catch((error) => {
    if (!error.errors) console.error(error); // esbuild has already printed its own
    process.exitCode = 1;
  });
}
