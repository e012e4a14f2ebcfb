import assert from 'node:assert/strict';
import { statementsOf } from './notation';

/** What drafts say without a whole clause, and what looks like it. */
const readings: Record<string, [draft: string, statements: string[]][]> = {
  'questions that ask for names': [
    ['## What data do we collect?\n\nYour name and e-mail address.', ['collect first_party [name,email]']],
    ['## What data do you collect about me?\n\nOnly your phone number.', ['collect first_party [phone]']],
    ['Which data do we not collect? Fingerprints.', ['not collect first_party [biometric]']],
    [
      '## What data do we collect?\n\n- your name\n- your e-mail address',
      ['collect first_party [name]', 'collect first_party [email]'],
    ],
    ['## With whom do we share your e-mail address?\n\nCouriers.', ['share first_party [email] to shipping']],
    ['## What data do we collect?\n\nYour name is sold.', ['sell first_party [name]']],
    ['## Which cookies do you use?\n\nYour name.', []],
    ['## What happens to your name?\n\nYour e-mail address.', []],
  ],
  'answers in few words': [
    ['Do you sell my data?\n\nAbsolutely not.', ['not sell first_party [any_data]']],
    ['Do you sell my data?\n\nWe do not.', ['not sell first_party [any_data]']],
    ['Do you share my e-mail address with advertisers?\n\nYes, we do.', ['share first_party [email] to advertiser']],
    ['Q: Do you collect my location?\n\nA: No.', ['not collect first_party [location]']],
    ['Do you sell my data?\n\nNo matter.', []],
    ['Do you sell my data?\n\nRead on.', []],
  ],
  'labels with a value': [
    ['Personal information: not collected', ['not collect first_party [personal]']],
    ['Location: never shared', ['not share first_party [location]']],
    ['**Phone number** – not collected', ['not collect first_party [phone]']],
    ['Name — collected when you register', ['collect first_party [name]']],
    ['Photos: Yes, collected.', ['collect first_party [photo]']],
    ['Health information: none', []],
    ['Phone number: call us, not collected at the door.', []],
  ],
  'not something that is done': [
    ['Health information is not something we collect.', ['not collect first_party [health]']],
    ['Your e-mail address is not something that we sell.', ['not sell first_party [email]']],
    ['Fingerprints are nothing we collect.', ['not collect first_party [biometric]']],
    ['Your name is something we collect.', ['collect first_party [name]']],
    ['Your name is something you choose.', []],
  ],
  'who gets nothing': [
    ['Your e-mail address is handed over to no one.', ['not share first_party [email]']],
    ['We share your name with no third party.', ['not share first_party [name] to third_party']],
    ['We share your name with couriers, no matter where.', ['share first_party [name] to shipping']],
    ['Not a single phone number has been sold by us.', ['not sell first_party [phone]']],
    ['Third parties are not allowed to collect your location.', ['not allow first_party [location] to third_party']],
    ['We do not let advertisers use your name.', ['not allow first_party [name] to advertiser']],
    ['Couriers are allowed to use your name.', ['allow first_party [name] to shipping']],
  ],
  'verbs that are their own past': [
    ['We do not set cookies.', ['not place first_party [cookie]']],
    ['We do not place, set or read cookies.', ['not place first_party [cookie]', 'not place first_party [cookie]']],
    ['Cookies are set.', ['place first_party [cookie]']],
    ['A set of cookies.', []],
  ],
  'what is announced': [
    ['The following data is not processed: fingerprints.', ['not collect first_party [biometric]']],
    ['You allow us to collect your location.', ['collect first_party [location]']],
    ['You do not allow us to collect your location.', []],
  ],
};

describe('fragments', () => {
  for (const [group, cases] of Object.entries(readings)) {
    describe(group, () => {
      for (const [draft, statements] of cases) {
        it(draft.replace(/\n+/g, ' / '), () => assert.deepEqual(statementsOf(draft), statements));
      }
    });
  }
});
