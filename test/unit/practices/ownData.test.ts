import assert from 'node:assert/strict';
import { analyze } from '../../../server/src/analysis/analyze';
import { practiceMap } from '../../../server/src/analysis/practiceMap/practiceMap';
import { statementsOf } from './notation';

/** Types of data that only the draft's own words name; each beside what looks alike and names none. */
const readings: Record<string, [draft: string, statements: string[]][]> = {
  'among types that the ontology knows': [
    [
      'We collect your name, kiln temperatures and e-mail address.',
      ['collect first_party [name,own:kiln temperature,email]'],
    ],
    [
      'We collect kiln temperatures, studio logs and your e-mail address.',
      ['collect first_party [own:kiln temperature,own:studio log,email]'],
    ],
    ['We collect information such as your glaze recipes.', ['collect first_party [any_data,own:glaze recipe]']],
    [
      'We collect the number of bowls, the date of your visit and your e-mail address.',
      ['collect first_party [own:number of bowl,internet_activity,email]'],
    ],
    [
      'Your e-mail address and glaze recipes are shared with advertisers.',
      ['share first_party [email,own:glaze recipe] to advertiser'],
    ],
    [
      'We collect your e-mail address and the version of your operating system.',
      ['collect first_party [email,device_data]'],
    ],
    [
      'We collect your e-mail address to provide services, features and support.',
      ['collect first_party [email] for provide_service'],
    ],
    ['We collect your e-mail address, other studios do not.', ['collect first_party [email]']],
    ['We use cookies, scripts and badges.', ['place first_party [cookie]']],
  ],
  'before a noun for data': [
    ['We record kiln information.', ['collect first_party [own:kiln information,any_data]']],
    ['We collect glaze and kiln data.', ['collect first_party [own:glaze data,own:kiln data,any_data]']],
    ['We collect customer data and visitor information.', ['collect first_party [any_data]']],
    ['We collect sufficient information.', ['collect first_party [any_data]']],
    ['We collect your name, true and complete, and your kiln logs.', ['collect first_party [name,own:kiln log]']],
  ],
  'before the noun of another type': [
    ['We collect your shipping and billing information.', ['collect first_party [own:shipping information,payment]']],
    ['We collect your licences and contact information.', ['collect first_party [own:licence,contact]']],
    ['We hold your profile picture and account information.', ['store first_party [account_info]']],
    [
      'We share your data when you name somebody (such as a kiln owner or a kiln administrator).',
      ['share first_party [any_data]'],
    ],
  ],
  'a company by a name that looks like a deed': [
    [
      'The Glazing Foundation collects your name. The Glazing Foundation uses your name. The Glazing Foundation shares your name.',
      ['collect first_party [name]', 'use first_party [name]', 'share first_party [name]'],
    ],
    ['A museum collects your name.', ['collect other_party [name]']],
  ],
  'under an introduction': [
    [
      'We collect the following information:\n\n- glaze recipes\n- your e-mail address\n- goals\n- improving our services',
      [
        'collect first_party [any_data]',
        'collect first_party [own:glaze recipe]',
        'collect first_party [email]',
        'collect first_party [own:goal]',
      ],
    ],
    [
      'We use your data for:\n\n- glaze research',
      ['use first_party [any_data] for other', 'use first_party [any_data] for research'],
    ],
    [
      'We share your data with:\n\n- glaze suppliers',
      ['share first_party [any_data]', 'share first_party [any_data] to service_provider'],
    ],
  ],
};

/** What contradicts, as the messages say it. */
const contradictions = (draft: string): string[] =>
  analyze(draft, { format: 'markdown', today: '2026-11-22' })
    .findings.filter(({ rule, severity }) => rule.startsWith('contradiction/') && severity !== 'hint')
    .map(({ message }) => message);

describe('own data', () => {
  for (const [group, cases] of Object.entries(readings)) {
    describe(group, () => {
      for (const [draft, statements] of cases) {
        it(draft.replace(/\n+/g, ' / '), () => assert.deepEqual(statementsOf(draft), statements));
      }
    });
  }
  it('meets a denial of the same name, and of no other', () => {
    const denial = 'We do not collect your e-mail address or glaze recipes.';
    assert.match(contradictions(`${denial}\n\nWe collect your name and glaze recipe.`).join(), /glaze recipe/);
    assert.deepEqual(contradictions(`${denial}\n\nWe collect your name and kiln recipes.`), []);
    assert.deepEqual(contradictions('We do not collect health data.\n\nWe collect your name and glaze recipes.'), []);
  });
  it('has a row of its own in the map, by its name', () => {
    const { policy, findings } = analyze('We collect your name and glaze recipes.', { format: 'markdown' });
    assert.deepEqual(
      practiceMap(policy, findings).rows.map(({ label }) => label),
      ['names', 'glaze recipe'],
    );
  });
});
