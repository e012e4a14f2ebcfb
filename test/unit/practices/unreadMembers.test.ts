import assert from 'node:assert/strict';
import { statementsOf } from './notation';

/** Members of an enumeration that no catalogue knows are carried in their own words; each beside what looks alike and names none. */
const readings: Record<string, [draft: string, statements: string[]][]> = {
  'between and behind types that are known': [
    [
      'We collect your name, the status of your kiln’s warranty and your IP address.',
      ['collect first_party [name,own:status of kiln warranty,ip_address]'],
    ],
    [
      'We collect your name, e-mail address, favourite glaze in your studio and your guild number.',
      ['collect first_party [name,email,own:favourite glaze,own:guild number]'],
    ],
    [
      'We collect your name, IP address, the time, frequency and duration of your firings.',
      ['collect first_party [name,ip_address,own:time,own:frequency,own:duration of firing]'],
    ],
    [
      'We collect your billing address and (where relevant) the status of your kiln, and your name.',
      ['collect first_party [postal_address,own:status of kiln,name]'],
    ],
    ['We collect your name, your IP address and your access to the kiln.', ['collect first_party [name,ip_address]']],
    [
      'We collect your IP address (a number that your provider assigns) and your name.',
      ['collect first_party [ip_address,name] restricted'],
    ],
    [
      'We use cookies to collect (i) your IP address; and (ii) your name.',
      ['place first_party [cookie] for other', 'collect first_party [ip_address,name]'],
    ],
    ['We collect your name(s), IP address and age.', ['collect first_party [name,ip_address,age]']],
  ],
  'at the beginning': [
    ['We store text, sketches and your photos.', ['store first_party [own:text,own:sketch,photo]']],
    ['We process the name, e-mail address and age.', ['use first_party [own:name,email,age]']],
    ['We weigh clay with care, and we collect your name.', ['collect first_party [name]']],
    ['We collect new or returning visits and your name.', []],
  ],
  'what people do, told by a question': [
    [
      'We collect your IP address, browser type and how you came to the kiln.',
      ['collect first_party [ip_address,device_data,own:how you came to kiln]'],
    ],
    [
      'We collect information about you, your orders; how you use tongs; and your reviews.',
      ['collect first_party [any_data,commercial,internet_activity,ugc]'],
    ],
    [
      'We collect your IP address, browser type and, when you order, your name.',
      ['collect first_party [ip_address,device_data,name]'],
    ],
  ],
  'what is done, not what is collected': [
    [
      'We collect your name, your age and store this information with your file.',
      ['collect first_party [name,age]', 'store first_party [name,age]'],
    ],
    [
      'We collect information that identifies you or relates to you, such as your name and age.',
      ['collect first_party [personal,name,age]'],
    ],
  ],
  'a noun that several share': [
    [
      'We collect your name, economic and financial information.',
      ['collect first_party [name,own:economic information,financial]'],
    ],
    ['We collect your name, certain and financial information.', ['collect first_party [name,financial]']],
    ['We collect your name, the oven you used and your age.', ['collect first_party [name,age]']],
    [
      'We collect your name, age, the oven you used and your location.',
      ['collect first_party [name,age,own:oven,location]'],
    ],
    ['We collect the number of rooms you create or enter, your name and your age.', ['collect first_party [name,age]']],
  ],
  'names with capitals': [
    [
      'We process Account Data, Social Data and User Content.',
      ['use first_party [account_info,own:social data,any_data,ugc]'],
    ],
    ['We process account data, social data and user content.', ['use first_party [account_info,any_data,ugc]']],
  ],
};

describe('members that no catalogue knows', () => {
  for (const [title, cases] of Object.entries(readings))
    describe(title, () => {
      for (const [draft, statements] of cases)
        it(draft, () => {
          assert.deepEqual(statementsOf(draft), statements);
        });
    });
});
