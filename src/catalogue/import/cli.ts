// `npm run catalogue -- <command>`: makes the generated data files anew.

import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { importImages } from './images';

const USAGE = `npm run catalogue -- images --from DIR     tables of image sizes and aliases → data files`;

const DATA = fileURLToPath(new URL('../data', import.meta.url));

function main(): void {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      from: { type: 'string' },
      to: { type: 'string', default: DATA },
      made: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    },
  });
  const [command] = positionals;
  if (command === 'images' && values.from !== undefined)
    console.log(importImages(values.from, values.to, values.made).join('\n'));
  else {
    console.error(USAGE);
    process.exitCode = 2;
  }
}

main();
