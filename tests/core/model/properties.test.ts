// What must hold for any Dockerfile: the model never throws, names are only names, and what is not needed changes nothing.

import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { readCases } from '../../conformance/case';
import { build } from './ask';

const folder = 'tests/conformance/cases';
const cases = readdirSync(folder)
  .flatMap((file) => readCases(`${folder}/${file}`).map(({ dockerfile }) => dockerfile))
  .filter((text) => text.length < 20_000);
// A loaded machine is slow, not wrong.
vi.setConfig({ testTimeout: 60_000 });
const runs = Number(process.env['FC_RUNS'] ?? 100);

const name = fc.constantFrom('base', 'deps', 'build', 'test', 'web');
const line = fc.oneof(
  fc.constantFrom('RUN make', 'ENV A=1 B=$A', 'ARG V=2', 'WORKDIR app', 'LABEL a=$V', 'EXPOSE 80 81/udp', 'USER me'),
  fc.constantFrom('CMD ["a"]', 'ENTRYPOINT x', 'COPY . .', 'VOLUME /d', 'STOPSIGNAL INT', 'ONBUILD RUN later'),
  name.map((from) => `COPY --from=@${from} /x /y`),
  name.map((from) => `RUN --mount=from=@${from},target=/m ls /m`),
);
/** `@name` stands for a stage's name wherever it is used. */
const stage = fc
  .tuple(
    fc.oneof(
      name.map((from) => `@${from}`),
      fc.constant('alpine:3'),
    ),
    name,
    fc.array(line, { maxLength: 5 }),
  )
  .map(([from, as, lines]) => [`FROM ${from} AS @${as}`, ...lines].join('\n'));
const file = fc.array(stage, { minLength: 1, maxLength: 6 }).map((stages) => stages.join('\n'));

const shape = (text: string): unknown => {
  const { stages, target, config, history, faults } = build(text);
  return {
    stages: stages.map(({ base, deps, reachable, steps }) => ({
      base: base.kind === 'stage' ? base.stage : base.kind,
      deps,
      reachable,
      actions: steps.map(({ action }) => ({ ...action, origin: null, mounts: [], link: null, scriptSpan: null })),
    })),
    target,
    config,
    history: history.map(({ by, empty }) => ({ by, empty })),
    faults: faults.map(({ phase, stops, line: at }) => [phase, stops, at]),
  };
};

test('renaming every stage everywhere changes nothing but names', () => {
  fc.assert(
    fc.property(file, (text) => {
      const once = text.replace(/@(\w+)/g, '$1');
      const renamed = text.replace(/@(\w+)/g, 'other-$1');
      expect(shape(renamed)).toEqual(shape(once));
    }),
    { numRuns: runs },
  );
});

test('a stage nobody needs changes neither config nor history', () => {
  fc.assert(
    fc.property(file, stage, (text, extra) => {
      const whole = text.replace(/@(\w+)/g, '$1');
      const unused = extra.replace(/AS @\w+/, 'AS unused').replace(/@(\w+)/g, 'alpine');
      const before = build(whole);
      const after = build(`${unused}\n${whole}`);
      expect(after.config).toEqual(before.config);
      expect(after.history.map(({ by }) => by)).toEqual(before.history.map(({ by }) => by));
    }),
    { numRuns: runs },
  );
});

test('the model is total on random changes to the cases', () => {
  const put = fc.constantFrom(
    '',
    '\n',
    '\\\n',
    '$',
    '${',
    '"',
    "'",
    '#',
    ' AS ',
    '--from=',
    'FROM x\n',
    '<<E',
    '[',
    '=',
    ',',
  );
  fc.assert(
    fc.property(fc.constantFrom(...cases), fc.nat(), fc.nat(30), put, (text, at, cut, piece) => {
      const from = at % (text.length + 1);
      const made = build(text.slice(0, from) + piece + text.slice(from + cut));
      expect(made.faults.filter(({ stops }) => stops).length).toBeLessThan(2);
      // What crosses to the worker must survive the crossing.
      expect(() => structuredClone(made)).not.toThrow();
    }),
    { numRuns: runs },
  );
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 150 }), (text) => {
      expect(build(text).file.text).toBe(text);
    }),
    { numRuns: runs },
  );
});
