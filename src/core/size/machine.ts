// Step 3 of the walk: what sizing knows of a stage while its steps run: files, packages and the facts commands leave
// for later ones. A stage that starts from another gets a copy, so parents never change.

import type { Catalogue, PackageIndex } from './facts';
import { Files } from './files';
import { isSystemFolder } from './headers';
import { parentOf } from './paths';
import { Scope } from '../model/scope';
import type { Distro } from './report';

/** Packages of one manager in a stage. */
export interface PackageState {
  readonly index: PackageIndex;
  readonly slim: boolean;
  /** All that are installed now. */
  readonly present: Set<string>;
  /** Installed by name, or come with the base: what autoremove keeps. */
  readonly manual: Set<string>;
  /** Asked for by name in the running step, as written. */
  readonly asked: Set<string>;
  /** New in the running step. */
  readonly added: Set<string>;
  /** Names asked for in the running step that another version's package stands for. */
  readonly instead: Map<string, string>;
  /** Removed by the running step although an earlier layer stores them. */
  readonly removed: Set<string>;
  /** The running step installed or removed something. */
  touched: boolean;
  /** The running step removed what it had installed itself. */
  undone: boolean;
  /** All that was done to the packages so far: what the same history leads to is remembered. */
  trail: string;
  /** Groups made by `apk add --virtual`. */
  readonly groups: Map<string, readonly string[]>;
}

export interface Machine {
  readonly files: Files;
  readonly catalogue: Catalogue;
  /** `linux/amd64` and the like. */
  readonly platform: string;
  readonly distro: Distro | null;
  readonly packageSet: string | null;
  readonly slim: boolean;
  /** `null` before the first look; the look-up may have found nothing. */
  packages: PackageState | null;
  /** ENV and ARG in force before the running step. */
  readonly variables: Scope;
  /** Folders that earlier steps made, without the system's own. */
  readonly folders: Set<string>;
  /** Folders made by the running step. */
  readonly made: Set<string>;
  /** What a reader must know of the running step when it stores nothing. */
  readonly notes: string[];
  /** Short marks that later commands read: `apt-lists`, `go-modules`, `nodesource`. */
  readonly marks: Set<string>;
  /** Base image's normalised reference, followed through parent stages; `null` from scratch. */
  readonly image: string | null;
  /** Ids of package indexes that would have helped. */
  readonly wants: Set<string>;
}

export function machineOn(
  catalogue: Catalogue,
  platform: string,
  base: Pick<Machine, 'distro' | 'packageSet' | 'slim' | 'image'>,
): Machine {
  return {
    ...base,
    files: new Files(null),
    catalogue,
    platform,
    packages: null,
    variables: new Scope(),
    folders: new Set(),
    made: new Set(),
    notes: [],
    marks: new Set(),
    wants: new Set(),
  };
}

/** A stage that starts `FROM` this one. */
export function inherit(machine: Machine): Machine {
  const { packages } = machine;
  return {
    ...machine,
    files: new Files(machine.files),
    variables: new Scope(machine.variables),
    folders: new Set(machine.folders),
    made: new Set(),
    notes: [],
    marks: new Set(machine.marks),
    wants: new Set(),
    packages: packages && {
      ...packages,
      present: new Set(packages.present),
      manual: new Set(packages.manual),
      asked: new Set(),
      added: new Set(),
      instead: new Map(),
      removed: new Set(),
      groups: new Map(packages.groups),
      touched: false,
      undone: false,
    },
  };
}

/** Makes a folder and those above it, as `mkdir -p` and WORKDIR do; nothing when it is there. */
export function makeFolder(machine: Machine, path: string): void {
  if (!isFolder(machine, path)) machine.made.add(path);
  noteFolder(machine, path);
}

/** Notes that a folder and those above it are there. */
export function noteFolder(machine: Machine, path: string): void {
  for (let at = path; !isFolder(machine, at); at = parentOf(at)) machine.folders.add(at);
}

/** Whether a folder is known to be there. */
export const isFolder = (machine: Machine, path: string): boolean =>
  path === '/' || machine.folders.has(path) || (machine.image !== null && isSystemFolder(path));

/** The stage's packages, looked up on first use; `null` when there is no index for its distribution (yet). */
export function packagesOf(machine: Machine): PackageState | null {
  if (machine.packages) return machine.packages;
  if (!machine.distro) return null;
  const answer = machine.catalogue.packages(machine.distro);
  if (!answer) return null;
  if ('wants' in answer) {
    machine.wants.add(answer.wants);
    return null;
  }
  const base = answer.base(machine.packageSet);
  machine.packages = {
    index: answer,
    slim: machine.slim,
    present: new Set(base),
    manual: new Set(base),
    asked: new Set(),
    added: new Set(),
    instead: new Map(),
    removed: new Set(),
    groups: new Map(),
    touched: false,
    undone: false,
    trail: `${machine.packageSet ?? ''} ${String(machine.slim)}`,
  };
  return machine.packages;
}
