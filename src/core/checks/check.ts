// Step 3 of the walk: the build and its sizes → problems, in order of place in the text.
// Docker's own checks are told as BuildKit tells them: they see the file only up to the first fault on the way, stages that the
// target does not need included unless a target is asked for. Our advice is apart and sees everything. Never throws.

import type { Build } from '../model/build';
import type { BuildFault } from '../model/finding';
import type { AnalyseOptions } from '../options';
import type { SizeReport } from '../size/report';
import { TRAILING_COMMENT } from './advice/trailing-comment';
import { ADVICE_RULES } from './advice-rules';
import { commentOptions, fileOptions, speaks, type CheckOptions } from './directive';
import { DOCKER_RULES } from './docker-rules';
import { explainFault } from './explain-fault';
import { compareMoments, momentOf } from './moment';
import type { Problem } from './problem';
import { docsUrl, type DockerFinding, type DockerRule, type Finding } from './rule';
import { look, type View } from './view';

type Draft = Omit<Problem, 'id'>;

interface Warning {
  readonly rule: DockerRule;
  readonly finding: DockerFinding;
}

/**
 * What Docker's rules look at: the file as BuildKit reads it, trailing comments and all. Where that is not what was meant, the
 * comment is what needs mending, so nothing else on the line offers a fix, and elements are those of the build as drawn.
 */
function asDockerReads(build: Build, drawn: View): { view: View; settle: (finding: DockerFinding) => DockerFinding } {
  if (build.literal === null) return { view: drawn, settle: (finding) => finding };
  const commented = new Set(
    build.file.instructions.flatMap(({ trailingComment, span }) => (trailingComment ? [span.start.line] : [])),
  );
  const known = new Set<string>(drawn.elements.values());
  const settle = (finding: DockerFinding): DockerFinding => ({
    ...finding,
    fix: commented.has(finding.span.start.line) ? null : (finding.fix ?? null),
    element: finding.element !== null && known.has(finding.element) ? finding.element : null,
  });
  return { view: look(build.literal, drawn.size, drawn.options), settle };
}

/** Everything BuildKit's rules find, with those left out that a directive or a comment silences. */
function warningsOf(build: Build, drawn: View, options: CheckOptions): Warning[] {
  const { view, settle } = asDockerReads(build, drawn);
  const comments = new Map<number, CheckOptions>();
  const asked = (instruction: number | null): readonly CheckOptions[] => {
    if (instruction === null) return [options];
    const known = comments.get(instruction);
    const own = known ?? commentOptions(view.build.file.instructions[instruction]?.comments ?? []);
    comments.set(instruction, own);
    return [options, own];
  };
  return DOCKER_RULES.flatMap((rule) =>
    rule
      .find(view)
      .filter(({ instruction }) => speaks(rule.name, rule.experimental === true, asked(instruction)))
      .map((finding) => ({ rule, finding: settle(finding) })),
  );
}

/** Whether `docker build` meets it too, which carries out only what the target needs. */
function isMet(build: Build, { phase, stage }: { phase: string; stage: number | null }): boolean {
  return phase !== 'steps' || stage === null || build.stages[stage]?.reachable !== false;
}

/** The fault at which `docker build --check` stops; without a target it walks every stage. */
function firstFault(build: Build): BuildFault | null {
  const met = build.options.target ? build.faults.filter((fault) => isMet(build, fault)) : build.faults;
  return met.reduce<BuildFault | null>(
    (first, fault) => (first && compareMoments(momentOf(first), momentOf(fault)) <= 0 ? first : fault),
    null,
  );
}

/** Warnings up to the first fault. */
function seenBefore(build: Build, warnings: readonly Warning[]): Warning[] {
  const fault = firstFault(build);
  return warnings.filter(({ finding: { moment } }) => {
    if (build.options.target && !isMet(build, { phase: moment.phase, stage: moment.major })) return false;
    return fault === null || compareMoments(moment, momentOf(fault)) < 0;
  });
}

function draftFault(fault: Pick<BuildFault, 'message' | 'span' | 'stops'>, element: Problem['element']): Draft {
  return {
    group: 'build',
    severity: 'error',
    rule: null,
    message: fault.message,
    explanation: explainFault(fault.message),
    url: null,
    span: fault.span,
    element,
    stops: fault.stops,
    fix: null,
    cost: null,
    paid: null,
  };
}

function draftFinding(
  group: 'check' | 'advice',
  rule: Pick<DockerRule, 'name' | 'explanation'> & { readonly severity: Problem['severity'] },
  finding: Finding,
): Draft {
  return {
    group,
    severity: finding.severity ?? rule.severity,
    rule: rule.name,
    message: finding.message,
    explanation: finding.explanation ?? rule.explanation,
    url: group === 'check' ? docsUrl(rule.name) : null,
    span: finding.span,
    element: finding.element,
    stops: false,
    fix: finding.fix ?? null,
    cost: finding.cost ?? null,
    paid: finding.cost ? (finding.paid ?? null) : null,
  };
}

const faultElement = (view: View, fault: BuildFault): Problem['element'] =>
  fault.step ??
  (fault.instruction === null ? undefined : view.elements.get(fault.instruction)) ??
  (fault.stage === null ? null : (view.build.stages[fault.stage]?.id ?? null));

/** Build errors. A bad check directive comes before all others; `error=true` makes warnings of the build the last. */
function buildErrors(view: View, seen: readonly Warning[]): Draft[] {
  const { build } = view;
  const { options, fault, span } = fileOptions(build.file);
  const stops = build.faults.find((one) => one.stops);
  const aside = fault !== null && (stops === undefined || stops.phase !== 'directives');
  const drafts = build.faults.map((one) => draftFault(aside ? { ...one, stops: false } : one, faultElement(view, one)));
  if (fault && aside) return [draftFault({ ...fault, stops: true }, null), ...drafts];
  const met = seen.filter(({ finding: { moment } }) => isMet(build, { phase: moment.phase, stage: moment.major }));
  if (stops || !options.error || met.length === 0 || !span) return drafts;
  const rules = [...new Set(met.map(({ rule }) => rule.name))].sort().join(', ');
  return [...drafts, draftFault({ message: `lint violation found for rules: ${rules}`, span, stops: true }, null)];
}

/** A build error on the line of a trailing comment is mended by moving that comment. */
function withCommentFixes(drafts: readonly Draft[]): Draft[] {
  const fixes = new Map<number, Draft['fix']>();
  for (const { rule, span, fix } of drafts) if (rule === TRAILING_COMMENT) fixes.set(span.start.line, fix);
  return drafts.map((draft) => {
    const fix = draft.group === 'build' ? fixes.get(draft.span.end.line) : undefined;
    return fix ? { ...draft, fix } : draft;
  });
}

/** Ordered by place; at one place errors first. Ids are the rule and its ordinal. */
function number(drafts: readonly Draft[]): Problem[] {
  const rank = { error: 0, warning: 1, info: 2 };
  const ordered = [...drafts].sort(
    (a, b) =>
      a.span.start.line - b.span.start.line ||
      rank[a.severity] - rank[b.severity] ||
      a.span.start.column - b.span.start.column,
  );
  const counts = new Map<string, number>();
  return ordered.map((draft) => {
    const name = draft.rule ?? 'build';
    const nth = counts.get(name) ?? 0;
    counts.set(name, nth + 1);
    return { id: `${name}-${nth}`, ...draft };
  });
}

/** All problems. `size` may be `null` where sizes are not asked for; advice then has no price. */
export function check(build: Build, size: SizeReport | null, options: AnalyseOptions): readonly Problem[] {
  const view = look(build, size, options);
  const silent = new Set(options.silent ?? []);
  const { options: asked, fault } = fileOptions(build.file);
  const seen = fault ? [] : seenBefore(build.literal ?? build, warningsOf(build, view, asked));
  const advice = silent.has('advice')
    ? []
    : ADVICE_RULES.flatMap((rule) => rule.find(view).map((finding) => draftFinding('advice', rule, finding)));
  const checks = silent.has('check') ? [] : seen.map(({ rule, finding }) => draftFinding('check', rule, finding));
  return number(withCommentFixes([...buildErrors(view, seen), ...checks, ...advice]));
}
