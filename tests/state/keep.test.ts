import { describe, expect, it } from 'vitest';
import { Keeper, type Places } from '../../src/state/keep';

class MemoryStorage implements Storage {
  readonly #items = new Map<string, string>();
  readonly #room: number;
  [name: string]: unknown;
  constructor(room = Infinity) {
    this.#room = room;
  }
  get length(): number {
    return this.#items.size;
  }
  key(index: number): string | null {
    return [...this.#items.keys()][index] ?? null;
  }
  getItem(key: string): string | null {
    return this.#items.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    if (value.length > this.#room) throw new DOMException('full', 'QuotaExceededError');
    this.#items.set(key, value);
  }
  removeItem(key: string): void {
    this.#items.delete(key);
  }
  clear(): void {
    this.#items.clear();
  }
}

const browser = (room = Infinity) => {
  const local = new MemoryStorage(room);
  let clock = 0;
  let ids = 0;
  const tab = (session: Storage = new MemoryStorage()) => {
    const places: Places = { local: () => local, session: () => session };
    return new Keeper(
      () => `id${String(ids++)}`,
      () => ++clock,
      places,
    );
  };
  return { tab, local };
};
const blocked: Places = {
  local: () => {
    throw new DOMException('blocked', 'SecurityError');
  },
  session: () => {
    throw new DOMException('blocked', 'SecurityError');
  },
};

describe('what the browser keeps', () => {
  it('comes back after a reload of the same tab, whatever other tabs did since', () => {
    const { tab } = browser();
    const session = new MemoryStorage();
    tab(session).write({ text: 'FROM a', target: 'x' });
    tab().write({ text: 'FROM b' });
    expect(tab(session).latest()?.snapshot).toEqual({ text: 'FROM a', target: 'x' });
  });

  it('comes back in a new tab as the newest of all', () => {
    const { tab } = browser();
    tab().write({ text: 'FROM a' });
    tab().write({ text: 'FROM b' });
    expect(tab().latest()?.snapshot.text).toBe('FROM b');
  });

  it('tells a duplicated tab from the one it was made of', () => {
    const { tab } = browser();
    const first = new MemoryStorage();
    const one = tab(first);
    one.write({ text: 'FROM one' });
    const copied = new MemoryStorage();
    for (let index = 0; index < first.length; index++) {
      const key = first.key(index) ?? '';
      copied.setItem(key, first.getItem(key) ?? '');
    }
    tab(copied).write({ text: 'FROM two' });
    expect(tab(first).latest()?.snapshot.text).toBe('FROM one');
    expect(tab(copied).latest()?.snapshot.text).toBe('FROM two');
  });

  it('holds a text that was put aside', () => {
    const { tab } = browser();
    const keeper = tab();
    keeper.putAside({ text: 'FROM mine' }, () => 'aside');
    keeper.putAside({ text: '  ' }, () => 'blank');
    keeper.write({ text: 'FROM link' });
    expect(keeper.all().map((kept) => kept.snapshot.text)).toEqual(['FROM link', 'FROM mine']);
  });

  it('keeps the newest eight', () => {
    const { tab } = browser();
    for (let index = 0; index < 12; index++) tab().write({ text: `FROM a${String(index)}` });
    expect(tab().all()).toHaveLength(8);
    expect(tab().all()[0]?.snapshot.text).toBe('FROM a11');
  });

  it('gives up old texts before the newest when there is little room', () => {
    const { tab } = browser(400);
    for (let index = 0; index < 5; index++) tab().write({ text: `FROM a${String(index)} ${'x'.repeat(60)}` });
    expect(tab().all()[0]?.snapshot.text).toContain('a4');
    expect(tab().write({ text: 'y'.repeat(500) })).toBe(false);
  });

  it('says so and goes on where storage is blocked', () => {
    const keeper = new Keeper(() => 'id', Date.now, blocked);
    expect(keeper.latest()).toBeNull();
    expect(keeper.write({ text: 'FROM a' })).toBe(false);
  });

  it.each(['not json', '{}', '[1,null,{"tab":1}]', '[{"tab":"a","at":1,"snapshot":{"text":5}}]'])(
    'passes over what is not its own: %s',
    (stored) => {
      const { tab, local } = browser();
      local.setItem('dockerfile-playground', stored);
      expect(tab().latest()).toBeNull();
    },
  );
});
