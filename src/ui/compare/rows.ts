// The differences between two Dockerfiles as rows of a table: what it is, what it was, what it is now.

import { formatTotal, type Comparison, type ConfigField, type ComparedStage, type Total } from '../../core';

export interface Row {
  readonly group: 'Image' | 'Stages' | 'Packages' | 'Files' | 'Settings' | 'Problems';
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly kind: 'changed' | 'added' | 'removed' | 'same';
}

/** Longer lists are told as a number: nobody reads the rest. */
const MOST = 12;

const NAMES: Readonly<Record<ConfigField, string>> = {
  Entrypoint: 'Entrypoint',
  Cmd: 'Command',
  Env: 'Variables',
  WorkingDir: 'Working folder',
  User: 'User',
  ExposedPorts: 'Ports',
  Volumes: 'Volumes',
  Labels: 'Labels',
  Healthcheck: 'Health check',
  StopSignal: 'Stop signal',
  Shell: 'Shell',
  OnBuild: 'Triggers',
  ArgsEscaped: 'Arguments escaped',
};

const total = (size: Total | null): string => (size ? formatTotal(size).replaceAll('\u00a0', ' ') : '–');

/** What a setting is, less what both have. */
function setting(value: unknown, other: unknown): string {
  if (value === null || value === undefined || value === '') return 'none';
  if (typeof value === 'string') return value;
  const parts = (from: unknown): string[] =>
    Array.isArray(from)
      ? from.map(String)
      : typeof from === 'object' && from !== null
        ? Object.entries(from).map(([name, held]) =>
            typeof held === 'object' && held !== null && Object.keys(held).length === 0
              ? name
              : `${name}=${JSON.stringify(held)}`,
          )
        : [];
  const own = parts(value);
  const shared = new Set(parts(other));
  const ordered = Array.isArray(value) && !own.some((part) => /^[A-Za-z_]\w*=/.test(part));
  const left = ordered ? own : own.filter((part) => !shared.has(part));
  return left.length === 0
    ? 'nothing more'
    : ordered
      ? left.map((word) => (/\s/.test(word) ? JSON.stringify(word) : word)).join(' ')
      : left.join(', ');
}

function stageRow({ before, after, sizeBefore, sizeAfter, base, steps }: ComparedStage): Row {
  const names = [before?.label, after?.label].filter((label) => label !== undefined);
  const changed = base || steps.added.length + steps.removed.length > 0;
  const kind = !before ? 'added' : !after ? 'removed' : changed ? 'changed' : 'same';
  return {
    group: 'Stages',
    name: [...new Set(names)].join(' → '),
    before: total(sizeBefore),
    after: total(sizeAfter),
    kind,
  };
}

function listed(group: Row['group'], removed: readonly string[], added: readonly string[]): Row[] {
  if (removed.length + added.length > MOST)
    return [
      {
        group,
        name: group === 'Files' ? 'only in one image' : 'only in one',
        before: String(removed.length),
        after: String(added.length),
        kind: 'changed',
      },
    ];
  return [
    ...removed.map((name): Row => ({ group, name, before: 'yes', after: 'no', kind: 'removed' })),
    ...added.map((name): Row => ({ group, name, before: 'no', after: 'yes', kind: 'added' })),
  ];
}

export function comparisonRows(comparison: Comparison): readonly Row[] {
  const { image, layers, stages, packages, files, config, problems } = comparison;
  const pull = ({ pull: bytes, unknown }: Total): string => total({ disk: bytes, pull: bytes, unknown });
  const plain = (name: string, before: string, after: string): Row => ({
    group: 'Image',
    name,
    before,
    after,
    kind: before === after ? 'same' : 'changed',
  });
  return [
    plain('On disk', total(image.before), total(image.after)),
    plain('To pull', pull(image.before), pull(image.after)),
    plain('Layers', String(layers.before), String(layers.after)),
    ...stages.slice(0, 40).map(stageRow),
    ...listed('Packages', packages.removed, packages.added),
    ...listed('Files', files.removed, files.added),
    ...config.map(({ field, before, after }): Row => ({
      group: 'Settings',
      name: NAMES[field],
      before: setting(before, after),
      after: setting(after, before),
      kind: 'changed',
    })),
    ...listed(
      'Problems',
      problems.removed.map(({ message }) => message),
      problems.added.map(({ message }) => message),
    ),
  ];
}
