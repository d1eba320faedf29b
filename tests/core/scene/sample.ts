// Builds made by hand for tests of the scene: stages as lists of rows, links as references, without parsing a text.
import { at, baseLinkId, imageId, linkId, span, stageId, stepId } from '../../../src/core';
import type {
  Action,
  Base,
  Build,
  Estimate,
  Link,
  Origin,
  Payload,
  SizeReport,
  Stage,
  Step,
  StepId,
  Total,
} from '../../../src/core';

export interface SampleRow {
  readonly text: string;
  readonly bytes?: number;
  /** For COPY --from: stage number or image; and which row of that stage made the file. */
  readonly from?: number | string;
  readonly madeBy?: number;
  readonly source?: string;
  readonly dest?: string;
  readonly mount?: boolean;
}

export interface SampleStage {
  readonly name?: string;
  /** Stage number, image reference, or nothing for scratch. */
  readonly base?: number | string;
  readonly rows: readonly SampleRow[];
}

const nowhere = span(at(0, 0), at(0, 0));
const range = (likely: number) => ({ low: likely * 0.9, likely, high: likely * 1.1 });
export const known = (bytes: number): Estimate => ({
  kind: 'known',
  disk: range(bytes),
  pull: range(bytes / 3),
  certainty: 'estimated',
  reason: 'made up for a test',
  evidence: [],
});
const total = (bytes: number): Total => ({ disk: range(bytes), pull: range(bytes / 3), unknown: 0 });

export function sample(stages: readonly SampleStage[], imageBytes = 78e6): { build: Build; size: SizeReport } {
  const links: Link[] = [];
  const payloads: Record<string, Payload> = {};
  const steps: SizeReport['steps'] = {};
  const images: Record<string, Estimate> = {};
  const origin = (from: number | string): Exclude<Origin, { kind: 'context' | 'scratch' }> => {
    if (typeof from === 'string') return { kind: 'image', id: imageId(from), written: from, reference: from };
    return stages[from]
      ? { kind: 'stage', stage: from, written: stages[from].name ?? String(from), by: 'name' }
      : { kind: 'broken', written: String(from), why: 'no such stage' };
  };
  const totals: number[] = [];
  const made = stages.map((stage, index): Stage => {
    let sum = typeof stage.base === 'number' ? (totals[stage.base] ?? 0) : stage.base === undefined ? 0 : imageBytes;
    if (stage.base !== undefined) {
      const from = origin(stage.base);
      if (from.kind === 'image') images[from.id] = known(imageBytes);
      links.push({
        id: baseLinkId(index),
        kind: 'base',
        from,
        to: index,
        step: null,
        span: nowhere,
        sources: [],
        dest: null,
      });
    }
    const own = stage.rows.map((row, nth): Step => {
      const id = stepId(index, nth);
      const keyword = row.text.split(' ')[0] ?? '';
      const bytes = row.bytes ?? 0;
      sum += bytes;
      (steps as Record<StepId, unknown>)[id] = { step: id, added: known(bytes), after: total(sum) };
      const link = linkId(index, nth, 0);
      if (row.from !== undefined) {
        const source = row.source ?? '/file';
        const dest = row.dest ?? '/file';
        const from = origin(row.from);
        if (from.kind === 'image') images[from.id] ??= known(imageBytes);
        links.push({
          id: link,
          kind: row.mount ? 'mount' : 'copy',
          from,
          to: index,
          step: id,
          span: nowhere,
          sources: [source],
          dest,
        });
        const madeBy = row.madeBy === undefined || typeof row.from === 'string' ? null : stepId(row.from, row.madeBy);
        if (!row.mount)
          payloads[link] = {
            link,
            paths: [{ source, dest, size: known(bytes), madeBy, found: 'made' }],
            total: total(bytes),
          };
      }
      const action: Action =
        keyword === 'RUN'
          ? { kind: 'run', script: row.text.slice(4), argv: [], mounts: [], scriptSpan: nowhere }
          : keyword === 'COPY'
            ? {
                kind: 'copy',
                add: false,
                origin: row.from === undefined ? { kind: 'context' } : origin(row.from),
                link: row.from === undefined ? null : link,
                sources: [],
                files: [],
                dest: '/',
                chown: null,
                chmod: null,
                linked: false,
                parents: false,
                exclude: [],
              }
            : { kind: 'unknown', text: row.text };
      return {
        id,
        stage: index,
        index: nth,
        instruction: 0,
        keyword,
        text: row.text,
        span: nowhere,
        triggeredBy: null,
        effect: bytes > 0 ? 'layer' : 'metadata',
        workdir: '/',
        user: '',
        settings: 0,
        action,
      };
    });
    totals.push(sum);
    const base: Base =
      stage.base === undefined
        ? { kind: 'scratch', written: 'scratch' }
        : (() => {
            const from = origin(stage.base);
            if (from.kind === 'stage') return { kind: 'stage', stage: from.stage, written: from.written };
            if (from.kind === 'image')
              return { kind: 'image', id: from.id, written: from.written, reference: from.reference };
            return { kind: 'broken', written: from.written, why: 'no such base' };
          })();
    return {
      id: stageId(index),
      index,
      name: stage.name ?? null,
      label: stage.name ?? `stage-${index}`,
      description: null,
      instruction: 0,
      span: nowhere,
      nameSpan: null,
      baseSpan: null,
      base,
      platform: null,
      runsOn: 'linux/amd64',
      steps: own,
      settings: [],
      deps: [],
      reachable: true,
    };
  });
  const last = made.length - 1;
  const reached = new Set<number>(last < 0 ? [] : [last]);
  for (const link of links.toReversed())
    if (reached.has(link.to) && link.from.kind === 'stage') reached.add(link.from.stage);
  const build = {
    file: { text: '', escape: '\\', directives: [], comments: [], instructions: [], faults: [], end: at(0, 0) },
    options: {},
    platform: 'linux/amd64',
    stages: made.map((stage) => ({ ...stage, reachable: reached.has(stage.index) })),
    links,
    arguments: [],
    target: last < 0 ? null : last,
    config: {},
    history: [],
    faults: [],
  } as unknown as Build;
  const size: SizeReport = {
    stages: build.stages.map((stage, index) => ({
      stage: stage.id,
      base: {
        size: known(stage.base.kind === 'image' ? imageBytes : 0),
        distro: stage.base.kind === 'image' ? { id: 'ubuntu', version: '24.04', label: 'Ubuntu 24.04' } : null,
      },
      added: total(0),
      total: total(totals[index] ?? 0),
      carriedOut: total(1),
      leftBehind: total(totals[index] ?? 0),
      fate: index === last ? 'shipped' : stage.reachable ? 'left-behind' : 'not-built',
      files: [],
    })),
    steps,
    payloads: payloads as SizeReport['payloads'],
    images,
    layers: [],
    image: total(totals[last] ?? 0),
    leftBehind: total(0),
    singleStage: total(0),
    wants: [],
    evidence: [],
    estimates: {},
    readings: [],
  };
  return { build, size };
}

export const calculator: readonly SampleStage[] = [
  {
    name: 'builder',
    base: 'ubuntu:latest',
    rows: [
      { text: 'RUN apt-get update && apt-get install -y golang-go', bytes: 752e6 },
      { text: 'WORKDIR /app' },
      { text: 'COPY calculator.go .', bytes: 2000 },
      { text: 'RUN go build -o calculator', bytes: 1.8e6 },
    ],
  },
  {
    rows: [
      { text: 'WORKDIR /app' },
      {
        text: 'COPY --from=builder /app/calculator .',
        from: 0,
        madeBy: 3,
        bytes: 1.8e6,
        source: '/app/calculator',
        dest: '/app/',
      },
      { text: 'ENTRYPOINT ["./calculator"]' },
    ],
  },
];
