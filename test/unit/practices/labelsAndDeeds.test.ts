import assert from 'node:assert/strict';
import { statementsOf } from './notation';

/** Labels with an answer, deeds named as nouns, what is asked, forbidden or taken for granted; each with a near miss. */
const readings: Record<string, [draft: string, statements: string[]][]> = {
  'labels with an answer': [
    [
      '# What we collect\n\n- Health information: none\n- Location – no\n- **Name**: yes',
      ['not collect first_party [health]', 'not collect first_party [location]', 'collect first_party [name]'],
    ],
    ['# Our history\n\n- Health information: none', []],
    [
      'We collect:\n\n- Health information: none\n- Name',
      ['not collect first_party [health]', 'collect first_party [name]'],
    ],
    ['We do not collect:\n\n- Health information: none', ['not collect first_party [health]']],
  ],
  'tables without a header': [
    [
      '# What we collect\n\n| | |\n|---|---|\n| Location | No |\n| Name | Yes |',
      ['not collect first_party [location]', 'collect first_party [name]'],
    ],
    ['# Our history\n\n| | |\n|---|---|\n| Location | No |', []],
    [
      'We collect:\n\n| | |\n|---|---|\n| Location | No |\n| Name | on request |',
      ['not collect first_party [location]', 'collect first_party [name]'],
    ],
  ],
  'labels that say of whom they speak': [
    ['**Job applicants:** we do not keep your photos.', ['not store first_party [photo] about applicant']],
    ['**Photos:** we do not keep your photos.', ['not store first_party [photo]']],
  ],
  'deeds named as nouns': [
    ['Selling your data is not what we do.', ['not sell first_party [any_data]']],
    ['Sharing your name with advertisers is not something we do.', ['not share first_party [name] to advertiser']],
    ['Selling is not how we make money.', ['not sell first_party [any_data]']],
    ['Selling insurance is what we do.', []],
    ['Tracking is not what we do.', []],
  ],
  'what is asked of the reader': [
    ['Signing up requires your name.', ['collect first_party [name]']],
    ['Creating an account requires you to give us your date of birth.', ['collect first_party [age]']],
    ['Driving requires your full attention.', []],
    [
      'You may send us a photo of the meter, which we keep.',
      ['collect first_party [photo]', 'store first_party [photo]'],
    ],
    ['You may send us a photo of the meter, which you keep.', ['collect first_party [photo]']],
  ],
  'what others may not do, and what they do': [
    ['We prohibit advertisers from collecting your location.', ['not allow first_party [location] to advertiser']],
    ['We prohibit vendors from using your location for their own marketing.', []],
    ['Advertisers who receive your e-mail address must delete it.', ['share first_party [email] to advertiser']],
    ['We do not work with advertisers who receive your e-mail address.', []],
    ['Advertisers who receive your e-mail address from other sites must delete it.', []],
  ],
  'adjectives that deny': [
    ['Your health data remains uncollected.', ['not collect first_party [health]']],
    ['Your health data remains unchanged.', []],
  ],
};

describe('labels and deeds', () => {
  for (const [group, cases] of Object.entries(readings)) {
    describe(group, () => {
      for (const [draft, statements] of cases) {
        it(draft.replace(/\n+/g, ' / '), () => assert.deepEqual(statementsOf(draft), statements));
      }
    });
  }
});
