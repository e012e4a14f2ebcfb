import assert from 'node:assert/strict';
import { analyze } from '../../../server/src/analysis/analyze';
import { entry, listOf, mapOf, readCatalogue, text } from '../../../server/src/analysis/catalogue/read';
import pairs from './verdicts.yaml';

const pair = entry({ id: text, first: text, second: text });
const verdicts = Object.entries(readCatalogue(pairs, mapOf(listOf(pair))));

describe('pairs of statements', () => {
  for (const [verdict, said] of verdicts)
    for (const { id, first, second } of said) {
      it(`${id}: ${verdict}: ${first.split('\n')[0]} / ${second.split('\n').at(-1)}`, () => {
        const { findings } = analyze(`${first}\n\n${second}\n`, { format: 'markdown' });
        const contradictions = findings.filter(
          ({ rule, severity }) => rule.startsWith('contradiction/') && severity !== 'hint',
        );
        const strong = contradictions.filter(({ severity }) => severity === 'error' || severity === 'warning');
        if (verdict === 'contradiction') assert.notEqual(strong.length, 0, 'no contradiction found');
        else if (verdict === 'definition')
          assert.notEqual(contradictions.length, 0, 'no conflict of definitions found');
        else
          assert.deepEqual(
            strong.map(({ message }) => message),
            [],
          );
      });
    }
});
