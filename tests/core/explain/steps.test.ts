import { describe, expect, it } from 'vitest';
import { createCatalogue } from '../../../src/catalogue/catalogue';
import { analyse, statesAt, steps, type AnalyseOptions, type BuildStep } from '../../../src/core';

const told = (text: string, options: AnalyseOptions = {}): BuildStep[] =>
  steps(analyse(text, options, createCatalogue()));
const elements = (list: readonly BuildStep[]): string[] =>
  list.map((step) => (step.kind === 'end' ? 'end' : step.element));

const twoStages = `FROM scratch AS build
# The *program* is compiled here,
# far from what ships.
COPY app.bin /out/app

# not directly above

FROM scratch
COPY --from=build /out/app /app
`;

describe('steps of a build', () => {
  it('go through the stages in build order and end with before and after', () => {
    expect(elements(told(twoStages))).toEqual(['stage:0', 'step:0.0', 'stage:1', 'step:1.0', 'end']);
  });

  it('take a stage before whatever copies from it, also when the text has it later', () => {
    const list = told('FROM scratch AS a\nCOPY --from=b /x /x\nFROM scratch AS b\nCOPY x /x\n', { target: 'a' });
    expect(elements(list)).toEqual(['stage:1', 'step:1.0', 'stage:0', 'step:0.0', 'end']);
  });

  it('leave out what the target does not need and say so at the end', () => {
    const list = told('FROM scratch AS test\nCOPY a /a\nFROM scratch\nCOPY b /b\n');
    expect(elements(list)).toEqual(['stage:1', 'step:1.0', 'end']);
    expect(list.at(-1)).toMatchObject({ kind: 'end', unneeded: ['stage:0'] });
  });

  it('say which stages are built at the same time', () => {
    const list = told(
      'FROM scratch AS a\nCOPY a /\nFROM scratch AS b\nCOPY b /\nFROM scratch\nCOPY --from=a /a /\nCOPY --from=b /b /\n',
    );
    expect(list[0]).toMatchObject({ element: 'stage:0', beside: ['stage:1'] });
    expect(list[0]?.sentence).toBe('a starts from nothing at all: scratch is empty. It builds at the same time as b.');
    expect(list.find((step) => step.kind === 'start' && step.stage === 'stage:2')).toMatchObject({ beside: [] });
  });

  it('say what moved from where to where', () => {
    const step = told(twoStages)[3];
    expect(step).toMatchObject({ moved: [{ link: 'link:1.0.0', kind: 'copy', from: 'stage:0', to: 'stage:1' }] });
    expect(step?.sentence).toMatch(/^Carries \/out\/app from build to \/app.*Everything else in build stays behind\.$/);
  });

  it('are narrated by the comment block directly above, and by nothing else', () => {
    expect(told(twoStages).map(({ narration }) => narration)).toEqual([
      null,
      'The *program* is compiled here,\nfar from what ships.',
      null,
      null,
      null,
    ]);
  });

  it('never take a parser directive for narration', () => {
    expect(told('# syntax=docker/dockerfile:1\nFROM scratch\n')[0]?.narration).toBeNull();
  });

  it('count layers and files as they come to be', () => {
    const list = told(twoStages);
    expect(statesAt(list, 0).get('stage:0')).toMatchObject({ layers: 0, files: 0 });
    expect(statesAt(list, 1).get('stage:0')).toMatchObject({ layers: 1, files: 1 });
    expect([...statesAt(list, 2).keys()]).toEqual(['stage:0', 'stage:1']);
    expect(statesAt(list, list.length).get('stage:1')).toMatchObject({ layers: 1 });
  });

  it('say where a broken build stops and still tell the rest', () => {
    const list = told('FROM scratch\nCOPY a /a\nRUNN x\nCOPY b /b\n');
    expect(list.at(-1)?.sentence).toMatch(/^Docker stops at line 3: /);
    expect(elements(list)).toContain('step:0.0');
  });

  it.each([
    ['', 'There is nothing to build'],
    ['RUN x\n', 'There is nothing to build'],
  ])('of %j are one sentence', (text, sentence) => {
    const list = told(text);
    expect(list).toHaveLength(1);
    expect(list[0]?.sentence).toContain(sentence);
  });

  it('end for a cycle of stages', () => {
    expect(told('FROM scratch AS a\nCOPY --from=b / /\nFROM a AS b\n').at(-1)?.kind).toBe('end');
  });
});
