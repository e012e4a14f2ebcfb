import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, FrameLocator, Page } from 'playwright-core';

// Not bundled with the tests: the scripts find their files from where they lie.
const script = (name: string) => import(pathToFileURL(path.resolve('scripts', name)).href);

/** A draft in the real workbench of VS Code's server, in a real browser, with the extension as it was built. */
export class Workbench {
  private constructor(
    readonly page: Page,
    readonly draft: string,
    readonly close: () => Promise<void>,
  ) {}

  static async open(text: string, settings: object = {}): Promise<Workbench> {
    const { installServer, startServer, workbenchAddress } = await script('vscode-server.mjs');
    const { launchBrowser } = await script('browser.mjs');
    const data = mkdtempSync(path.join(tmpdir(), 'policy-linter-webview-'));
    const folder = path.join(data, 'drafts');
    const draft = path.join(folder, 'privacy-policy.md');
    mkdirSync(folder);
    writeFileSync(draft, text);
    installServer();
    const server = await startServer({ data, settings: { 'files.autoSave': 'off', ...settings } });
    const browser: Browser = await launchBrowser();
    const close = async () => {
      await browser.close();
      await server.stop();
      rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    };
    try {
      const page = await browser.newPage({ viewport: { width: 1500, height: 900 } });
      const address = workbenchAddress(server.port, { open: folder, files: [draft], development: [path.resolve()] });
      await page.goto(address);
      await page.locator('.monaco-editor [class*="squiggly-"]').first().waitFor({ timeout: 60_000 });
      return new Workbench(page, draft, close);
    } catch (error) {
      await close();
      throw error;
    }
  }

  /** Runs a command by its name in the palette. */
  async run(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.page.keyboard.type(title);
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** The page inside the webview that is open. */
  get webview(): FrameLocator {
    return this.page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
  }

  /** Waits until the words that are selected in the editor begin in this line. */
  async caretIn(line: number): Promise<void> {
    await this.page
      .locator('.statusbar-item', { hasText: new RegExp(`^Ln ${line}, Col `) })
      .waitFor({ timeout: 10_000 });
  }
}
