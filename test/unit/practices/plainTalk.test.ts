import assert from 'node:assert/strict';
import { statementsOf } from './notation';

/** How authors who are no lawyers put it, and what is close to it but says something else. */
const readings: readonly (readonly [draft: string, ...statements: string[]])[] = [
  ['That is why we collect no health data.', 'not collect first_party [health]'],
  ['We tell you why we share your name.'],
  // cookies that are not there
  ['Our site has no cookies.', 'not place first_party [cookie]'],
  ['You will find no cookies on this site.', 'not place first_party [cookie]'],
  ['There are no third-party cookies here.', 'not place first_party [third_party_cookie]'],
  ['There are no cookies that track you on our website.'],
  // who gets it
  ['No one outside the practice gets to see patient records.', 'not share first_party [health] to anyone'],
  [
    'A billing company, Fairbill GmbH, receives your treatment records from us.',
    'allow first_party [health] to payment_processor',
  ],
  ['We send your photos to a service run by Labelwise Inc.', 'share first_party [photo] to Labelwise Inc'],
  ['We share your name with companies we work with.', 'share first_party [name] to business_partner'],
  ['We send your e-mail address to the toy shops we work with.', 'share first_party [email] to shops'],
  ['The shop we run has a newsletter.'],
  ['No data goes to third parties.', 'not share first_party [any_data] to third_party'],
  ['Your name goes to our couriers.', 'share first_party [name] to shipping'],
  ['Your data goes to our servers.', 'collect first_party [any_data]'],
  ['The sites we link to may set cookies.', 'place content_provider [cookie]'],
  // what readers are asked for, and what they make
  ['The form asks you to state your current salary.', 'collect first_party [financial]'],
  ['We ask you to tell us your date of birth.', 'collect first_party [age]'],
  ['Whatever you upload is not shared with anyone.', 'not share first_party [any_data] to anyone'],
  ['You own everything you upload.'],
  // what is had for it, what it is used for
  [
    'We make money by selling your e-mail address to retailers.',
    'sell first_party [email] to business_partner forMoney',
  ],
  ['We make money by selling toys to your parents.'],
  ['We train our summary model on the notes you write.', 'use first_party [ugc] for ai_training'],
  [
    'Ads are personalised with the help of your browsing history.',
    'use first_party [browsing_history] for targeted_advertising',
  ],
  [
    'The ads beside your inbox are chosen from your messages.',
    'use first_party [communications] for targeted_advertising',
  ],
  ['The ads are chosen from our catalogue.'],
  // names that end like adverbs
  ['Generally, we send your name to Google.', 'share first_party [name] to Google'],
];

describe('plain talk', () => {
  for (const [draft, ...expected] of readings)
    it(draft, () => assert.deepEqual(statementsOf(`# Privacy Policy\n\n${draft}\n`), expected));

  it('has names that end like adverbs', () =>
    assert.deepEqual(statementsOf('# Privacy at Snaply\n\nSnaply sends your photo to Google.\n'), [
      'share first_party [photo] to Google',
    ]));

  it('knows the product by its title and by what it does', () =>
    assert.deepEqual(statementsOf('# Puddle & Friends\n\nThat is why Puddle & Friends keeps your name.\n'), [
      'store first_party [name]',
    ]));
});
