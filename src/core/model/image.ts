// Model: the image a stage is becoming: its config and its history. In: one change after the other. Out: OCI config and
// history lines. A stage begins with what its parent had; what it does not change is shared. Follows what BuildKit's
// dispatch functions do to the image.

import type { HistoryEntry, ImageConfig } from './build';
import type { Health } from './health';
import { Scope } from './scope';

type Mutable = { -readonly [K in keyof ImageConfig]: ImageConfig[K] };

/** Folders searched for programs where the base image does not say. */
export const DEFAULT_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

export class Image {
  readonly env: Scope;
  private readonly labels: Scope;
  private readonly ports: Scope<true>;
  private readonly volumes: Scope<true>;
  private readonly triggers: string[] = [];
  private readonly config: Mutable;
  readonly history: HistoryEntry[] = [];

  constructor(private readonly parent: Image | null) {
    this.env = new Scope(parent?.env);
    this.labels = new Scope(parent?.labels);
    this.ports = new Scope(parent?.ports);
    this.volumes = new Scope(parent?.volumes);
    // Triggers are run by a stage built on it, not handed on.
    this.config = { ...parent?.config, OnBuild: this.triggers };
  }

  get user(): string {
    return this.config.User ?? '';
  }

  get workdir(): string {
    return this.config.WorkingDir ?? '';
  }

  get shell(): readonly string[] {
    return this.config.Shell ?? [];
  }

  set<K extends 'User' | 'WorkingDir' | 'StopSignal' | 'Shell' | 'Cmd' | 'Entrypoint' | 'ArgsEscaped'>(
    key: K,
    value: ImageConfig[K],
  ): void {
    this.config[key] = value;
  }

  clear(key: 'Cmd'): void {
    this.config[key] = [];
  }

  label(pairs: readonly (readonly [string, string])[]): void {
    for (const [name, value] of pairs) this.labels.set(name, value);
  }

  expose(ports: readonly string[]): void {
    this.config.ExposedPorts ??= {};
    for (const port of ports) this.ports.set(port, true);
  }

  volume(paths: readonly string[]): void {
    this.config.Volumes ??= {};
    for (const path of paths) this.volumes.set(path, true);
  }

  trigger(text: string): void {
    this.triggers.push(text);
  }

  health({ test, interval, timeout, startPeriod, startInterval, retries }: Health): void {
    this.config.Healthcheck = {
      Test: test,
      ...(interval === 0 ? {} : { Interval: interval }),
      ...(timeout === 0 ? {} : { Timeout: timeout }),
      ...(startPeriod === 0 ? {} : { StartPeriod: startPeriod }),
      ...(startInterval === 0 ? {} : { StartInterval: startInterval }),
      ...(retries === 0 ? {} : { Retries: retries }),
    };
  }

  /** The config with empty fields left out. */
  finished(): ImageConfig {
    const env = [...this.env.entries()].map(([name, value]) => `${name}=${value}`);
    const all: Mutable = { ...this.config, Env: env, Labels: Object.fromEntries(this.labels.entries()) };
    if (all.ExposedPorts) all.ExposedPorts = keysOf(this.ports);
    if (all.Volumes) all.Volumes = keysOf(this.volumes);
    const kept: Record<string, unknown> = {};
    for (const key of Object.keys(all) as (keyof ImageConfig)[]) {
      const value = all[key];
      if (value && (typeof value !== 'object' || Object.keys(value).length > 0)) kept[key] = value;
    }
    return kept;
  }

  /** Parents' lines first. */
  fullHistory(): HistoryEntry[] {
    const chain: Image[] = [this];
    for (let above = this.parent; above; above = above.parent) chain.push(above);
    return chain.reverse().flatMap((image) => image.history);
  }
}

/** As OCI writes a set: each name with an empty object. */
const keysOf = (names: Scope<true>): Record<string, Record<string, never>> =>
  Object.fromEntries([...names.names()].map((name) => [name, {}]));
