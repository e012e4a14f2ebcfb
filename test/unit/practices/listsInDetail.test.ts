import assert from 'node:assert/strict';
import { statementsOf } from './notation';

/** What goes on in an enumeration and what interrupts it; each with a sentence that looks alike and says something else. */
const readings: Record<string, [draft: string, statements: string[]][]> = {
  'enumerations that go on': [
    [
      'When you sign up, we store the date and time of registration and your e-mail address.',
      ['store first_party [log_data,email] for account_mgmt'],
    ],
    [
      'You can share with us additional information, such as details on your lifestyle, as well as photos and videos.',
      ['collect first_party [any_data,demographic,photo,video]'],
    ],
    [
      'We collect the sign-up information, which typically includes your e-mail address.',
      ['collect first_party [account_info,email]'],
    ],
    [
      'We collect the sign-up information, which typically interests advertisers.',
      ['collect first_party [account_info]'],
    ],
    [
      'We sell data about you, including without limitation your registration information.',
      ['sell first_party [any_data,account_info]'],
    ],
    ['We sell data about you, without your registration information.', ['sell first_party [any_data] except data']],
    [
      'We collect your e-mail address, and, if you choose to provide it, a postal code.',
      ['collect first_party [email,postcode]'],
    ],
    [
      'We collect your e-mail address if you choose to provide it, a postal code or not.',
      ['collect first_party [email]'],
    ],
    ['We ask for your credit card and billing address.', ['collect first_party [card_number,postal_address]']],
    ['We keep that correspondence and your e-mail address.', ['store first_party [correspondence,email]']],
  ],
  'what only looks like data': [
    [
      'We use cookies to remember your settings (such as language preference).',
      ['place first_party [cookie] for other'],
    ],
    ['You can write to us through channels such as e-mail.', []],
    ['We require vendors to sign a contract in order to share your name with them.', []],
    ['We require vendors to share your name with us.', ['collect first_party [name]']],
    ['We take the security of your name seriously.', []],
    ['We take a copy of your passport.', ['collect first_party [passport]']],
    ['You may provide fictitious data.', []],
    ['You may provide us with data.', ['collect first_party [any_data]']],
    [
      'Partners use cookies to collect data, and use it to show ads in browsers or devices.',
      ['place business_partner [cookie] for advertising', 'collect business_partner [any_data] for advertising'],
    ],
  ],
  'language, of people and of devices': [
    [
      'We receive information about your device, such as country, language and operator.',
      ['collect first_party [device_data,coarse_location,own:operator]'],
    ],
    ['We ask for your gender, language and age.', ['collect first_party [gender,demographic,age]']],
  ],
  'who acts behind a condition or an aim': [
    [
      '# Privacy Policy of Cobalt Lane\n\nIf you invite your friends, Cobalt Lane will collect:\n\n- Your phone number',
      ['collect first_party [phone]'],
    ],
    ['To serve people and not third-party sites, this site may make use of cookies.', ['place first_party [cookie]']],
    [
      'Advertisers and third-party sites may make use of cookies.',
      ['place advertiser [cookie]', 'place content_provider [cookie]'],
    ],
    ['If you are a parent and discover that your child has sent us photos, write to us.', []],
  ],
  'data about nobody in particular': [
    ['We share aggregated location information with advertisers.', ['share first_party [non_personal] to advertiser']],
    ['We collect anonymous, de-identified browser data.', ['collect first_party [non_personal]']],
    ['We collect anonymous statistics and IP addresses.', ['collect first_party [non_personal,ip_address]']],
    ['We collect anonymous device identifiers.', ['collect first_party [device_id]']],
    ['We share aggregated\uFFFDlocation data with advertisers.', ['share first_party [non_personal] to advertiser']],
    ['We collect student financial information.', ['collect first_party [education_records]']],
    ['We store figures, not personal data.', []],
    ['We do not collect names, only pseudonyms.', ['not collect first_party [name]']],
    ['This data we collect is not personal data.', []],
    ['The data we collect is not personal data.', ['not collect first_party [personal]']],
  ],
  'examples behind recipients': [
    [
      'We disclose data to courts, including the content of messages.',
      ['share first_party [any_data,communications] to government'],
    ],
    ['We disclose data to courts, including tax authorities.', ['share first_party [any_data] to government']],
  ],
  'what is told of data, and what only names it': [
    ['We share information that is not personal information.', ['share first_party [any_data]']],
    ['A notice must state the information being collected.', []],
    ['We recommend that schools share your name with us.', []],
    ['We know that schools share your name with us.', ['collect first_party [name]']],
    ['A parent may have deleted the photos of their child.', []],
    ['Your name is transferred to the US by our hosting provider.', ['share hosting [name]']],
    ['Your name is transferred to us by our hosting provider.', ['collect first_party [name]']],
    [
      'We keep your profile data, in particular to link your e-mail address with your alias.',
      ['store first_party [account_info] for other'],
    ],
    ['We keep your profile data, in particular your e-mail address.', ['store first_party [account_info,email]']],
    ['We receive your name from other sources, such as pages you visited or clubs.', ['collect first_party [name]']],
    ['We receive data from you, such as your name.', ['collect first_party [any_data,name]']],
    ['We process your e-mail messages.', ['use first_party [communications]']],
    [
      'We collect data that identifies, describes, references or is linked to you.',
      ['collect first_party [any_data] restricted'],
    ],
    [
      'We collect the browser you use, if any, the operating system and your name.',
      ['collect first_party [device_data,name]'],
    ],
  ],
  'a head shared with words that name a party or nothing': [
    ['Analytics and crash data are processed by Google.', ['use third_party [analytics_data,log_data]']],
    ['We use genetic and self-measured information.', ['use first_party [genetic,any_data]']],
    ['We use analytics and process crash data.', ['use first_party [log_data]']],
  ],
  'what lists behind a subject that says what is done': [
    ['The types of data we may collect include your name and gender.', ['collect first_party [name,gender]']],
    ['The data that we collect and store includes your name.', ['collect first_party [name]']],
    ['We ask that messages include your name.', []],
    [
      'We collected the following categories of personal data in the last year: your name, contact information (such as your e-mail address), card information.',
      ['collect first_party [personal,name,contact,email,card_number]'],
    ],
  ],
  'enumerations with words between': [
    [
      'We use information you make public via social media, your friends list and photos.',
      ['use first_party [any_data,contacts_list,photo]'],
    ],
    ['We use information via social media, our own pages and photos.', ['use first_party [any_data]']],
    ['We collect any comments, photos or messages.', ['collect first_party [ugc,photo,own:message]']],
    ['We answer any comments, questions or complaints.', []],
    [
      'Beacons may be used to count visits; monitor traffic and conversion patterns.',
      ['place first_party [web_beacon] for other'],
    ],
    [
      'We share data (such as cookie IDs, device IDs, or IPs) with partners.',
      ['share first_party [any_data,online_identifier,device_id,ip_address] to business_partner'],
    ],
  ],
  'nouns that look like verbs behind a party': [
    [
      'We collect data such as your GitHub handle, name, and password.',
      ['collect first_party [any_data,social_profile,name,password]'],
    ],
    ['GitHub and Google handle your name.', ['use third_party [name]', 'use third_party [name]']],
    ['We collect your name, bank transfer information and gender.', ['collect first_party [name,bank_account,gender]']],
    ['Banks transfer your name to us.', ['collect first_party [name]']],
  ],
  'what somebody asks for': [
    [
      'The law permits users to request, once a year, that we disclose the third parties with whom we share their data.',
      [],
    ],
    ['The law provides that we disclose your name to courts.', ['share first_party [name] to government']],
    ['We may ask for your consent to share your name with couriers.', []],
    ['We may ask you to share your name with us.', ['collect first_party [name]']],
    ['If you want to use your rights or think your child has given us photos, write to us.', []],
  ],
  'readers whose name stands before another noun': [
    ['Your name may be shared by our member colleges.', ['share other_party [name]']],
    ['Your name may be shared by members.', ['collect first_party [name]']],
  ],
  'data told of by a clause of its own': [
    ['Personal information that you provide is shared with couriers.', ['share first_party [personal] to shipping']],
    [
      'Account data that we hold (such as your e-mail address) is not sold.',
      ['not sell first_party [account_info,email]'],
    ],
    ['Rest assured that your photos are not sold.', ['not sell first_party [photo]']],
    ['The data that our partners send is stored.', ['store first_party [any_data]']],
    ['“Personal data” means data that is linked to you, and may also include your name.', []],
  ],
  'words behind data that make another thing of it': [
    ['We use safeguards such as firewalls and data encryption.', []],
    ['We use data and encryption.', ['use first_party [any_data]']],
    ['We share your name with others, such as data exchanges.', ['share first_party [name] to anyone']],
    ['We collect photographs, videos, and audio files that you upload.', ['collect first_party [photo,video,audio]']],
  ],
  'what comes before or goes between': [
    ['We obtain your consent prior to posting your last name.', []],
    ['Your name may be shared between the brands of our company.', ['share first_party [name]']],
    ['Your name may be shared with our company.', ['collect first_party [name]']],
    ['Our app is affiliated with Freestar, and Freestar, will collect data.', []],
  ],
  'examples behind a condition or behind recipients': [
    [
      'We collect information when you open an account such as your name and phone number.',
      ['collect first_party [any_data,name,phone]'],
    ],
    ['We collect your photos when you open an account such as a trial.', ['collect first_party [photo]']],
    [
      'We give your name to vendors, including cloud services and e-mail software.',
      ['share first_party [name] to service_provider,hosting'],
    ],
  ],
  'what is kept apart, hired or listed as a deed': [
    [
      'We store search terms separately from data that identifies you, such as your name.',
      ['store first_party [search_history]'],
    ],
    ['We store search terms and your name.', ['store first_party [search_history,name]']],
    ['We employ other companies to do so and need to share your name with them.', []],
    ['We employ cookies.', ['place first_party [cookie]']],
    ['We use vendors. Examples include sending e-mail and analyzing data.', []],
    ['Signing up includes sending us your e-mail address.', ['collect first_party [email]']],
    ['Tracking technologies used are beacons and tags.', ['place first_party [web_beacon]']],
  ],
  'what is announced, and what is advised': [
    ['Please be advised that we archive your name.', ['store first_party [name]']],
    ['We advise that schools share your name.', []],
    ['“Personal data” means data that is capable of being associated with you, or could be linked with you.', []],
    ['You have given your consent to the processing of your e-mail address.', []],
  ],
  'what only sounds like examples of data': [
    [
      'We may forward your data to third parties for services such as credit card or other payment processing.',
      ['share first_party [any_data] to third_party for payment_purpose'],
    ],
    ['We use your data for marketing, including your name.', ['use first_party [any_data,name] for marketing']],
    [
      'The data collected may include, without limitation, the device type and your location.',
      ['collect first_party [device_data,location]'],
    ],
    ['We will not disclose the contributor of information.', []],
    ['We ensure that your name is not sold.', ['not sell first_party [name]']],
    ['We work to ensure that third parties are unable to use your name.', []],
  ],
  'what ended': [
    ['We no longer sell your name.', ['not sell first_party [name]']],
    ['Your name will no longer be shared with couriers.', ['not share first_party [name] to shipping']],
    ['We keep your name no longer than a year.', ['store first_party [name]']],
  ],
  'a name that is also a noun': [
    [
      'Courier collects your name. Courier does not sell your data. Courier uses your phone number. Courier shares your name with nobody.',
      [
        'collect first_party [name]',
        'not sell first_party [any_data]',
        'use first_party [phone]',
        'not share first_party [name]',
      ],
    ],
    [
      'A courier collects your name. The courier uses your phone number.',
      ['collect shipping [name]', 'use shipping [phone]'],
    ],
  ],
};

describe('lists in detail', () => {
  for (const [group, cases] of Object.entries(readings)) {
    describe(group, () => {
      for (const [draft, statements] of cases) {
        it(draft.replace(/\n+/g, ' / '), () => assert.deepEqual(statementsOf(draft), statements));
      }
    });
  }
});
