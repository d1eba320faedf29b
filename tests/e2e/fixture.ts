// The test every spec uses: it fails on a violation of the page's security policy, an error in the console, an
// exception, or a request to another origin.

import { test as base, expect } from '@playwright/test';

interface Watched {
  /** Console errors a test causes on purpose and expects. */
  readonly expected: RegExp[];
}

export const test = base.extend<{ watched: Watched }>({
  watched: [
    async ({ page, baseURL }, use) => {
      const expected: RegExp[] = [];
      const found: string[] = [];
      const home = new URL(baseURL ?? '').origin;
      page.on('console', (message) => {
        if (message.type() === 'error') found.push(`console: ${message.text()}`);
      });
      page.on('pageerror', (error) => found.push(`exception: ${error.message}`));
      page.on('request', (request) => {
        const { protocol, origin } = new URL(request.url());
        if (protocol !== 'data:' && protocol !== 'blob:' && origin !== home) found.push(`foreign: ${request.url()}`);
      });
      await page.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) => {
          console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`);
        });
      });
      await use({ expected });
      expect(found.filter((line) => !expected.some((pattern) => pattern.test(line)))).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
