// The whole graph in words, as a tree a screen reader can walk: all that the picture shows and in the same order.
// In: the analysis. Out: plain data; every node that stands for something carries its id and its place in the text.

import type { Analysis } from '../analysis';
import type { ElementId } from '../element';
import type { Build, BuildArgument, Link, Stage, Step } from '../model/build';
import type { Span } from '../text';
import { describe, describeLink, describeStage, describeStep } from './describe';
import { signatureText } from './sentence';
import { whyValue, whyValueInFrom } from './value';
import { whyBase } from './why';

export interface OutlineNode {
  readonly text: string;
  readonly element: ElementId | null;
  readonly span: Span | null;
  readonly children: readonly OutlineNode[];
}

const leaf = (text: string, element: ElementId | null = null, span: Span | null = null): OutlineNode => ({
  text,
  element,
  span,
  children: [],
});

/** What ARG and ENV set, and where each value came from. */
function valueNodes({ build }: Analysis, stage: Stage, { action, index, span }: Step): OutlineNode[] {
  if (action.kind !== 'arg' && action.kind !== 'env') return [];
  const names = new Set(action.pairs.map(([name]) => name));
  return [...names].map((name) => leaf(whyValue(build, stage, index + 1, name), null, span));
}

function stepNode(analysis: Analysis, stage: Stage, step: Step, links: readonly Link[]): OutlineNode {
  return {
    text: describeStep(analysis, step),
    element: step.id,
    span: step.span,
    children: [
      ...valueNodes(analysis, stage, step),
      ...links.map((link) => leaf(describeLink(analysis, link), link.id, link.span)),
    ],
  };
}

function stageNode(analysis: Analysis, stage: Stage, linksOf: ReadonlyMap<string, readonly Link[]>): OutlineNode {
  const base = leaf(whyBase(analysis.build, stage), `base:${stage.index}`, stage.baseSpan);
  return {
    text: `${stage.index + 1} of ${analysis.build.stages.length}: ${describeStage(analysis, stage)}`,
    element: stage.id,
    span: stage.span,
    children: [
      ...(stage.description === null ? [] : [leaf(stage.description)]),
      base,
      ...stage.steps.map((step) => stepNode(analysis, stage, step, linksOf.get(step.id) ?? [])),
    ],
  };
}

function argumentNode(build: Build, { name, defaultValue, value, description, span }: BuildArgument): OutlineNode {
  const fallback = defaultValue === null ? 'no default' : `default ${defaultValue === '' ? 'empty' : defaultValue}`;
  const now = value === null || value === defaultValue ? '' : `, now ${value}`;
  const above = span.start.line < (build.stages[0]?.span.start.line ?? Infinity);
  return {
    ...leaf(`${name}: ${fallback}${now}${description === null ? '' : `. ${description}`}`, null, span),
    children: above ? [leaf(whyValueInFrom(build, name), null, span)] : [],
  };
}

const group = (text: string, children: readonly OutlineNode[]): OutlineNode[] =>
  children.length === 0 ? [] : [{ text, element: null, span: null, children }];

/** Root: the signature sentence. Below it images, stages with their steps and edges, arguments and problems. */
export function outline(analysis: Analysis): OutlineNode {
  const { build, size, problems } = analysis;
  const linksOf = new Map<string, Link[]>();
  for (const link of build.links) {
    if (link.step === null) continue;
    const list = linksOf.get(link.step) ?? [];
    if (list.push(link) === 1) linksOf.set(link.step, list);
  }
  const images = (Object.keys(size.images) as `image:${string}`[]).map((id) => leaf(describe(analysis, id), id));
  return {
    text: signatureText(analysis.sentence),
    element: null,
    span: null,
    children: [
      ...group('Images from outside', images),
      ...build.stages.map((stage) => stageNode(analysis, stage, linksOf)),
      ...group(
        'Build arguments',
        build.arguments.map((argument) => argumentNode(build, argument)),
      ),
      ...group(
        'Problems',
        problems.map(({ message, element, span }) => leaf(`Line ${span.start.line + 1}: ${message}`, element, span)),
      ),
    ],
  };
}
