import assert from 'node:assert/strict';
import { statementsOf } from './notation';

/** Each draft with what it says is done, in every syntax that drafts use. */
const readings: Record<string, [draft: string, statements: string[]][]> = {
  'active and passive clauses': [
    ['We collect your name and postal address.', ['collect first_party [name,postal_address]']],
    ['Your postal address may be shared with couriers.', ['share first_party [postal_address] to shipping']],
    [
      'We may, from time to time, disclose your address to couriers.',
      ['share first_party [postal_address] to shipping'],
    ],
    ['We give hosting companies access to your order history.', ['share first_party [commercial] to hosting']],
    [
      'Data brokers pay us for access to your purchase history.',
      ['sell first_party [commercial] to data_broker for other forMoney'],
    ],
    ['You may give us your telephone number when you register.', ['collect first_party [phone]']],
    ['Our partner clinic uploads your blood pressure readings to the app.', ['collect first_party [health]']],
    ['Your photos are stored on your device.', ['store first_party [photo] onDevice']],
    [
      'We collect information, including but not limited to your e-mail address.',
      ['collect first_party [any_data,email]'],
    ],
  ],
  denials: [
    ['No phone numbers are stored.', ['not store first_party [phone]']],
    ['None of your photos are sold.', ['not sell first_party [photo]']],
    [
      'We never sell or rent your e-mail address to anyone.',
      ['not sell first_party [email] to anyone', 'not sell first_party [email] to anyone'],
    ],
    [
      'We have neither sold nor disclosed health information.',
      ['not sell first_party [health]', 'not share first_party [health]'],
    ],
    [
      'Neither we nor our affiliates collect fingerprints.',
      ['not collect first_party [biometric]', 'not collect corporate_family [biometric]'],
    ],
    ['Under no circumstances do we sell health information.', ['not sell first_party [health]']],
    ['We refrain from collecting biometric data.', ['not collect first_party [biometric]']],
    ['We do not refuse to delete your data.', ['delete first_party [any_data]']],
    ['We do not "sell" personal information as defined in the CCPA.', ['not sell first_party [personal] statutory']],
    ['We do not sell your data for money.', ['not sell first_party [any_data] for monetary forMoney']],
    ['We do not sell your personal information in the traditional sense.', ['not sell first_party [personal] hedged']],
    ['We do not use your e-mail address for marketing.', ['not use first_party [email] for marketing']],
    [
      'We do not knowingly collect personal information from children under 13.',
      ['not collect first_party [child_data] about child knowingly'],
    ],
    ['We do not respond to Do Not Track signals.', ['not honourSignal first_party []']],
    [
      'We will not (a) sell your e-mail address, or (b) disclose your phone number to advertisers.',
      ['not sell first_party [email]', 'not share first_party [phone] to advertiser'],
    ],
    [
      'We may (i) share your e-mail address with our hosting provider and (ii) use your phone number for marketing.',
      ['share first_party [email] to hosting', 'use first_party [phone] for marketing'],
    ],
  ],
  'denials by policy, intention or promise': [
    [
      'It is our policy not to share your e-mail address with advertisers.',
      ['not share first_party [email] to advertiser'],
    ],
    ['It is not our policy to sell personal information.', ['not sell first_party [personal]']],
    ['We have no intention of selling your data.', ['not sell first_party [any_data]']],
    ['We are not in the business of selling your personal information.', ['not sell first_party [personal]']],
    ['We promise never to share your phone number.', ['not share first_party [phone]']],
    ['There is no sale of personal information.', ['not sell first_party [personal]']],
    ['No sharing of your location with advertisers takes place.', ['not share first_party [location] to advertiser']],
    ['We will at no time sell your data.', ['not sell first_party [any_data]']],
    ['We do not need to collect your name.', []],
    ['If you object, we will cease processing your name.', []],
  ],
  coordination: [
    [
      'We do not collect your name but we record your IP address.',
      ['not collect first_party [name]', 'collect first_party [ip_address]'],
    ],
    [
      'We collect your e-mail address and share it with our mailing house.',
      ['collect first_party [email]', 'share first_party [email] to email_provider'],
    ],
    [
      'We do not keep your date of birth or pass it to advertisers.',
      ['not store first_party [age]', 'not share first_party [age] to advertiser'],
    ],
  ],
  'embedded clauses': [
    ['We allow advertisers to collect your device identifiers.', ['allow first_party [device_id] to advertiser']],
    [
      'We do not permit advertisers to access your contacts list.',
      ['not allow first_party [contacts_list] to advertiser'],
    ],
    [
      'We use cookies to gather browsing history.',
      ['place first_party [cookie] for other', 'collect first_party [browsing_history]'],
    ],
    ['The personal information we collect includes your name and date of birth.', ['collect first_party [name,age]']],
    ['Information collected by our partners may include your IP address.', ['collect business_partner [ip_address]']],
    ['Stripe, which collects your card number, is not part of us.', ['collect payment_processor [card_number]']],
  ],
  'actions as nouns': [
    ['The processing of health information is excluded.', ['not collect first_party [health]']],
    ['The disclosure of your name to couriers takes place when you order.', ['share first_party [name] to shipping']],
  ],
  exceptions: [
    [
      'Unless you agree, we do not share your e-mail address with partners.',
      ['not share first_party [email] to business_partner except consent'],
    ],
    [
      'Other than with our payment provider, we do not share card numbers.',
      ['not share first_party [card_number] except recipient'],
    ],
    [
      'We do not share your name with third parties except couriers.',
      ['not share first_party [name] to third_party except recipient'],
    ],
    [
      'We do not share your data with outside parties. This does not include trusted parties who help us run the site.',
      ['not share first_party [any_data] to third_party except purpose'],
    ],
  ],
  'what is wished, asked or supposed and therefore not done': [
    ['You should not share your password with anyone.', []],
    ['You can ask us not to sell your personal information.', []],
    ['You have the right to know which personal information we have sold.', []],
    ['If we collect your location, we tell you.', []],
    ['To learn how advertisers use your data, read their policies.', []],
    ['You may request:\n\n- the personal information we sold\n- a copy of your data', []],
  ],
  'questions with their answers': [
    ['Do we sell your data?\n\nNo.', ['not sell first_party [any_data]']],
    ['## Do you share my information?\n\nYes.', ['share first_party [any_data]']],
  ],
  lists: [
    [
      'We collect:\n\n- your name\n- your e-mail address',
      ['collect first_party [name]', 'collect first_party [email]'],
    ],
    [
      'We do not collect:\n\n- fingerprints\n- precise location',
      ['not collect first_party [biometric]', 'not collect first_party [precise_location]'],
    ],
    [
      'We will never:\n\n- sell your e-mail address\n- share your phone number with advertisers',
      ['not sell first_party [email]', 'not share first_party [phone] to advertiser'],
    ],
    [
      'We share your e-mail address with:\n\n- hosting providers\n- couriers',
      ['share first_party [email]', 'share first_party [email] to hosting', 'share first_party [email] to shipping'],
    ],
    [
      '## Information we do not collect\n\n- health information\n- fingerprints',
      ['not collect first_party [health]', 'not collect first_party [biometric]'],
    ],
  ],
  'laws and policies that bear the name of data': [
    [
      'We sell order histories. This is because this information is subject to the Financial Information Privacy Act.',
      ['sell first_party [commercial]'],
    ],
    ['Our cookie policy is set out below.', []],
  ],
  'labels with their list behind them': [
    ['**Data we collect:** name, e-mail address, IP address.', ['collect first_party [name,email,ip_address]']],
    ['Data we do not collect: fingerprints, health information.', ['not collect first_party [biometric,health]']],
    ['Data shared with advertisers: e-mail address, location.', ['share first_party [email,location] to advertiser']],
    ['**Contact data:** your name and e-mail address.', []],
  ],
  tables: [
    [
      '| Category | Collected | Sold |\n| --- | --- | --- |\n| Identifiers | Yes | No |\n| Biometric information | No | No |',
      [
        'collect first_party [identifier]',
        'not sell first_party [identifier] statutory',
        'not collect first_party [biometric]',
        'not sell first_party [biometric] statutory',
      ],
    ],
  ],
  'words that point back': [
    [
      'We record your IP address. We do not sell this information.',
      ['collect first_party [ip_address]', 'not sell first_party [ip_address]'],
    ],
  ],
};

describe('statements', () => {
  for (const [group, cases] of Object.entries(readings)) {
    describe(group, () => {
      for (const [draft, statements] of cases) {
        it(draft.replace(/\n+/g, ' / '), () => assert.deepEqual(statementsOf(draft), statements));
      }
    });
  }
});
