// A lesson as its file says it. A file has a head between two lines of `---` (title, about, goals, hints), pages that begin with `## `,
// and two fenced blocks, ```dockerfile start and ```dockerfile solution. README.md beside the lessons shows one.

import { readGoal, type Goal } from './goal';

export interface Page {
  readonly title: string;
  /** Markdown. */
  readonly text: string;
}

export interface Lesson {
  readonly id: string;
  readonly title: string;
  /** One sentence for the list. */
  readonly about: string;
  readonly goals: readonly Goal[];
  readonly hints: readonly string[];
  readonly pages: readonly Page[];
  readonly start: string;
  readonly solution: string;
}

function head(text: string): Readonly<Record<string, readonly string[]>> {
  const fields: Record<string, string[]> = {};
  let list: string[] = [];
  for (const line of text.split('\n')) {
    const item = /^\s*-\s+(.*)$/.exec(line)?.[1];
    const [, name, value = ''] = /^(\w+):\s*(.*)$/.exec(line) ?? [];
    if (item !== undefined) list.push(item);
    else if (name !== undefined) fields[name] = list = value === '' ? [] : [value];
  }
  return fields;
}

/** Throws, naming the lesson, when a part is missing. */
export function readLesson(id: string, source: string): Lesson {
  const text = source.replaceAll('\r\n', '\n');
  const [, top, rest = ''] = /^---\n([^]*?)\n---\n([^]*)$/.exec(text) ?? [];
  const missing = (what: string): never => {
    throw new Error(`the lesson ${id} has no ${what}`);
  };
  const fields = head(top ?? missing('head'));
  const one = (name: string): string => fields[name]?.[0] ?? missing(name);
  const block = (name: string): string =>
    new RegExp(`^\`\`\`dockerfile ${name}\\n([^]*?)^\`\`\`$`, 'm').exec(rest)?.[1] ?? missing(`block “${name}”`);
  const body = rest.replace(/^```dockerfile (start|solution)\n[^]*?^```$/gm, '');
  const pages = body
    .split(/^## /m)
    .slice(1)
    .map((page) => {
      const end = page.indexOf('\n');
      return { title: page.slice(0, end).trim(), text: page.slice(end).trim() };
    });
  if (pages.length === 0) missing('page');
  return {
    id,
    title: one('title'),
    about: one('about'),
    goals: (fields['goals'] ?? missing('goals')).map(readGoal),
    hints: fields['hints'] ?? [],
    pages,
    start: block('start'),
    solution: block('solution'),
  };
}
