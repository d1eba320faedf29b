// How quickly the built site answers a keystroke in Chromium: until the next paint with the letter in it, and until the
// picture has followed. Milliseconds, 50th and 95th percentile, for files of 30, 500 and 2,000 lines.

import type { Page } from '@playwright/test';
import { percentile, withSite } from './site';

const KEYS = 60;
/** Milliseconds between keystrokes: a fast typist. */
const GAP = 110;

/** A build of so many lines in stages of fifty, each copying from the one before. */
function dockerfile(lines: number): string {
  const stages = Math.max(2, Math.round(lines / 50));
  const each = Math.max(4, Math.floor(lines / stages));
  return Array.from({ length: stages }, (_, stage) =>
    [
      `FROM alpine:3.22 AS s${stage}`,
      'WORKDIR /app',
      ...Array.from({ length: each - 3 }, (_, i) =>
        i % 3 === 0 ? `ENV V${i}=${i}` : `RUN echo "$V0 ${i}" > /app/f${i}`,
      ),
      stage === 0 ? 'COPY . .' : `COPY --from=s${stage - 1} /app/f1 /app/from-${stage - 1}`,
    ].join('\n'),
  ).join('\n');
}

interface Times {
  readonly paint: readonly number[];
  readonly graph: readonly number[];
}

async function typeInto(page: Page, address: string, text: string): Promise<Times> {
  await page.addInitScript(
    (stored) => {
      localStorage.setItem('dockerfile-playground', stored);
    },
    JSON.stringify([{ tab: 'bench', at: 1, snapshot: { text } }]),
  );
  await page.goto(address);
  const editor = page.locator('.monaco-editor[role="code"]');
  await editor.waitFor({ timeout: 60_000 });
  await editor.getByRole('textbox').first().focus();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('End');
  await page.waitForTimeout(1500);
  await page.evaluate(() => {
    const times = { paint: [] as number[], graph: [] as number[] };
    (window as unknown as { typing: typeof times }).typing = times;
    let since = 0;
    // The name of the first stage stands in its card, so the picture changes with every letter.
    new MutationObserver(() => {
      if (since === 0) return;
      const began = since;
      since = 0;
      requestAnimationFrame(() => {
        setTimeout(() => times.graph.push(performance.now() - began));
      });
    }).observe(document.querySelector('svg.dfg') ?? document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    document.addEventListener(
      'keydown',
      (event) => {
        const began = event.timeStamp;
        since = began;
        // A task after a frame runs once that frame has been painted.
        requestAnimationFrame(() => {
          setTimeout(() => times.paint.push(performance.now() - began));
        });
      },
      true,
    );
  });
  for (let i = 0; i < KEYS; i++) {
    await page.keyboard.press('abcdefghij'.charAt(i % 10));
    await page.waitForTimeout(GAP);
  }
  await page.waitForTimeout(1000);
  return page.evaluate(() => (window as unknown as { typing: Times }).typing);
}

/** Types into the built site and says how long it took, a line a file. Throws when nothing is built. */
export function typingBench(): Promise<string[]> {
  return withSite(async (browser, address) => {
    const rows: string[] = [];
    for (const lines of [30, 500, 2000]) {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      const { paint, graph } = await typeInto(page, address, dockerfile(lines));
      const part = (values: readonly number[]): string =>
        `p50 ${percentile(values, 0.5).toFixed(1)} ms, p95 ${percentile(values, 0.95).toFixed(1)} ms (${values.length} of ${KEYS})`;
      rows.push(`${lines} lines: keystroke to paint ${part(paint)}; keystroke to picture ${part(graph)}`);
      await page.close();
    }
    return rows;
  });
}
