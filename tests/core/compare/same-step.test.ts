// From a step of one Dockerfile to the same step of another.

import { beforeAll, describe, expect, it } from 'vitest';
import type { LoadedCatalogue } from '../../../src/catalogue/first';
import { analyse, flatten, instructionText, sameStep, steps } from '../../../src/core';
import type { ToldBuild } from '../../../src/core/compare/same-step';
import { catalogueWith } from '../../catalogue/reading';

let catalogue: LoadedCatalogue;
beforeAll(async () => {
  catalogue = await catalogueWith();
});

const toldOf = (text: string): ToldBuild => {
  const analysis = analyse(text, {}, catalogue);
  return { analysis, told: steps(analysis) };
};
const words = ({ analysis, told }: ToldBuild, index: number): string => {
  const step = told[index];
  return step ? instructionText(analysis, step) || 'the end' : 'nothing';
};
/** The step of `from` that begins so, and what is found for it. */
function found(from: ToldBuild, begins: string, to: ToldBuild): string {
  const index = from.told.findIndex((_, at) => words(from, at).startsWith(begins));
  expect(index, begins).toBeGreaterThanOrEqual(0);
  const { index: at, same } = sameStep(from, to, index);
  return `${same ? '' : 'nearest: '}${words(to, at)}`;
}

const STAGES = `FROM golang:1.27-alpine AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/go/pkg go mod download
COPY . .
RUN go build -o /app .
FROM alpine:3.24
RUN apk add --no-cache ca-certificates
COPY --from=build /app /app
USER 1000
CMD ["/app"]
`;
const NAIVE = `FROM golang:1.27
WORKDIR /src
COPY . .
RUN go mod download
RUN go build -o /app .
CMD ["/app"]
`;

describe('the same step of another Dockerfile', () => {
  it.each([
    ['the same words', 'COPY . .', 'COPY . .'],
    ['the same but for its mounts', 'RUN --mount', 'RUN go mod download'],
    ['the last instruction', 'CMD', 'CMD ["/app"]'],
    ['none: the nearest before it', 'USER', 'nearest: RUN go build -o /app .'],
    ['the end', 'the end', 'the end'],
  ])('%s', (_, begins, expected) => {
    expect(found(toldOf(STAGES), begins, toldOf(NAIVE))).toBe(expected);
  });

  it('goes by the stage where both say the same', () => {
    const two = 'FROM alpine:3.24 AS a\nWORKDIR /x\nRUN one\nFROM alpine:3.24 AS b\nWORKDIR /x\nCOPY --from=a /1 /1\n';
    const [from, to] = [toldOf(two), toldOf(two.replace('RUN one', 'RUN one\nRUN more'))];
    const second = from.told.findLastIndex((_, at) => words(from, at) === 'WORKDIR /x');
    const { index, same } = sameStep(from, to, second);
    expect(same).toBe(true);
    expect(to.told[index]).toMatchObject({ stage: 'stage:1' });
  });

  it('is itself in an equal build, at every step', () => {
    const one = toldOf(STAGES);
    expect(one.told.map((_, at) => sameStep(one, toldOf(STAGES), at))).toEqual(
      one.told.map((_, at) => ({ index: at, same: true })),
    );
  });

  it('finds what a flattened build still does, and a place for everything else', () => {
    const stages = toldOf(STAGES);
    const flat = toldOf(flatten(stages.analysis.build, stages.analysis.size, null).text);
    expect(found(stages, 'RUN go build', flat)).toContain('go build');
    for (const at of stages.told.keys()) expect(flat.told[sameStep(stages, flat, at).index]).toBeDefined();
    for (const at of flat.told.keys()) expect(stages.told[sameStep(flat, stages, at).index]).toBeDefined();
  });
});
