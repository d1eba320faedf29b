// Model: what instructions say that no picture shows: health checks, ports, signals, modes, checksums, devices, and the list of build
// arguments. Whoever has the whole core loaded passes it in; a first picture is drawn without.

import { checkDevice } from './device';
import { formatHealth, readHealth } from './health';
import { listArguments } from './outline';
import { readPorts } from './ports';
import { checkChecksum, checkMode, checkSource } from './remote';
import { checkSignal } from './signal';

export const details = {
  checkChecksum,
  checkDevice,
  checkMode,
  checkSignal,
  checkSource,
  formatHealth,
  listArguments,
  readHealth,
  readPorts,
} as const;

export type Details = typeof details;
