import assert from 'node:assert/strict';
import { analyze } from '../../../server/src/analysis/analyze';

/** The same denial as drafts write it. */
const SYNTAXES = ['active', 'passive', 'nominal', 'list', 'table', 'question and answer'] as const;
type Denials = Readonly<Record<(typeof SYNTAXES)[number], string>>;

/** What each guard is about: a denial in every syntax, what breaks it, and what may stand beside it. */
interface Trial {
  readonly guard: string;
  readonly rule: string;
  readonly denials: Denials;
  readonly breaks: string;
  /** Said beside the same denials without breaking them … */
  readonly stands?: string;
  /** … or denials that what breaks the others leaves alone. */
  readonly limited?: Denials;
}

const emailNotCollected: Denials = {
  active: 'We do not collect your e-mail address.',
  passive: 'Your e-mail address is never collected.',
  nominal: 'The collection of e-mail addresses is excluded.',
  list: 'We do not collect:\n\n- your postal address,\n- your e-mail address.',
  table: '| Data | Collected |\n| --- | --- |\n| Postal address | No |\n| E-mail address | No |',
  'question and answer': '**Do you collect my e-mail address?** No.',
};

const notShared: Denials = {
  active: 'We do not share your e-mail address with anyone.',
  passive: 'Your e-mail address is not disclosed to anyone.',
  nominal: 'There is no disclosure of your e-mail address to anyone.',
  list: 'We do not share with anyone:\n\n- your postal address,\n- your e-mail address.',
  table: '| Data | Shared |\n| --- | --- |\n| Postal address | No |\n| E-mail address | No |',
  'question and answer': '**Do you share my e-mail address with anyone?** No.',
};

const trials: readonly Trial[] = [
  {
    guard: 'A: the action',
    rule: 'contradiction/sharing',
    denials: notShared,
    breaks: 'Advertising networks receive your e-mail address from us.',
    stands: 'When you register, we collect your e-mail address.',
  },
  {
    guard: 'B: who receives',
    rule: 'contradiction/sharing',
    denials: {
      active: 'We do not share your e-mail address with advertisers.',
      passive: 'Your e-mail address is not disclosed to advertisers.',
      nominal: 'There is no disclosure of your e-mail address to advertisers.',
      list: 'We do not share with advertisers:\n\n- your postal address,\n- your e-mail address.',
      table: '| Data | Shared with advertisers |\n| --- | --- |\n| Postal address | No |\n| E-mail address | No |',
      'question and answer': '**Do you share my e-mail address with advertisers?** No.',
    },
    breaks: 'Advertising networks receive your e-mail address from us.',
    stands: 'We share your e-mail address with the courier that brings your parcel.',
  },
  {
    guard: 'B: who acts',
    rule: 'contradiction/collection',
    denials: emailNotCollected,
    breaks: 'When you register, we store your e-mail address.',
    stands: 'Our payment processor collects your e-mail address.',
  },
  {
    guard: 'C: the data',
    rule: 'contradiction/collection',
    denials: emailNotCollected,
    breaks: 'When you register, we store your e-mail address.',
    stands: 'When you register, we store your telephone number.',
  },
  {
    guard: 'D: the channel',
    rule: 'contradiction/collection',
    denials: emailNotCollected,
    breaks: 'When you register, we store your e-mail address.',
    limited: {
      active: 'Our cookies do not collect your e-mail address.',
      passive: 'Your e-mail address is never collected by cookies.',
      nominal: 'The collection of e-mail addresses through cookies is excluded.',
      list: 'Our cookies do not collect:\n\n- your postal address,\n- your e-mail address.',
      table: '| Data | Collected through cookies |\n| --- | --- |\n| E-mail address | No |',
      'question and answer': '**Do your cookies collect my e-mail address?** No.',
    },
  },
  {
    guard: 'D: the source',
    rule: 'contradiction/collection',
    denials: emailNotCollected,
    breaks: 'When you register, we store your e-mail address.',
    limited: {
      active: 'We do not collect your e-mail address from third parties.',
      passive: 'Your e-mail address is never collected from third parties.',
      nominal: 'The collection of e-mail addresses from third parties is excluded.',
      list: 'We do not collect from third parties:\n\n- your postal address,\n- your e-mail address.',
      table: '| Data | Collected from third parties |\n| --- | --- |\n| E-mail address | No |',
      'question and answer': '**Do you collect my e-mail address from third parties?** No.',
    },
  },
  {
    guard: 'E: the product',
    rule: 'contradiction/collection',
    denials: emailNotCollected,
    breaks: 'When you register, we store your e-mail address.',
    limited: under('Browser extension', emailNotCollected),
  },
  {
    guard: 'E: whose data',
    rule: 'contradiction/collection',
    denials: emailNotCollected,
    breaks: 'When you register, we store your e-mail address.',
    limited: under('Job applicants', emailNotCollected),
  },
  {
    guard: 'F: the purpose',
    rule: 'contradiction/use',
    denials: {
      active: 'We do not use your e-mail address for marketing.',
      passive: 'Your e-mail address is not used for marketing.',
      nominal: 'The use of your e-mail address for marketing is excluded.',
      list: 'We do not use your e-mail address for:\n\n- marketing,\n- profiling.',
      table: '| Data | Used for marketing |\n| --- | --- |\n| E-mail address | No |',
      'question and answer': '**Do you use my e-mail address for marketing?** No.',
    },
    breaks: 'We use your e-mail address to send you special offers.',
    stands: 'We use your e-mail address to send receipts.',
  },
  {
    guard: 'G: an exception',
    rule: 'contradiction/sharing',
    denials: {
      active: 'We do not share your e-mail address unless required by law.',
      passive: 'Your e-mail address is not disclosed unless required by law.',
      nominal: 'There is no disclosure of your e-mail address unless required by law.',
      list: 'Unless required by law, we do not share:\n\n- your postal address,\n- your e-mail address.',
      table: '| Data | Shared |\n| --- | --- |\n| E-mail address | No, unless required by law |',
      'question and answer': '**Do you share my e-mail address?** No, unless required by law.',
    },
    breaks: 'Advertising networks receive your e-mail address from us.',
    stands: 'We disclose your e-mail address to courts in response to a subpoena.',
  },
  {
    guard: 'H: what is known',
    rule: 'contradiction/collection',
    denials: emailNotCollected,
    breaks: 'When you register, we store your e-mail address.',
    limited: {
      active: 'We do not knowingly collect the e-mail address of a child.',
      passive: 'The e-mail address of a child is never knowingly collected.',
      nominal: 'There is no intentional collection of the e-mail addresses of children.',
      list: 'We do not knowingly collect from children:\n\n- a postal address,\n- an e-mail address.',
      table: "| Children's data | Knowingly collected |\n| --- | --- |\n| E-mail address | No |",
      'question and answer': '**Do you knowingly collect the e-mail address of a child?** No.',
    },
  },
  {
    guard: 'I: a case',
    rule: 'contradiction/collection',
    denials: emailNotCollected,
    breaks: 'When you register, we store your e-mail address.',
    limited: {
      active: 'If you order as a guest, we do not collect your e-mail address.',
      passive: 'Your e-mail address is not collected if you order as a guest.',
      nominal: 'If you order as a guest, the collection of e-mail addresses is excluded.',
      list: 'If you order as a guest, we do not collect:\n\n- your postal address,\n- your e-mail address.',
      table: '| Data | Collected if you order as a guest |\n| --- | --- |\n| E-mail address | No |',
      'question and answer': '**Do you collect my e-mail address if I order as a guest?** No.',
    },
  },
  {
    guard: 'J: contested terms',
    rule: 'contradiction/collection',
    denials: {
      active: 'We do not collect any personal information.',
      passive: 'No personal information is collected.',
      nominal: 'The collection of personal information is excluded.',
      list: 'We do not collect:\n\n- personal information,\n- recordings.',
      table: '| Data | Collected |\n| --- | --- |\n| Personal information | No |',
      'question and answer': '**Do you collect personal information?** No.',
    },
    breaks: 'Our web server records your IP address.',
    stands: 'Our web server records the size of the pages.',
  },
];

function under(title: string, denials: Denials): Denials {
  return Object.fromEntries(SYNTAXES.map((syntax) => [syntax, `## ${title}\n\n${denials[syntax]}`])) as Denials;
}

function found(rule: string, denial: string, said: string): string[] {
  const draft = `# Privacy policy\n\n${denial}\n\n## In detail\n\n${said}\n`;
  const { findings } = analyze(draft, { format: 'markdown' });
  return findings
    .filter((finding) => finding.rule === rule && finding.severity !== 'hint')
    .map(({ message }) => message);
}

for (const { guard, rule, denials, breaks, stands, limited } of trials) {
  describe(`guard ${guard}`, () => {
    for (const syntax of SYNTAXES) {
      it(`${syntax}: reports`, () => {
        assert.equal(found(rule, denials[syntax], breaks).length, 1, `${denials[syntax]} | ${breaks}`);
      });
      it(`${syntax}: is silent`, () => {
        assert.deepEqual(found(rule, (limited ?? denials)[syntax], stands ?? breaks), []);
      });
    }
  });
}
