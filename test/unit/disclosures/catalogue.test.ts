import { strict as assert } from 'node:assert';
import { analyze } from '../../../server/src/analysis/analyze';
import facts from '../../../server/src/analysis/catalogue/disclosures/facts.yaml';
import topics from '../../../server/src/analysis/catalogue/disclosures/topics.yaml';
import { listOf, mapOf, readCatalogue, record, text } from '../../../server/src/analysis/catalogue/read';
import { type Disclosure, regimeCatalogue, regimeIds } from '../../../server/src/analysis/disclosures/catalogue';
import { parseExpression } from '../../../server/src/analysis/disclosures/expression';
import type { RegimeId } from '../../../server/src/analysis/disclosures/types';
import { templateFor } from '../../../server/src/analysis/fixes/template';
import { examples } from './examples';

const all = regimeIds.flatMap((regime) =>
  (regimeCatalogue.get(regime)?.disclosures ?? []).map((disclosure) => [regime, disclosure] as const),
);
const topicTitles = readCatalogue(topics, mapOf(record({ title: text })));
const factNames = new Set(readCatalogue(facts, listOf(record({ id: text }))).map(({ id }) => id));

function statusOf(text: string, regime: RegimeId, id: string): string | undefined {
  const { checklist } = analyze(text, { format: 'markdown', regimes: [regime] });
  return checklist.find((item) => item.id === id)?.status;
}

/** A snippet as it stands when someone tabs through it: defaults and first choices. */
const tabbedThrough = (snippet: string): string =>
  snippet
    .replace(/\$\{\d+\|((?:\\.|[^|])*?)\|\}/g, (_, choices: string) =>
      (choices.split(/(?<!\\),/)[0] ?? '').replace(/\\,/g, ','),
    )
    .replace(/\$\{\d+:([^}]*)\}/g, '$1');

describe('the disclosure catalogue', () => {
  it('covers thirteen regimes with 171 disclosures, each id once', () => {
    assert.equal(regimeIds.length, 13);
    assert.equal(new Set(all.map(([, { id }]) => id)).size, 171);
  });

  for (const [regime, disclosure] of all) {
    it(`${disclosure.id} is complete`, () => assert.deepEqual(faultsOf(regime, disclosure), []));
  }
});

function faultsOf(regime: RegimeId, disclosure: Disclosure): string[] {
  const faults: string[] = [];
  const expect = (holds: boolean, fault: string): void => {
    if (!holds) faults.push(fault);
  };
  for (const field of ['title', 'says', 'citation', 'template'] as const)
    expect(disclosure[field].trim() !== '', `no ${field}`);
  // "Say that …", "List the …": advice to the author, not "Says …"
  expect(/^[A-Z][a-z]*[^s\W] .*\.$/.test(disclosure.says), 'no advice in the imperative');
  expect(disclosure.url.startsWith('https://'), 'no source');
  expect(disclosure.severity !== 'hint', 'a hint is no severity of something missing');
  expect(disclosure.topic in topicTitles, 'unknown topic');
  expect(disclosure.inForce === undefined || /^\d{4}-\d\d-\d\d$/.test(disclosure.inForce), 'no date');
  expect(disclosure.present.length > 0, 'cannot be recognised');
  for (const expression of [...disclosure.present, ...(disclosure.weak ?? [])]) parseExpression(expression);
  const { when } = disclosure;
  for (const name of when === 'always' ? [] : (when.any ?? when.all ?? [])) {
    expect(factNames.has(name.replace(/^not /, '')), `unknown fact ${name}`);
  }
  const own = examples[regime]?.[disclosure.id];
  expect((own?.satisfying.length ?? 0) >= 1 && (own?.notSufficient.length ?? 0) >= 1, 'no examples');
  return faults;
}

describe('what the catalogue calls satisfying is recognised, near misses are not', () => {
  for (const [regime, { id }] of all) {
    const { satisfying, notSufficient } = examples[regime]?.[id] ?? { satisfying: [], notSufficient: [] };
    for (const text of satisfying) {
      it(`${id}: ${text.split('\n')[0]}`, () =>
        assert.equal(statusOf(`# Privacy Policy\n\n${text}\n`, regime, id), 'present'));
    }
    for (const { text, reason } of notSufficient) {
      it(`not ${id}: ${text} (${reason})`, () =>
        assert.notEqual(statusOf(`# Privacy Policy\n\n${text}\n`, regime, id), 'present'));
    }
  }
});

describe('templates', () => {
  for (const [, { id, template }] of all) {
    it(`${id} asserts nothing when tabbed through`, () => {
      for (const [, value] of template.matchAll(/\$\{\d+:([^}]*)\}/g)) {
        assert.match(value as string, /^\[.*\]$|^https:\/\/example\.com\//, `the default “${value}” is no placeholder`);
      }
      for (const [, choices] of template.matchAll(/\$\{\d+\|((?:\\.|[^|])*?)\|\}/g)) {
        assert.ok((choices as string).split(/(?<!\\),/).length > 1, `“${choices}” leaves no choice`);
      }
    });

    it(`${id} reads alike in HTML and plain text`, () => {
      assert.doesNotMatch(templateFor('html', template), /\*\*|\]\(|^\|/m);
      assert.doesNotMatch(templateFor('plaintext', template), /\*\*|\]\(|^\||^#/m);
    });
  }
});

describe('a template inserted into a bare draft', () => {
  const bare = `# Privacy Policy\n\n${'The weather here was fine all week, and the mountains were green. '.repeat(20)}\n`;
  const withFacts = Object.fromEntries([...factNames].map((name) => [name, true]));

  for (const [regime, { id, template }] of all) {
    it(`settles ${id} and leaves only placeholders`, () => {
      const options = { format: 'markdown', regimes: [regime], project: { facts: withFacts } } as const;
      const about = (text: string): boolean =>
        analyze(text, options).checklist.some((item) => item.id === id && item.status !== 'present' && !item.unfilled);
      assert.ok(about(bare), 'the bare draft does not say it');
      const after = `${bare}\n${tabbedThrough(template)}`;
      assert.ok(!about(after), 'the draft with the template still lacks it');
      const placeholders = [...tabbedThrough(template).matchAll(/\[[^\]]+\](?!\()/g)].length;
      const flagged = analyze(after, options).findings.filter(({ rule }) => rule === 'placeholder/unfilled').length;
      assert.ok(flagged >= Math.min(placeholders, 1), 'its placeholders are flagged');
    });
  }
});
