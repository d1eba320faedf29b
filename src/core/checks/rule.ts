// What a rule is: facts about it, and a function from the build to findings. Rules know nothing of one another.

import type { ElementId } from '../element';
import type { Range } from '../size/size';
import type { Span } from '../text';
import type { Moment } from './moment';
import type { Fix } from './problem';
import type { View } from './view';

export interface Finding {
  /** What is wrong, the thing first. For Docker's rules: BuildKit's own words. */
  readonly message: string;
  readonly span: Span;
  readonly element: ElementId | null;
  readonly fix?: Fix | null;
  readonly cost?: Range | null;
  /** Where or when the cost is paid; with `cost` only. */
  readonly paid?: string;
  /** In place of the rule's own, where it depends on the place. */
  readonly severity?: 'error' | 'warning' | 'info';
  /** In place of the rule's own, where the reason depends on the place. */
  readonly explanation?: string;
}

/** A check of `docker build --check`. */
export interface DockerRule {
  readonly name: string;
  readonly severity: 'warning' | 'info';
  /** Off unless the `check` directive asks for it. */
  readonly experimental?: true;
  /** The reason and the way out, in a learner's words. */
  readonly explanation: string;
  readonly find: (view: View) => readonly DockerFinding[];
}

export interface DockerFinding extends Finding {
  readonly moment: Moment;
  /** Index of the instruction whose `# check=skip=…` comment counts for it; `null`: none does. */
  readonly instruction: number | null;
}

/** Advice beyond BuildKit. */
export interface AdviceRule {
  readonly name: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly explanation: string;
  readonly find: (view: View) => readonly Finding[];
}

/** Docker's page about a rule: `JSONArgsRecommended` is at `json-args-recommended`. */
export function docsUrl(name: string): string {
  const kebab = name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();
  return `https://docs.docker.com/reference/build-checks/${kebab}/`;
}
