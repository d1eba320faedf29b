import { describe, expect, it } from 'vitest';
import { model, parse, type Analysis } from '../../src/core';
import { sameAs } from '../../src/ui/elements';

const build = model(parse('FROM golang AS a\nRUN x\nFROM scratch\nCOPY --from=a /x /x\n'));
const analysis = { build } as Analysis;
const link = build.links.find(({ kind }) => kind === 'copy');

describe('what lights up with an element', () => {
  it.each([
    ['nothing', null, []],
    ['a stage', 'stage:0', ['stage:0']],
    ['a step that takes nothing', 'step:0.0', ['step:0.0']],
    ['a step with its link', link?.step, [link?.step, link?.id]],
    ['a link with its step', link?.id, [link?.id, link?.step]],
  ] as const)('%s', (_, id, expected) => {
    expect([...sameAs(analysis, id ?? null)]).toEqual(expected);
  });
});
