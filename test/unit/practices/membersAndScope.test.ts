import assert from 'node:assert/strict';
import { statementsOf } from './notation';

/** Members of an enumeration behind more than a comma, and clauses with the verb of a practice that tell of none. */
const readings: Record<string, [draft: string, statements: string[]][]> = {
  'a bracket behind a clause on data in general': [
    [
      'We collect the data that you give us (your email address, your age, your puppet list) to run the kiosk.',
      ['collect first_party [any_data,email,age,own:puppet list]'],
    ],
    [
      'We collect the data that you give us (in writing or by phone) to run the kiosk.',
      ['collect first_party [any_data]'],
    ],
  ],
  'what is told to others is about': [
    [
      'We give information to our advertisers about your location and your age.',
      ['share first_party [any_data,location,age] to advertiser'],
    ],
    [
      'We use personal data to send messages to members about their subscription.',
      ['use first_party [personal] for other'],
    ],
  ],
  'the list announced by "the following"': [
    [
      'We give the following personal data to our partners, if needed: your name, phone number and email address.',
      ['share first_party [personal,name,phone,email] to business_partner'],
    ],
  ],
  'capitals inside a name': [
    [
      'We process Account Data, User Content, Public Puppet Posts and Usage Data.',
      ['use first_party [account_info,ugc,own:public puppet post,internet_activity]'],
    ],
    ['We store your name in the United States.', ['store first_party [name]']],
  ],
  'possessives inside a term': [
    ['We ask for the date of your birth and proof of your identity.', ['collect first_party [age,government_id]']],
  ],
  'members behind a semicolon or an unknown first one': [
    [
      'We collect information about how you use the kiosk; purchases; and your age.',
      ['collect first_party [any_data,internet_activity,commercial,age]'],
    ],
    [
      'We collect information when you visit the kiosk, such as lantern colour, browser type and your IP address.',
      ['collect first_party [any_data,own:lantern colour,device_data,ip_address]'],
    ],
    [
      'We collect information when you visit the kiosk, such as on a lantern colour, once a year.',
      ['collect first_party [any_data]'],
    ],
  ],
  'several nouns that are visible': [
    ['Your name or your photos may be visible to other members.', ['share first_party [name,photo] to other_users']],
  ],
  'a list behind "grouped as follows"': [
    [
      'We may collect personal data about you which we have grouped as follows:\n\n- Address book.\n- Location data.',
      [
        'collect first_party [personal] restricted',
        'collect first_party [contacts_list]',
        'collect first_party [location]',
      ],
    ],
    [
      'We may collect personal data as defined by law. We are:\n\n- Address book.\n- Location data.',
      ['collect first_party [personal] statutory'],
    ],
  ],
  'words that may name anything, among data': [
    [
      'We collect your posts, comments, votes, and puppet memberships.',
      ['collect first_party [ugc,own:vote,own:puppet membership]'],
    ],
    ['We collect posts, comments and likes.', ['collect first_party [ugc,own:like]']],
    ['We collect your age and an address for the parcel.', ['collect first_party [age,own:address] for other']],
    [
      'We collect information about you and your use of the kiosk.',
      ['collect first_party [any_data,internet_activity]'],
    ],
    ['We use your name and purposes.', ['use first_party [name]']],
    ['You may send us data, such as files, photos and videos.', ['collect first_party [any_data,ugc,photo,video]']],
    [
      'We record the amount of the transfer, your name and a copy of one.',
      ['collect first_party [own:amount of transfer,name]'],
    ],
    [
      'We keep data for legitimate purposes, such as fraud prevention or financial record-keeping.',
      ['store first_party [any_data] for security_purpose'],
    ],
    ['We keep data on how often you use the kiosk.', ['store first_party [any_data,internet_activity]']],
    [
      'We collect information about you that we do not otherwise have, such as contact information.',
      ['collect first_party [any_data,contact]'],
    ],
  ],
  'no practice of the company': [
    ['We keep your personal data private.', []],
    ['We keep your personal data.', ['store first_party [personal]']],
    ['This notice tells you:\n\n- who your personal data may be shared with; and', []],
    ['Your personal data may be shared with those who help us.', ['share first_party [personal]']],
    ['We receive rights in your drawings and your personal data.', []],
    ['We receive records of your personal data.', ['collect first_party [personal]']],
    ['We will obtain your consent to use of your phone number.', []],
    ['This notice does not apply to the extent we process personal data for other companies.', []],
    ['Some of your personal data can be viewed through your account.', []],
    ['Your personal data can be viewed by our staff.', ['use first_party [personal]']],
    ['We may not have collected your personal data from all of them.', []],
    ['We may not collect your personal data.', ['not collect first_party [personal]']],
    ['We use technologies to run the kiosk, such as beacons and logging technologies (collectively, “cookies”).', []],
  ],
};

describe('Members and scope', () => {
  for (const [name, drafts] of Object.entries(readings))
    it(name, () => {
      for (const [draft, expected] of drafts) assert.deepEqual(statementsOf(draft), expected, draft);
    });
});
