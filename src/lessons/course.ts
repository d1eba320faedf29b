// The course: every lesson of this folder, in the order of their file names.

import { readLesson, type Lesson } from './lesson';

const files = import.meta.glob<string>('./[0-9]*.md', { query: '?raw', import: 'default', eager: true });

/** `1-why-images-get-big.md` is the lesson `why-images-get-big`. */
export const COURSE: readonly Lesson[] = Object.entries(files)
  .sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
  .map(([path, text]) => readLesson(path.replace(/^\.\/\d+-|\.md$/g, ''), text));
