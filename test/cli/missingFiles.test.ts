import { strict as assert } from 'node:assert';
import { Workspace } from './run';

const policy = (links: string) => `# Privacy Policy

Brightloom Ltd sells lamps online. We collect your name and e-mail address when you order, and we use them to deliver what
you ordered. ${links}

We keep invoices for ten years, as tax law requires. We protect what we hold with encryption and access controls, and you
can write to us at privacy@brightloom.io with any question about this policy.
`;

describe('links to files', () => {
  let workspace: Workspace;
  beforeEach(() => {
    workspace = new Workspace().write('terms.md', '# Terms of use\n').write('help/index.md', '# Help\n');
  });
  afterEach(() => workspace.remove());

  /** Links of the draft that are reported, as written. */
  function missing(links: string): string[] {
    workspace.write('privacy.md', policy(links));
    const [{ findings }] = workspace.json(['privacy.md']).documents;
    return (
      findings
        // biome-ignore lint/suspicious/noExplicitAny: see run.ts
        .filter(({ rule }: any) => rule === 'reference/missing-file')
        // biome-ignore lint/suspicious/noExplicitAny: see run.ts
        .map(({ message }: any) => /“(.*?)”/.exec(message)?.[1])
    );
  }

  it('are reported where there is none', () => {
    assert.deepEqual(missing('See our [cookies](cookies.md) and our [terms](terms.md).'), ['cookies.md']);
  });

  it('lead to pages that are built from a file of another format', () => {
    assert.deepEqual(missing('See our [terms](terms.html) and the [help](help.html).'), []);
  });

  it('are not followed out of the folder, into the web or through a template', () => {
    const links = '[a](../other/a.md) [b](https://brightloom.io/b.md) [c](/c.html) [d]({{ site.url }}/d.md) [e](e.pdf)';
    assert.deepEqual(missing(links), []);
  });
});
