import { describe, expect, it } from 'vitest';
import { readHeight } from '../../src/embed/frames';
import { readCommand, readOrigin, toMessage } from '../../src/embed/protocol';

const type = (name: string): string => `dockerfile-playground:${name}`;

describe('a message to a framed embed', () => {
  it.each([
    [
      { type: type('step'), step: 3 },
      { kind: 'step', step: 3 },
    ],
    [
      { type: type('step'), step: 'next' },
      { kind: 'step', step: 'next' },
    ],
    [
      { type: type('theme'), theme: 'dark' },
      { kind: 'theme', theme: 'dark' },
    ],
    [
      { type: type('source'), source: 'FROM scratch' },
      { kind: 'source', source: 'FROM scratch' },
    ],
  ])('%j is understood', (data, command) => {
    expect(readCommand(data)).toEqual(command);
  });

  it.each([
    null,
    undefined,
    7,
    'dockerfile-playground:step',
    [],
    {},
    { type: type('step') },
    { type: type('step'), step: -1 },
    { type: type('step'), step: 1.5 },
    { type: type('step'), step: Number.NaN },
    { type: type('step'), step: '<img onerror=1>' },
    { type: type('theme'), theme: 'url(javascript:1)' },
    { type: type('source'), source: { length: 3 } },
    { type: type('source'), source: 'x'.repeat(1_000_001) },
    { type: type('evil'), source: 'x' },
    { __proto__: { type: type('step'), step: 1 } },
    Object.create({ type: type('step'), step: 1 }),
  ])('%j is passed over', (data: unknown) => {
    expect(readCommand(data)).toBeNull();
  });
});

describe('what a frame announces', () => {
  it('carries the prefix', () => {
    expect(toMessage({ type: 'height', height: 300 })).toEqual({ type: type('height'), height: 300 });
  });

  it.each([
    [{ type: type('height'), height: 300.2 }, 301],
    [{ type: type('height'), height: 1e9 }, null],
    [{ type: type('height'), height: '300' }, null],
    [{ type: 'other', height: 300 }, null],
    [null, null],
  ])('%j gives the height %s', (data, height) => {
    expect(readHeight(data)).toBe(height);
  });

  it.each([
    ['https://docs.example.org/a', 'https://docs.example.org'],
    ['docs.example.org', null],
    ['javascript:alert(1)', null],
    [null, null],
  ])('may only go to the origin of %s', (allow, origin) => {
    expect(readOrigin(allow)).toBe(origin);
  });
});
