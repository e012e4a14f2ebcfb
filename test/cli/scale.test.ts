import { strict as assert } from 'node:assert';
import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { draftOf } from '../incremental/drafts';
import { cli, Workspace } from './run';

const formats = ['markdown', 'html', 'plaintext'] as const;
const extensions = { markdown: 'md', html: 'html', plaintext: 'txt' };

describe('many drafts', () => {
  let workspace: Workspace;
  before(() => {
    workspace = new Workspace().write('.policy-linter.yml', 'regimes: [gdpr]\nrules: {retention/nothing: error}\n');
    for (let i = 0; i < 24; i++) {
      const format = formats[i % 3];
      workspace.write(`${i % 5}/privacy-policy-${i}.${extensions[format]}`, draftOf(300 + (i % 7) * 400, format, i));
    }
    workspace
      .write('2/notes.md', '# Notes\n\nBuy milk.\n')
      .write('3/old.txt', Buffer.from('Privacy Policy\n\nCaf\xe9.', 'latin1'));
  });
  after(() => workspace.remove());

  const paths = ['0', '3/old.txt', 'gone.md', '1', '2', '3', '4'];

  for (const args of [
    ['check', '--format', 'json'],
    ['check', '--format', 'stylish', '--max-severity', 'none'],
    ['check', '--format', 'sarif'],
    ['inspect', '--format', 'ndjson'],
  ]) {
    it(`give the same in one thread and in several: ${args.join(' ')}`, () => {
      const [command, ...options] = args;
      const run = (jobs: string) =>
        workspace.run([command, ...paths, ...options, '--today', '2026-11-22', '--jobs', jobs]);
      const alone = run('1');
      assert.ok(alone.out.length > 1000);
      assert.match(alone.err, /gone\.md: no such file or folder/);
      assert.equal(alone.err.match(/retention\/nothing/g)?.length, 1);
      assert.deepEqual(run('3'), alone);
    });
  }

  it('are checked in a number of threads that makes sense', () => {
    const ran = workspace.run(['check', '.', '--jobs', 'many']);
    assert.equal(ran.status, 2);
    assert.match(ran.err, /--jobs takes a number of threads, 1 or more, not "many"/);
  });
});

describe('a stream of records', () => {
  const workspace = new Workspace();
  after(() => workspace.remove());

  const records = Array.from({ length: 40 }, (_, i) => ({
    id: `draft ${i}`,
    text: draftOf(200 + (i % 5) * 300, formats[i % 3], i),
    format: formats[i % 3],
  }));
  const input = records.map((record) => `${JSON.stringify(record)}\n`).join('');
  const idsIn = (out: string) =>
    out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).id);
  const inspect = ['inspect', '--stdin-ndjson', '--today', '2026-11-22'];

  it('gives a result a line, in order, the same in one thread and in several', () => {
    const alone = workspace.run([...inspect, '--jobs', '1'], { input });
    assert.equal(alone.status, 0, alone.err);
    assert.deepEqual(
      idsIn(alone.out),
      records.map(({ id }) => id),
    );
    assert.deepEqual(workspace.run([...inspect, '--jobs', '2'], { input }), alone);
  });

  it('says of a draft what inspecting its file says', () => {
    const [{ id, text }] = records;
    workspace.write('draft.md', text);
    const { path, ...file } = JSON.parse(workspace.run(['inspect', 'draft.md', '--today', '2026-11-22']).out);
    assert.equal(path, 'draft.md');
    const { id: sent, ...record } = JSON.parse(workspace.run(inspect, { input }).out.split('\n')[0]);
    assert.equal(sent, id);
    assert.deepEqual(record, file);
  });

  it('goes on after a line that makes no sense, names it, and ends with 2', () => {
    const lines = [
      '{"id":1,"text":"# Privacy Policy\\n\\nWe collect your name."}',
      '{"id":2,"text":',
      '',
      '{"id":3}',
      '{"id":4,"text":"We.","format":"pdf"}',
      '[]',
      '{"id":{},"text":"We."}',
      '{"text":"We collect your name.","format":"plaintext"}',
    ];
    const ran = workspace.run(inspect, { input: lines.join('\n') });
    assert.equal(ran.status, 2);
    const results = ran.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual(
      results.map(({ id, line, error }) => [id, line, error?.replace(/^not JSON: .*/, 'not JSON')]),
      [
        [1, undefined, undefined],
        [null, 2, 'not JSON'],
        [3, 4, '"text" is no text'],
        [4, 5, '"format" is none of markdown, html, plaintext'],
        [null, 6, 'not an object'],
        [null, 7, '"id" is neither a text nor a number'],
        [null, undefined, undefined],
      ],
    );
    assert.match(ran.err, /^line 4: "text" is no text$/m);
  });

  it('answers each record before the next one is sent', async () => {
    const child = spawn(process.execPath, [cli, ...inspect, '--jobs', '2'], { cwd: workspace.folder });
    const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    for (const record of records.slice(0, 12)) {
      child.stdin.write(`${JSON.stringify(record)}\n`);
      assert.equal(JSON.parse((await answers.next()).value).id, record.id);
    }
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.stdin.end();
    assert.equal(await ended, 0);
  });

  it('waits while its reader is slow, and ends when the reader has enough', () => {
    const pipe = (after: string) =>
      spawnSync(
        'sh',
        [
          '-c',
          `yes '${JSON.stringify(records[1])}' | head -n 400 | "$0" "$@" | ${after}`,
          process.execPath,
          cli,
          ...inspect,
        ],
        {
          encoding: 'utf8',
          maxBuffer: 1 << 28,
        },
      );
    assert.equal(pipe('(sleep 1; wc -l)').stdout.trim(), '400');
    assert.equal(idsIn(pipe('head -n 1').stdout)[0], 'draft 1');
  });

  it('can be cut into pieces by GNU parallel or, where that is missing, by split', () => {
    const hasParallel = spawnSync('parallel', ['--version']).stdout?.includes('GNU parallel') ?? false;
    const tool = `"${process.execPath}" "${cli}" ${inspect.join(' ')}`;
    const command = hasParallel ? `parallel --pipe -N 10 --keep-order '${tool}'` : `split -l 10 --filter='${tool}' -`;
    const { stdout, status, stderr } = spawnSync('sh', ['-c', command], {
      input,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    assert.equal(status, 0, stderr);
    assert.deepEqual(
      idsIn(stdout),
      records.map(({ id }) => id),
    );
  });

  it('takes no files beside it', () => {
    assert.match(workspace.run([...inspect, 'a.md']).err, /--stdin-ndjson reads the drafts from standard input/);
    assert.match(workspace.run(['check', '--stdin-ndjson']).err, /"check" has no option --stdin-ndjson/);
  });
});
