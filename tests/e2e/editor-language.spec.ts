import { EditorPage } from './editor-page';
import { expect, test } from './fixture';

test('names lead to where they are declared and to every place that uses them', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.open(
    'ARG TAG=3.22\nFROM alpine:$TAG AS build\nRUN make && \\\n    make install\nFROM alpine:$TAG\nCOPY --from=build /a /b\nRUN --mount=from=build,target=/m ls /m\nCOPY --from=0 /a /c',
  );
  await editor.goTo(6, 15);
  await expect
    .poll(() => editor.drawn('.wordHighlight, .wordHighlightStrong'))
    .toEqual(['2:21-26', '6:13-18', '7:18-23', '8:13-14']);
  await editor.press('Shift+F12');
  await expect(page.locator('.zone-widget')).toContainText('References (4)');
  await editor.press('Escape');
  await editor.press('F12');
  await expect.poll(() => editor.line()).toBe(2);
  await editor.goTo(5, 15);
  await editor.press('F12');
  await expect.poll(() => editor.line()).toBe(1);
  await editor.press('F2');
  const box = page.locator('.rename-box input');
  await expect(box).toHaveValue('TAG');
  await box.fill('RELEASE');
  await editor.press('Enter');
  await expect.poll(() => editor.text()).toContain('FROM alpine:$RELEASE AS build');
  expect(await editor.text()).toMatch(/^ARG RELEASE=3.22\n[^]*\nFROM alpine:\$RELEASE\nCOPY/);
  await editor.goTo(7, 20);
  await editor.press('F2');
  await expect(box).toHaveValue('build');
  await box.fill('compile');
  await editor.press('Enter');
  await expect.poll(() => editor.text()).toContain('RUN --mount=from=compile,target=/m ls /m\nCOPY --from=0 /a /c');
  expect(await editor.text()).toContain('COPY --from=compile /a /b');

  await editor.press('ControlOrMeta+Shift+o');
  await expect(page.locator('.quick-input-list')).toContainText('compile');
  await editor.press('Escape');
  await expect(page.locator('.quick-input-widget')).toBeHidden();
  // What can be folded is known a moment after the text has changed.
  await expect(async () => {
    await editor.focus();
    await editor.goTo(3, 1);
    await editor.press('ControlOrMeta+Shift+[');
    await expect.poll(() => editor.text(), { timeout: 2_000 }).not.toContain('make install');
  }).toPass({ timeout: 15_000 });
  await editor.press('ControlOrMeta+Shift+]');
  await expect(editor.monaco.locator('.detected-link').first()).toHaveText('alpine');

  await editor.press('ControlOrMeta+End', 'Enter');
  await editor.type('HEALTHCHECK --interval=');
  await expect(page.locator('.parameter-hints-widget.visible')).toContainText('--interval');
});

test('formats a selection, and a line as it is continued', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.open('  FROM a\n  USER b\n  USER c');
  await editor.goTo(2, 1);
  await editor.press('Shift+End', 'ControlOrMeta+k', 'ControlOrMeta+f');
  await editor.expectText('  FROM a\nUSER b\n  USER c');
  await editor.replace('FROM a\nRUN b\nc');
  await editor.goTo(2, 6);
  await editor.type(' \\');
  await editor.expectText('FROM a\nRUN b \\\n    c');
});

test('colours scripts, heredocs by their shebang, lists, names, and lines joined by another escape', async ({
  page,
}) => {
  const editor = new EditorPage(page);
  await editor.open(
    [
      '# escape=`',
      '# a comment',
      'ARG TAG=3.22',
      'FROM alpine:$TAG AS first',
      'RUN if make "it" `',
      '    ; then echo $TAG; fi',
      'RUN <<EOF',
      '#!/usr/bin/env python3',
      'import os',
      'EOF',
      'RUN <<SH',
      'while true; do x; done',
      'SH',
      'FROM first',
      'CMD ["serve", "all"]',
    ].join('\n'),
  );
  const expected: readonly (readonly [string, string])[] = [
    ['# escape=`', 'directive'],
    ['# a comment', 'comment'],
    ['FROM', 'keyword'],
    ['TAG', 'variable'],
    ['if', 'keyword'],
    ['then', 'keyword'],
    ['"it"', 'string'],
    ['import', 'keyword'],
    ['while', 'keyword'],
    ['first', 'stage'],
    ['"serve"', 'string'],
  ];
  for (const [text, name] of expected) {
    await expect.poll(() => editor.colour(text), { message: text }).toContain(name);
  }
  // A stage's name behind FROM is known as one by the analysis only.
  await expect.poll(() => editor.colour('first', 1)).toContain('stage');
});
