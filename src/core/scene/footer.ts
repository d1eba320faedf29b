// Scene: the last lines of a card: what became of the stage. The first line is the loud one.

import { formatTotal } from '../explain/bytes';
import type { Build, Stage } from '../model/build';
import type { SizeReport, StageSize } from '../size/report';
import { likelyBytes } from './figures';

/** What a RUN's first telling word puts on the disk, as a person would call it. */
const products: readonly (readonly [RegExp, string])[] = [
  [/\b(?:apt-get|apt|apk|dnf|yum|microdnf|zypper)\b.*\b(?:install|add)\b/s, 'system packages'],
  [/\b(?:npm|yarn|pnpm|bun)\b.*\b(?:ci|install|add|i)\b/s, 'node_modules'],
  [/\b(?:pip3?|uv|poetry|pipenv)\b/, 'Python packages'],
  [
    /\b(?:go mod download|cargo fetch|mvn .*go-offline|dotnet restore|bundle install|composer install)\b/s,
    'dependencies',
  ],
  [/\b(?:build|compile|publish|make|package|assemble)\b/, 'build output'],
  [/\b(?:curl|wget)\b/, 'downloads'],
];

function remnant(stage: Stage, index: number): string {
  const action = stage.steps[index]?.action;
  if (action?.kind === 'copy') return action.origin.kind === 'context' ? 'the source' : 'copied files';
  if (action?.kind !== 'run') return 'other files';
  const script = action.script ?? action.argv.join(' ');
  return products.find(([pattern]) => pattern.test(script.slice(0, 400)))?.[1] ?? 'other files';
}

/** The parts of a stage that stay behind, heaviest first, each named once: `Ubuntu 24.04, system packages and the source`. */
function remnants(build: Build, stage: Stage, size: StageSize, report: SizeReport): string {
  const parts = new Map<string, number>();
  const own = stage.base.kind === 'stage' ? null : size.base.distro?.label;
  if (stage.base.kind === 'image') parts.set(own ?? 'the base image', likelyBytes(size.base.size));
  else if (stage.base.kind === 'stage')
    parts.set(`all of ${build.stages[stage.base.stage]?.label ?? stage.base.written}`, likelyBytes(size.base.size));
  stage.steps.forEach((step, index) => {
    if (step.effect === 'metadata') return;
    const name = remnant(stage, index);
    parts.set(name, (parts.get(name) ?? 0) + likelyBytes(report.steps[step.id]?.added));
  });
  const named = [...parts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
  const top = named.filter((name) => name !== 'other files').slice(0, 3);
  if (top.length < named.length) top.push('more');
  const last = top.pop();
  if (last === undefined) return '';
  return top.length === 0 ? last : `${top.join(', ')} and ${last}`;
}

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** The first line of a stage all of which goes on. */
export const nothingLeft = 'nothing left behind';

/** Empty when there is nothing to say. Lines are not wrapped yet. */
export function footerText(
  build: Build,
  stage: Stage,
  size: StageSize | undefined,
  report: SizeReport,
  reading: boolean,
): string[] {
  const target = build.target === null ? undefined : build.stages[build.target];
  if (size?.fate === 'not-built' || !stage.reachable) {
    return [
      'not built',
      target ? `${target.name ?? 'the final image'} takes nothing from it` : 'nothing takes from it',
    ];
  }
  if (size === undefined) return [];
  if (size.fate === 'left-behind') {
    const carried = size.carriedOut.disk.likely > 0 || size.carriedOut.unknown > 0;
    if (reading) return ['what is left behind is still being read', remnants(build, stage, size, report)];
    const figure = formatTotal(size.leftBehind);
    if (size.leftBehind.disk.likely === 0 && size.leftBehind.unknown === 0) return [nothingLeft];
    return [`${figure} left behind`, (carried ? '' : 'all of it: ') + remnants(build, stage, size, report)];
  }
  if (stage.index !== build.target) return ['all of it ships'];
  const layers = report.layers.length;
  if (reading) return ['shipped: still being read'];
  return [`shipped: ${counted(layers, 'layer')}${shippedFiles(size)}`];
}

/** Files are counted only where every one of them is known. */
function shippedFiles(size: StageSize): string {
  const whole = size.files.length > 0 && size.files.every((file) => !file.path.endsWith('/'));
  return whole && size.base.distro === null ? `, ${counted(size.files.length, 'file')}` : '';
}
