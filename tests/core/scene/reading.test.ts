// A picture drawn before RUN and COPY are read keeps room for what they add: when the figures come, cards stay as large as
// they were and where they were.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/catalogue';
import { settled } from '../../../src/catalogue/load';
import { analyse, layouts, signatureText, walk } from '../../../src/core';

const examples = ['go-scratch', 'go-service', 'static-site', 'python-venv', 'full-stack', 'spring-layers'];
const read = (address: URL): Promise<string> => Promise.resolve(readFileSync(address, 'utf8'));

describe('a picture that is still being read', () => {
  it.each(examples)('%s hardly moves when its figures come', async (name) => {
    const text = readFileSync(`src/ui/examples/${name}.Dockerfile`, 'utf8');
    const catalogue = await loadCatalogue(read);
    const before = walk(text, {}, catalogue, null, layouts.right);
    const after = await settled(catalogue, () => analyse(text, {}, catalogue), read);
    expect(signatureText(before.sentence)).toContain('still reading');
    expect(signatureText(before.sentence)).not.toContain('unknown');
    for (const card of after.scene.cards) {
      const was = before.scene.cards.find(({ key }) => key === card.key);
      expect(
        was?.rows.map(({ id, y, height }) => [id, y - (was.y ?? 0), height]),
        card.title,
      ).toEqual(card.rows.map(({ id, y, height }) => [id, y - card.y, height]));
      expect(JSON.stringify(was)).not.toMatch(/unknown|\+\?/);
      // A line more or less of words in the footer, a letter more in a figure.
      expect(Math.abs((was?.height ?? 0) - card.height), `${card.title} height`).toBeLessThanOrEqual(18);
      expect(Math.abs((was?.width ?? 0) - card.width), `${card.title} width`).toBeLessThanOrEqual(40);
      expect(Math.abs((was?.y ?? 0) - card.y), `${card.title} y`).toBeLessThanOrEqual(24);
    }
  });
});
