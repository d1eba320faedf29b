import { describe, expect, it } from 'vitest';
import { createCatalogue } from '../../../src/catalogue/catalogue';
import { analyse, announcement, builtAt, instructionText, kindOf, runningTotal, steps } from '../../../src/core';

const text = `FROM scratch AS build
# The *program* is compiled here.
# size: 5MB
COPY app.bin /out/app
FROM scratch AS aside
FROM scratch
COPY --from=build \\
  /out/app /app
ENTRYPOINT ["/app"]
`;
const analysis = analyse(text, {}, createCatalogue());
const told = steps(analysis);
const step = (index: number) => told[index] ?? expect.fail(`no step ${index}`);

describe('what is said at a step', () => {
  it('is where, which line, the narration and the running total', () => {
    expect(announcement(analysis, told, 1)).toBe(
      'Step 2 of 6, build, line 4: COPY app.bin /out/app — The program is compiled here. build now: 5.0\u00a0MB.',
    );
  });

  it('is the plain sentence where the author wrote none', () => {
    expect(announcement(analysis, told, 3)).toContain('Carries /out/app from build to /app: 5.0\u00a0MB.');
  });

  it('ends with what was not built', () => {
    expect(announcement(analysis, told, 5)).toMatch(
      /^Step 6 of 6, the end\. The final image is 5\.0\sMB\..* Not built: aside\.$/,
    );
  });

  it('says where Docker stops', () => {
    const broken = analyse('FROM scratch\nCOPY --from=9 /a /a\n', {}, createCatalogue());
    const list = steps(broken);
    const said = list.map((_, index) => announcement(broken, list, index)).join('\n');
    expect(said).toContain('Docker stops');
  });

  it('has the instruction on one line', () => {
    expect(instructionText(analysis, step(3))).toBe('COPY --from=build /out/app /app');
    expect(instructionText(analysis, step(5))).toBe('');
  });

  it('is nothing outside the steps', () => {
    expect(announcement(analysis, told, 99)).toBe('');
  });
});

describe('how far a build has come', () => {
  it('counts stages begun, steps carried out and links used', () => {
    expect([...builtAt(analysis, told, 0)]).toEqual(['stage:0', 'base:0']);
    expect([...builtAt(analysis, told, 3)]).toEqual(
      expect.arrayContaining(['stage:0', 'step:0.0', 'stage:2', 'step:2.0', 'link:2.0.0']),
    );
    expect(builtAt(analysis, told, 5).has('stage:1')).toBe(false);
  });

  it('has a kind for each step and a total', () => {
    expect(told.map((one) => kindOf(analysis, one))).toEqual(['base', 'added', 'base', 'carried', 'plain', 'shipped']);
    expect(told.map(runningTotal)).toEqual([
      '0\u00a0B',
      '5.0\u00a0MB',
      '0\u00a0B',
      '5.0\u00a0MB',
      '5.0\u00a0MB',
      '5.0\u00a0MB',
    ]);
  });
});

it.each([
  ['a size for the playground', '# size: 12MB\n# Says why.\n', 'Says why.'],
  ['a linter’s ignore', '# hadolint ignore=DL3008\n', null],
  ['words about size stay', '# size matters here\n', 'size matters here'],
])('narration leaves out %s', (_, comment, expected) => {
  const list = steps(analyse(`FROM scratch\n${comment}COPY a /a\n`, {}, createCatalogue()));
  expect(list[1]?.narration).toBe(expected);
});
