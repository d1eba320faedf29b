// Every check and every test of the project, with one tally at the end: `N passed, N failed`.
// Static checks, unit tests and data checks share the cores; the browser tests then have them to themselves.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { findChromium } from './chromium.mjs';

const results = 'test-results';
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

/** Runs a command, prefixing nothing, keeping its output together; answers its exit code and output. */
function execute(command, env = {}) {
  return new Promise((resolve) => {
    const started = Date.now();
    let output = '';
    const child = spawn(command, { shell: true, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('close', (code) => resolve({ code, output, seconds: ((Date.now() - started) / 1000).toFixed(1) }));
  });
}

/** One passed or one failed, by exit code. */
const byExitCode = ({ code }) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 });

/** The tally a command prints on its last line; a failing exit with a clean tally still counts as a failure. */
function byLastLine({ code, output }) {
  const tally = [...output.matchAll(/^(\d+) passed, (\d+) failed/gm)].at(-1);
  if (!tally) return { passed: 0, failed: 1 };
  const failed = Number(tally[2]);
  return { passed: Number(tally[1]), failed: code !== 0 && failed === 0 ? 1 : failed };
}

const report = (file) => JSON.parse(readFileSync(`${results}/${file}`, 'utf8'));

/** A report that was not written means that the runner itself broke down. */
function byReport(file, count) {
  return ({ code }) => {
    try {
      const tally = count(report(file));
      return { passed: tally.passed, failed: code !== 0 && tally.failed === 0 ? 1 : tally.failed };
    } catch {
      return { passed: 0, failed: 1 };
    }
  };
}

const unitTally = (json) => ({ passed: json.numPassedTests, failed: json.numFailedTests });
const browserTally = ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected });

const total = { passed: 0, failed: 0 };

async function step(name, command, tallyOf = byExitCode, env = {}) {
  const outcome = await execute(command, env);
  const tally = tallyOf(outcome);
  total.passed += tally.passed;
  total.failed += tally.failed;
  const bad = tally.failed > 0 || tally.passed === 0;
  console.log(`${bad ? '✗' : '✓'} ${name} (${tally.passed} passed, ${tally.failed} failed, ${outcome.seconds} s)`);
  if (bad) console.log(outcome.output);
  if (tally.passed === 0 && tally.failed === 0) total.failed += 1;
}

const npm = (script, ...args) => `npm run --silent ${script}${args.length ? ` -- ${args.join(' ')}` : ''}`;

async function staticChecks() {
  await step('lint', npm('lint'));
  await step('format', npm('format:check'));
  await step('types', npm('types'));
  await step('import table', npm('layers'));
  await step('unused code', npm('unused'));
}

async function builtFiles() {
  await step('build', npm('build'));
  await step('single file', npm('build:single'));
  await step('budgets', npm('budget'), byLastLine);
}

async function core() {
  const reporters = `--reporter=default --reporter=json --outputFile.json=${results}/unit.json`;
  await step('unit tests', npm('unit', reporters), byReport('unit.json', unitTally));
  await step('conformance', npm('conformance'), byLastLine);
  await step('accuracy', npm('accuracy'));
}

async function browser() {
  try {
    const path = await findChromium();
    const env = { CHROMIUM_PATH: path, PLAYWRIGHT_JSON: `${results}/browser.json` };
    await step('browser tests', npm('e2e'), byReport('browser.json', browserTally), env);
  } catch (error) {
    console.log(`✗ browser tests: ${error instanceof Error ? error.message : error}`);
    total.failed += 1;
  }
}

await Promise.all([builtFiles().then(staticChecks), core()]);
await browser();
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
