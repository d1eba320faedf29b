// How the built site copes with large pictures in Chromium: milliseconds until the first picture stands, per frame while it is
// dragged and zoomed (50th and 95th percentile), and the longest task while somebody types (0: none over 50). Stages of ten
// instructions.

import type { Page } from '@playwright/test';
import { dockerfile } from './graphs';
import { percentile, withSite } from './site';

interface Frames {
  readonly frames: readonly number[];
  readonly tasks: readonly number[];
}

/** Runs in the page, as text: what compiles this file would put its own helpers into a function. */
const WATCH = `
  const seen = { frames: [], tasks: [], on: true };
  window.seen = seen;
  new PerformanceObserver((list) => {
    if (seen.on) for (const { duration } of list.getEntries()) seen.tasks.push(duration);
  }).observe({ entryTypes: ['longtask'] });
  let last = performance.now();
  requestAnimationFrame(function tick(now) {
    seen.frames.push(now - last);
    last = now;
    if (seen.on) requestAnimationFrame(tick);
  });`;

/** Frames drawn and tasks over 50 ms while `work` goes on. */
async function watched(page: Page, work: () => Promise<void>): Promise<Frames> {
  await page.evaluate(`{${WATCH}}`);
  await work();
  return page.evaluate<Frames>('(seen.on = false, { frames: seen.frames.slice(1), tasks: seen.tasks })');
}

const said = ({ frames }: Frames): string =>
  `p50 ${percentile(frames, 0.5).toFixed(0)} ms, p95 ${percentile(frames, 0.95).toFixed(0)} ms a frame`;

async function measure(page: Page, address: string, stages: number): Promise<string> {
  await page.addInitScript(
    (stored) => {
      localStorage.setItem('dockerfile-playground', stored);
    },
    JSON.stringify([{ tab: 'bench', at: 1, snapshot: { text: dockerfile(stages) } }]),
  );
  await page.goto(address);
  await page.waitForFunction(
    (count) =>
      document.querySelectorAll('svg.dfg .card').length >= count || document.querySelector('svg.dfg .mass') !== null,
    Math.min(stages, 40),
    { polling: 'raf', timeout: 60_000 },
  );
  const first = await page.evaluate(() => performance.now());
  await page.locator('.monaco-editor').first().waitFor({ timeout: 60_000 });
  await page.waitForTimeout(2000);
  const box = await page.locator('svg.dfg[role="application"]').boundingBox();
  if (!box) throw new Error('there is no picture');
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  const drag = async (): Promise<void> => {
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let step = 1; step <= 60; step += 1) await page.mouse.move(x + 3 * step, y + step);
    await page.mouse.up();
  };
  const dragged = await watched(page, drag);
  const zoomed = await watched(page, async () => {
    for (let turn = 0; turn < 60; turn += 1) await page.mouse.wheel(0, turn < 40 ? -60 : 60);
  });
  const near = await watched(page, drag);
  await page.locator('.monaco-editor textarea, .monaco-editor .native-edit-context').first().focus();
  const typing = (): Promise<Frames> =>
    watched(page, async () => {
      for (const letter of 'a comment') {
        await page.keyboard.type(letter);
        await page.waitForTimeout(150);
      }
      await page.waitForTimeout(1500);
    });
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  const inRun = await typing();
  // In front of the first FROM: the stage goes, and every other one has another number.
  await page.keyboard.press('ControlOrMeta+Home');
  const inFrom = await typing();
  const longest = ({ tasks }: Frames): string => Math.max(0, ...tasks).toFixed(0);
  return (
    `${stages} stages: first picture ${(first / 1000).toFixed(2)} s; drag fitted ${said(dragged)}; ` +
    `zoom ${said(zoomed)}; drag close ${said(near)}; ` +
    `longest task while typing in a RUN ${longest(inRun)} ms, while a FROM becomes something else ${longest(inFrom)} ms`
  );
}

export function framesBench(): Promise<string[]> {
  return withSite(async (browser, address) => {
    const lines: string[] = [];
    for (const stages of [10, 100, 1000]) {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      lines.push(await measure(page, address, stages));
      await page.close();
    }
    return lines;
  });
}
