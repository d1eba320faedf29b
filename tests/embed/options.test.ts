import { describe, expect, it } from 'vitest';
import { heightFor } from '../../src/embed/height';
import { readOptions, withCaseOf } from '../../src/embed/options';

const read = (attributes: Record<string, string>): ReturnType<typeof readOptions> =>
  readOptions((name) => attributes[name] ?? null, Object.keys(attributes));

describe('options of an embed', () => {
  it('have defaults', () => {
    expect(read({})).toEqual({ view: 'graph', theme: 'auto', height: null, editable: false, step: null, analyse: {} });
  });

  it('are read from attributes', () => {
    const options = {
      view: 'graph+code',
      theme: 'dark',
      height: '420px',
      editable: '',
      step: '3',
      target: 'dev',
      platform: 'linux/arm64',
    };
    expect(read(options)).toEqual({
      view: 'graph+code',
      theme: 'dark',
      height: 420,
      editable: true,
      step: 3,
      analyse: { target: 'dev', platform: 'linux/arm64' },
    });
  });

  it.each([
    [{ view: 'x' }, { view: 'graph' }],
    [{ theme: 'neon' }, { theme: 'auto' }],
    [{ height: '100%' }, { height: null }],
    [{ height: '999999' }, { height: 4000 }],
    [{ step: '-1' }, { step: null }],
    [{ editable: 'false' }, { editable: false }],
  ])('%j that make no sense have their default', (attributes, expected) => {
    expect(read(attributes as Record<string, string>)).toMatchObject(expected);
  });

  it('find the case of a build argument in the text, as HTML loses it', () => {
    const { analyse } = read({ 'build-arg:version': '2', 'build-arg:other': 'x' });
    expect(withCaseOf(analyse, 'ARG A=1 VERSION=1\nFROM x\n').buildArgs).toEqual({ VERSION: '2', other: 'x' });
  });
});

describe('the height of an embed', () => {
  const text = (instructions: number): string =>
    `FROM alpine\n${'RUN make \\\n  all\n'.repeat(instructions)}FROM scratch\n`;

  it('grows with the longest stage and stops growing', () => {
    expect(heightFor(text(2), 'graph', false)).toBeLessThan(heightFor(text(10), 'graph', false));
    expect(heightFor(text(1000), 'graph', false)).toBeLessThanOrEqual(520);
  });

  it('is higher in a narrow column, where cards stand below each other', () => {
    expect(heightFor(text(3), 'graph', false, true)).toBeGreaterThan(heightFor(text(3), 'graph', false));
    expect(heightFor(text(1000), 'graph', false, true)).toBeLessThanOrEqual(760);
    expect(heightFor(text(3), 'sentence', false, true)).toBeGreaterThan(heightFor(text(3), 'sentence', false));
  });

  it.each(['graph', 'graph+code', 'layers', 'sentence'] as const)(
    'is known for the view %s of an empty text',
    (view) => {
      expect(heightFor('', view, false)).toBeGreaterThanOrEqual(80);
    },
  );
});
