import assert from 'node:assert/strict';
import { analyze } from '../../../server/src/analysis/analyze';
import { wordsOf } from '../../../server/src/analysis/document/place';
import type { DocumentFormat } from '../../../server/src/analysis/document/types';
import type { RetentionStatement } from '../../../server/src/analysis/practices/types';

const read = (draft: string, format: DocumentFormat = 'markdown'): readonly RetentionStatement[] =>
  analyze(draft, { format }).policy.retention;

/** "class verdict [data] durations «words»" of every retention statement of a draft. */
function notation(draft: string, format?: DocumentFormat): string[] {
  return read(draft, format).map((found) => {
    const data = [...new Set(found.data.map(({ id }) => id))].join(',');
    return `${found.class} ${found.verdict} [${data}] ${found.durations.join(',')} «${wordsOf(found.words)}»`.replace(
      '  ',
      ' ',
    );
  });
}

/** One phrasing each, with its class and verdict; `none` where it says nothing on how long data is kept. */
const phrasings: readonly (readonly [sentence: string, className: string, verdict: string])[] = [
  ['We keep server logs for 90 days.', 'fixed', 'specific'],
  ['Account data is erased 30 days after you close your account.', 'event_plus', 'specific'],
  ['Invoices are stored for seven years because tax law requires it.', 'fixed', 'specific'],
  ['CV and application files: six months after the position is filled.', 'event_plus', 'specific'],
  ['The consent cookie expires after 180 days.', 'fixed', 'specific'],
  ['We delete chat transcripts within two weeks.', 'fixed_bounded', 'specific'],
  ['Backups are overwritten on a rolling 35-day cycle.', 'fixed', 'specific'],
  ['Voice recordings are kept no longer than 48 hours.', 'fixed_bounded', 'specific'],
  ['We store your order history for up to 24 months after your last purchase.', 'event_plus', 'specific'],
  ['Crash reports: 13 months.', 'fixed', 'specific'],
  ['If you have not logged in for 24 months we close the account and erase the profile.', 'event_plus', 'specific'],
  ['Payment records are retained for ten years as laid down in commercial and tax law.', 'fixed', 'specific'],
  ['Photos are analysed in memory and discarded at once; nothing is stored.', 'none_kept', 'specific'],
  ['Session cookies disappear when you close your browser.', 'event', 'event-bound'],
  ['We keep your profile until you delete it.', 'event', 'event-bound'],
  ['Newsletter data is stored until you unsubscribe.', 'event', 'event-bound'],
  ['We keep your data for as long as your account stays open.', 'event', 'event-bound'],
  ['We process contact-form messages until your question is answered.', 'event', 'event-bound'],
  ['Data needed for the contract is kept for its duration.', 'event', 'event-bound'],
  ['Your location is held only while the map is open on your screen.', 'event', 'event-bound'],
  [
    'We retain consent records until you withdraw consent and for the limitation period of three years after that.',
    'event_plus',
    'specific',
  ],
  ['Uploaded files stay until you remove them or uninstall the app.', 'event', 'event-bound'],
  [
    'We store warranty claims until the statutory warranty for your product ends.',
    'criteria_specific',
    'criteria acceptable',
  ],
  [
    'Billing data is kept for the periods prescribed by the tax code of your country.',
    'criteria_specific',
    'criteria acceptable',
  ],
  [
    'Retention depends on the type of request: billing disputes are kept until the limitation period for claims ends, other requests until they are closed.',
    'criteria_specific',
    'criteria acceptable',
  ],
  [
    'To fix the period we look at the amount and sensitivity of the data, the harm misuse could cause, and the legal limitation periods; the outcome for each category is in the table below.',
    'criteria_specific',
    'criteria acceptable',
  ],
  [
    'We keep exam results for as long as the accreditation body asks us to, currently five years.',
    'criteria_specific',
    'specific',
  ],
  ['Security logs are held until the incident they relate to is closed.', 'criteria_specific', 'criteria acceptable'],
  [
    'We keep your details while a legal claim is pending and for the time needed to appeal.',
    'criteria_specific',
    'criteria acceptable',
  ],
  [
    'When deciding how long to keep information we consider its amount, nature and sensitivity.',
    'criteria_specific',
    'weak criteria',
  ],
  ['We keep personal data for as long as necessary.', 'vague_necessity', 'vague'],
  [
    'Your data is retained only as long as is necessary for the purposes set out in this policy.',
    'vague_necessity',
    'vague',
  ],
  ['We will not keep your information longer than we need it.', 'vague_necessity', 'vague'],
  [
    'Information is stored for the period needed to fulfil the purposes it was collected for.',
    'vague_necessity',
    'vague',
  ],
  ['We hold information as long as it is required to provide the service.', 'vague_necessity', 'vague'],
  ['We may keep data for a reasonable period after your account ends.', 'vague_reasonable', 'vague'],
  [
    'Data may be kept for a commercially reasonable time for backup, archival and audit purposes.',
    'vague_reasonable',
    'vague',
  ],
  ['Some information is stored for a limited time.', 'vague_reasonable', 'vague'],
  ['Usage data is generally kept for a shorter period.', 'vague_reasonable', 'vague'],
  ['We keep certain records for an extended period.', 'vague_reasonable', 'vague'],
  ['We retain data while we have a legitimate business need.', 'vague_business', 'vague'],
  ['Data is retained for our ongoing legitimate business purposes.', 'vague_business', 'vague'],
  ['We keep information as long as it is useful to us.', 'vague_business', 'vague'],
  ['We retain information to meet our operational retention needs.', 'vague_business', 'vague'],
  ['We retain data as required by law.', 'vague_law', 'vague'],
  ['We may retain data where a longer period is required or permitted by law.', 'vague_law', 'vague'],
  ['We keep your data in accordance with applicable regulations.', 'vague_law', 'vague'],
  [
    'We retain data to comply with legal obligations, resolve disputes and enforce our agreements.',
    'vague_law',
    'vague',
  ],
  ['Our retention policy governs how long data is kept.', 'vague_necessity', 'vague'],
  ['We keep information indefinitely.', 'indefinite', 'vague (indefinite)'],
  ['Posts remain available permanently, even after you leave.', 'indefinite', 'vague (indefinite)'],
  ['We may keep your data in perpetuity.', 'indefinite', 'vague (indefinite)'],
  ['We store data until we decide to delete it.', 'discretion', 'vague (discretion)'],
  ['We reserve the right to retain your data at our discretion.', 'discretion', 'vague (discretion)'],
  ['We keep data for at least two years.', 'fixed_bounded', 'minimum only'],
  ['Data is stored for one year or longer if necessary.', 'fixed_bounded', 'weakened fixed'],
  ['We typically keep recordings for about 30 days.', 'fixed', 'weakened fixed'],
  ['Copies may persist in backups for some time after deletion.', 'vague_reasonable', 'vague'],
  ['We keep anonymised data without time limit.', 'indefinite', 'acceptable (not personal)'],
  ['We periodically review the data we hold and delete what we no longer need.', 'vague_necessity', 'vague'],
  ['Retention periods differ by data type and purpose.', 'vague_necessity', 'vague'],
  ['Contact support to learn how long we keep your data.', 'absent', 'absent (deferred)'],
  ['We do not store any data.', 'none_kept', 'specific'],
  [
    'Deleted content may be kept as long as needed for legitimate business or legal purposes, and up to 7 years.',
    'fixed_bounded',
    'specific',
  ],
  ['Personal data of inactive users is reviewed every 12 months.', 'fixed', 'not a period'],
  ['You must keep your password secret for 90 days.', 'none', 'not retention'],
  ['We answer deletion requests within 30 days.', 'none', 'not retention'],
  ['The right to data portability covers the past 12 months.', 'none', 'not retention'],
  ['In the preceding 12 months we collected the following categories.', 'none', 'not retention'],
  [
    'Archived data is retained until the audit cycle of the current fiscal year ends.',
    'criteria_specific',
    'criteria acceptable',
  ],
];

/** More syntax: who says it, in what voice, and what it is not. */
const readings: Record<string, [draft: string, statements: string[]][]> = {
  'the clock and what starts it': [
    ['After closure we retain your profile for six months.', ['event_plus specific [account_info] P6M «six months»']],
    ['When you close your account, we keep your photos for a year.', ['event_plus specific [photo] P1Y «a year»']],
    ['Upon request, we keep your photos for a year.', ['fixed specific [photo] P1Y «a year»']],
    ['Your photos are kept for up to a year.', ['fixed_bounded specific [photo] P1Y «a year»']],
    ['Your photos are kept up to date.', []],
    ['After 90 days, we erase server logs.', ['fixed specific [log_data] P90D «90 days»']],
    [
      'We keep call recordings for between six and twelve months.',
      ['fixed specific [audio] P12M «six and twelve months»'],
    ],
    ['Accounts that nobody has used for two years are deleted.', ['event_plus specific [] P2Y «two years»']],
    [
      'We keep your invoices for the duration of the contract plus ten years.',
      ['event_plus specific [commercial] P10Y «ten years»'],
    ],
  ],
  'several periods in one sentence': [
    [
      'We keep payment card numbers for 13 months and telephone numbers for 30 days.',
      ['fixed specific [card_number] P13M «13 months»', 'fixed specific [phone] P30D «30 days»'],
    ],
  ],
  'an end that is taken back': [
    [
      'We keep your data for as long as your account is open or as needed to provide the service.',
      ['event vague [any_data] «as needed»'],
    ],
    [
      'We keep your data while you have an account and for a reasonable time thereafter.',
      ['event vague [any_data] «reasonable time»'],
    ],
    [
      'We keep your data while you have an account, unless the law requires longer storage.',
      ['event event-bound [any_data] «while you have an account»'],
    ],
  ],
  'legalese and nouns': [
    [
      'The retention of your personal data is contingent upon the fulfilment of the purposes described above.',
      ['vague_necessity vague [personal] «contingent upon»'],
    ],
    [
      'Upon the cessation of our legitimate business needs we will expunge your personal data.',
      ['vague_business vague [personal] «Upon the cessation of our legitimate business needs»'],
    ],
    [
      'Residual copies may remain in our backups.',
      ['vague_business vague [] «Residual copies may remain in our backups»'],
    ],
    ['Cookies that expire after a year remember your language.', ['fixed specific [cookie] P1Y «a year»']],
    [
      'Anonymised data may be kept indefinitely.',
      ['indefinite acceptable (not personal) [non_personal] «indefinitely»'],
    ],
    ['Forum posts are never deleted.', ['indefinite vague (indefinite) [ugc] «never deleted»']],
  ],
  'tables, lists and titles': [
    [
      '| Data | Purpose | Retention |\n| --- | --- | --- |\n| IP address | Security | 30 days |\n| Order history | Delivery | As long as necessary |',
      ['fixed specific [ip_address] P30D «30 days»', 'vague_necessity vague [commercial] «As long as necessary»'],
    ],
    [
      'We keep:\n\n- IP addresses for 30 days\n- telephone numbers until you close your account',
      ['fixed specific [ip_address] P30D «30 days»', 'event event-bound [phone] «until you close your account»'],
    ],
    ['## How long we keep data\n\nIP addresses: 30 days.', ['fixed specific [ip_address] P30D «30 days»']],
    [
      '## How long do you keep my data?\n\nUntil you close your account.',
      ['event event-bound [] «Until you close your account»'],
    ],
    ['We record your IP address. It is deleted after 30 days.', ['fixed specific [ip_address] P30D «30 days»']],
  ],
  'a schedule the reader can open': [
    [
      'Our [retention schedule](schedule.md) governs how long we keep data.',
      ['criteria_specific criteria acceptable [any_data] «Our retention schedule»'],
    ],
  ],
};

const silent: readonly (readonly [draft: string, why: string])[] = [
  ['We keep your information safe and up to date.', 'security'],
  ['We keep you informed and stay in touch for years.', 'no data'],
  ['You should keep your password for at least 90 days.', 'the reader’s duty'],
  ['You can delete cookies after 30 days in your browser.', 'the reader’s choice'],
  ['You have the right to have your data erased when it is no longer needed.', 'a right'],
  ['We will answer your request to delete data within 30 days.', 'a deadline'],
  ['Upon your request we delete your data within 30 days.', 'a deadline'],
  ['In the past 12 months we stored the following categories.', 'a look-back'],
  ['If we learn that a child gave us data, we delete it as soon as possible.', 'a mistake made good'],
  ['Our payment provider keeps your card number for 13 months.', 'somebody else'],
  ['We retain the services of auditors for as long as necessary.', 'no data'],
  ['We remain responsible for your data as required by law.', 'no keeping'],
  ['We share your data with couriers as required by law and store it.', 'another practice'],
  ['Children under 13 years of age may not store data here.', 'an age'],
  ['While we store data with care, no system is safe.', 'a contrast'],
  ['Cookies can be removed by following the steps of your browser.', 'the reader’s choice'],
];

describe('retention statements', () => {
  describe('by example', () => {
    for (const [sentence, className, verdict] of phrasings) {
      it(sentence, () => {
        const found = read(sentence, 'plaintext').map((each) => `${each.class} ${each.verdict}`);
        assert.deepEqual(found, className === 'none' ? [] : [`${className} ${verdict}`]);
      });
    }
  });
  for (const [name, cases] of Object.entries(readings)) {
    describe(name, () => {
      for (const [draft, statements] of cases) {
        it(draft.replaceAll('\n', ' ⏎ '), () => assert.deepEqual(notation(draft), statements));
      }
    });
  }
  describe('silent', () => {
    for (const [draft, why] of silent) {
      it(`${draft} (${why})`, () => assert.deepEqual(notation(draft), []));
    }
  });

  it('underlines exactly the words that say how long', () => {
    const [found] = read('We keep your data only for as long as is necessary for our purposes.');
    assert.equal(wordsOf(found.words), 'for as long as is necessary');
    assert.equal(found.phrase && wordsOf(found.phrase), 'only for as long as is necessary for our purposes');
  });

  it('names what starts the clock', () => {
    const [found] = read('We delete your e-mail address 30 days after you unsubscribe.');
    assert.equal(found.startEvent && wordsOf(found.startEvent), 'you unsubscribe');
  });
});
