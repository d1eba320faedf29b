// Typing as one does in any editor: Enter and lists, brackets and joined lines, several carets, find and replace.

import { EditorPage } from './editor-page';
import { expect, test } from './fixture';

test('Enter behind what is written out makes a new line, whatever list is open', async ({ page }) => {
  const editor = new EditorPage(page);
  const list = page.locator('.suggest-widget.visible');
  await editor.open('FROM golang:1.24 AS build\nWORKDIR /src\nRUN go build -o /out/app .\n');
  await editor.press('ControlOrMeta+End');
  await editor.type('FROM alpine');
  await expect(list.locator('.monaco-list-row.focused')).toContainText(/^alpine/);
  await editor.press('Enter');
  await editor.type('FROM alpine:3.22');
  await expect(list.locator('.monaco-list-row.focused')).toContainText(/^3\.22/);
  await editor.press('Enter');
  // A blank behind a stage opens nothing; the first letter of a path opens the list of sources.
  await editor.type('COPY --from=build ');
  await expect(list).toBeHidden();
  await editor.type('/out/app');
  await expect(list.locator('.monaco-list-row')).toHaveCount(1);
  // Where it goes, no source is offered.
  await editor.type(' /app');
  await expect(list).toBeHidden();
  await editor.press('ControlOrMeta+Space');
  await expect(list.locator('.monaco-list-row')).toHaveCount(0);
  await editor.press('Escape', 'Enter');
  await editor.type('USER app');
  await editor.expectText(
    'FROM golang:1.24 AS build\nWORKDIR /src\nRUN go build -o /out/app .\nFROM alpine\nFROM alpine:3.22\nCOPY --from=build /out/app /app\nUSER app',
  );
});

test('an image that is chosen wants its tag, and the list follows every letter', async ({ page }) => {
  const editor = new EditorPage(page);
  const focused = page.locator('.suggest-widget.visible .monaco-list-row.focused');
  await editor.open('');
  await editor.type('FROM ngin');
  await expect(focused).toContainText(/^nginx/);
  await editor.press('Tab');
  await editor.expectText('FROM nginx:');
  await expect(focused).toBeVisible();
  await editor.type('alpine-sl');
  await expect(focused).toContainText(/^alpine-slim/);
  await editor.press('Enter');
  await editor.expectText('FROM nginx:alpine-slim');
});

test('brackets and quotes close, joined lines are set in, by whichever character joins them', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.open('FROM alpine:3.22\n');
  await editor.press('ControlOrMeta+End');
  await editor.type('CMD ["sh');
  await editor.expectText('FROM alpine:3.22\nCMD ["sh"]');
  await editor.press('Escape', 'End');
  await expect(editor.monaco.locator('.bracket-match')).toHaveCount(2);
  await editor.press('Enter');
  await editor.type('# it\'s "so');
  await editor.press('Escape', 'Enter');
  // Keys come faster than a slow machine colours lines or answers with an analysis.
  const machine = await page.context().newCDPSession(page);
  await machine.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  await editor.type('RUN make \\');
  await editor.press('Enter');
  await editor.type('&& make install');
  await editor.press('Escape', 'Enter');
  await editor.type('USER app');
  await editor.press('Escape');
  await editor.expectText('FROM alpine:3.22\nCMD ["sh"]\n# it\'s "so\nRUN make \\\n    && make install\nUSER app');
  await editor.replace('# escape=`\nFROM alpine:3.22 AS Up\nRUN make `');
  await editor.press('Enter');
  await editor.type('x \\');
  await editor.press('Enter');
  await editor.type('y');
  await editor.press('Escape');
  await editor.expectText('# escape=`\nFROM alpine:3.22 AS Up\nRUN make `\n    x \\\ny');
});

test('several carets type at once, lines move and turn into comments', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.open('FROM alpine:3.22\nENV A=one\nENV B=one\nRUN echo one');
  await editor.goTo(2, 7);
  await editor.press('ControlOrMeta+d', 'ControlOrMeta+d', 'ControlOrMeta+d');
  await expect(editor.monaco.locator('.cursor')).toHaveCount(3);
  await editor.type('two');
  await editor.press('Escape', 'Escape');
  await editor.expectText('FROM alpine:3.22\nENV A=two\nENV B=two\nRUN echo two');
  await editor.press('ControlOrMeta+z');
  await editor.expectText('FROM alpine:3.22\nENV A=one\nENV B=one\nRUN echo one');
  await editor.goTo(2, 1);
  await editor.press('Alt+ArrowDown', 'ControlOrMeta+/');
  await editor.expectText('FROM alpine:3.22\nENV B=one\n# ENV A=one\nRUN echo one');
});

test('finds and replaces', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.open('FROM alpine:3.22\nENV A=one\nENV B=one');
  await editor.press('ControlOrMeta+f');
  const find = page.locator('.find-widget.visible');
  await find.getByRole('textbox', { name: 'Find' }).fill('one');
  await expect(find).toContainText(/of 2/);
  await editor.press('Escape', 'ControlOrMeta+h');
  await find.getByRole('textbox', { name: 'Replace' }).fill('two');
  await find.getByRole('button', { name: /Replace All/ }).click();
  await editor.expectText('FROM alpine:3.22\nENV A=two\nENV B=two');
});
