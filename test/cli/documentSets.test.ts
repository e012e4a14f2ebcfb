import { strict as assert } from 'node:assert';
import { rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { Workspace } from './run';

const policy = `# Privacy Policy

Brightloom Ltd sells lamps online. We collect your name and e-mail address when you order, and we use them to deliver what
you ordered. We do not sell your personal information. California residents: our [California Privacy Notice](us/california.md)
describes your rights.

We keep invoices for ten years, as tax law requires. We protect what we hold with encryption and access controls, and you
can write to us at privacy@brightloom.example with any question about this policy.
`;
const notice = `# Privacy Notice for California Residents

This notice supplements our [Privacy Policy](../privacy.md). Under the CCPA you may know, delete and correct what we hold
about you.

We sell your e-mail address to advertisers. You can opt out.
`;

describe('drafts of a set on the command line', () => {
  let workspace: Workspace;
  beforeEach(() => {
    workspace = new Workspace().write('privacy.md', policy).write('us/california.md', notice);
  });
  afterEach(() => workspace.remove());

  const saleIn = (args: readonly string[]) =>
    // biome-ignore lint/suspicious/noExplicitAny: see run.ts
    workspace.json(args).documents.map(({ path, findings }: any) => ({
      path,
      // biome-ignore lint/suspicious/noExplicitAny: see run.ts
      related: findings.filter(({ rule }: any) => rule === 'contradiction/sale').flatMap((one: any) => one.related),
    }));

  it('are compared although only one is named', () => {
    const [{ path, related }] = saleIn(['privacy.md']);
    assert.equal(path, 'privacy.md');
    assert.equal(related[0].path, 'us/california.md');
    assert.deepEqual(related[0].range.start.line, 5, 'a line of the other document');
    assert.match(related[0].text, /^We sell your e-mail address to advertisers/);
  });

  it('give each its side of a contradiction', () => {
    const both = saleIn(['privacy.md', 'us/california.md']);
    assert.deepEqual(
      both.map((one: (typeof both)[0]) => [one.path, one.related[0].path]),
      [
        ['privacy.md', 'us/california.md'],
        ['us/california.md', 'privacy.md'],
      ],
    );
  });

  it('are not read where a symbolic link leads out of the workspace', () => {
    const elsewhere = new Workspace().write('california.md', notice);
    try {
      rmSync(path.join(workspace.folder, 'us/california.md'));
      symlinkSync(path.join(elsewhere.folder, 'california.md'), path.join(workspace.folder, 'us/california.md'));
      const { err, out } = workspace.run(['check', 'privacy.md', '--format', 'json']);
      assert.match(err, /us\/california\.md is a symbolic link out of the workspace and was not followed/);
      assert.doesNotMatch(out, /advertisers/);
    } finally {
      elsewhere.remove();
    }
  });

  it('are read where a symbolic link stays in the workspace', () => {
    workspace.write('notices/california.md', notice.replace('../privacy.md', 'privacy.md'));
    rmSync(path.join(workspace.folder, 'us/california.md'));
    symlinkSync('../notices/california.md', path.join(workspace.folder, 'us/california.md'));
    const [{ related }] = saleIn(['privacy.md']);
    assert.equal(related[0].path, 'us/california.md');
  });

  it('are no set because one run checks them', () => {
    workspace.write('privacy.md', policy.replace(/\[(.*?)\]\(.*?\)/, '$1'));
    workspace.write('us/california.md', notice.replace(/\[(.*?)\]\(.*?\)/, '$1'));
    const both = saleIn(['privacy.md', 'us/california.md']);
    assert.deepEqual(
      both.map(({ related }: (typeof both)[number]) => related),
      [[], []],
    );
  });

  it('are a set because the project file says so', () => {
    workspace.write('privacy.md', policy.replace(/\[(.*?)\]\(.*?\)/, '$1'));
    workspace.write('us/california.md', notice.replace(/\[(.*?)\]\(.*?\)/, '$1'));
    workspace.write('.policy-linter.yml', 'documents:\n  - [privacy.md, us/california.md]\n');
    const [{ related }] = saleIn(['privacy.md']);
    assert.equal(related[0].path, 'us/california.md');
  });

  it('are found by the link of the other one', () => {
    workspace.write('privacy.md', policy.replace(/\[(.*?)\]\(.*?\)/, '$1'));
    const [{ related }] = saleIn(['privacy.md']);
    assert.equal(related[0].path, 'us/california.md');
    const { findings } = workspace.json(['privacy.md']).documents[0];
    assert.ok(findings.some(({ rule }: { rule: string }) => rule === 'disclosure/unlinked-notice'));
  });

  it('say in the inspection where a disclosure is made', () => {
    workspace.write('privacy.md', `${policy}\nYou can write to privacy@brightloom.example. We collect it from you.\n`);
    const ran = workspace.run(['inspect', '--format', 'ndjson', '--regime', 'ccpa', 'us/california.md']);
    const { disclosures } = JSON.parse(ran.out);
    const elsewhere = disclosures.filter(({ status }: { status: string }) => status === 'elsewhere');
    assert.ok(elsewhere.length > 0);
    for (const item of elsewhere) {
      assert.equal(item.elsewhere.path, 'privacy.md');
      assert.ok(item.elsewhere.ranges.length > 0);
    }
  });

  describe('with a page of links between them', () => {
    const links =
      '# Regional supplements\n\nOur [California Privacy Notice](california.md) describes what holds there.\n';
    const ofAll = policy.replace('us/california.md', 'us/index.md').replace('California Privacy Notice', 'supplements');

    beforeEach(() => {
      workspace
        .write('privacy.md', ofAll)
        .write('us/index.md', links)
        .write('us/california.md', notice.replace(/\[(.*?)\]\(.*?\)/, '$1'));
    });

    it('are compared, and the policy needs no second link', () => {
      const [{ related }] = saleIn(['privacy.md']);
      assert.equal(related[0].path, 'us/california.md');
      const { findings } = workspace.json(['privacy.md']).documents[0];
      assert.ok(!findings.some(({ rule }: { rule: string }) => rule === 'disclosure/unlinked-notice'));
    });

    it('show both sides, where the folder shows the way back', () => {
      workspace.write('us/privacy.md', ofAll.replace('us/index.md', 'index.md')).write('privacy.md', '');
      assert.equal(saleIn(['us/california.md'])[0].related[0].path, 'us/privacy.md');
    });

    it('are none where the page says nothing of them', () => {
      workspace.write('us/index.md', links.replace(' describes what holds there', ''));
      assert.deepEqual(saleIn(['privacy.md'])[0].related, []);
    });

    it('end, even where the links go round', () => {
      workspace.write('us/index.md', `${links}\nSee also our [Privacy Policy](../privacy.md).\n`);
      assert.equal(saleIn(['privacy.md'])[0].related.length, 1);
    });
  });

  it('are no set of two policies that share a notice', () => {
    const shop = '# Privacy Policy\n\nOur [Cookie Notice](cookies.md) lists our cookies.';
    workspace
      .write('shop.md', `${shop} We never sell your e-mail address.\n`)
      .write('club.md', `${shop} We sell your e-mail address to advertisers.\n`)
      .write('cookies.md', '# Cookie Notice\n\nWe set a cookie that keeps you signed in.\n');
    assert.deepEqual(saleIn(['shop.md'])[0].related, []);
  });

  it('outside the workspace are not read, and a note says so', () => {
    workspace.write('inner/privacy.md', policy.replace('us/california.md', '../../california.md'));
    const ran = workspace.run(['check', 'inner/privacy.md']);
    assert.match(ran.err, /inner\/privacy\.md: the link to \.\.\/\.\.\/california\.md leads out of the workspace/);
  });
});
