import assert from 'node:assert/strict';
import { statementsOf } from './notation';

/** Who is spoken of and what belongs to a series; each with a sentence that looks alike and says something else. */
const readings: Record<string, [draft: string, statements: string[]][]> = {
  'who is spoken of': [
    ['Landlords that use our app may place cookies.', ['place other_party [cookie]']],
    ['Some of the landlords that use our app may place cookies.', ['place other_party [cookie]']],
    ['If you open a page that uses our app, we place cookies.', ['place first_party [cookie]']],
    ['The data we and our partners collect includes your name.', ['collect first_party [name]']],
    ['None of our advertisers receive your name.', ['not share first_party [name] to advertiser']],
    ['Our reviewers look at your photos.', ['use first_party [photo]']],
    ['Our insurers look at your photos.', ['use adviser [photo]']],
    ['Reviewers look at your photos.', []],
    ['Our accounts department keeps your bank details.', ['store first_party [bank_account]']],
    ['Employers who pay us see your name.', ['allow first_party [name] to employer_entity']],
  ],
  'a second clause with a subject of its own': [
    ['We collect your name, and your photos are stored.', ['collect first_party [name]', 'store first_party [photo]']],
    ['We collect your name and your photos are stored.', ['collect first_party [name]', 'store first_party [photo]']],
    ['We collect your age, and none of it is sold.', ['collect first_party [age]', 'not sell first_party [age]']],
    ['We collect your age, and nothing is sold.', ['collect first_party [age]', 'not sell first_party [any_data]']],
    ['The photos you add and your name are stored.', ['store first_party [photo,name]']],
    [
      'We ask for your age, and the photos we collect are sold.',
      ['collect first_party [age]', 'sell first_party [photo]'],
    ],
    [
      'We use your name, and your age and your photos are stored.',
      ['use first_party [name]', 'store first_party [age,photo]'],
    ],
  ],
  'where it goes': [
    ['Your name may be transferred to advertisers outside your country.', ['share first_party [name] to advertiser']],
    ['Your name is sent to your phone.', []],
  ],
  'whose use it is': [
    ['Your name is used by us to contact you.', ['use first_party [name] for support']],
    ['We use vendors who keep your name.', []],
  ],
  'a name behind an introduction': [
    [
      '# Privacy Policy of Cobalt Lane\n\nIn case of a dispute with a customer, Cobalt Lane may disclose your name.',
      ['share first_party [name]'],
    ],
    ['With our partners, advertisers use your name.', ['use advertiser [name]']],
    [
      'Third-party cookies are set by a third-party website separate from ours.',
      ['place content_provider [third_party_cookie]'],
    ],
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
    ['We share your name with the manufacturer.', ['share first_party [name] to manufacturer']],
    [
      'We do not collect financial, health/fitness, contacts or location data.',
      ['not collect first_party [financial,health,fitness,contacts_list,location]'],
    ],
    [
      'We collect your photos, financial, health/fitness and contacts.',
      ['collect first_party [photo,financial,health,fitness,contacts_list]'],
    ],
    ['We collect the package name and the device name.', ['collect first_party [own:package name,device_data]']],
    ['Data that your phone sends is stored.', ['store first_party [any_data]']],
    ['We may use your reference on our site.', []],
    [
      'We collect your name from other sources, such as public records and publicly available sources.',
      ['collect first_party [name] restricted'],
    ],
    ['We record the page you requested.', ['collect first_party [internet_activity]']],
    ['We keep your personal\\n information.', ['store first_party [personal]']],
  ],
  'what people do on a site': [
    [
      'We log the pages that you access, links clicked and videos you have watched.',
      ['collect first_party [internet_activity]'],
    ],
    ['We improve the pages that you access.', []],
    ['We track your movements through our site.', []],
  ],
  'what is a verb, a means or another thing by its context': [
    ['We use cookies (and cache cookies) to count visits.', ['place first_party [cookie] for other']],
    ['We store cookies.', ['place first_party [cookie]']],
    ['We collect your name using standard technologies including server logs.', ['collect first_party [name]']],
    ['Cookies can only be read by the site that set them.', []],
    ['You may send an e-mail or letter to this address requesting access to your name.', []],
    ['You may send us an e-mail with your name.', ['collect first_party [name]']],
    ['Third-party uses of information', []],
    ['The lab uses custom tools and customs receives your name.', ['allow first_party [name] to government']],
    [
      'We share your data among the following recipients.\n\n- operating systems and platforms',
      ['share first_party [any_data]', 'share first_party [any_data] to content_provider'],
    ],
  ],
  'keeping that ends': [
    ['In no event will we keep your e-mail address for more than three days.', ['store first_party [email]']],
    ['Your name is not kept for longer than a year.', ['store first_party [name]']],
    ['Your name is not kept.', ['not store first_party [name]']],
    ['We do not keep more than your name.', ['not store first_party [name] restricted']],
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
