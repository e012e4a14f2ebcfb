import assert from 'node:assert/strict';
import { statementsOf } from './notation';

const readings: [draft: string, statements: string[]][] = [
  ['At no juncture is your location harvested.', ['not collect first_party [location]']],
  ['Nor is your location recorded.', ['not collect first_party [location]']],
  [
    'Under no circumstances will your e-mail address be disclosed to advertisers.',
    ['not share first_party [email] to advertiser'],
  ],
  ['Zero personal data is shared with third parties.', ['not share first_party [personal] to third_party']],
  ['We abstain from harvesting geolocation data.', ['not collect first_party [location]']],
  ['We do not engage in the sale of personal information.', ['not sell first_party [personal]']],
  ['Rest assured that your data is not sold.', ['not sell first_party [any_data]']],
  ['The following are never collected: names and biometric data.', ['not collect first_party [name,biometric]']],
  ['Your e-mail address may be made available to advertising partners.', ['share first_party [email] to advertiser']],
  ['Advertisers are furnished with your e-mail address.', ['share first_party [email] to advertiser']],
  ['Advertisers receive your e-mail address.', ['allow first_party [email] to advertiser']],
  ['Data brokers purchase your personal information from us.', ['sell first_party [personal] to data_broker']],
  ['The order form requests your telephone number.', ['collect first_party [phone]']],
  ['Every visit is logged together with your name.', ['collect first_party [name]']],
  ['We place analytics cookies on your device.', ['place first_party [analytics_cookie]']],
  ['Our analytics cookie stays on your device for two years.', ['place first_party [analytics_cookie]']],
  ['We collect your name and your phone number (not your e-mail address).', ['collect first_party [name,phone]']],
  ['We collect your name and your phone number (never your location).', ['collect first_party [name,phone]']],
  ['We collect your name (and your e-mail address).', ['collect first_party [name,email]']],
  ['No vendor sells your e-mail address.', ['not sell service_provider [email]']],
  // what a slip of the keyboard leaves of a sentence: it has no subject and says nothing
  [', which helps us improve our services.', []],
  ['We may email you special offers.', ['use first_party [email] for marketing']],
];

describe('unusual wording', () => {
  for (const [draft, statements] of readings) {
    it(draft, () => assert.deepEqual(statementsOf(draft), statements));
  }
});

describe('a table whose markup was lost', () => {
  it('is read by its Yes and No lines', () => {
    const draft = [
      'We have collected the following categories of personal information:',
      'A. Identifiers',
      'NO',
      'B. Biometric information',
      'fingerprints and voiceprints',
      'NO',
      'C. Geolocation data',
      'YES',
    ].join('\n\n');
    assert.deepEqual(statementsOf(draft, 'plaintext').slice(1), [
      'not collect first_party [identifier]',
      'not collect first_party [biometric]',
      'collect first_party [location]',
    ]);
  });
});
