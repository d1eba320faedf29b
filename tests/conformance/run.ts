// `npm run conformance [-- FILE.jsonl …]`: asks the core about every case and compares with BuildKit's answers.
// Prints the first differing field of each failing case, a tally per field and `N passed, N failed`. Exit code 1 on any failure.

import { fork, type ChildProcess } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCases, type Case } from './case';
import { FIELDS } from './compare';
import type { Reply } from './examine';

const LIMIT_SECONDS = 10;
const here = fileURLToPath(new URL('.', import.meta.url));

const files = process.argv.slice(2);
if (files.length === 0) {
  const folder = join(here, 'cases');
  files.push(
    ...readdirSync(folder)
      .filter((name) => name.endsWith('.jsonl'))
      .sort()
      .map((name) => join(folder, name)),
  );
}
const cases = files.flatMap(readCases);

const replies: Reply[] = [];
let next = 0;

/** Lets a child answer one case. Resolves with what happened to it; a child that hung or died is not used again. */
function ask(child: ChildProcess, one: Case): Promise<{ reply: Reply; alive: boolean }> {
  return new Promise((resolve) => {
    const settle = (reply: Reply, alive: boolean): void => {
      clearTimeout(timer);
      child.removeAllListeners();
      if (!alive) child.kill('SIGKILL');
      resolve({ reply, alive });
    };
    const timer = setTimeout(
      () => settle({ thrown: `no answer within ${LIMIT_SECONDS} s` }, false),
      LIMIT_SECONDS * 1000,
    );
    child.once('message', (reply) => settle(reply as Reply, true));
    child.once('exit', (code, signal) => settle({ thrown: `the process died (${signal ?? code})` }, false));
    child.send(one);
  });
}

const startChild = (): ChildProcess =>
  fork(join(here, 'examine.ts'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });

async function lane(): Promise<void> {
  let child = startChild();
  for (let index = next++; index < cases.length; index = next++) {
    const { reply, alive } = await ask(child, cases[index] as Case);
    replies[index] = reply;
    if (!alive) child = startChild();
  }
  child.disconnect();
}

const cut = (text: string): string => (text.length > 600 ? `${text.slice(0, 600)}…` : text);

/** Prints what is wrong with a case; answers whether it passed. */
function judge(one: Case, reply: Reply): boolean {
  if ('thrown' in reply) {
    console.log(`✗ ${one.name}: threw\n    ${cut(reply.thrown)}`);
    return false;
  }
  const first = reply.outcomes.find((outcome) => outcome.counts && !outcome.same);
  if (first)
    console.log(`✗ ${one.name}: ${first.field}\n    expected ${cut(first.expected)}\n    got      ${cut(first.got)}`);
  return first === undefined;
}

function printTally(): void {
  const tally = new Map<string, { same: number; compared: number }>();
  for (const { field, same } of replies.flatMap((reply) => ('thrown' in reply ? [] : reply.outcomes))) {
    const count = tally.get(field) ?? { same: 0, compared: 0 };
    tally.set(field, { same: count.same + (same ? 1 : 0), compared: count.compared + 1 });
  }
  console.log('\nfield                     same / compared');
  for (const { name, counts } of FIELDS) {
    const { same, compared } = tally.get(name) ?? { same: 0, compared: 0 };
    console.log(
      `${name.padEnd(24)} ${String(same).padStart(5)} / ${compared}${counts ? '' : ' (wording, not counted)'}`,
    );
  }
  const thrown = replies.filter((reply) => 'thrown' in reply).length;
  if (thrown > 0) console.log(`${'threw, hung or died'.padEnd(24)} ${String(thrown).padStart(5)}`);
}

await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, lane));
const passed = cases.filter((one, index) => judge(one, replies[index] as Reply)).length;
printTally();
console.log(`\n${passed} passed, ${cases.length - passed} failed`);
process.exitCode = cases.length > 0 && passed === cases.length ? 0 : 1;
