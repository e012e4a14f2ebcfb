import assert from 'node:assert/strict';
import { statementsOf } from './notation';

/** What stands around a clause decides what it says; each with a sentence that looks alike and says something else. */
const readings: Record<string, [draft: string, statements: string[]][]> = {
  'what is supposed together with a condition': [
    ['If you believe your child has sent us a photo, write to us.', []],
    ['If we learn that we have collected the name of a child, we act.', []],
    ['If you register we collect your name.', ['collect first_party [name]']],
    ['A user may ask that their profile picture be deleted.', []],
  ],
  'what nobody promises': [
    ['We cannot guarantee that your e-mail address will never be disclosed.', []],
    ['We take steps to ensure that your photos are not shared with people who must not see them.', []],
    ['We ensure that your photos are not shared with advertisers.', ['not share first_party [photo] to advertiser']],
    ['We can assure you that your photos are not sold.', ['not sell first_party [photo]']],
  ],
  'what a technology is': [
    ['A cookie is a small file that is sent to your browser and is stored there.', []],
    ['Cookies cannot be used to run programs.', []],
    ['Cookies are required to sign in.', ['place first_party [cookie]']],
    ['Cookies are used to keep you signed in.', ['place first_party [cookie] for other']],
    ['We do not plant cookies.', ['not place first_party [cookie]']],
    [
      'We do not track, plant cookies or rent your name.',
      ['not place first_party [cookie]', 'not sell first_party [name]'],
    ],
  ],
  'who acts': [
    [
      'The game may use code of third parties that uses cookies to collect your IP address.',
      ['collect third_party [ip_address]'],
    ],
    ['We use tools that help us to collect your IP address.', ['collect first_party [ip_address]']],
    ['Parents may request their child’s name.', []],
    ['We may request your name.', ['collect first_party [name]']],
    ['We let parents review the photos of their child.', []],
    ['We let schools review your photos.', ['allow first_party [photo] to schools']],
    [
      'The Skylark app was created by Jane Roe (hereby referred to as “Service Provider”). The Service Provider collects your name.',
      ['collect first_party [name]'],
    ],
    ['Service providers collect your name.', ['collect service_provider [name]']],
    ['# Adlam Privacy Policy\n\nAdlam collects your name.', ['collect first_party [name]']],
    ['# Privacy Policy\n\nHowever collects your name.', []],
    ['Agents that have access to your name are required to keep quiet.', []],
  ],
  'series of data': [
    ['We collect data from you, such as your name and phone number.', ['collect first_party [any_data,name,phone]']],
    ['We receive data from partners, such as advertisers.', ['collect first_party [any_data]']],
    [
      'We collect your phone number (to send codes), name and photos.',
      ['collect first_party [phone,name,photo] for other'],
    ],
    ['We keep phone numbers for students, photos and names.', ['store first_party [phone,photo,name] for other']],
    ['We share your name (and your photo) with couriers.', ['share first_party [name,photo] to shipping']],
    ['We collect your name and complete card number.', ['collect first_party [name,card_number]']],
    ['We collect your name and complete the form.', ['collect first_party [name]']],
    [
      'Couriers collect and handle your postal address.',
      ['collect shipping [postal_address]', 'use shipping [postal_address]'],
    ],
    ['We collect your name, handle and phone number.', ['collect first_party [name,alias,phone]']],
    ['We collect location data.', ['collect first_party [location]']],
    ['We collect your location, data and photos.', ['collect first_party [location,any_data,photo]']],
    ['We collect names and e-mail addresses.', ['collect first_party [name,email]']],
    ['We collect your name through tools, including cookies.', ['collect first_party [name]']],
    ['We collect your data through our app, including your name.', ['collect first_party [any_data,name]']],
    ['We use contracts to let these rules travel with your data.', []],
    ['We provide couriers with your name.', ['share first_party [name] to shipping']],
  ],
  'words that point back within a sentence': [
    ['If you send us your name, this information is stored.', ['store first_party [name]']],
    [
      'We log your IP address. When you write to us, this information is stored.',
      ['collect first_party [ip_address]', 'store first_party [ip_address]'],
    ],
  ],
  'what a tool is used for': [
    [
      'These advertisers use cookies to collect your IP address, including your location.',
      ['place advertiser [cookie] for other', 'collect advertiser [ip_address,location]'],
    ],
    ['We use your data, including your name, to help you.', ['use first_party [any_data,name] for other']],
    ['Our cookies are not used to identify you.', ['not use first_party [cookie] for other']],
    ['Cookies are not used.', ['not place first_party [cookie]']],
    ['Cookies are small files that a site sends to your browser and are kept there.', []],
    ['We aggregate the log data.', []],
    ['Our promise includes giving our customers access to their name.', []],
    ['We, together with our partners, share your name.', ['share first_party [name]']],
    ['Your name may be processed by:', []],
    ['If you choose to send us your name, we keep this information.', ['store first_party [name]']],
    ['We collect account data, in particular your name.', ['collect first_party [account_info,name]']],
  ],
  'what is described, demanded or defined': [
    ['We collect information how the app is used.', ['collect first_party [any_data]']],
    ['Read their policy for how your name is used.', []],
    ['Parents may review the name of their child.', []],
    ['Acme prohibits web beacons from being used to collect your name.', []],
    ['You may send a letter requesting access to your name.', []],
    ['You may send us a letter with your name.', ['collect first_party [name]']],
    ['Personal information is any information that identifies you or can be used to contact you.', []],
    ['Your name can be used to contact you.', ['use first_party [name] for support']],
    [
      'We collect an identification number associated with your device, details regarding the device type, and your location.',
      ['collect first_party [identifier,device_data,location]'],
    ],
    ['We collect your name, title, work e-mail and photos.', ['collect first_party [name,employment,email,photo]']],
  ],
  'lists that say when or why': [
    [
      'We do not share your name, except in the following cases:\n\n- the data goes to couriers\n- your e-mail address',
      ['not share first_party [name] except crossReference', 'share first_party [any_data] to shipping'],
    ],
    [
      'We use your name:\n\n- to send you our newsletter\n- to prevent fraud',
      ['use first_party [name]', 'use first_party [name] for marketing', 'use first_party [name] for security_purpose'],
    ],
    ['We use cookies:\n\n- to remember your language', ['place first_party [cookie]']],
  ],
};

describe('statements in their context', () => {
  for (const [group, cases] of Object.entries(readings)) {
    describe(group, () => {
      for (const [draft, statements] of cases) {
        it(draft.replace(/\n+/g, ' / '), () => assert.deepEqual(statementsOf(draft), statements));
      }
    });
  }
});
