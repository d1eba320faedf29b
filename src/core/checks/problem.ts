// What a check yields: something a person should know about a place in the text, and the way out.

import type { ElementId } from '../element';
import type { Range } from '../size/size';
import type { Span, TextEdit } from '../text';

export interface Fix {
  /** What it does, as a button says it: "Move the comment to its own line". */
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

export interface Problem {
  /** Unique within an analysis, stable while the text around it stays: rule and ordinal. */
  readonly id: string;
  /** `build`: what `docker build` fails with. `check`: a rule of `docker build --check`. `advice`: our own. */
  readonly group: 'build' | 'check' | 'advice';
  readonly severity: 'error' | 'warning' | 'info';
  /** BuildKit's rule name, or our own in kebab case; `null` for plain build errors. */
  readonly rule: string | null;
  /** What is wrong, the thing first: one sentence. */
  readonly message: string;
  /** The reason and the way out, for a learner. */
  readonly explanation: string;
  /** Docker's page about the rule. */
  readonly url: string | null;
  readonly span: Span;
  readonly element: ElementId | null;
  /** BuildKit stops at this one. */
  readonly stops: boolean;
  readonly fix: Fix | null;
  /** What it costs on disk, where that is known; all zero where it is wrong in another way than by its weight. */
  readonly cost: Range | null;
  /** Where or when that is paid, to stand behind the figure: "in the image", "pulled anew with every release". */
  readonly paid: string | null;
}
