import assert from 'node:assert/strict';
import { analyze } from '../../../server/src/analysis/analyze';
import pairs from './verdicts.yaml';

type Pair = Readonly<Record<'id' | 'first' | 'second', string>>;
const verdicts = Object.entries(pairs as Readonly<Record<string, readonly Pair[]>>);

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
