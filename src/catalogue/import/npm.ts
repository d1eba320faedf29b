// The table of measured global npm installs → the generated `npm.txt`.

import { readTable } from './tables';

export function makeNpm(table: string): string {
  const [, asOf = '', node = ''] = /measured (\S+): npm \S+, node ([\d.]+)/.exec(table) ?? [];
  const lines = readTable(table).map((row) => {
    const figure = (column: string) => {
      const value = Number(row[column]);
      if (!Number.isSafeInteger(value))
        throw new Error(`npm-global.tsv: ${column} of ${row['spec'] ?? ''} is no number`);
      return value.toString(36);
    };
    return [
      row['spec'],
      row['version'],
      figure('installed_bytes'),
      figure('installed_gzip_bytes'),
      figure('npm_cache_bytes'),
      figure('n_packages'),
    ].join('\t');
  });
  return [JSON.stringify({ v: 1, asOf, node }), ...lines, ''].join('\n');
}
