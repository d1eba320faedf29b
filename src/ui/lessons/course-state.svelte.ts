// Which lesson's text is in the editor, and which lessons are done. Kept in this browser only.

const KEY = 'dockerfile-playground-lessons';

interface Kept {
  readonly done: readonly string[];
  /** The lesson whose text is in the editor: going back to it leaves the text alone. */
  readonly current: string | null;
}

/** Anything else that is stored under the name, or nothing, is a course not begun. */
function read(): Kept {
  try {
    const { done, current } = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Record<keyof Kept, unknown>>;
    return {
      done: Array.isArray(done) ? done.filter((id) => typeof id === 'string') : [],
      current: typeof current === 'string' ? current : null,
    };
  } catch {
    return { done: [], current: null };
  }
}

export class CourseState {
  #kept = $state.raw(read());

  get done(): readonly string[] {
    return this.#kept.done;
  }

  get current(): string | null {
    return this.#kept.current;
  }

  begin(id: string): void {
    this.#keep({ ...this.#kept, current: id });
  }

  finish(id: string): void {
    if (!this.done.includes(id)) this.#keep({ ...this.#kept, done: [...this.done, id] });
  }

  #keep(next: Kept): void {
    this.#kept = next;
    try {
      localStorage.setItem(KEY, JSON.stringify(next));
    } catch {
      // Storage is blocked or full: the course goes on, and is forgotten with the page.
    }
  }
}
