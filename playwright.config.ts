import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const port = Number(process.env['PORT'] ?? 4173);
// `tests/run.mjs` finds a Chromium and names it here; run by hand, a system one serves when Playwright's own is absent.
const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);
const executablePath = process.env['CHROMIUM_PATH'] ?? system;

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  // A second try for what a busy machine upsets; the list names it as flaky.
  retries: process.env['PLAYWRIGHT_JSON'] ? 1 : 0,
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: process.env['PLAYWRIGHT_JSON']
    ? [['list'], ['json', { outputFile: process.env['PLAYWRIGHT_JSON'] }]]
    : 'list',
  use: {
    baseURL: `http://localhost:${port}/playground/`,
    // Most tests would only wait for a whole site to be kept; offline.spec.ts lets the worker in.
    serviceWorkers: 'block',
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  // The built site, served from a sub-path: what is tested is what is shipped, wherever it is put.
  webServer: {
    command: `npx vite preview --base /playground/ --port ${port} --strictPort`,
    url: `http://localhost:${port}/playground/`,
    reuseExistingServer: !process.env['CI'],
  },
});
