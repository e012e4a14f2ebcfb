import assert from 'node:assert/strict';
import { collection } from '../../../server/src/analysis/rules/contradiction/collection';
import { collects, denies } from './sides';
import { draft, findings, type Said } from './statements';

describe('one finding for one denial', () => {
  const policy = draft([
    denies({ text: 'Identifiers are not collected.', data: ['identifier: Identifiers'] }),
    collects({ text: 'You type in your user name.', data: ['alias: user name'] }),
    collects({
      text: 'We record your telephone number and e-mail address.',
      data: ['phone: telephone number', 'email: e-mail address'],
    }),
  ]);

  it('names every place that breaks it, the clearest first', () => {
    const [finding, ...rest] = findings(collection, policy);
    assert.deepEqual(rest, []);
    assert.deepEqual(
      finding?.related?.map(({ place }) => place.block.text.slice(place.start, place.end)),
      ['user name', 'telephone number', 'e-mail address'],
    );
  });

  it('speaks in the words of the draft and says how the types are linked', () => {
    assert.equal(
      findings(collection, policy)[0]?.message,
      '“Identifiers” are said not to be collected here, but “user name” is collected (and 2 more); user names count as identifiers. Limit the denial, or drop the other statement.',
    );
  });

  it('leaves a hint on each sentence of the other side', () => {
    const hints = [...collection.check({ policy })].filter(({ severity }) => severity === 'hint');
    assert.deepEqual(
      hints.map(({ place }) => place.block.index),
      [1, 2],
    );
  });
});

describe('large drafts', () => {
  it('thousands of statements are compared in no time', () => {
    const said: Said[] = [];
    for (let i = 0; i < 4000; i++)
      said.push(
        i % 2 ? collects({ text: `Form ${i} collects it.` }) : denies({ text: `Page ${i} does not.`, data: ['phone'] }),
      );
    assert.deepEqual(findings(collection, draft(said)), []);
  });
});
