import { strict as assert } from 'node:assert';
import { analyze } from '../../../server/src/analysis/analyze';

const sentences = (text: string): string[] =>
  analyze(text, { format: 'plaintext' }).policy.sentences.map(({ block, start, end }) => block.text.slice(start, end));

describe('where a sentence ends', () => {
  it('“No.” alone is an answer', () =>
    assert.deepEqual(sentences('Do you sell it? No. Whoever asks gets the same answer.'), [
      'Do you sell it?',
      'No.',
      'Whoever asks gets the same answer.',
    ]));

  it('“No.” before a figure, or behind other words, is a number', () => {
    assert.deepEqual(sentences('No. 5 is our office.'), ['No. 5 is our office.']);
    assert.deepEqual(sentences('Company No. X 41 is ours.'), ['Company No. X 41 is ours.']);
  });
});
