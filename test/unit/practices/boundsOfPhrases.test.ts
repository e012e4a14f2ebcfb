import assert from 'node:assert/strict';
import { statementsOf } from './notation';

/** Where a phrase ends, what points back and what is only said of the world; each beside what looks alike. */
const readings: Record<string, [draft: string, statements: string[]][]> = {
  'what points back': [
    [
      'Our kiosk cannot record your name, but we may link this information with your ticket.',
      ['not collect first_party [name] cannot', 'use first_party [any_data]'],
    ],
    [
      'Our kiosk records your name, and we may link this information with your ticket.',
      ['collect first_party [name]', 'use first_party [name]'],
    ],
    [
      'We set a beacon. This information may include your IP address and browser type.',
      ['place first_party [web_beacon]', 'collect first_party [ip_address,device_data]'],
    ],
    ['We set cookies. These include analytics cookies.', ['place first_party [cookie]']],
  ],
  'what is only assured': [
    ['We check badges to ensure that your data can only be accessed by guards.', []],
    ['Your data can only be accessed by guards.', ['use first_party [any_data]']],
    ['There is no guarantee that your data may not be disclosed.', []],
    ['There is no doubt: your data is not disclosed.', ['not share first_party [any_data]']],
    ['If you become aware that personal data about a child has been provided to us, write to us.', []],
    ['Be aware that personal data is provided to couriers.', ['share first_party [personal] to shipping']],
    ['Keep in mind that we share your name with couriers.', ['share first_party [name] to shipping']],
  ],
  'what is said of the world': [
    ['Cookies are widely used to make sites work.', []],
    ['Cookies are widely used on our site.', ['place first_party [cookie]']],
    ['An IP address can be used to find a town.', []],
    ['Your IP address can be used to find your town.', ['use first_party [ip_address] for other']],
  ],
  'who does it': [
    ['Face scans are collected by and remain with our payment processors.', ['collect payment_processor [face_data]']],
    [
      'Face scans are collected by us and kept with our payment processors.',
      ['collect first_party [face_data]', 'store first_party [face_data] to payment_processor'],
    ],
    ['Your voice recording is processed by that endpoint.', ['use first_party [audio]']],
    ['We do not sell or dispose of your data.', ['not sell first_party [any_data]']],
    ['We do not dispose of your data.', ['not delete first_party [any_data]']],
  ],
  'manners of processing': [
    ['Your data will not be processed in a manner that harms you.', ['not use first_party [any_data]']],
    ['Your data will not be further processed.', ['not use first_party [any_data] restricted']],
    ['Your data will not be processed.', ['not collect first_party [any_data]']],
    ['We do not process health data in any other way.', ['not use first_party [health]']],
    ['We do not process health data.', ['not collect first_party [health]']],
  ],
  'where the series goes on': [
    [
      'We store:\n\n- IP address, pages opened by that address, link clicked to get here, browser name',
      ['store first_party [ip_address,internet_activity,device_data] for other'],
    ],
    [
      'We process information you submit to book a table, for example date of birth and e-mail address.',
      ['use first_party [any_data,age,email]'],
    ],
    [
      'We collect payment details required to complete the order (e.g., card number), your postal address and phone number.',
      ['collect first_party [payment,card_number,postal_address,phone] for other'],
    ],
    [
      'We collect your name to send you a ticket, your e-mail address and your phone number.',
      ['collect first_party [name,email,phone] for other'],
    ],
    ['We use your name to send you a ticket, your invoice and your badge.', ['use first_party [name] for other']],
    [
      'We keep logs of visits; your e-mail address; messages exchanged with you; and your phone number.',
      ['store first_party [own:log of visit,email,own:messages exchanged,phone]'],
    ],
    ['We ask for your name, your age and for your e-mail address.', ['collect first_party [name,age,email]']],
    [
      'We collect your visits, time spent on each page, browser used and your IP address.',
      ['collect first_party [internet_activity,device_data,ip_address]'],
    ],
    [
      'We collect your phone number for the seating plan, as well as the name and age of the host.',
      ['collect first_party [phone] for other'],
    ],
  ],
  'what does not belong to the series': [
    [
      'We use your location to provide you with tips you asked for, such as local searches and walks.',
      ['use first_party [location] for other'],
    ],
    [
      'We log usage data, such as when you open a lesson (e.g., a film) or ads, or share your photos.',
      ['collect first_party [internet_activity]'],
    ],
    ['We transfer your name and e-mail address (see Data we collect) to our host.', ['share first_party [name,email]']],
    ['We show places on the Google map.', []],
    ['You can give your teams and boards a name.', []],
    ['You can give us a name.', ['collect first_party [name]']],
  ],
  'data told by a clause': [
    [
      'We collect information about what kind of device you use and your IP address.',
      ['collect first_party [any_data,device_data,ip_address]'],
    ],
    ['We collect information about what you like.', ['collect first_party [any_data]']],
    ['We collect information on pages visited.', ['collect first_party [any_data,internet_activity]']],
    ['We collect information on our pages.', ['collect first_party [any_data]']],
    [
      'We collect information that other schools may provide to us, such as contact details and age.',
      ['collect first_party [any_data,contact,age]'],
    ],
  ],
  'whose doing it is': [
    ['Your photos can be viewed and corrected in the portal.', []],
    ['Your photos can be viewed by our team.', ['use first_party [photo]']],
    ['Our resellers receive your name when you visit their websites.', ['collect business_partner [name]']],
    ['Our resellers receive your name.', ['allow first_party [name] to business_partner']],
    ['Our hoster keeps your name.', ['store hosting [name]']],
    ['Our packers keep your name.', ['store first_party [name]']],
    ['We give your name to our teachers.', []],
    ['We give your name to other teachers.', ['share first_party [name] to teachers']],
  ],
  'compounds, brackets and aims': [
    ['We employ data destruction methods including shredding.', []],
    ['We employ your data, including your name.', ['use first_party [any_data,name]']],
    ['We disclose your name in response to requests (e.g., subpoenas, search warrants).', ['share first_party [name]']],
    [
      'We use cookies to collect (i) your IP address; and (ii) your location.',
      ['place first_party [cookie] for other', 'collect first_party [ip_address,location]'],
    ],
    [
      'We collect personal data that you choose to provide, such as photos and your age.',
      ['collect first_party [personal,photo,age] restricted'],
    ],
    [
      'We collect your e-mail address to tell winners, or postal address to send the prize.',
      ['collect first_party [email,postal_address] for other'],
    ],
    ['We use your name. This may include sending you e-mails about your age.', ['use first_party [name]']],
    ['We use your name. This may include your age.', ['use first_party [name]', 'use first_party [age]']],
    [
      'We process the name, e-mail address, account number, credit institution and IP address.',
      ['use first_party [own:name,email,bank_account,own:credit institution,ip_address]'],
    ],
  ],
  'contents without an owner': [
    ['Photos are uploaded to our servers.', ['collect first_party [photo]']],
    ['Photos of our office hang in the hall.', []],
    ['Members’ photos are published on our website.', ['share first_party [photo] to public']],
    ['The dog’s pictures are published on our website.', []],
    ['We publish our timetable on our website.', []],
    ['The photo is sent to our rendering servers.', ['collect first_party [photo]']],
    ['The photo is sent to printers.', ['share first_party [photo] to printers']],
    ['Calls are recorded.', ['collect first_party [audio]']],
    ['Calls for papers are published on our website.', []],
    ['We do not read your messages.', ['not use first_party [communications]']],
    ['The app reads your messages.', ['collect first_party [communications]']],
    ['Twice a year we share your name with other charities.', ['share first_party [name] to charities']],
  ],
};

for (const [what, drafts] of Object.entries(readings))
  describe(what, () => {
    for (const [draft, statements] of drafts)
      it(draft.replaceAll('\n', ' '), () => assert.deepEqual(statementsOf(draft), statements));
  });
