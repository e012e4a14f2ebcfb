import { strict as assert } from 'node:assert';
import { analyze } from '../../../server/src/analysis/analyze';
import { inSet } from '../../../server/src/analysis/policySet';

const analysis = (text: string) => analyze(text, { format: 'markdown' });
const state = (text: string, regime: string) => analysis(text).regimes.find(({ id }) => id === regime)?.state;
const status = (text: string, id: string) => analysis(text).checklist.find((item) => item.id === id);

/** Texts by what is to be read from them, each beside one that differs in what matters. */
describe('what a draft shows about itself', () => {
  it('a law applies by what is said of it, not by the older law beside it, an address, or against the author’s word', () => {
    for (const [regime, expected, text] of [
      ['ccpa', 'active', 'Under the CCPA you may ask us what we know.'],
      [
        'ccpa',
        undefined,
        'We know the rights under the CCPA. The CCPA does not apply to us yet, but we answer all the same.',
      ],
      ['ccpa', undefined, 'The CCPA protects Californians. As a small club we are not subject to the CCPA.'],
      ['ccpa', 'active', 'Under the CCPA you have rights. Where the CCPA does not apply to us, ask all the same.'],
      ['gdpr', undefined, 'People have rights under the GDPR. We are currently not covered by the GDPR.'],
      ['ccpa', 'possible', 'California residents have the right to ask what we sold.'],
      [
        'ccpa',
        undefined,
        'Under Civil Code Section 1798.83 California residents have the right to ask whom we told for marketing.',
      ],
      [
        'ccpa',
        undefined,
        'California residents have the right to ask which firms got details for their direct marketing purposes.',
      ],
      [
        'ccpa',
        undefined,
        'California residents have the right to request, once a year, the categories of personal information that other businesses got for marketing uses in the preceding 12 months.',
      ],
      ['ccpa', 'possible', 'Other rules hold whenever the processing is subject to the CCPA.'],
      ['ccpa', undefined, 'Under the CCPA you have rights. See our California Privacy Notice for them.'],
      ['ccpa', 'active', 'Under the CCPA you have rights. See our California Privacy Notice below for them.'],
      ['ccpa', undefined, 'You may send the request through an authorized agent.'],
      ['ccpa', 'possible', 'In California you may send the request through an authorized agent.'],
      ['gdpr', undefined, 'Cloudflare is compliant with the GDPR.'],
      ['gdpr', 'possible', 'We are compliant with the GDPR.'],
      ['gdpr', undefined, 'You may complain to your attorney general or a supervisory authority.'],
      ['gdpr', 'possible', 'You may complain to a supervisory authority in the EU.'],
      ['caloppa', undefined, 'If you live in California, see our California Privacy Notice.'],
      ['caloppa', undefined, 'We keep your region (for example, California).'],
      ['caloppa', 'possible', 'We serve readers in California.'],
      ['caloppa', undefined, 'Our printer is Larkfield Press, 12 Mill Street, Fresno, California 93721.'],
    ] as const)
      assert.equal(state(`# Privacy policy\n\n${text}\n`, regime), expected, text);
  });

  it('a transfer happens where it is told, not where a title names the subject or the draft denies it', () => {
    const gdpr = 'Under the GDPR you have the right of access. ';
    for (const [required, text] of [
      ['yes', '## Transfers\n\nYour data are transferred outside the EEA.'],
      ['yes', '## International matters\n\nWe may transfer your letters to other countries, whose laws differ.'],
      ['no', '## Transfer of data to third countries\n\nWe do not transfer your data outside the EEA.'],
      ['no', '## International transfers\n\nEverything stays in Lisbon.'],
    ] as const)
      assert.equal(
        status(`# Privacy policy\n\n${gdpr}\n\n${text}\n`, 'gdpr-transfer-safeguard')?.required,
        required,
        text,
      );
  });

  it('California asks for what fits the facts: sharing that may count as a sale, inferences from sensitive data', () => {
    const ccpa = 'Under the CCPA you may ask us what we know. ';
    for (const [id, required, text] of [
      ['ccpa-no-sale-no-share', 'yes', 'We show you the news.'],
      ['ccpa-no-sale-no-share', 'no', 'Letting these firms set cookies may be considered a “sale”.'],
      ['ccpa-no-sale-no-share', 'yes', 'A merger may be considered a sale of the business.'],
      [
        'ccpa-no-sale-no-share',
        'no',
        'We share identifiers with partners for cross-contextual behavioral advertising.',
      ],
      ['ccpa-right-limit', 'yes', 'We use sensitive details to infer characteristics about you.'],
      [
        'ccpa-right-limit',
        'no',
        'We process sensitive details only where the processing is not for the purpose of inferring characteristics.',
      ],
    ] as const)
      assert.equal(status(`# Privacy policy\n\n${ccpa}${text}\n`, id)?.required, required, text);
  });

  it('a notice for California that is only linked may hold what the draft lacks, whether by name or as “here”', () => {
    for (const [expected, text] of [
      ['elsewhere', 'How we answer requests under the CCPA is available [here](https://fernwick.example/ccpa).'],
      ['missing', 'Our owner wrote a book on the [CCPA](https://fernwick.example/ccpa) and its rights.'],
    ] as const)
      assert.equal(
        inSet(analysis(`# Privacy policy\n\n${text}\n`), [], { format: 'markdown' }).checklist.find(
          ({ id }) => id === 'ccpa-right-correct',
        )?.status,
        expected,
        text,
      );
  });

  it('a disclosure goes under the title that says most plainly what belongs there, of the right law', () => {
    const filler = 'The club lends boats, and those who row them know the river and its many bridges well. '.repeat(6);
    const draft = `# Privacy policy\n\n${filler} We collect your name. We use your address to post keys. Under the GDPR you have the right of access. Write to us at oar@larkfield.example.\n\n## Right to know\n\nAsk us.\n\n## Your rights when machines decide\n\nA person looks again.\n\n## Your rights\n\nYou may ask for erasure.\n`;
    const rights = analysis(draft).findings.find(({ rule }) => rule === 'disclosure/gdpr-rights');
    assert.equal(draft.slice(rights?.range.start, rights?.range.end), 'Your rights');
  });

  it('words that several laws share show none of them where the draft never speaks of the place', () => {
    for (const [regime, expected, text] of [
      ['gdpr', undefined, 'Write to our data protection officer at dpo@fern.example.'],
      ['gdpr', 'possible', 'Fern Inc. is the data controller. Our data protection officer is Ida Lund.'],
      ['gdpr', 'active', 'Fern is the data controller. In the EEA you can reach our data protection officer.'],
      [
        'gdpr',
        undefined,
        'People have rights under the GDPR. We do not collect personal data of European Union users, and we geoblock them.',
      ],
      [
        'gdpr',
        undefined,
        'The GDPR gives you rights. If you are a resident of the European Union, please see our European policy instead.',
      ],
      ['gdpr', 'active', 'Under the GDPR you have rights. We do not collect sensitive data of EU residents.'],
      ['gdpr', undefined, 'The GDPR gives people rights.\n\n## The GDPR does not apply\n\nWe serve Ohio.'],
      ['gdpr', undefined, 'The game is not designed to comply with the GDPR, which gives people rights.'],
      [
        'gdpr',
        undefined,
        'The GDPR gives people rights. Our app is not intended for use by people in the European Union.',
      ],
      ['gdpr', 'active', 'Under the GDPR you have rights. Cookies are not intended for tracking EU data.'],
      ['gdpr', undefined, 'The laws here may be different from the GDPR of the EU.'],
      ['ccpa', 'possible', 'Fern aims to comply with the GDPR and the California Consumer Privacy Act (CCPA).'],
      ['caloppa', undefined, 'Fern aims to comply with the GDPR and the California Consumer Privacy Act (CCPA).'],
      ['ccpa', 'active', 'We comply with the CCPA: California consumers may request what we know.'],
      ['ccpa', 'active', 'We do not sell personal information under the CCPA.'],
      ['gdpr', undefined, 'Crash reports lie in the EU. Our legal basis is your consent.'],
      ['coppa', undefined, 'Under Article 8 of the GDPR younger children need verifiable parental consent.'],
      ['ccpa', undefined, 'Fern is not currently a covered business under the California Consumer Privacy Act.'],
      ['pipeda', undefined, 'Laws in the United States may differ from those of your home country, such as PIPEDA.'],
      ['pipeda', 'active', 'Under PIPEDA you may ask what we hold.'],
      ['ccpa', undefined, 'We ask you before we share sensitive personal information.'],
      ['caloppa', undefined, 'This extension does not track your browsing. We do not track you.'],
      ['caloppa', 'active', 'We do not respond to Do Not Track signals.'],
      ['caloppa', undefined, 'Send letters to the University of California.'],
      ['pipeda', undefined, '## Digital Advertising Alliance of Canada\n\nOpt out there.'],
    ] as const)
      assert.equal(state(`# Privacy policy\n\n${text}\n`, regime), expected, text);
  });

  it('of a draft that collects nothing only what every reader looks for is missing, and of a page of links nothing', () => {
    const missing = (text: string) =>
      analysis(text)
        .findings.filter(({ rule }) => rule.startsWith('disclosure/'))
        .map(({ rule }) => rule);
    const nothing = `The extension works on your computer alone. It has no account and no server to talk to. Nothing that
you type ever leaves the browser. The list of words lies in a file beside it. Removing the extension removes that file as
well. The colours and the size of the letters are remembered in the same place. Updates come from the store of the browser.`;
    assert.deepEqual(missing(`# Privacy\n\n${nothing}\n`), [
      'disclosure/general-contact',
      'disclosure/general-effective-date',
    ]);
    assert.deepEqual(missing(`# Privacy\n\nLast updated: 3 May 2026\n\n${nothing}\n\nContact: ida@fern.example\n`), []);
    const link = '[The privacy policy that holds for everybody who lives in this country](https://fern.example/a)';
    assert.deepEqual(missing(`# Privacy\n\n${Array(12).fill(`- ${link}`).join('\n')}\n`), ['disclosure/barely-begun']);
  });

  it('who holds nobody’s data is not asked for rights and periods because a law is named, until somebody confirms it', () => {
    const lawRules = (text: string) =>
      analysis(text)
        .findings.map(({ rule }) => rule)
        .filter((rule) => /^disclosure\/(?:ccpa|gdpr|possible)/.test(rule));
    const filler =
      'The garden opens at nine and closes at six. Dogs wait at the gate. Bring boots when it rains. '.repeat(4);
    const law = `\n\nCCPA: no personal information is sold. GDPR: see above.\n\n${filler}\n\nAsk ida@fern.example. Last updated: 3 May 2026.`;
    const none =
      'Fern does not collect any personal information. Your notes stay on your device, and we see none of them.';
    assert.deepEqual(lawRules(`# Privacy policy\n\n${none}${law}`), []);
    // what is kept there is nobody else's, unless the company gets it
    const kept = 'Your name and your photos are stored in the app until you delete them.';
    const got = 'We store your name and your photos on our servers.';
    assert.deepEqual(lawRules(`# Privacy policy\n\n${none} ${kept}${law}`), []);
    assert.notDeepEqual(lawRules(`# Privacy policy\n\n${none} ${got}${law}`), []);
    for (const text of [
      'Fern does not collect any personal information. We collect your e-mail address when you write to us.',
      'Fern does not collect third-party tracking data. We use what you write to answer you.',
      'We do not collect personal information without your consent. We use it to answer you.',
      'We do not collect personal information from children. We use what you write to answer you.',
    ])
      assert.notDeepEqual(lawRules(`# Privacy policy\n\n${text}${law}`), [], text);
    assert.notDeepEqual(lawRules(`<!-- policy-linter regimes=ccpa -->\n\n# Privacy policy\n\n${none}${law}`), []);
  });

  it('what a document may hold to which the draft leads is no news where nobody confirmed the law', () => {
    const text = (first: string) =>
      `${first}# Privacy policy\n\nUnder the GDPR you have the right of access to your data. We collect your name and we use it to
answer you. We keep it for a year. Fern Ltd is the controller, and ida@fern.example answers. Our legal basis is a contract.
You may complain to a supervisory authority. Last updated: 3 May 2026. We share your name with the post, which delivers the
parcel to you, and with nobody else. Learn more in our [European Privacy Notice](https://fern.example/eu).\n`;
    const rules = (draft: string) => {
      const reading = analysis(draft);
      return inSet(reading, [], { format: 'markdown' }).findings.map(({ rule, message }) => ({ rule, message }));
    };
    const about = (draft: string) => rules(draft).filter(({ rule }) => rule.startsWith('disclosure/gdpr'));
    assert.deepEqual(about(text('')), []);
    assert.ok(
      about(text('<!-- policy-linter regimes=gdpr -->\n\n')).some(({ message }) => message.includes('not checked')),
    );
  });
});
