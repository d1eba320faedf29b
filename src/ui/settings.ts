// What target and platform can be chosen from.

import type { Build } from '../core';

export interface Option {
  readonly value: string;
  readonly text: string;
}

const PLATFORMS = [
  'linux/amd64',
  'linux/arm64',
  'linux/arm/v7',
  'linux/arm/v6',
  'linux/386',
  'linux/ppc64le',
  'linux/riscv64',
  'linux/s390x',
];

/** An unnamed stage is chosen by its number, as `docker build --target` allows. */
export function targetOptions(build: Build | null, chosen: string | undefined): readonly Option[] {
  const stages = build?.stages ?? [];
  const byValue = new Map<string, Option>([['', { value: '', text: 'last stage' }]]);
  for (const { name, index, label } of stages) {
    const value = name ?? String(index);
    if (!byValue.has(value)) byValue.set(value, { value, text: label });
  }
  const options = [...byValue.values()];
  const missing = chosen !== undefined && !options.some((option) => option.value === chosen.toLowerCase());
  return missing ? [...options, { value: chosen, text: `${chosen} (not in the file)` }] : options;
}

export function platformOptions(chosen: string | undefined): readonly Option[] {
  const all = chosen !== undefined && !PLATFORMS.includes(chosen) ? [...PLATFORMS, chosen] : PLATFORMS;
  return all.map((value) => ({ value, text: value }));
}
