/// <reference lib="dom" />
import { strict as assert } from 'node:assert';
import { Workbench } from './workbench';

/** Lines 5 and 9 hold what a page must never run. */
const draft = `# Privacy Policy of Alder Books

We collect your email address and your phone number.

We use your phone number to call you about &lt;img src=x onerror="window.ran=1"&gt; on Mondays.

We do not collect phone numbers.

We share your email address with Mailchimp. We keep your email address for as long as necessary for \`<script>window.ran=1</script>\`.
`;

describe('the practice map in the browser', function () {
  this.timeout(120_000);
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open(draft);
    await workbench.run('Show Practice Map');
    await workbench.webview.getByRole('grid').waitFor({ timeout: 30_000 });
  });
  after(() => workbench?.close());

  it('is a table with headings, as assistive technology sees it', async () => {
    const { webview } = workbench;
    const headings = await webview.getByRole('columnheader').allTextContents();
    assert.deepEqual(headings, ['Data', 'Purpose', 'Recipient', 'Kept for', 'Source']);
    assert.equal(await webview.locator('th[scope="col"]').count(), 5);
    assert.ok((await webview.locator('tbody th[scope="row"]').count()) >= 2);
    await webview.getByRole('rowheader', { name: 'Data: e-mail addresses' }).waitFor();
    await webview.getByRole('gridcell', { name: /^Kept for: for as long as necessary .*\(vague\)/ }).waitFor();
    await webview.getByRole('gridcell', { name: 'Kept for: gap: no period stated' }).waitFor();
    await webview.getByRole('gridcell', { name: /^Source: collected; conflict: / }).waitFor();
    assert.match(
      (await webview.getByRole('status').textContent()) ?? '',
      /^Types of data: \d+\. Conflicts: 1\. Gaps: \d+\.$/,
    );
  });

  it('shows words of the draft as words, whatever markup they hold', async () => {
    const { webview, page } = workbench;
    await webview.getByText('to call you about <img src=x onerror="window.ran=1"> on Mondays').waitFor();
    assert.ok((await webview.locator('button[title*="<script>window.ran=1</script>"]').count()) > 0);
    assert.equal(await webview.locator('img').count(), 0);
    assert.equal(await webview.locator('#map script').count(), 0);
    for (const frame of page.frames()) assert.equal(await frame.evaluate('window.ran'), undefined);
  });

  it('runs and loads nothing that the package does not bring', async () => {
    const { webview } = workbench;
    const refused = await webview.locator('body').evaluate(async (body) => {
      const violations: string[] = [];
      body.ownerDocument.addEventListener('securitypolicyviolation', (event) =>
        violations.push(event.effectiveDirective),
      );
      const script = body.ownerDocument.createElement('script');
      script.textContent = 'window.ran = 1';
      body.append(script);
      const image = body.ownerDocument.createElement('img');
      image.src = 'https://example.test/x.png';
      body.append(image);
      for (let tries = 0; violations.length < 2 && tries < 100; tries++)
        await new Promise((resolve) => setTimeout(resolve, 20));
      for (const added of [script, image]) added.remove();
      return violations.sort();
    });
    assert.deepEqual(refused, ['img-src', 'script-src-elem']);
  });

  it('leads to the sentence by a click', async () => {
    await workbench.webview.getByRole('button', { name: 'Mailchimp, line 9' }).click();
    await workbench.caretIn(9);
  });

  it('is walked through by arrows, and Enter leads to the sentence', async () => {
    const { webview, page } = workbench;
    await webview.getByRole('rowheader', { name: 'Data: telephone numbers' }).focus();
    await page.keyboard.press('ArrowRight');
    const purpose = webview.locator('td:focus');
    assert.match((await purpose.getAttribute('aria-label')) ?? '', /^Purpose: /);
    assert.notEqual(await purpose.evaluate((cell) => getComputedStyle(cell).outlineStyle), 'none');
    await page.keyboard.press('Enter');
    await workbench.caretIn(5);
    await webview.getByRole('rowheader', { name: 'Data: e-mail addresses' }).focus();
    await page.keyboard.press('End');
    assert.match((await webview.locator('td:focus').getAttribute('aria-label')) ?? '', /^Source: /);
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    assert.equal(await webview.locator('th:focus').textContent(), 'telephone numbers');
  });

  it('has one cell in the order of Tab, and that cell’s links', async () => {
    const { webview } = workbench;
    await webview.getByRole('rowheader', { name: 'Data: e-mail addresses' }).focus();
    assert.equal(await webview.locator('tbody th[tabindex="0"], tbody td[tabindex="0"]').count(), 1);
    assert.equal(await webview.locator('tbody button[tabindex="0"]').count(), 1);
  });

  it('wears the editor’s colours', async () => {
    const { webview } = workbench;
    const [worn, wanted] = await webview.locator('body').evaluate((body) => {
      const probe = body.ownerDocument.createElement('div');
      probe.className = 'probe';
      body.append(probe);
      const theme = getComputedStyle(body.ownerDocument.documentElement).getPropertyValue('--vscode-editor-background');
      probe.style.setProperty('background-color', theme);
      const colours = [getComputedStyle(body).backgroundColor, getComputedStyle(probe).backgroundColor];
      probe.remove();
      return colours;
    });
    assert.equal(worn, wanted);
  });

  it('is exported by its buttons', async () => {
    const { webview, page } = workbench;
    await webview.getByRole('button', { name: 'Export as CSV' }).click();
    await page.locator('.view-line', { hasText: 'Data,Purpose,Recipient' }).first().waitFor();
  });
});
