import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/core';
import { createCatalogue } from '../../../src/catalogue/catalogue';
import { DOCKER_RULES } from '../../../src/core/checks/docker-rules';
import { complete } from '../../../src/editor/features/completion/complete';
import type { Completion } from '../../../src/editor/features/completion/completion';
import { siteAt } from '../../../src/editor/features/completion/site';
import { CHECKS } from '../../../src/editor/features/values';
import type { Knowledge } from '../../../src/editor/knowledge';
import { applyEdits } from '../../../src/editor/edits';

const catalogue = createCatalogue();
const knowledge: Knowledge = {
  suggest: (typed) =>
    Promise.resolve(
      (typed.includes(':') ? ['alpine:3.22', 'alpine:3.21'] : ['alpine']).map((reference) => ({
        reference,
        disk: 8_300_000,
        pull: 3_800_000,
        asOf: '2026-11',
      })),
    ),
};

/** What is offered where `¦` stands, which is not part of the text; and the text once the first is taken. */
async function offered(marked: string): Promise<{ offers: readonly Completion[]; taken: string }> {
  const offset = marked.indexOf('¦');
  const text = marked.replace('¦', '');
  const lines = marked.slice(0, offset).split('\n');
  const position = { line: lines.length - 1, column: (lines.at(-1) ?? '').length };
  const analysis = analyse(text, {}, catalogue);
  const offers = await complete({ analysis, site: siteAt(text, position), knowledge });
  const first = offers[0];
  return { offers, taken: first ? applyEdits(text, [{ span: first.replace, text: first.insert }]) : text };
}
const labels = async (marked: string): Promise<readonly string[]> =>
  (await offered(marked)).offers.map((one) => one.label);

const STAGES = `ARG V=1
FROM golang:1.24 AS build
WORKDIR /src
ENV X=1
RUN go build -o /out/app .
FROM debian:12
FROM alpine:3.22 AS last
`;

describe('what is offered', () => {
  it.each([
    ['images and every named stage behind FROM', 'FROM ¦', ['build', 'last', 'alpine', 'scratch']],
    ['tags alone behind a colon', 'FROM alpine:¦', ['3.22', '3.21']],
    ['in COPY the stages above, unnamed ones by number, and not its own', 'COPY --from=¦', ['build', '1', 'alpine']],
    ['the same in a mount', 'RUN --mount=from=¦', ['build', '1', 'alpine']],
    ['sources known to be in the stage', 'COPY --from=build /o¦', ['/root/.cache/go-build/', '/out/app', '/src']],
    ['on a joined line', 'COPY --from=build \\\n  # why\n\t/o¦', ['/root/.cache/go-build/', '/out/app', '/src']],
    ['of a stage by its number', 'COPY --from=0 /¦', ['/root/.cache/go-build/', '/out/app', '/src']],
    ['inside the quotes of a list', 'COPY --from=build ["/¦', ['/root/.cache/go-build/', '/out/app', '/src']],
    ['nothing where the destination is written', 'COPY --from=build /out/app /¦', []],
    ['nor in a list', 'COPY --from=build ["/out/app", "/¦', []],
    [
      'a source before the destination',
      'COPY --from=build /a /o¦ /dest',
      ['/root/.cache/go-build/', '/out/app', '/src'],
    ],
    ['nothing of an image nobody has looked into', 'COPY --from=nginx /¦', []],
    [
      'flags that are not given yet',
      'COPY --link --from=build --ch¦',
      ['--chown', '--chmod', '--exclude', '--parents'],
    ],
    ['kinds of mount', 'RUN --mount=type=¦', ['bind', 'cache', 'tmpfs', 'secret', 'ssh']],
    [
      'options of that kind of mount',
      'RUN --mount=type=secret,id=a,¦',
      ['target', 'mode', 'uid', 'gid', 'required', 'env'],
    ],
    ['variables in scope', 'RUN echo $¦', ['PATH']],
    ['not those the instruction itself declares', 'ENV A=1 B=$¦', ['PATH']],
    ['in a heredoc', 'ENV A=1\nRUN <<EOF\necho "$¦', ['A', 'PATH']],
    ['nothing else in a heredoc', 'RUN <<EOF\nFR¦', []],
    ['instructions inside ONBUILD', 'ONBUILD CO¦', expect.arrayContaining(['COPY', 'RUN'])],
    ['signals', 'STOPSIGNAL S¦', expect.arrayContaining(['SIGTERM', 'SIGQUIT'])],
    ['what tests the health', 'HEALTHCHECK --interval=1m ¦', ['CMD', 'NONE']],
    ['arguments of the head of the file, and of the platform', 'ARG ¦', expect.arrayContaining(['V', 'TARGETARCH'])],
    ['folders worth a cache', 'RUN --mount=type=cache,target=¦', expect.arrayContaining(['/root/.npm', '/go/pkg/mod'])],
    ['no directive below the head', '# sy¦', []],
  ])('%s', async (_, line, expected) => {
    expect(await labels(STAGES + line)).toEqual(expected);
  });

  it.each([
    ['directives', '# s¦\nFROM a', ['syntax', 'escape', 'check']],
    ['what a directive may be', '# escape=¦\nFROM a', ['`', '\\']],
    [
      'checks to skip that are not skipped',
      '# check=skip=StageNameCasing,¦\nFROM a',
      expect.not.arrayContaining(['StageNameCasing']),
    ],
    ['variables of the head in FROM', 'ARG V=1\nFROM alpine:$¦', expect.arrayContaining(['V', 'TARGETARCH'])],
  ])('at the head of the file: %s', async (_, text, expected) => {
    expect(await labels(text)).toEqual(expected);
  });

  it.each([
    ['a path of a list keeps the quotes', 'COPY --from=build ["/out/a¦', 'COPY --from=build ["/root/.cache/go-build/'],
    ['a variable in braces is closed', 'ENV A=1\nRUN echo ${¦', 'ENV A=1\nRUN echo ${A}'],
    ['an option stands behind the comma', 'RUN --mount=type=cache,ta¦', 'RUN --mount=type=cache,target='],
    ['an image is its name alone, so that Enter behind it is a new line', 'FROM alpi¦', 'FROM build'],
  ])('%s', async (_, line, expected) => {
    expect((await offered(STAGES + line)).taken).toBe(STAGES + expected);
  });

  it('says what images and stages weigh, when that was, and what variables hold', async () => {
    const [tag] = (await offered('FROM alpine:¦')).offers;
    expect(tag?.detail).toMatch(/^3\.8\sMB to pull · 8\.3\sMB on disk$/);
    expect(tag?.documentation).toContain('Sizes as of 2026-11.');
    const stage = (await offered(`${STAGES}COPY --from=¦`)).offers;
    expect(stage[0]?.detail).toMatch(/^stage · .* on disk$/);
    expect(stage[1]?.detail).toMatch(/^stage from debian:12/);
    const [variable] = (await offered('ARG V=1\nFROM alpine:${¦')).offers;
    expect([variable?.detail, variable?.documentation]).toEqual(['1', 'ARG on line 1.']);
  });

  it('names every check there is', () => {
    expect([...CHECKS].sort()).toEqual(DOCKER_RULES.map((rule) => rule.name).sort());
  });
});
