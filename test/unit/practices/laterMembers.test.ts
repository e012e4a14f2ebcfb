import assert from 'node:assert/strict';
import { statementsOf } from './notation';

/** Enumerations that go on behind words on how, when or with what; each beside what looks alike and says something else. */
const readings: Record<string, [draft: string, statements: string[]][]> = {
  'examples behind what only tells when or whence': [
    [
      'We collect certain information from you when you access or use the kiosk, including your IP address and device model.',
      ['collect first_party [any_data,ip_address,device_data]'],
    ],
    [
      'We collect personal data that you elect to give us, such as your contact details.',
      ['collect first_party [personal,contact] restricted'],
    ],
    ['We use information to reach you by means such as e-mail or phone.', ['use first_party [any_data] for other']],
    ['We collect data via channels such as e-mail, chat or phone.', ['collect first_party [any_data]']],
    [
      'We share the following categories of data for commercial purposes: device identifiers, your name and your IP address.',
      ['share first_party [any_data,device_id,name,ip_address] for commercial_purpose'],
    ],
  ],
  'members behind a clause on one of them': [
    [
      'We collect the device type you use to open the kiosk, your IP address and your age.',
      ['collect first_party [device_data,ip_address,age] for other'],
    ],
    ['We collect your name and – if you choose to share it – your location.', ['collect first_party [name,location]']],
    ['We collect your name and your age, but not your location.', ['collect first_party [name,age] except data']],
    [
      'We collect your name when you register, and your phone number is checked.',
      ['collect first_party [name]', 'use first_party [phone]'],
    ],
    [
      'We collect the data shown in the form, and also the visitor’s IP address.',
      ['collect first_party [any_data,ip_address]'],
    ],
    ['We do not collect your name in your state, location or country.', ['not collect first_party [name]']],
  ],
  'names of the draft beside data': [
    ['We log the channels you watch, your name and your age.', ['collect first_party [own:channel,name,age]']],
    ['We collect your name, race results and e-mail address.', ['collect first_party [name,own:race result,email]']],
    ['We collect your name, results and e-mail address.', ['collect first_party [name,email]']],
    ['We collect your route, times and age.', ['collect first_party [location,own:time,age]']],
    ['We collect whatever information you send us.', ['collect first_party [any_data]']],
  ],
  'who acts and what is denied': [
    [
      'We are not in the business of selling or renting your name.',
      ['not sell first_party [name]', 'not sell first_party [name]'],
    ],
    ['Stripe and its subsidiaries may keep your name.', ['store payment_processor [name]']],
    ['We and our subsidiaries may keep your name.', ['store first_party [name]', 'store corporate_family [name]']],
    ['Your name is collected by these providers.', ['collect third_party [name]']],
    ['Your name is collected by these forms.', ['collect first_party [name]']],
  ],
  'verbs of a practice without one': [
    ['We use the term “personal data” as the law does.', []],
    ['We may use e-mail or chat to send you news.', []],
    ['We may use your e-mail to send you news.', ['use first_party [email] for other']],
    ['We use vendors that may process your personal data.', []],
    ['Once you object, the data must be erased.', []],
    ['Once you object, the data is erased.', ['delete first_party [any_data]']],
    [
      'We keep anonymous data. Where we do not need your name, we delete it.',
      ['store first_party [non_personal]', 'delete first_party [name]'],
    ],
    ['We maintain controls so that only few of us have access to personal data.', []],
    ['We maintain a record of your name.', ['store first_party [name]']],
    ['Your personal data has been unlawfully processed.', []],
    ['Cookies can be removed in your browser.', []],
    ['People whose name was collected in Peru have rights.', []],
    ['Most players can be set to clear local shared objects.', []],
    ['Examples of information you can access through the kiosk include:\n\n- your order history', []],
    [
      'Examples of information you can enter in the kiosk include:\n\n- your order history',
      ['collect first_party [commercial]'],
    ],
  ],
};

describe('later members', () => {
  for (const [what, cases] of Object.entries(readings))
    describe(what, () => {
      for (const [text, expected] of cases) it(text, () => assert.deepEqual(statementsOf(text), expected));
    });
});

const opening = (company: string): string =>
  `# Privacy policy\n\nThis policy is about ${company} and the kiosks that it runs for you.\n\n`;

describe('a company of the catalogue as the one that drafts', () => {
  const acts =
    '\n\nStripe uses your name.\n\nStripe keeps your address.\n\nStripe may also share your age with couriers.';
  it('is the company where it acts all along', () => {
    assert.deepEqual(statementsOf(opening('Stripe') + acts.trim()), [
      'use first_party [name]',
      'store first_party [postal_address]',
      'share first_party [age] to shipping',
    ]);
  });
  it('is another one where readers are pointed to its own policy', () => {
    const [first] = statementsOf(`${opening('Stripe')}${acts.trim()}\n\nRead Stripe's privacy policy.`);
    assert.equal(first, 'use payment_processor [name]');
  });
  it('is another one where the draft names itself', () => {
    const [first] = statementsOf(`${opening('Stripe').replace('# P', '# Kilnpress p')}${acts.trim()}`);
    assert.equal(first, 'use payment_processor [name]');
  });
});
