import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

/** What VS Code calls inside its extension host. */
export function run(): Promise<void> {
  const { TEST_FILES = '[]', TEST_GREP, TEST_RESULTS = '' } = process.env;
  const mocha = new Mocha({
    ui: 'bdd',
    color: false,
    reporter: 'spec',
    grep: TEST_GREP || undefined,
    timeout: 30_000,
    forbidOnly: true,
    forbidPending: true,
  });
  for (const file of JSON.parse(TEST_FILES) as string[]) mocha.addFile(file);
  return new Promise((resolve, reject) => {
    const runner = mocha.run((failed) => {
      writeFileSync(TEST_RESULTS, JSON.stringify({ passed: runner.stats?.passes ?? 0, failed }));
      if (failed > 0) reject(new Error(`${failed} failed`));
      else resolve();
    });
  });
}
