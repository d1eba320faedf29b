// Compares our answer with BuildKit's, field by field, as the cases' own notes say.
// Where BuildKit fails there are no stages, config or history to compare; a missing field equals an empty one.

import { posix } from 'node:path';
import { withoutDigest } from './answer';
import type { Answer, ExpectedMount, ExpectedStage } from './case';

interface Field {
  readonly name: string;
  /** False for what is shown in the tally but fails no case: BuildKit's wording is matched in sense only. */
  readonly counts: boolean;
  /** What is compared, as JSON; `null` when the field does not apply to the case. */
  readonly of: (expected: Answer, got: Answer) => readonly [unknown, unknown] | null;
}

export interface Outcome {
  readonly field: string;
  readonly counts: boolean;
  readonly same: boolean;
  readonly expected: string;
  readonly got: string;
}

/** JSON with sorted keys, without empty values: `{}`, `[]`, `""`, `0`, `false` and absent are one. */
function canonical(value: unknown): string {
  const empty = (v: unknown): boolean =>
    v === undefined ||
    v === null ||
    v === '' ||
    v === 0 ||
    v === false ||
    (typeof v === 'object' && Object.keys(v).length === 0);
  return (
    JSON.stringify(value, (_key, v: unknown) => {
      if (typeof v !== 'object' || v === null || Array.isArray(v)) return v;
      return Object.fromEntries(
        Object.entries(v)
          .filter(([, inner]) => !empty(inner))
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      );
    }) ?? 'nothing'
  );
}

const sorted = (values: readonly string[] | undefined): string[] => [...(values ?? [])].sort();

const builds = (expected: Answer): boolean => expected.error === undefined;

/** A field of the answer to a Dockerfile that builds. */
const whole = (name: string, pick: (answer: Answer) => unknown): Field => ({
  name,
  counts: true,
  of: (expected, got) => (builds(expected) ? [pick(expected), pick(got)] : null),
});

const perStage = (name: string, pick: (stage: ExpectedStage) => unknown): Field =>
  whole(name, (answer) => (answer.stages ?? []).map(pick));

const imageSet = (images: readonly string[]): string[] =>
  [...new Set(images.map(withoutDigest))].filter((image) => image !== 'scratch').sort();

/** Mounts with their target made absolute: BuildKit's answers keep it as written, ours know the folder in force. */
function mounts(of: Answer, other: Answer): unknown {
  return (of.stages ?? []).map((stage, index) =>
    (stage.mounts ?? []).map((mount, nth) => {
      const known = mount as ExpectedMount & { workdir?: string };
      const twin = other.stages?.[index]?.mounts?.[nth] as (ExpectedMount & { workdir?: string }) | undefined;
      const { workdir = twin?.workdir ?? '/', ...rest } = known;
      return rest.target === undefined
        ? rest
        : { ...rest, target: posix.join('/', posix.resolve(workdir, rest.target)) };
    }),
  );
}

const CONFIG_FIELDS = [
  'User', 'ExposedPorts', 'Env', 'Entrypoint', 'Cmd', 'Volumes', 'WorkingDir', 'Labels',
  'StopSignal', 'Shell', 'OnBuild', 'ArgsEscaped', 'Healthcheck',
] as const; // prettier-ignore

export const FIELDS: readonly Field[] = [
  {
    name: 'error yes/no',
    counts: true,
    of: (expected, got) => [
      expected.error ?? 'builds',
      builds(expected) === builds(got) ? (expected.error ?? 'builds') : (got.error ?? 'builds'),
    ],
  },
  {
    name: 'errorLine',
    counts: true,
    of: (expected, got) =>
      builds(expected) || expected.errorLine === undefined || builds(got) ? null : [expected.errorLine, got.errorLine],
  },
  {
    name: 'error text',
    counts: false,
    // The line is shown beside the message, so ours does not repeat it.
    of: (expected, got) =>
      builds(expected) || builds(got)
        ? null
        : [expected.error?.replace(/^dockerfile parse error on line \d+: /, ''), got.error],
  },
  perStage('stage names', (stage) => stage.name),
  perStage('stage lines', (stage) => stage.lines),
  perStage('base', (stage) => withoutDigest(stage.base)),
  perStage('baseStage', (stage) => stage.baseStage ?? 'none'),
  perStage('platform', (stage) => stage.platform ?? ''),
  perStage('deps', (stage) => [...stage.deps].sort((a, b) => a - b)),
  perStage('external', (stage) => imageSet(stage.external)),
  perStage('reachable', (stage) => stage.reachable),
  perStage('commands', (stage) => stage.commands),
  perStage('copies', (stage) => stage.copies ?? []),
  {
    name: 'mounts',
    counts: true,
    of: (expected, got) => (builds(expected) ? [mounts(expected, got), mounts(got, expected)] : null),
  },
  {
    name: 'target',
    counts: true,
    of: (expected, got) => (builds(expected) && expected.target !== undefined ? [expected.target, got.target] : null),
  },
  {
    name: 'warnings',
    counts: true,
    of: (expected, got) => [
      sorted(expected.warnings?.map(({ rule, line }) => `${rule}:${line}`)),
      sorted(got.warnings?.map(({ rule, line }) => `${rule}:${line}`)),
    ],
  },
  {
    name: 'warning text',
    counts: true,
    of: (expected, got) => [
      sorted(expected.warnings?.map(({ msg }) => msg)),
      sorted(got.warnings?.map(({ msg }) => msg)),
    ],
  },
  ...CONFIG_FIELDS.map((key) => whole(`config ${key}`, (answer) => answer.config?.[key] ?? '')),
  whole('history length/empty', (answer) => (answer.history ?? []).map(({ empty }) => (empty ? 'empty' : 'layer'))),
  whole('history text', (answer) => (answer.history ?? []).map(({ by }) => by)),
  whole('ctxPaths', (answer) => sorted(answer.ctxPaths)),
];

/** One outcome for every field that applies, in the order of `FIELDS`. */
export function compare(expected: Answer, got: Answer): Outcome[] {
  return FIELDS.flatMap((field) => {
    const pair = field.of(expected, got);
    if (pair === null) return [];
    const [a, b] = pair.map((value) => (value === '' ? 'nothing' : canonical(value)));
    return [{ field: field.name, counts: field.counts, same: a === b, expected: a ?? '', got: b ?? '' }];
  });
}
