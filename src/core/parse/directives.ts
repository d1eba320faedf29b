// Parse: the `# name=value` lines at the top. In: the first lines, one by one. Out: the directives, the escape character in
// force, and faults for one given twice or an escape that is none. They end at the first line of any other form, a blank
// one included. Follows BuildKit's DirectiveParser.

import { at, span } from '../text';
import { skipSpace } from './blank';
import type { Directive, ParseFault } from './instruction';

const DIRECTIVE = /^([a-zA-Z][a-zA-Z0-9]*)[\t\n\f\r ]*=[\t\n\f\r ]*([^\n]+?)[\t\n\f\r ]*$/;
const KNOWN: ReadonlySet<string> = new Set(['syntax', 'escape', 'check']);

export class DirectiveReader {
  readonly directives: Directive[] = [];
  escape: '\\' | '`' = '\\';
  private done = false;

  /** Reads one line, its left blanks taken off; `column` is where it begins. */
  read(text: string, line: number, column: number, faults: ParseFault[]): void {
    if (this.done) return;
    const match = text.startsWith('#') ? DIRECTIVE.exec(text.slice(skipSpace(text, 1))) : null;
    const name = match?.[1]?.toLowerCase() ?? '';
    const value = match?.[2] ?? '';
    if (!match || !KNOWN.has(name)) {
      this.done = true;
      return;
    }
    const place = span(at(line, column), at(line, column + text.length));
    // BuildKit counts the line only after looking at it, so its error stands one line above.
    const fault = (message: string): void => void faults.push({ message, span: place, line: line - 1 });
    if (this.directives.some((d) => d.name === name)) {
      fault(`only one ${name} parser directive can be used`);
      return;
    }
    this.directives.push({ name, value, span: place });
    if (name !== 'escape') return;
    if (value === '\\' || value === '`') this.escape = value;
    else fault(`invalid escape token '${value}' does not match \` or \\`);
  }

  /** Whether the line was a directive and so is no comment about what follows. */
  took(line: number): boolean {
    return this.directives.at(-1)?.span.start.line === line;
  }
}
