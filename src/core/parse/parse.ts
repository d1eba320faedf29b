// The first step of the walk with all it has: our reading, and the syntax library's places of keywords.

import { syntax } from './ast';
import { readFile } from './file';
import type { ParsedFile } from './instruction';

/** Reads a Dockerfile. Never throws. */
export const parse = (text: string): ParsedFile => readFile(text, syntax);
