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
const STAGES = ['document', 'language', 'practices', 'disclosures', 'rules'];

describe('data flows one way', () => {
  for (const folder of ['server/src', 'client/src'])
    it(`no file of ${folder} comes back to itself by its imports`, () => {
      const imports = importsIn(folder);
      assert.ok(imports.size > 20, `only ${imports.size} files found`);
      assert.equal(circleIn(imports)?.join(' → '), undefined);
    });

  it('no stage of the analysis takes anything from a later one', () => {
    const stageOf = (file: string): number =>
      STAGES.indexOf(path.relative('server/src/analysis', file).split(path.sep)[0] as string);
    const against = [...importsIn('server/src')].flatMap(([file, targets]) =>
      targets.filter((to) => stageOf(file) >= 0 && stageOf(to) > stageOf(file)).map((to) => `${file} → ${to}`),
    );
    assert.deepEqual(against, []);
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
