import assert from 'node:assert/strict';
import { statementsOf } from './notation';

/** Where a series goes on and what a phrase belongs to; each beside what looks alike and says something else. */
const readings: Record<string, [draft: string, statements: string[]][]> = {
  'a series around a phrase': [
    [
      'We collect your name and phone number at the time of the order, e-mail address.',
      ['collect first_party [name,phone,email]'],
    ],
    ['We collect your name in addition to your e-mail address and age.', ['collect first_party [name,email,age]']],
    ['We do not collect your name in the relevant state, location or country.', ['not collect first_party [name]']],
    ['We keep a photo on a passport, driving licence or card.', ['store first_party [photo]']],
    ['We collect your name, error logs and e-mail address.', ['collect first_party [name,own:error log,email]']],
    ['When you register, software collects and stores your name.', ['collect first_party [name]']],
    [
      'We collect your name, e-mail address and shipping information.',
      ['collect first_party [name,email,own:shipping information,any_data]'],
    ],
    ['We collect your name, making information available.', ['collect first_party [name,any_data]']],
  ],
  'what people do with a service': [
    ['We collect information about your use of the kiosk.', ['collect first_party [any_data,internet_activity]']],
    [
      'We collect information from studios about their use of the kiosk.',
      ['collect first_party [any_data,internet_activity]'],
    ],
    ['We collect data on how you interact with the kiosk.', ['collect first_party [any_data,internet_activity]']],
    ['We collect information about your kiosk.', ['collect first_party [any_data]']],
    ['We explain how you use the kiosk.', []],
    [
      'We collect information about your use of the kiosk:\n\n- your name',
      ['collect first_party [any_data,internet_activity]', 'collect first_party [name]'],
    ],
    [
      'We collect information about your use of tools (for example, Kilnmail and Kilnchat).',
      ['collect first_party [any_data,internet_activity]'],
    ],
  ],
  'what goes along, and what only a purpose names': [
    ['We share your feedback with first name and last initial only.', ['share first_party [ugc,name]']],
    ['We combine your feedback with location data.', ['use first_party [ugc]']],
    [
      'We collect your name, other information you choose to provide, and the contents of messages you send.',
      ['collect first_party [name,any_data,communications] for other'],
    ],
    [
      'We collect your name, other information you choose to provide, and read the contents of messages you send.',
      ['collect first_party [name,any_data] for other'],
    ],
    [
      'We use the information we collect for purposes such as determining preferred language.',
      ['use first_party [any_data] for other'],
    ],
    [
      'We use cookies for determining preferred language.',
      ['place first_party [cookie] for other', 'collect first_party [device_data]'],
    ],
    [
      'We collect information related to your past use of the kiosk.',
      ['collect first_party [any_data,internet_activity]'],
    ],
    ['We collect information related to your past users.', ['collect first_party [any_data]']],
  ],
  'what else belongs to the series': [
    ['We keep your name, the card you paid with and your e-mail address.', ['store first_party [name,email]']],
    ['We tell you whom we share your name with and why.', []],
    [
      'Your e-mail address is collected for the list, as well as your phone number.',
      ['collect first_party [email,phone] for other'],
    ],
    [
      'Your e-mail address is shared with couriers as well as advertisers.',
      ['share first_party [email] to shipping,advertiser'],
    ],
    [
      'We collect your name, e-mail address and your answers to questions.',
      ['collect first_party [name,email,own:answer]'],
    ],
    ['We store your name in several places, including your region and other countries.', ['store first_party [name]']],
    ['We process your data depending on how you interact with us.', ['use first_party [any_data]']],
  ],
  'what is supposed or asked for': [
    ['You should not assume that your name will be kept.', []],
    ['Your name will be kept.', ['store first_party [name]']],
    ['Details of the personal data may be requested from us.', []],
    ['We may use your data:\n\n- under the law of your country', ['use first_party [any_data]']],
  ],
  'means and choices': [
    [
      'We use various technologies to collect information, including cookies and web beacons.',
      ['collect first_party [any_data]'],
    ],
    [
      'We collect information, including cookies and web beacons.',
      ['collect first_party [any_data,cookie,web_beacon]'],
    ],
    ['We record your cookie preferences.', ['collect first_party [own:cookie preference]']],
    ['We record your cookies.', ['collect first_party [cookie]']],
  ],
  'what a list before it named': [
    [
      'We collect the following data:\n\n- your name\n- your e-mail address\n\nWe share this information with couriers.',
      [
        'collect first_party [any_data]',
        'collect first_party [name]',
        'collect first_party [email]',
        'share first_party [name,email] to shipping',
      ],
    ],
    [
      'We collect the following data:\n\n- your name\n- your e-mail address\n\nWe collect your age. We share this information with couriers.',
      [
        'collect first_party [any_data]',
        'collect first_party [name]',
        'collect first_party [email]',
        'collect first_party [age]',
        'share first_party [age] to shipping',
      ],
    ],
  ],
  'introductions that offer or ask': [
    ['You have the following options about the data that was collected:\n\n- your name', []],
    ['You have the following data that was collected:\n\n- your name', ['collect first_party [name]']],
    ['You may ask that we:\n\n- delete your name', []],
    ['Other vendors used by us include:\n\n- data hygiene vendors', []],
    ['We may:\n\n- delete your name', ['delete first_party [name]']],
    [
      'We use your information in several ways, including:\n\n- Improving an open forum or review',
      ['use first_party [any_data]'],
    ],
    [
      'We collect information, including:\n\n- Reviews and comments',
      ['collect first_party [any_data]', 'collect first_party [ugc]'],
    ],
    ['Information that we hold if you leave a review in the Kilnworks Play store:\n\n- your name', []],
  ],
  'everybody, and agents by name': [
    ['Your posts are displayed publicly.', ['share first_party [ugc] to public restricted']],
    ['Your posts are displayed to you.', []],
    [
      '# Privacy Policy of Glazeport\n\nYour card number is handled entirely by Kilnpay.',
      ['use third_party [card_number]'],
    ],
    [
      '# Privacy Policy of Kilnpay\n\nYour card number is handled entirely by Kilnpay.',
      ['use first_party [card_number]'],
    ],
    ['# Privacy Policy of Glazeport\n\nYour name is kept in a studio chosen by Kilnpay.', ['store first_party [name]']],
  ],
};

describe('series and phrases', () => {
  for (const [group, cases] of Object.entries(readings)) {
    describe(group, () => {
      for (const [draft, statements] of cases) {
        it(draft.replace(/\n+/g, ' / '), () => assert.deepEqual(statementsOf(draft), statements));
      }
    });
  }
});
