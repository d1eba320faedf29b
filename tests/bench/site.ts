// The built site, served and opened in Chromium, for benches that need a page.

import { spawn } from 'node:child_process';
import { chromium, type Browser } from '@playwright/test';
import { findChromium } from '../chromium.mjs';

const PORT = Number(process.env['PORT'] ?? 4199);

/** The value below which this share of the values lie. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? NaN;
};

async function reachable(address: string): Promise<void> {
  for (let i = 0; i < 100; i++) {
    const answered = await fetch(address).then(
      (response) => response.ok,
      () => false,
    );
    if (answered) return;
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error(`${address} does not answer`);
}

/** Rejects when nothing is built. The server and the browser are gone when it settles. */
export async function withSite<T>(run: (browser: Browser, address: string) => Promise<T>): Promise<T> {
  const address = `http://localhost:${PORT}/`;
  const vite = new URL('../../node_modules/vite/bin/vite.js', import.meta.url).pathname;
  const server = spawn(process.execPath, [vite, 'preview', '--port', String(PORT), '--strictPort'], {
    stdio: 'ignore',
  });
  try {
    await reachable(address);
    const browser = await chromium.launch({
      executablePath: await findChromium(),
      args: ['--no-sandbox', '--disable-gpu'],
    });
    try {
      return await run(browser, address);
    } finally {
      await browser.close();
    }
  } finally {
    const ended = new Promise((settle) => server.once('exit', settle));
    server.kill();
    await ended;
  }
}
