import assert from 'node:assert/strict';
import { statementsOf } from './notation';

/** Who is spoken of and what belongs to a series; each with a sentence that looks alike and says something else. */
const readings: Record<string, [draft: string, statements: string[]][]> = {
  'who is spoken of': [
    ['Landlords that use our app may place cookies.', ['place third_party [cookie]']],
    ['Some of the landlords that use our app may place cookies.', ['place third_party [cookie]']],
    ['If you open a page that uses our app, we place cookies.', ['place first_party [cookie]']],
    ['The data we and our partners collect includes your name.', ['collect first_party [name]']],
    ['None of our advertisers receive your name.', ['not share first_party [name] to advertiser']],
    ['Our reviewers look at your photos.', ['use first_party [photo]']],
    ['Our insurers look at your photos.', ['use adviser [photo]']],
    ['Reviewers look at your photos.', []],
    ['Our accounts department keeps your bank details.', ['store first_party [bank_account]']],
    ['Employers who pay us see your name.', ['allow first_party [name] to employer_entity']],
  ],
  'a noun phrase with examples': [
    [
      'No sensitive data such as race, ethnicity or religion is collected.',
      ['not collect first_party [sensitive,race_ethnicity,religion]'],
    ],
    [
      'Sensitive data is collected as your name is checked.',
      ['collect first_party [sensitive]', 'use first_party [name]'],
    ],
  ],
  'what a part of the data is': [
    ['Most of the data that we share is not health data.', []],
    ['The data that we share is not health data.', ['not share first_party [health]']],
  ],
  'a head that several members share': [
    [
      'We do not collect medical, racial, political, union membership or sexual orientation information.',
      ['not collect first_party [health,race_ethnicity,political,union,sex_life]'],
    ],
    [
      'We collect personal, demographic and indirect information.',
      ['collect first_party [personal,demographic,any_data]'],
    ],
    ['We use your name to contact and provide information to you.', ['use first_party [name] for other']],
  ],
  'words that name data among other data': [
    ['We log your device type, manufacturer, language and carrier name.', ['collect first_party [device_data]']],
    ['We ask for your age, language and gender.', ['collect first_party [age,demographic,gender]']],
    ['We share your name with the manufacturer.', ['share first_party [name] to third_party']],
    [
      'We do not collect financial, health/fitness, contacts or location data.',
      ['not collect first_party [financial,health,fitness,contacts_list,location]'],
    ],
    [
      'We collect your photos, financial, health/fitness and contacts.',
      ['collect first_party [photo,financial,health,fitness,contacts_list]'],
    ],
    ['We collect the package name and the device name.', ['collect first_party [device_data]']],
    ['Data that your phone sends is stored.', ['store first_party [any_data]']],
    ['We may use your reference on our site.', []],
    [
      'We collect your name from other sources, such as public records and publicly available sources.',
      ['collect first_party [name] restricted'],
    ],
    ['We record the page you requested.', ['collect first_party [internet_activity]']],
    ['We keep your personal\\n information.', ['store first_party [personal]']],
  ],
  'a recipient before the data': [
    [
      'We will share with the rider the driver’s name, profile photo and license plate.',
      ['share first_party [name,account_info,vehicle]'],
    ],
    [
      'We share with our partners your e-mail address and phone number.',
      ['share first_party [email,phone] to business_partner'],
    ],
    ['We share your name with our partners.', ['share first_party [name] to business_partner']],
  ],
  'what others do with what cookies read': [
    [
      'We use cookies. Employers use such information to count visits.',
      ['place first_party [cookie]', 'use employer_entity [any_data] for other'],
    ],
    [
      'We collect your name. Employers use such information.',
      ['collect first_party [name]', 'use employer_entity [name]'],
    ],
  ],
};

describe('subjects and series', () => {
  for (const [group, cases] of Object.entries(readings)) {
    describe(group, () => {
      for (const [draft, statements] of cases) {
        it(draft.replace(/\n+/g, ' / '), () => assert.deepEqual(statementsOf(draft), statements));
      }
    });
  }
});
