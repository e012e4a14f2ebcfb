import assert from 'node:assert/strict';
import { statementsOf } from './notation';

/** Everyday names of data and what stands around them; each beside what looks alike and says something else. */
const readings: Record<string, [draft: string, statements: string[]][]> = {
  'what one sentence has named in two clauses': [
    [
      'We collect your name; we may also receive your e-mail address. This information is used for billing.',
      ['collect first_party [name]', 'collect first_party [email]', 'use first_party [name,email] for payment_purpose'],
    ],
    [
      'We collect your name; we may also receive your e-mail address. We use it for billing.',
      ['collect first_party [name]', 'collect first_party [email]', 'use first_party [email] for payment_purpose'],
    ],
    [
      'We collect your name; we do not collect your e-mail address. This information is used for billing.',
      [
        'collect first_party [name]',
        'not collect first_party [email]',
        'use first_party [any_data] for payment_purpose',
      ],
    ],
  ],
  'lists of something else': [
    ['Data collected through the following sites:\n\n- Kiln Friday\n- Best Pots', []],
    [
      'Data collected through our sites includes the following:\n\n- Kiln temperatures and your name',
      ['collect first_party [own:kiln temperature,name]'],
    ],
  ],
  'words that only sound like data': [
    ['Measures we have taken include:\n\n- Pseudonymization of data', []],
    ['Information we have taken from you includes:\n\n- your name', ['collect first_party [name]']],
    ['This does not mean that all personal data are used for advertising.', []],
    ['This means that personal data are used for advertising.', ['use first_party [personal] for advertising']],
    ['Room names are shared with everyone.', []],
    ['First names are shared with everyone.', ['share first_party [name]']],
    ['We contract with hosts to provide data management.', []],
    ['We do not store information relating to the payment methods you use.', ['not store first_party [payment]']],
    ['We do not store information relating to the kilns you use.', ['not store first_party [any_data]']],
  ],
  'items that point away': [
    [
      'We collect the following:\n\n- Please see our section on cookies\n- Device information',
      ['collect first_party [device_data]'],
    ],
    [
      'We collect the following:\n\n- Cookies\n- Device information',
      ['collect first_party [cookie]', 'collect first_party [device_data]'],
    ],
  ],
  'what content includes': [
    [
      'We collect user content which includes videos, text and photos.',
      ['collect first_party [ugc,own:video,own:text,photo]'],
    ],
    ['We collect user content which is public.', ['collect first_party [ugc]']],
  ],
  'who does it': [
    ['Your posts may be collected by others.', ['collect anyone [ugc]']],
    ['Your posts may be collected by our helpers.', ['collect first_party [ugc]']],
    [
      'Payments are processed by Stripe, and card details are stored by them.',
      ['store payment_processor [card_number]'],
    ],
    ['Payments are processed by Stripe, and card details are stored by us.', ['store first_party [card_number]']],
  ],
  'verbs behind adverbs': [
    [
      'We use trackers to automatically collect your name, age and device information.',
      ['place first_party [tracking_technology] for other', 'collect first_party [name,age,device_data]'],
    ],
    ['We give your name to automatically chosen couriers.', ['share first_party [name] to shipping']],
  ],
  'names of types': [
    ['We hold pseudonymised personal information.', ['store first_party [pseudonymous]']],
    ['We hold personal information.', ['store first_party [personal]']],
    ['We collect information about the web browser you are using.', ['collect first_party [device_data]']],
    ['We collect information about the web shop you are using.', ['collect first_party [any_data]']],
    ['We collect apps you’ve installed and your name.', ['collect first_party [installed_apps,name]']],
    ['We collect fees for apps you’ve installed and your name.', []],
    ['We record your activity on the kiosk.', ['collect first_party [internet_activity]']],
    ['We record the activity of volcanoes.', []],
  ],
  'members before what is known': [
    [
      'Glaze samples, seed phrases and account data are stored.',
      ['store first_party [own:glaze sample,own:seed phrase,account_info]'],
    ],
    ['Potters, when they ask, and account data are stored.', ['store first_party [account_info]']],
    [
      'We keep seller statistics and feedback.',
      ['store first_party [own:seller statistic,ugc] to seller for analytics_purpose'],
    ],
    [
      'We process log data to mend the kiosk, as well as interaction data to improve it.',
      ['use first_party [log_data,internet_activity] for other'],
    ],
    ['We process log data to mend the kiosk, as well as to improve it.', ['use first_party [log_data] for other']],
    [
      'We use cookies, pixels or log files to collect your name and age.',
      ['use first_party [cookie,web_beacon,log_data] for other', 'collect first_party [name,age]'],
    ],
  ],
  'a pair that “and” joins': [
    ['Usage data and errors are collected.', ['collect first_party [internet_activity,own:error]']],
    ['Usage data is collected and errors are mended.', ['collect first_party [internet_activity]']],
  ],
};

describe('series of everyday names', () => {
  for (const [title, cases] of Object.entries(readings))
    describe(title, () => {
      for (const [draft, statements] of cases)
        it(draft, () => {
          assert.deepEqual(statementsOf(draft), statements);
        });
    });
});
