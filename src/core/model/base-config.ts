// Model: what a base image's own config brings into a stage built on it, where it is known. A registry would tell BuildKit
// all of it; without one, a stage begins with nothing but PATH. In: the facts about one image. Out: changes of the stage's image.

import type { Image } from './image';

export interface BaseConfig {
  /** In the order in which the image sets them; `${NAME}` as a value says that it differs from tag to tag. */
  readonly env: readonly (readonly [string, string])[];
  readonly user: string | null;
  readonly workdir: string | null;
  readonly entrypoint: readonly string[] | null;
  readonly cmd: readonly string[] | null;
  /** `80/tcp` */
  readonly ports: readonly string[];
  readonly volumes: readonly string[];
  readonly stopSignal: string | null;
}

/** Answers for a normalised reference (`docker.io/library/debian:12-slim`); `null` when nothing is known of that image. */
export type BaseConfigs = (reference: string) => BaseConfig | null;

/** Lets `image` begin as one built on a base of this config. */
export function inherit(image: Image, base: BaseConfig): void {
  for (const [name, value] of base.env) image.env.set(name, value);
  if (base.user !== null) image.set('User', base.user);
  if (base.workdir !== null) image.set('WorkingDir', base.workdir);
  if (base.entrypoint !== null) image.set('Entrypoint', base.entrypoint);
  if (base.cmd !== null) image.set('Cmd', base.cmd);
  if (base.stopSignal !== null) image.set('StopSignal', base.stopSignal);
  if (base.ports.length > 0) image.expose(base.ports);
  if (base.volumes.length > 0) image.volume(base.volumes);
}
