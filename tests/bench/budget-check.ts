// Fails when the built site is heavier than its budgets allow. `vite build` has to have run.

import { budget } from './budget';

const { lines, failed } = await budget();
console.log(lines.join('\n'));
const held = lines.filter((line) => line.startsWith('✓')).length;
console.log(`${held} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
