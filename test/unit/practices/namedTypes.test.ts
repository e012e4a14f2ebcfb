import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { dataGraph, entityGraph, purposeGraph } from '../../../server/src/analysis/practices/ontologyGraph';

/** Where code names a type of data, a party or a purpose by its identifier. */
const NAMED = /(?:\.(?:isA|label|ancestors|descendants)\((?:[^'()]{0,60}, )?|\bids\.includes\()'([a-z_]+)'/g;

const sources = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.join(folder, name));

describe('types that the code names', () => {
  it('stand in the catalogue', () => {
    const known = (id: string) => [dataGraph, entityGraph, purposeGraph].some((graph) => graph.has(id));
    const named = ['practices', 'rules/contradiction', 'rules/retention', 'rules/wording', 'fixes'].flatMap((folder) =>
      sources(path.resolve('server/src/analysis', folder)).flatMap((file) =>
        [...readFileSync(file, 'utf8').matchAll(NAMED)].map(([, id]) => ({ file: path.basename(file), id })),
      ),
    );
    assert.ok(named.length > 50, `only ${named.length} found`);
    assert.deepEqual(
      named.filter(({ id }) => !known(id as string)),
      [],
    );
  });
});
