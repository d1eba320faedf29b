import { analyse } from '../../src/core';
import { createCatalogue } from '../../src/catalogue/catalogue';
import { fixable } from '../editor/fixable';
import { EditorPage } from './editor-page';
import { expect, test } from './fixture';

test('every quick fix is made in the editor, and its problem is gone from the text', async ({ page }) => {
  test.setTimeout(240_000);
  const editor = new EditorPage(page);
  await editor.open('FROM alpine:3.22');
  await page.getByRole('tab', { name: /^Problems/ }).click();
  const list = page.getByRole('tabpanel', { name: /Problems/ });
  await editor.focus();
  for (const { rule, text, at, fixed } of fixable) {
    await test.step(rule, async () => {
      await editor.replace(text);
      await expect(list).toContainText(rule);
      await editor.goTo(...at);
      const title = analyse(text, {}, createCatalogue()).problems.find((one) => one.rule === rule && one.fix)?.fix
        ?.title;
      const fixes = await editor.fixes();
      await fixes
        .filter({ hasText: title ?? rule })
        .first()
        .click();
      await editor.expectText(fixed);
      await expect(list).not.toContainText(rule);
      await editor.focus();
    });
  }
});

test('problems are marked from their first to their last letter, with the rule linked to its page', async ({
  page,
}) => {
  const editor = new EditorPage(page);
  await editor.open(
    'FROM alpine:3.22 AS Build\nEXPOSE 80/TCP 81/UDP\nENV A b\nFROM scratch\nCOPY --from=biuld /a /b\nWRONG x',
  );
  await expect.poll(() => editor.drawn('.squiggly-error')).toEqual(['6:1-8']);
  await editor.press('ControlOrMeta+End', 'Shift+Home', 'Delete', 'Backspace');
  await expect.poll(() => editor.drawn('.squiggly-error')).toEqual([]);
  await expect
    .poll(() => editor.drawn('.squiggly-warning'))
    .toEqual(['1:21-26', '2:15-21', '2:8-14', '3:1-8', '5:13-18']);
  await editor.goTo(2, 10);
  await editor.press('ControlOrMeta+k', 'ControlOrMeta+i');
  await expect(page.locator('.monaco-hover:visible a', { hasText: 'ExposeProtoCasing' }).first()).toHaveAttribute(
    'href',
    'https://docs.docker.com/reference/build-checks/expose-proto-casing/',
  );
  await editor.press('Escape');
  await (await editor.fixes()).filter({ hasText: /^Fix all 2 of ExposeProtoCasing/ }).click();
  await expect.poll(() => editor.text()).toContain('EXPOSE 80/tcp 81/udp');
  await editor.focus();
  await editor.press('F8');
  await expect(page.locator('.marker-widget')).toContainText('Build');
  await editor.press('F8');
  await expect.poll(() => editor.line()).toBe(3);
});
