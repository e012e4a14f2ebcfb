import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv-draft-04';
import { draft, readme } from '../protocol/texts';
import { Workspace } from './run';

/** The schema of the standard, as its editors ship it with their own test helpers. */
const schema = JSON.parse(
  readFileSync('node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json', 'utf8'),
);

describe('a SARIF log', () => {
  const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true, unicodeRegExp: false }).compile(
    schema,
  );
  let workspace: Workspace;
  beforeEach(() => {
    workspace = new Workspace();
  });
  afterEach(() => workspace.remove());

  // biome-ignore lint/suspicious/noExplicitAny: held against the schema, not against types of ours
  function log(...paths: string[]): any {
    const log: unknown = JSON.parse(workspace.run(['check', '--format', 'sarif', ...paths]).out);
    assert.ok(validate(log), JSON.stringify(validate.errors, undefined, 2));
    return log;
  }

  it('of findings keeps to the schema of SARIF 2.1.0', () => {
    workspace.write('privacy.md', draft);
    const [{ results }] = log('privacy.md').runs;
    assert.ok(results.some((result: object) => 'relatedLocations' in result));
    assert.ok(results.some((result: object) => 'fixes' in result));
  });

  it('of files that were not checked keeps to it too', () => {
    workspace.write('README.md', readme).write('privacy policy.html', `<h1>Privacy Policy</h1><p>${draft}</p>`);
    const [{ invocations }] = log('.', 'missing.md').runs;
    assert.equal(invocations[0].executionSuccessful, false);
    assert.ok(invocations[0].toolExecutionNotifications.length >= 2);
  });

  it('is told from what breaks the schema', () => {
    assert.ok(!validate({ version: '2.1.0', runs: [{ results: [] }] }));
  });
});
