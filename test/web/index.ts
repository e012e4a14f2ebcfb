// mocha's browser build is a script that wants to be a module: the build defines `module` and `exports` away, so that it
// sets globalThis.mocha instead of overwriting what this bundle exports.
import 'mocha/mocha';

declare const TEST_GREP: string;

/** What VS Code for the Web calls inside its extension host, a web worker. */
export async function run(): Promise<void> {
  mocha.setup({ ui: 'bdd', reporter: 'spec', color: false, timeout: 30_000, forbidOnly: true, forbidPending: true });
  if (TEST_GREP) mocha.grep(TEST_GREP);
  await import('test-files');
  return new Promise((resolve, reject) => {
    // mocha looks for options in the page's address; a worker of another origin has none to show.
    (globalThis as unknown as { location: object }).location ??= { search: '' };
    const runner = mocha.run((failed) => {
      console.info(`results: ${runner.stats?.passes ?? 0} passed, ${failed} failed`);
      if (failed > 0) reject(new Error(`${failed} failed`));
      else resolve();
    });
  });
}
