// Model: `RUN --mount=…`. In: the value as written and, once the step runs, how its words are substituted. Out: the mount.
// Throws a Refusal for keys, types and values it does not know. Follows BuildKit's parseMount: before the step runs only
// `from` is looked at, since the stages it needs must be known then.

import { quote } from '../parse/quote';
import { csvFields } from './csv';
import { parseBool } from './device';
import { Refusal } from './refusal';
import { didYouMean } from './suggest';

const TYPES = ['bind', 'cache', 'tmpfs', 'secret', 'ssh'] as const;
const SHARING = ['shared', 'private', 'locked'];
const KEYS = [
  'type', 'from', 'source', 'target', 'readonly', 'id', 'sharing', 'required', 'size', 'mode', 'uid', 'gid', 'src', 'dst',
  'destination', 'ro', 'rw', 'readwrite', 'env',
]; // prettier-ignore

type MountType = (typeof TYPES)[number];

export interface MountSpec {
  type: MountType;
  from: string;
  source: string;
  target: string;
  readonly: boolean;
  id: string;
}

/** The stage or image a mount names, empty without `from=`. */
export function checkMountFrom(value: string): string {
  let from = '';
  for (const field of csvFields(value, 'mounts')) {
    const equals = field.indexOf('=');
    if (equals < 0 || field.slice(0, equals).toLowerCase() !== 'from') continue;
    from = field.slice(equals + 1);
    const dollar = from.indexOf('$');
    if (dollar >= 0 && dollar !== from.length - 1)
      throw new Refusal("'from' doesn't support variable expansion, define alias stage instead");
  }
  return from;
}

interface Extra {
  readonlyGiven: boolean;
  sharing: string;
  /** `mode`, `uid` and `gid` as far as given. */
  owner: string[];
}

export function readMount(value: string, expand: (word: string) => string): MountSpec {
  const mount: MountSpec = { type: 'bind', from: '', source: '', target: '', readonly: false, id: '' };
  const extra: Extra = { readonlyGiven: false, sharing: '', owner: [] };
  for (const field of csvFields(value, 'mounts')) {
    const equals = field.indexOf('=');
    const key = (equals < 0 ? field : field.slice(0, equals)).toLowerCase();
    if (equals < 0) bare(mount, extra, key, field);
    else set(mount, extra, key, expand(field.slice(equals + 1)), field);
  }
  check(mount, extra);
  if (!extra.readonlyGiven) mount.readonly = mount.type !== 'cache' && mount.type !== 'tmpfs';
  return mount;
}

function bare(mount: MountSpec, extra: Extra, key: string, field: string): void {
  if (key === 'readonly' || key === 'ro' || key === 'readwrite' || key === 'rw') {
    mount.readonly = key.startsWith('readonly') || key === 'ro';
    extra.readonlyGiven = true;
  } else if (key === 'required') only(mount, key, ['secret', 'ssh']);
  else throw new Refusal(`invalid field '${field}' must be a key=value pair`);
}

function only(mount: MountSpec, key: string, types: readonly MountType[]): void {
  if (!types.includes(mount.type)) throw new Refusal(`unexpected key '${key}' for mount type '${mount.type}'`);
}

function bool(key: string, value: string): boolean {
  const found = parseBool(value);
  if (found === null) throw new Refusal(`invalid value for ${key}: ${value}`);
  return found;
}

function set(mount: MountSpec, extra: Extra, key: string, value: string, field: string): void {
  switch (key) {
    case 'type': {
      const type = TYPES.find((known) => known === value.toLowerCase());
      if (!type) throw new Refusal(`unsupported mount type ${quote(value)}${didYouMean(value, TYPES)}`);
      mount.type = type;
      return;
    }
    case 'from':
      mount.from = value;
      return;
    case 'source':
    case 'src':
      mount.source = value;
      return;
    case 'target':
    case 'dst':
    case 'destination':
      mount.target = value;
      return;
    case 'readonly':
    case 'ro':
    case 'readwrite':
    case 'rw':
      mount.readonly = bool(key, value) === (key === 'readonly' || key === 'ro');
      extra.readonlyGiven = true;
      return;
    case 'required':
      only(mount, key, ['secret', 'ssh']);
      bool(key, value);
      return;
    case 'size':
      only(mount, key, ['tmpfs']);
      if (!/^\d+(\.\d+)?\s?([kKmMgGtTpP][iI]?)?[bB]?$/.test(value))
        throw new Refusal(`invalid value for ${key}: ${value}`);
      return;
    case 'id':
      mount.id = value;
      return;
    case 'sharing':
      extra.sharing = value.toLowerCase();
      if (!SHARING.includes(extra.sharing))
        throw new Refusal(`unsupported sharing value ${quote(value)}${didYouMean(value, SHARING)}`);
      return;
    case 'mode':
    case 'uid':
    case 'gid':
      if (
        !(key === 'mode' ? /^[0-7]+$/ : /^[0-9]+$/).test(value) ||
        parseInt(value, key === 'mode' ? 8 : 10) > 0xffffffff
      )
        throw new Refusal(`invalid value ${value} for ${key}`);
      extra.owner.push(key);
      return;
    case 'env':
      return;
    default:
      throw new Refusal(`unexpected key '${key}' in '${field}'${didYouMean(key, KEYS)}`);
  }
}

function check({ type, from, source, target, id }: MountSpec, { sharing, owner }: Extra): void {
  if (type === 'bind' || type === 'tmpfs')
    for (const key of ['mode', 'uid', 'gid'])
      if (owner.includes(key)) throw new Refusal(`${key} not allowed for ${quote(type)} type mounts`);
  if (type === 'secret') {
    if (from !== '') throw new Refusal('secret mount should not have a from');
    if (sharing !== '') throw new Refusal('secret mount should not define sharing');
    if (source === '' && target === '' && id === '')
      throw new Refusal('invalid secret mount. one of source, target required');
    if (source !== '' && id !== '') throw new Refusal("both source and id can't be set");
  }
  if (sharing !== '' && type !== 'cache') throw new Refusal(`invalid cache sharing set for ${type} mount`);
}
