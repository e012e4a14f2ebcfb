import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

type Imports = ReadonlyMap<string, readonly string[]>;

/** Which sources of a folder import which, types too. */
function importsIn(folder: string): Imports {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => path.join(folder, name));
  const known = new Set(files);
  return new Map(
    files.map((file) => {
      const named = [...readFileSync(file, 'utf8').matchAll(/^(?:import|export|\}) [^'"]*?from '(\.[^']*)';/gm)];
      const targets = named.map(([, name]) => path.join(path.dirname(file), name as string));
      return [file, targets.flatMap((to) => [`${to}.ts`, path.join(to, 'index.ts')].filter((name) => known.has(name)))];
    }),
  );
}

/** A way from a file back to itself; undefined where there is none. */
function circleIn(imports: Imports): readonly string[] | undefined {
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]): readonly string[] | undefined => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const next of imports.get(file) ?? []) {
      const circle = visit(next, [...way, file]);
      if (circle) return circle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of imports.keys()) {
    const circle = visit(file, []);
    if (circle) return circle;
  }
  return undefined;
}

/** Folders of the analysis in the order in which data flows through them; what flows on is known to later ones only. */
const STAGES = ['document', 'language', 'practices', 'disclosures', 'fixes', 'rules'];
/** Around it: what a project file says, what the server and the command line tool share, and these two. */
const LAYERS = ['analysis', 'config', 'drafts', 'cli', 'lsp'];

/** Imports by which a folder takes something from a later one. */
const against = (root: string, order: readonly string[]): string[] => {
  const stageOf = (file: string): number => order.indexOf(path.relative(root, file).split(path.sep)[0] as string);
  return [...importsIn('server/src')].flatMap(([file, targets]) =>
    targets.filter((to) => stageOf(file) >= 0 && stageOf(to) > stageOf(file)).map((to) => `${file} → ${to}`),
  );
};

/** A file longer than this has more than one subject. */
const MOST_LINES = 300;

const sources = (...folders: readonly string[]): string[] =>
  folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:ts|mjs)$/.test(name))
      .map((name) => path.join(folder, name)),
  );

describe('data flows one way', () => {
  for (const folder of ['server/src', 'client/src'])
    it(`no file of ${folder} comes back to itself by its imports`, () => {
      const imports = importsIn(folder);
      assert.ok(imports.size > 20, `only ${imports.size} files found`);
      assert.equal(circleIn(imports)?.join(' → '), undefined);
    });

  it('no stage of the analysis takes anything from a later one', () => {
    assert.deepEqual(against('server/src/analysis', STAGES), []);
  });

  it('no layer around the analysis takes anything from a later one', () => {
    assert.deepEqual(against('server/src', LAYERS), []);
  });

  it('a circle is found', () => {
    assert.deepEqual(
      circleIn(
        new Map([
          ['a', ['b']],
          ['b', ['c', 'd']],
          ['c', []],
          ['d', ['b']],
        ]),
      ),
      ['b', 'd', 'b'],
    );
  });
});

describe('files', () => {
  it(`have at most ${MOST_LINES} lines`, () => {
    const long = sources('server/src', 'client/src', 'scripts', 'test').flatMap((file) => {
      const lines = readFileSync(file, 'utf8').split('\n').length - 1;
      return lines > MOST_LINES ? [`${file}: ${lines}`] : [];
    });
    assert.deepEqual(long, []);
  });

  it('export nothing that nobody takes', () => {
    const files = sources('server/src', 'client/src', 'scripts', 'test');
    const takers = [...files, 'esbuild.js'];
    const words = new Map(takers.map((file) => [file, new Set(readFileSync(file, 'utf8').match(/\w+/g))]));
    const idle = files.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/^export (?:async )?(?:const|function\*?|class|interface|type) (\w+)/gm)]
        .map(([, name]) => name as string)
        .filter((name) => !takers.some((other) => other !== file && words.get(other)?.has(name)))
        .map((name) => `${file}: ${name}`),
    );
    assert.deepEqual(idle, []);
  });
});
