import AxeBuilder from '@axe-core/playwright';
import type { DockerfilePlayground } from '../../src/embed/embed';
import { DOCKERFILE, drawn, expect, test } from './hosts';

const NO_SHIFT = 0.02;

test.describe('an embed in a page of another origin', () => {
  test('is drawn without moving what stands around it, and axe finds nothing', async ({ page, host, watched }) => {
    await page.goto(`${host.url}plain`);
    await drawn(page);
    const graph = page.locator('dockerfile-playground');
    await expect(graph.locator('.sentence')).toContainText(/MB.*final image/);
    await expect(graph.locator('svg.picture')).toHaveAttribute('aria-label', /final image/);
    expect(await graph.evaluate((element) => element.getBoundingClientRect().height)).toBe(360);
    expect(await watched.shift()).toBeLessThanOrEqual(NO_SHIFT);
    expect((await new AxeBuilder({ page }).include('dockerfile-playground').analyze()).violations).toEqual([]);
  });

  test('comes alive under the pointer, selects, and leaves the wheel to the page', async ({ page, host }) => {
    await page.goto(`${host.url}plain`);
    await drawn(page);
    const graph = page.locator('dockerfile-playground');
    await graph.evaluate((element) => {
      element.addEventListener('select', (event) => {
        element.dataset['selected'] = (event as CustomEvent<{ element: string }>).detail.element;
      });
    });
    await graph.locator('.stage').hover();
    await expect(graph.locator('.live svg.dfg').first()).toBeVisible();
    await page.mouse.wheel(0, 200);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
    await page.evaluate(() => {
      scrollTo(0, 0);
    });
    await graph.locator('.live [data-id="stage:0"]').click({ position: { x: 30, y: 12 } });
    await expect(graph).toHaveAttribute('data-selected', 'stage:0');
    expect((await new AxeBuilder({ page }).include('dockerfile-playground').analyze()).violations).toEqual([]);
  });

  test('takes no focus, no storage and no cookie', async ({ page, host }) => {
    await page.goto(`${host.url}plain`);
    await drawn(page);
    const state = await page.evaluate(() => [
      document.activeElement?.tagName,
      localStorage.length,
      document.cookie,
      scrollY,
    ]);
    expect(state).toEqual(['BODY', 0, '', 0]);
  });

  test('is driven by its properties and tells by events', async ({ page, host }) => {
    await page.goto(`${host.url}plain`);
    await drawn(page);
    const graph = page.locator('dockerfile-playground');
    const told = await graph.evaluate(async (node) => {
      const element = node as DockerfilePlayground;
      const once = (name: string): Promise<Event> =>
        new Promise((resolve) => element.addEventListener(name, resolve, { once: true }));
      const step = once('step');
      element.step = 2;
      const first = ((await step) as CustomEvent<{ step: number; steps: number }>).detail;
      element.next();
      const analysis = once('analysis');
      element.source = 'FROM alpine:3.22\nRUN apk add --no-cache curl\n';
      await analysis;
      return { first, step: element.step, stages: element.analysis?.build.stages.length, steps: element.steps };
    });
    expect(told).toMatchObject({ first: { step: 2, steps: 10 }, step: 3, stages: 1, steps: 3 });
    await expect(graph.locator('.count')).toHaveText('3 / 3');
  });

  test('shows its views and themes by attribute', async ({ page, host }) => {
    await page.goto(`${host.url}dark`);
    await drawn(page);
    const graph = page.locator('dockerfile-playground');
    await expect(graph.locator('.root')).toHaveAttribute('data-theme', 'light');
    await page.evaluate(() => {
      document.documentElement.dataset['theme'] = 'dark';
    });
    await expect(graph.locator('.root')).toHaveAttribute('data-theme', 'dark');
    await graph.evaluate((element) => {
      element.setAttribute('view', 'layers');
    });
    await expect(graph.locator('tbody tr')).toHaveCount(1);
    await graph.evaluate((element) => {
      element.setAttribute('view', 'sentence');
    });
    await expect(graph.locator('.stage')).toBeHidden();
    await expect(graph.locator('.sentence')).toBeVisible();
    await page.setViewportSize({ width: 340, height: 700 });
    const room = (): Promise<number> =>
      graph.locator('.root').evaluate((root) => root.scrollHeight - root.clientHeight);
    await expect.poll(room).toBe(0);
    await graph.evaluate((element) => {
      element.setAttribute('view', 'graph+code');
      element.setAttribute('editable', '');
    });
    await graph.locator('textarea').fill('FROM alpine:3.22 AS only\n');
    await expect(graph.locator('svg.picture, .live')).toContainText('only');
    await graph.locator('textarea').fill('ARG TAG=3.21\nFROM alpine:$TAG AS only\n');
    await expect(graph.locator('svg.picture, .live')).toContainText('alpine:3.21');
    await graph.evaluate((element) => {
      element.setAttribute('build-arg:TAG', '3.22');
    });
    await expect(graph.locator('svg.picture, .live')).toContainText('alpine:3.22');
  });

  test('speaks the language of its attribute, else that of the page, else English', async ({ page, host }) => {
    await page.goto(`${host.url}plain`);
    await drawn(page);
    const graph = page.locator('dockerfile-playground');
    const said = graph.locator('.sentence');
    await expect(graph.locator('.root')).toHaveAttribute('lang', 'en');
    await graph.evaluate((element) => {
      element.setAttribute('lang', 'de-CH');
    });
    await expect(said).toContainText(/MB fertiges Image .* zu laden/);
    await expect(graph.locator('svg.picture')).toContainText('fertiges Image');
    await expect(graph.locator('.root')).toHaveAttribute('lang', 'de');
    await expect(graph.getByRole('link')).toHaveText('Im Playground öffnen');
    await graph.locator('.stage').hover();
    await expect(graph.getByRole('application', { name: 'Graph der Stages' })).toBeVisible();
    await expect(graph.getByRole('button', { name: 'Einpassen' })).toBeVisible();
    await expect(graph.getByRole('img', { name: 'Legende' })).toContainText('breiter heißt mehr Bytes');
    expect((await new AxeBuilder({ page }).include('dockerfile-playground').analyze()).violations).toEqual([]);
    await graph.evaluate((element) => {
      element.setAttribute('step', '1');
    });
    await expect(graph.getByRole('button', { name: 'Nächster Schritt' })).toBeVisible();
    await expect(graph.locator('.steps')).toContainText('beginnt mit');
    await graph.evaluate((element) => {
      element.removeAttribute('step');
      element.removeAttribute('lang');
    });
    await expect(said).toContainText('final image');
    await page.evaluate(() => {
      document.documentElement.lang = 'fr';
    });
    await expect(said).toContainText(/Mo : image finale/);
    for (const [tag, word] of [
      ['ja', '最終イメージ'],
      ['zh-CN', '最终镜像'],
      ['es', 'imagen final'],
      ['pt', 'para baixar'],
      ['xx', 'final image'],
    ] as const) {
      await graph.evaluate((element, lang) => {
        element.setAttribute('lang', lang);
      }, tag);
      await expect(said).toContainText(word);
    }
  });

  test('tells where it is small only what can be read there', async ({ page, host }) => {
    await page.goto(`${host.url}plain`);
    await drawn(page);
    const graph = page.locator('dockerfile-playground');
    const picture = graph.locator('svg.picture');
    await graph.evaluate((element) => {
      element.style.width = '900px';
    });
    await expect(picture).toContainText('go mod download');
    await graph.evaluate((element) => {
      element.setAttribute('height', '240');
      element.style.width = '300px';
    });
    await expect(picture).toContainText('build');
    await expect(picture).not.toContainText('go mod download');
  });

  test('upgrades only the code blocks its author marked', async ({ page, host, watched }) => {
    await page.goto(`${host.url}marked`);
    await drawn(page);
    await expect(page.locator('pre:visible > code.language-dockerfile')).toHaveCount(1);
    expect(await watched.shift()).toBeLessThanOrEqual(NO_SHIFT);
  });

  test('reads the text of every renderer it knows', async ({ page, host }) => {
    await page.goto(`${host.url}renderers`);
    const graphs = page.locator('dockerfile-playground');
    await expect(graphs).toHaveCount(7);
    for (const section of await page.locator('section').all()) {
      const source = await section
        .locator('dockerfile-playground')
        .evaluate((node) => (node as DockerfilePlayground).source);
      expect(source.trimEnd(), (await section.getAttribute('data-name')) ?? '').toBe(DOCKERFILE.trimEnd());
      await expect(section.locator('pre').first()).toBeHidden();
    }
  });

  test('ten on a page load the engine once, and only near the viewport', async ({ page, host }) => {
    const engines: string[] = [];
    page.on('request', (request) => {
      if (/\/embed\/draw-|assets\/images-/.test(request.url())) engines.push(request.url());
    });
    await page.goto(`${host.url}ten`);
    await expect(page.locator('dockerfile-playground svg.picture').first()).toBeVisible();
    expect(await page.locator('dockerfile-playground svg.picture').count()).toBeLessThan(10);
    await page.locator('dockerfile-playground').last().scrollIntoViewIfNeeded();
    await expect(page.locator('dockerfile-playground').last().locator('svg.picture')).toBeVisible();
    expect(engines).toHaveLength(2);
  });
});

test.describe('an embed in a hard place', () => {
  test('keeps to a strict Content-Security-Policy, live as well', async ({ page, host }) => {
    await page.goto(`${host.url}csp`);
    await drawn(page);
    const graph = page.locator('dockerfile-playground');
    await expect(graph.locator('.count')).toHaveText('3 / 10');
    await expect(graph.locator('.code .lit')).toHaveText(/COPY go\.mod/);
    await graph.evaluate((element) => {
      element.removeAttribute('step');
    });
    await graph.locator('.stage').hover();
    await expect(graph.locator('.live svg.dfg').first()).toBeVisible();
    expect(
      await graph
        .locator('.live .card .box')
        .first()
        .evaluate((box) => getComputedStyle(box).fill),
    ).toMatch(/^rgb/);
  });

  test('is not coloured, hidden or turned around by hostile styles of a right-to-left page', async ({ page, host }) => {
    await page.goto(`${host.url}hostile`);
    await drawn(page);
    const graph = page.locator('dockerfile-playground');
    const look = await graph.locator('.sentence').evaluate((element) => {
      const { color, direction, fontSize, letterSpacing, textTransform } = getComputedStyle(element);
      return { color, direction, fontSize, letterSpacing, textTransform };
    });
    expect(look).toMatchObject({ direction: 'ltr', fontSize: '13px', letterSpacing: 'normal', textTransform: 'none' });
    expect(look.color).not.toBe('rgb(255, 0, 0)');
    await expect(graph.locator('svg.picture')).toBeVisible();
  });

  test('prints', async ({ page, host }) => {
    await page.goto(`${host.url}plain`);
    await drawn(page);
    await page.emulateMedia({ media: 'print' });
    const graph = page.locator('dockerfile-playground');
    await expect(graph.locator('svg.picture')).toBeVisible();
    await expect(graph.locator('.explore')).toBeHidden();
  });

  test('never runs what a Dockerfile says', async ({ page, host }) => {
    await page.goto(`${host.url}plain`);
    await drawn(page);
    const graph = page.locator('dockerfile-playground');
    await graph.evaluate((node) => {
      const bad =
        '<img src=x onerror="document.title=1"><svg onload="document.title=1"><script>document.title=1</script>\u202e';
      (node as DockerfilePlayground).source =
        `# ${bad}\nFROM ${bad} AS ${bad}\nRUN ${bad}\nLABEL a="${bad}"\nFROM scratch AS "><script>\n`;
    });
    await expect(graph.locator('.foot')).toContainText('Line');
    await graph.evaluate((node) => {
      (node as DockerfilePlayground).source = `FROM scratch\n${'LABEL a=b\n'.repeat(100_000)}`;
    });
    await expect(graph.locator('.foot')).toContainText('too long to be drawn');
    expect(await page.title()).toBe('Host');
  });
});
