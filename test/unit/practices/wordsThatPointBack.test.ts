import assert from 'node:assert/strict';
import { statementsOf } from './notation';

/** What "it" and "that information" stand for, and which names are the drafting company's; each beside its near miss. */
const readings: Record<string, [draft: string, statements: string[]][]> = {
  'what an earlier clause of the sentence is about': [
    ['We log your phone number. If you send a postcard, we keep it.', ['collect first_party [phone]']],
    [
      'We log your phone number. If you agree, we keep it.',
      ['collect first_party [phone]', 'store first_party [phone]'],
    ],
    [
      'We log your phone number. When you choose your wallpaper, we collect that information.',
      ['collect first_party [phone]', 'collect first_party [any_data]'],
    ],
    [
      'We log your phone number. When you use the kiosk, we share that information with our partners.',
      ['collect first_party [phone]', 'share first_party [phone] to business_partner'],
    ],
    [
      'We log your phone number. If we learn from information sent to us that a lamp is broken, we may use that information.',
      ['collect first_party [phone]', 'use first_party [any_data]'],
    ],
    [
      'We log your phone number. We use this information with your consent, and we share it with our partners.',
      ['collect first_party [phone]', 'use first_party [phone]', 'share first_party [phone] to business_partner'],
    ],
  ],
  'the name in the brackets that say who "we" is': [
    [
      'Stiftung Lumen, a foundation in Bern, Switzerland (the “Foundation”, “we” or “us”), runs the kiosk.\n\nThe Foundation collects your name.',
      ['collect first_party [name]'],
    ],
    [
      'Lumen AG, Bern, Switzerland (the “Kiosk”), has a partner.\n\nThe Foundation collects your name.',
      ['collect other_party [name]'],
    ],
  ],
  'names that open with a small letter, and titles': [
    [
      '# ironSource Website Privacy Policy\n\nWe collect your name.\n\nironSource does not collect your age.',
      ['collect first_party [name]', 'not collect first_party [age]'],
    ],
    [
      '# Enterprise privacy at Stripe\n\nWe collect your name. Stripe does not collect your age.',
      ['collect first_party [name]', 'not collect first_party [age]'],
    ],
    [
      '# Enterprise privacy\n\nWe collect your name. Stripe does not collect your age.',
      ['collect first_party [name]', 'not collect payment_processor [age]'],
    ],
    ['They collect your name. They use your name. They share your name.', []],
  ],
};

describe('Words that point back, and names of the company', () => {
  for (const [name, drafts] of Object.entries(readings))
    it(name, () => {
      for (const [draft, expected] of drafts) assert.deepEqual(statementsOf(draft), expected, draft);
    });
});
