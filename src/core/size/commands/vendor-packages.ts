// Step 3 of the walk, for RUN: packages that people install from a vendor's own apt or rpm repository.
// Figures are typical unpacked sizes of recent releases in megabytes, and how small they pack; they are assumptions.

import type { Bytes } from '../facts';
import { megabytes } from './guess';

const VENDORS: Readonly<Record<string, readonly [megabytes: number, packed: number]>> = {
  'google-chrome-stable': [390, 0.33],
  'microsoft-edge-stable': [600, 0.32],
  'docker-ce': [105, 0.3],
  'docker-ce-cli': [42, 0.4],
  'docker-buildx-plugin': [80, 0.35],
  'docker-compose-plugin': [75, 0.35],
  'containerd.io': [120, 0.3],
  gh: [55, 0.35],
  kubectl: [58, 0.35],
  helm: [58, 0.32],
  terraform: [95, 0.3],
  vault: [480, 0.35],
  'google-cloud-cli': [900, 0.2],
  'google-cloud-sdk': [900, 0.2],
  'azure-cli': [650, 0.15],
  'postgresql-client-15': [11, 0.3],
  'postgresql-client-16': [11, 0.3],
  'postgresql-client-17': [11, 0.3],
  'postgresql-client-18': [12, 0.3],
  msodbcsql17: [2, 0.5],
  msodbcsql18: [2, 0.5],
  'mssql-tools18': [2, 0.4],
  yarn: [5.4, 0.25],
  'temurin-17-jdk': [310, 0.6],
  'temurin-21-jdk': [330, 0.6],
  'temurin-17-jre': [145, 0.35],
  'temurin-21-jre': [155, 0.35],
  'dotnet-sdk-8.0': [620, 0.35],
  'dotnet-sdk-9.0': [640, 0.35],
  'aspnetcore-runtime-8.0': [95, 0.4],
  'mongodb-mongosh': [250, 0.25],
  'mongodb-org': [480, 0.3],
  nginx: [6, 0.35],
};

/** What a vendor's package weighs, within a factor of about 1.4; `null` when not listed. */
export function vendorPackage(name: string, nodesource: boolean): Bytes | null {
  if (name === 'nodejs' && nodesource) return megabytes(150, 195, 260, 0.26);
  const known = VENDORS[name];
  return known ? megabytes(known[0] / 1.4, known[0], known[0] * 1.4, known[1]) : null;
}
