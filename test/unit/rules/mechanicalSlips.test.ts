import assert from 'node:assert/strict';
import { analyze } from '../../../server/src/analysis/analyze';
import type { RegimeId } from '../../../server/src/analysis/disclosures/types';

/** Slips that a richer rule reports: a contradiction, a missing disclosure, a vague period. */
const slips: readonly {
  readonly slip: string;
  readonly rule: string;
  readonly regimes: readonly RegimeId[];
  readonly bad: string;
  readonly good: string;
}[] = [
  {
    slip: 'a sale is denied and a table lists what is sold',
    rule: 'contradiction/sale',
    regimes: ['ccpa'],
    bad: 'We do not sell personal information.\n\n| Category | Sold |\n| --- | --- |\n| Identifiers | Yes |',
    good: 'We sold identifiers in the past twelve months.\n\n| Category | Sold |\n| --- | --- |\n| Identifiers | Yes |',
  },
  {
    slip: 'a sale is denied without a word on sharing',
    rule: 'disclosure/ccpa-no-sale-no-share',
    regimes: ['ccpa'],
    bad: 'We do not sell your personal information.',
    good: 'We do not sell or share your personal information.',
  },
  {
    slip: 'never transferred, and transferred in a merger',
    rule: 'contradiction/sharing',
    regimes: ['ccpa'],
    bad: 'We will never transfer your data. In a merger your data may be transferred.',
    good: 'We do not sell your personal information. If our business is sold, your personal information may pass to the buyer under this policy.',
  },
  {
    slip: 'sharing is denied and a recipient is named',
    rule: 'contradiction/sharing',
    regimes: ['gdpr'],
    bad: 'We never share your personal data with anyone. We share your payment details with Stripe.',
    good: 'We share your payment details with Stripe, and nothing else with anybody else.',
  },
  {
    slip: 'California rights without the right to correct',
    rule: 'disclosure/ccpa-right-correct',
    regimes: ['ccpa'],
    bad: '## Your rights in California\n\nYou have the right to know what we collect, the right to delete it and the right to opt out of its sale or sharing.',
    good: '## Your rights in California\n\nYou have the right to know what we collect, the right to correct it, the right to delete it and the right to opt out of its sale or sharing.',
  },
  {
    slip: 'precise location for advertising without the right to limit',
    rule: 'disclosure/ccpa-right-limit',
    regimes: ['ccpa'],
    bad: 'We collect your precise geolocation. We use your precise geolocation for targeted advertising. You have the right to know, to delete and to correct.',
    good: 'We collect your precise geolocation. We use your precise geolocation for targeted advertising. You have the right to know, to delete and to correct, and you may limit the use and disclosure of your sensitive personal information with the link “Limit the Use of My Sensitive Personal Information”.',
  },
  {
    slip: 'a cookie section that only defines cookies',
    rule: 'disclosure/eprivacy-cookies-purposes',
    regimes: ['gdpr'],
    bad: '## Cookies\n\nOur website uses cookies. Cookies are small text files that are stored on your device. Most browsers accept them.',
    good: '## Cookies\n\nOur website uses cookies. Cookies are small text files. We set one cookie to keep you signed in, and analytics cookies to count visits if you agree.',
  },
  {
    slip: 'Do Not Track explained, but not answered',
    rule: 'disclosure/caloppa-dnt-response',
    regimes: ['caloppa'],
    bad: 'Advertising networks collect information about your visits to our site and to other websites over time. Do Not Track is a setting that some browsers offer.',
    good: 'Advertising networks collect information about your visits to our site and to other websites over time. We do not respond to Do Not Track signals.',
  },
  {
    slip: 'a signal refused and another honoured',
    rule: 'contradiction/browser-signal',
    regimes: ['ccpa'],
    bad: 'We do not respond to any browser signals. We honor the Global Privacy Control.',
    good: 'We do not respond to Do Not Track, but we honor the Global Privacy Control.',
  },
  {
    slip: 'children under 13 only, where a sale to those under 16 is asked for',
    rule: 'disclosure/ccpa-under16-sale-knowledge',
    regimes: ['ccpa'],
    bad: 'We sell identifiers to advertising partners. We do not knowingly collect personal information from children under 13.',
    good: 'We sell identifiers to advertising partners. We have no actual knowledge of any sale or sharing of personal information of people under 16.',
  },
  {
    slip: 'some of the rights of the GDPR',
    rule: 'disclosure/gdpr-right-restriction',
    regimes: ['gdpr'],
    bad: 'You have the right of access, the right to rectification and the right to erasure.',
    good: 'You have the right of access, the right to rectification, the right to erasure, the right to restriction of processing, the right to data portability and the right to object.',
  },
  {
    slip: 'legitimate interests without the right to object',
    rule: 'disclosure/gdpr-right-object',
    regimes: ['gdpr'],
    bad: 'We rely on our legitimate interests. You have the right of access, to rectification, to erasure, to restriction of processing and to data portability.',
    good: 'We rely on our legitimate interests. You have the right of access, to rectification, to erasure, to restriction of processing and to data portability, and you can object to the processing at any time.',
  },
  {
    slip: 'consent without its withdrawal',
    rule: 'disclosure/gdpr-withdraw-consent',
    regimes: ['gdpr'],
    bad: 'The legal basis for our newsletter is your consent.',
    good: 'The legal basis for our newsletter is your consent, which you can withdraw at any time in the settings.',
  },
  {
    slip: 'rights of Virginians without the appeal',
    rule: 'disclosure/us-appeal',
    regimes: ['us-states'],
    bad: 'Residents of Virginia have the right to access, to correct and to delete their personal data.',
    good: 'Residents of Virginia have the right to access, to correct and to delete their personal data. If we decline your request, you can appeal by e-mail to appeals@birchwood.io.',
  },
  {
    slip: 'a formula for how long data is kept',
    rule: 'retention/vague-period',
    regimes: ['gdpr'],
    bad: 'We keep personal data as long as necessary.',
    good: 'We keep order data for seven years.',
  },
  {
    slip: 'two periods for the same data',
    rule: 'contradiction/retention',
    regimes: ['gdpr'],
    bad: '## Logs\n\nWe keep server logs for 30 days.\n\n## Security\n\nWe keep server logs for 90 days.',
    good: '## Logs\n\nWe keep server logs for 30 days.\n\n## Security\n\nWe keep backups for 90 days.',
  },
  {
    slip: 'a gap left open',
    rule: 'placeholder/unfilled',
    regimes: ['gdpr'],
    bad: 'Write to [EMAIL ADDRESS].',
    good: 'Write to privacy@birchwood.io.',
  },
  {
    slip: 'a data protection officer without an address',
    rule: 'disclosure/gdpr-dpo-contact',
    regimes: ['gdpr'],
    bad: 'We have appointed a data protection officer.',
    good: 'We have appointed a data protection officer: dpo@birchwood.io.',
  },
  {
    slip: 'the complaint to the controller left out',
    rule: 'disclosure/ukgdpr-complain-to-controller',
    regimes: ['uk-gdpr'],
    bad: 'You may complain to the Information Commission.',
    good: 'You can make a complaint to us, which we acknowledge within 30 days, and to the Information Commission.',
  },
  {
    slip: 'the Texas notice beside a denial of sale',
    rule: 'contradiction/sale',
    regimes: ['us-states'],
    bad: 'NOTICE: We may sell your sensitive personal data.\n\nWe never sell personal data.',
    good: 'NOTICE: We may sell your sensitive personal data.',
  },
  {
    slip: 'states named without what their laws ask for',
    rule: 'disclosure/us-ct-llm-training',
    regimes: ['us-states'],
    bad: 'Residents of Minnesota, Connecticut and Oregon have the right to access and to delete their personal data.',
    good: 'Residents of Minnesota, Connecticut and Oregon have the right to access and to delete their personal data. We do not use personal data to train large language models.',
  },
  {
    slip: 'a category that a table denies and the prose collects',
    rule: 'contradiction/collection',
    regimes: ['ccpa'],
    bad: 'We collect your GPS location.\n\n| Category | Collected |\n| --- | --- |\n| Geolocation data | No |',
    good: 'We collect your GPS location.\n\n| Category | Collected |\n| --- | --- |\n| Geolocation data | Yes |',
  },
  {
    slip: 'sensitive data denied and collected',
    rule: 'contradiction/collection',
    regimes: ['gdpr'],
    bad: 'We do not collect sensitive personal data. We collect information about your health.',
    good: 'We collect information about your health with your consent.',
  },
  {
    slip: 'no training of models, and training',
    rule: 'contradiction/use',
    regimes: ['gdpr'],
    bad: 'We never use your messages to train machine learning models. We use your messages to train our AI models.',
    good: 'We use your messages to train our AI models unless you switch it off.',
  },
  {
    slip: 'data for marketing by others without the Californian notice of it',
    rule: 'disclosure/shine-the-light',
    regimes: ['caloppa'],
    bad: 'We disclose your personal information to third parties for their own direct marketing purposes. California residents use our service.',
    good: 'We disclose your personal information to third parties for their own direct marketing purposes.\n\n## Your California Privacy Rights\n\nUnder California Civil Code Section 1798.83, residents of California may ask us once a year, free of charge, which personal information we disclosed to third parties for their direct marketing purposes. Write to privacy@birchwood.io.',
  },
  {
    slip: 'a section that is not there',
    rule: 'reference/unknown-section',
    regimes: ['gdpr'],
    bad: '## 1. Data\n\nWe collect names; see section 14.\n\n## 2. Use\n\nWe use them for orders.\n\n## 3. Sharing\n\nNobody receives them.',
    good: '## 1. Data\n\nWe collect names; see section 3.\n\n## 2. Use\n\nWe use them for orders.\n\n## 3. Sharing\n\nNobody receives them.',
  },
];

/** Without so many words a draft has barely begun, and what it lacks is not listed. */
const rest =
  'Birchwood Ltd runs a shop for garden tools. This policy tells you what happens with your data when you order from us. When you place an order we ask for your name and your postal address, because we could not deliver the goods otherwise. Our couriers receive both. When you write to us, we answer and file the letter with the order. We have one office, in Leeds, and a small team that looks after the orders.';

describe('slips that a richer rule reports', () => {
  for (const { slip, rule, regimes, bad, good } of slips) {
    const read = (text: string) =>
      analyze(`# Privacy policy\n\n${rest}\n\n${text}\n`, { format: 'markdown', today: '2026-11-22', regimes });
    // several rights that are missing make one finding, so what is missing is read from the checklist
    const item = rule.startsWith('disclosure/') ? rule.slice('disclosure/'.length) : undefined;
    it(`${slip}: ${rule}`, () => {
      if (item !== undefined) {
        const missing = ({ checklist }: ReturnType<typeof read>) =>
          checklist.some(({ id, status, required }) => id === item && required === 'yes' && status !== 'present');
        assert.ok(missing(read(bad)));
        assert.ok(!missing(read(good)));
        return;
      }
      const found = (text: string) => read(text).findings.filter((one) => one.rule === rule && one.severity !== 'hint');
      assert.equal(found(bad).length, 1);
      assert.deepEqual(found(good), []);
    });
  }
});
