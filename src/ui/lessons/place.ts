// The place in the course that a link names: `#lesson=name/2`.

export interface LessonPlace {
  /** `null` shows the list. */
  readonly id: string | null;
  /** 1-based. */
  readonly page: number;
}

/** The place a hash names; `null` when it names none. */
export function lessonPlace(hash: string): LessonPlace | null {
  const [, id = '', page = '1'] = /^lesson=([\w-]*)(?:\/(\d{1,3}))?$/.exec(hash) ?? [];
  if (!hash.startsWith('lesson=')) return null;
  return { id: id === '' ? null : id, page: Math.max(1, Number(page)) };
}
