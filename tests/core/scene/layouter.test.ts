import { expect, it } from 'vitest';
import { draw, layouter, model, parse } from '../../../src/core';
import { madeUpSizes } from './made-up-sizes';

const stages = (names: readonly string[]): string =>
  names.map((name) => `FROM alpine AS ${name}\nRUN touch /${name}`).join('\n') +
  `\nFROM scratch\n${names.map((name) => `COPY --from=${name} /${name} /`).join('\n')}\n`;

it('orders again only when a stage or a link changes', () => {
  const keep = layouter();
  let made = 0;
  const drawn = (text: string) => {
    const build = model(parse(text));
    return draw(build, madeUpSizes(build), [], {}, (key, make) =>
      keep(key, () => {
        made += 1;
        return make();
      }),
    );
  };
  const text = stages(['a', 'b', 'c']);
  drawn(text);
  drawn(text.replace('RUN touch /a', 'RUN touch /a && make everything'));
  drawn(text.replace('RUN touch /b', 'RUN touch /b\nENV MODE=fast'));
  expect(made).toBe(1);
  drawn(text.replace('COPY --from=b /b /\n', ''));
  expect(made).toBe(2);
});

it('gives the answer that a fresh drawing gives', () => {
  const keep = layouter();
  for (const names of [
    ['a', 'b'],
    ['a', 'b', 'c'],
    ['a', 'b'],
    ['c', 'b', 'a'],
  ]) {
    const build = model(parse(stages(names)));
    const size = madeUpSizes(build);
    expect(draw(build, size, [], {}, keep)).toEqual(draw(build, size, [], {}));
  }
});
