// What the embed specs share: a server of host pages on its own origin, and a page that is watched for what a host must never suffer.

import type { Server } from 'node:http';
import { expect, test as base, type Page } from '@playwright/test';
import { encode } from '../../src/share/codec';
import { DOCKERFILE } from '../hosts/dockerfile.mjs';
import { prepareHosts, serveHosts } from '../hosts/serve.mjs';

interface Host {
  readonly url: string;
  readonly snapshot: string;
}

interface Watched {
  /** Layout shift so far that no hand has caused. */
  shift(): Promise<number>;
}

export const test = base.extend<{ watched: Watched }, { host: Host }>({
  host: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures a function wants from its pattern
    async ({}, use, { workerIndex }) => {
      const site = `http://localhost:${process.env['PORT'] ?? '4173'}/playground/`;
      const port = Number(process.env['HOST_PORT'] ?? 4288) + workerIndex;
      const snapshot = encode({ text: DOCKERFILE });
      prepareHosts(site);
      const server: Server = await serveHosts(port, site, snapshot);
      await use({ url: `http://localhost:${String(port)}/`, snapshot });
      server.close();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  watched: [
    async ({ page, host, baseURL }, use) => {
      const found: string[] = [];
      const allowed = [new URL(host.url).origin, new URL(baseURL ?? '').origin];
      page.on('pageerror', (error) => found.push(`exception: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error') found.push(`console: ${message.text()}`);
      });
      page.on('request', (request) => {
        const { protocol, origin } = new URL(request.url());
        if (/^https?:$/.test(protocol) && !allowed.includes(origin)) found.push(`foreign: ${request.url()}`);
      });
      await page.addInitScript(() => {
        const shifts = globalThis as typeof globalThis & { shift: number };
        shifts.shift = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
            if (!entry.hadRecentInput) shifts.shift += entry.value;
          }
        }).observe({ type: 'layout-shift', buffered: true });
        document.addEventListener('securitypolicyviolation', (event) => {
          console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`);
        });
      });
      await use({ shift: () => page.evaluate(() => (globalThis as typeof globalThis & { shift: number }).shift) });
      expect(found).toEqual([]);
    },
    { auto: true },
  ],
});

/** Waits until every embed in sight has its picture. */
export async function drawn(page: Page, count = 1): Promise<void> {
  await expect(page.locator('dockerfile-playground svg.picture')).toHaveCount(count);
}

export { expect, DOCKERFILE };
