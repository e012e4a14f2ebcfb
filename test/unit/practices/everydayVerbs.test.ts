import assert from 'node:assert/strict';
import { statementsOf } from './notation';

/** What drafts say with the verbs of everyday speech, and with verbs of two words. */
const readings: readonly (readonly [draft: string, ...statements: string[]])[] = [
  // who is given, shown or told something receives it
  ['Advertisers are given your age.', 'share first_party [age] to advertiser'],
  ['Sponsors are not told your name.', 'not share first_party [name] to business_partner'],
  ['You are shown your age.'],
  ['Partners who run challenges with us receive your name.', 'allow first_party [name] to business_partner'],
  [
    'We provide your e-mail address to insurers who offer discounts to members.',
    'share first_party [email] to adviser',
  ],
  // what the app sends home the company has
  ['The app uploads your address book.', 'collect first_party [contacts_list]'],
  ['The app does not send your contacts to our servers.', 'not collect first_party [contacts_list]'],
  ['We send your contacts to couriers.', 'share first_party [contacts_list] to shipping'],
  ['Nothing is uploaded to our servers.', 'not collect first_party [any_data]'],
  ['The app has no access to your contacts.', 'not collect first_party [contacts_list]'],
  ['The app has access to your contacts.', 'collect first_party [contacts_list]'],
  ['Signing up involves giving us your ethnicity.', 'collect first_party [race_ethnicity]'],
  ['Signing up does not involve giving us your ethnicity.'],
  ['Sponsors do not receive your e-mail address.', 'not share first_party [email] to business_partner'],
  ['Advertisers see your name.', 'allow first_party [name] to advertiser'],
  [
    'Advertisers see your name and couriers get your postal address.',
    'allow first_party [name] to advertiser',
    'allow first_party [postal_address] to shipping',
  ],
  ['You agree that your age will be shown to recruiters.', 'share first_party [age] to recruiters'],
  ['Brokers pay us for your phone number.', 'sell first_party [phone] to Brokers for other forMoney'],
  [
    'In return for a commission, we provide your phone number to insurers.',
    'share first_party [phone] to adviser forMoney',
  ],
  // what stays with the reader does not come to the company
  ['Your photos stay on your phone.', 'not collect first_party [photo]'],
  ['Your photos never leave your device.', 'not collect first_party [photo]'],
  ['Our cookies stay on your device for a year.', 'place first_party [cookie]'],
  // what is done with the reader
  ['We do not send marketing e-mails.', 'not use first_party [contact] for marketing'],
  ['We do not send unsolicited marketing e-mails.'],
  ['We e-mail you offers from our partners.', 'use first_party [email] for marketing'],
  ['We send you invoices.'],
  ['We do not profile you.', 'not use first_party [any_data] for profiling'],
  // all there is
  ['We collect nothing but your age.', 'collect first_party [age]'],
  ['The only information we hold about you is your age.', 'store first_party [age]'],
  // what cannot or will not be done
  ['We are unable to delete your photos.', 'not delete first_party [photo]'],
  ['We ignore Global Privacy Control signals.', 'not honourSignal first_party []'],
  ['If your browser sends a Do Not Track signal, we honour it.', 'honourSignal first_party []'],
  // verbs of two words
  ['We hold on to your postal address.', 'store first_party [postal_address]'],
  ['Your postal address is handed over to debt collectors.', 'share first_party [postal_address] to adviser'],
  ['We never give away your phone number.', 'not share first_party [phone]'],
  ['We rely on your age for marketing.', 'use first_party [age] for marketing'],
  ['We ask for your age.', 'collect first_party [age]'],
  // not to ask is not to refuse, only what must be given breaks it
  ['We do not ask for your age.', 'not collect first_party [age] asked'],
  ['We do not glean your age.', 'not collect first_party [age]'],
];

describe('everyday verbs', () => {
  for (const [draft, ...expected] of readings)
    it(draft, () => assert.deepEqual(statementsOf(`# Privacy Policy\n\n${draft}\n`), expected));
});
