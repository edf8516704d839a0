import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** The browser of the tests: the one that the environment names, else that of Debian's packages. */
const executable = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** It asks the network for nothing of its own accord. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const patience = 120_000;

/** Tests by their name that share one browser. Without Chromium they are skipped, and both the log and their names say so. */
export function testInBrowser(tests: Readonly<Record<string, (browser: Browser) => Promise<void>>>): void {
  if (!existsSync(executable)) {
    console.warn(`No Chromium at ${executable}: tests in a browser are SKIPPED. Install it, or name one in CHROMIUM.`);
    for (const name of Object.keys(tests)) test.skip(`SKIPPED without Chromium: ${name}`, () => undefined);
    return;
  }
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executable, headless: true, timeout: patience, args: quiet });
  }, patience);
  afterAll(() => browser?.close(), patience);
  for (const [name, body] of Object.entries(tests))
    test(
      name,
      async () => {
        if (!browser) throw new Error('the browser has not started');
        await body(browser);
      },
      patience,
    );
}
