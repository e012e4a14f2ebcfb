import { strict as assert } from 'node:assert';
import { analyze } from '../../server/src/analysis/analyze';
import { readDocumentLinks } from '../../server/src/analysis/documentSets/links';
import type { SetDocument } from '../../server/src/analysis/policy';
import { inSet } from '../../server/src/analysis/policySet';
import type { Analysis } from '../../server/src/analysis/types';

const today = '2026-11-22';
type Drafts = Readonly<Record<string, string>>;
const formatOf = (name: string) => (name.endsWith('.html') ? 'html' : 'markdown');

/** Reads drafts of one folder and gives the one named first as one of the set that their links make. */
function together(drafts: Drafts, declared = false): Analysis {
  const read = Object.entries(drafts).map(([name, text]) => ({
    name,
    text,
    analysis: analyze(text, { format: formatOf(name), today }),
  }));
  const [own, ...others] = read as [(typeof read)[0], ...typeof read];
  const linkFrom = (from: Analysis, to: string) => readDocumentLinks(from.policy).find(({ target }) => target === to);
  const documents = others.map(
    ({ name, analysis }): SetDocument => ({
      document: name,
      policy: analysis.policy,
      link: linkFrom(own.analysis, name),
      backLink: linkFrom(analysis, own.name),
      declared,
    }),
  );
  return inSet(own.analysis, documents, { format: formatOf(own.name), today });
}

const rulesOf = ({ findings }: Analysis) => findings.map(({ rule }) => rule);
const itemOf = ({ checklist }: Analysis, id: string) => checklist.find((item) => item.id === id);

const body = `Brightloom Ltd sells lamps online. We collect your name, e-mail address and delivery address when you order, and
we use them to deliver what you ordered and to answer your questions. We keep invoices for ten years, as tax law requires.
You can write to us at privacy@brightloom.example or by post. We protect what we hold with encryption and access controls.
`;

const main = `<!-- policy-linter regimes=ccpa -->

# Privacy Policy

${body}
We collect this information from you and from our payment provider. `;

const california = (link: string) => `<!-- policy-linter regimes=ccpa -->

# Privacy Notice for California Residents

${link} It describes rights that the California Consumer Privacy Act gives you, such as the right to know what personal
information we hold about you and to have it deleted or corrected. We collected identifiers in the last 12 months, and we
do not discriminate against you when you exercise these rights. An authorized agent may write for you.
`;

describe('a draft among the documents of its set', () => {
  describe('a California notice beside the policy', () => {
    const notice = california('This notice supplements our [Privacy Policy](privacy.md).');

    it('may leave the sources and the contact to the policy, not the rights', () => {
      const alone = analyze(notice, { format: 'markdown', today });
      assert.equal(itemOf(alone, 'ccpa-sources')?.status, 'missing');
      const inTheSet = together({ 'california.md': notice, 'privacy.md': main });
      const sources = itemOf(inTheSet, 'ccpa-sources');
      assert.equal(sources?.status, 'elsewhere');
      assert.equal(sources?.elsewhere?.document, 'privacy.md');
      assert.ok((sources?.elsewhere?.places.length ?? 0) > 0);
      assert.match(sources?.reason ?? '', /privacy\.md/);
      assert.equal(itemOf(inTheSet, 'ccpa-right-limit')?.status, itemOf(alone, 'ccpa-right-limit')?.status);
      assert.ok(!rulesOf(inTheSet).includes('disclosure/ccpa-sources'));
    });

    it('leaves nothing to a policy that it only links to', () => {
      const bare = california('[Privacy Policy](privacy.md).');
      assert.equal(itemOf(together({ 'california.md': bare, 'privacy.md': main }), 'ccpa-sources')?.status, 'missing');
    });

    it('is missed in a policy that has no link to it', () => {
      const found = together({ 'privacy.md': main, 'california.md': notice }).findings.find(
        ({ rule }) => rule === 'disclosure/unlinked-notice',
      );
      assert.match(found?.message ?? '', /no link to the California notice \(california\.md\)/);
      assert.equal(found?.related[0]?.document, 'california.md');
      const [edit] = found?.fixes[0]?.edits ?? [];
      const linked = main + edit?.newText;
      assert.match(linked, /\[California notice\]\(california\.md\)/);
      const after = together({ 'privacy.md': linked, 'california.md': notice });
      assert.ok(!rulesOf(after).includes('disclosure/unlinked-notice'));
    });

    it('is linked to in HTML as well', () => {
      const page = `<html><body><h1>Privacy Policy</h1>\n<p>${body}</p>\n<ul><li>We keep invoices for ten years.</li></ul></body></html>`;
      const back = california('This notice supplements our [Privacy Policy](privacy.html).');
      const unlinked = ({ rule }: { rule: string }): boolean => rule === 'disclosure/unlinked-notice';
      const found = together({ 'privacy.html': page, 'california.md': back }).findings.find(unlinked);
      const [edit] = found?.fixes[0]?.edits ?? [];
      const at = edit?.range.start ?? 0;
      const linked = page.slice(0, at) + edit?.newText + page.slice(at);
      assert.match(
        linked,
        /<\/ul>\n\n<p>This policy is completed by our <a href="california\.md">California notice<\/a>\.<\/p><\/body>/,
      );
      assert.ok(!together({ 'privacy.html': linked, 'california.md': back }).findings.some(unlinked));
    });

    it('says where the link is missing, too', () => {
      const found = together({ 'california.md': notice, 'privacy.md': main }).findings.find(
        ({ rule }) => rule === 'disclosure/unlinked-notice',
      );
      assert.match(found?.message ?? '', /^privacy\.md has no link/);
    });

    it('holds for the policy what it describes', () => {
      const linking = `${main}\n\nOur [California Privacy Notice](california.md) describes the rights of California residents.\n`;
      const rights = itemOf(together({ 'privacy.md': linking, 'california.md': notice }), 'ccpa-authorized-agent');
      assert.equal(rights?.status, 'elsewhere');
    });
  });

  describe('two documents that must agree', () => {
    const policyWith = (more: string) =>
      `# Privacy Policy\n\n${body}\n${more} Our [Cookie Notice](cookies.md) lists our cookies.\n`;
    const noticeWith = (more: string) =>
      `# Cookie Notice\n\nThis notice is part of our [Privacy Policy](privacy.md). ${more}\n`;
    const both = (policyText: string, noticeText: string) => {
      const drafts = { 'privacy.md': policyWith(policyText), 'cookies.md': noticeWith(noticeText) };
      return [together(drafts), together({ 'cookies.md': drafts['cookies.md'], 'privacy.md': drafts['privacy.md'] })];
    };
    const found = ({ findings }: Analysis, rule: string) => findings.filter((finding) => finding.rule === rule);

    it('are held against a list that one of them calls complete', () => {
      const sides = both(
        'We share your personal data only with our payment provider.',
        'We share your personal data with advertising networks.',
      );
      const [list, more] = sides.map((side) => found(side as Analysis, 'contradiction/exclusive-list')[0]);
      assert.match(list?.message ?? '', /leaves nothing else, but .* in cookies\.md/);
      assert.equal(list?.related[0]?.document, 'cookies.md');
      assert.match(more?.message ?? '', /in privacy\.md leaves nothing else/);
      assert.equal(more?.related[0]?.document, 'privacy.md');
    });

    it('give the same address for the same role', () => {
      const sides = both(
        'Write to our data protection officer at dpo@brightloom.example.',
        'Write to our data protection officer at data@brightloom.example.',
      );
      const [own, other] = sides.map((side) => found(side as Analysis, 'contradiction/two-contacts')[0]);
      assert.match(
        own?.message ?? '',
        /“dpo@brightloom\.example” is given .* “data@brightloom\.example” in cookies\.md/,
      );
      assert.match(other?.message ?? '', /“dpo@brightloom\.example” in privacy\.md/);
    });

    it('may each have its own date', () => {
      const [side] = both('Last updated: 3 May 2026.', 'Last updated: 7 February 2026.');
      assert.deepEqual(found(side as Analysis, 'consistency/conflicting-dates'), []);
    });
  });

  describe('a cookie notice beside the policy', () => {
    const policy = `<!-- policy-linter regimes=gdpr -->

# Privacy Policy

${body}
We set analytics cookies if you agree. Our [Cookie Notice](cookies.md) lists them, how long they stay and how to refuse them.
`;
    const cookies = `# Cookie Notice

This notice is part of our [Privacy Policy](privacy.md). We set these cookies if you agree. The cookie _bl stays on your
device for 13 months and is read by Statly GmbH. The cookie sid stays for 30 days. You can withdraw your consent to
cookies at any time through the link “Cookie settings” at the foot of every page.
`;

    it('may hold how long cookies stay and how consent is withdrawn', () => {
      const alone = analyze(policy, { format: 'markdown', today });
      const set = together({ 'privacy.md': policy, 'cookies.md': cookies });
      for (const id of ['eprivacy-cookies-duration-third-parties', 'eprivacy-cookies-withdraw']) {
        if (itemOf(alone, id)?.status !== 'present') assert.equal(itemOf(set, id)?.status, 'elsewhere', id);
      }
    });

    it('leaves the legal basis to be said in the policy', () => {
      const set = together({
        'privacy.md': policy,
        'cookies.md': `${cookies}\nThe legal basis is your consent (Art. 6(1)(a) GDPR).\n`,
      });
      assert.notEqual(itemOf(set, 'gdpr-legal-basis')?.status, 'elsewhere');
    });

    it('that cannot be read may hold them: an information, not checked', () => {
      const remote = policy.replace('cookies.md', 'https://brightloom.example/cookie-notice');
      const set = together({ 'privacy.md': remote });
      const unchecked = set.checklist.filter(({ elsewhere }) => elsewhere?.checked === false);
      assert.ok(unchecked.length > 0);
      for (const { status, reason } of unchecked) {
        assert.equal(status, 'elsewhere');
        assert.equal(reason, 'May be covered by https://brightloom.example/cookie-notice; not checked.');
      }
      for (const { severity, message } of set.findings.filter(({ rule }) =>
        unchecked.some(({ id }) => rule.endsWith(id)),
      )) {
        assert.equal(severity, 'information');
        assert.match(message, /may be covered by https:.*; not checked\.$/);
      }
    });

    it('is no stand-in where the link promises nothing', () => {
      const vague = policy.replace(
        /Our \[Cookie Notice\].*\n/,
        'For more information visit our [website](https://brightloom.example/).\n',
      );
      assert.equal(together({ 'privacy.md': vague }).checklist.filter(({ elsewhere }) => elsewhere).length, 0);
    });
  });

  it('a UK addendum may hold what UK law adds', () => {
    const policy = `<!-- policy-linter regimes=gdpr,uk-gdpr -->

# Privacy Policy

${body}
Readers in the United Kingdom find what applies to them in our [UK Addendum](uk.md).
`;
    const addendum = `# UK Addendum

This addendum supplements our [Privacy Policy](privacy.md). You can complain to the Information Commissioner's Office
(ICO), Wycliffe House, Water Lane, Wilmslow, at any time. You can complain to us about how we use your personal data by
writing to privacy@brightloom.example; we acknowledge your complaint within 30 days.
`;
    const set = together({ 'privacy.md': policy, 'uk.md': addendum });
    assert.equal(itemOf(set, 'ukgdpr-complaint-regulator')?.status, 'elsewhere');
    assert.equal(itemOf(set, 'ukgdpr-complain-to-controller')?.status, 'elsewhere');
  });

  describe('statements of two documents that exclude each other', () => {
    const denying = `# Privacy Policy

${body}
We do not sell your personal information. California residents: our [California Privacy Notice](california.md) describes
your rights.
`;
    const selling = `# Privacy Notice for California Residents

This notice supplements our [Privacy Policy](privacy.md). We sell your e-mail address to advertisers. You can opt out.
`;
    const drafts = { 'privacy.md': denying, 'california.md': selling };
    const reversed = { 'california.md': selling, 'privacy.md': denying };

    it('stand in both, each with the other place', () => {
      for (const [set, other] of [
        [together(drafts), 'california.md'],
        [together(reversed), 'privacy.md'],
      ] as const) {
        const found = set.findings.filter(({ rule }) => rule === 'contradiction/sale');
        assert.equal(found.length, 1);
        assert.equal(found[0]?.severity, 'error');
        assert.equal(found[0]?.related[0]?.document, other);
        assert.match(found[0]?.message ?? '', new RegExp(`in ${other}`));
      }
    });

    it('are settled where a document says which of them holds', () => {
      const settled = `${selling}If this notice and the policy differ, this notice applies to California residents.\n`;
      const set = together({ 'privacy.md': denying, 'california.md': settled });
      assert.ok(!rulesOf(set).includes('contradiction/sale'));
    });

    it('are none where they speak of other people', () => {
      const staff = selling.replace('California Residents', 'Employees');
      const set = together({ 'privacy.md': denying.replace('california', 'staff'), 'staff.md': staff }, true);
      assert.ok(!rulesOf(set).includes('contradiction/sale'));
    });

    it('may be periods of storage', () => {
      const policy = `# Privacy Policy\n\n${body}\nOur [retention schedule](retention.md) lists all periods. We keep chat transcripts for 30 days.\n`;
      const schedule =
        '# Retention Schedule\n\nThis schedule is part of our [Privacy Policy](privacy.md). We keep chat transcripts for two years.\n';
      for (const set of [
        together({ 'privacy.md': policy, 'retention.md': schedule }),
        together({ 'retention.md': schedule, 'privacy.md': policy }),
      ]) {
        assert.ok(rulesOf(set).includes('contradiction/retention'));
      }
    });
  });
});
