import { describe, expect, it } from 'vitest';
import { encode } from '../../src/share/codec';
import { atStep, openLink } from '../../src/share/open';
import type { Snapshot } from '../../src/share/snapshot';

const state: Snapshot = { text: 'FROM a\n', target: 'x', compare: { text: 'FROM b\n', platform: 'linux/arm64' } };

describe('a link opens', () => {
  it.each([
    ['the state alone', state, null],
    ['a step of this Dockerfile', atStep(state, 3, 1), { step: 3, side: 1 }],
    ['a step of the other one', atStep(state, 4, 0), { step: 4, side: 0 }],
    ['a step of this one where there is no other', atStep({ text: '' }, 2, 0), { step: 2, side: 1 }],
  ])('%s', (_, snapshot, talk) => {
    const opened = openLink(encode(snapshot));
    expect(opened).toMatchObject({ ok: true, talk });
  });

  it.each([1, 0] as const)('with the state as it was before the step was added, side %i', (side) => {
    expect(openLink(encode(atStep(state, 7, side)))).toEqual({ ok: true, snapshot: state, talk: { step: 7, side } });
  });

  it('or says why not', () => {
    expect(openLink('2.damaged')).toMatchObject({ ok: false });
  });
});
