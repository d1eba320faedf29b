// Prints every figure of speed and weight: `npm run bench`, or some of it: `npm run bench -- analysis layout`.
// Machines are noisy: compare figures of one run with each other, not with those of another day.

type Bench = () => readonly string[] | Promise<readonly string[]>;

/** In order of running. Each is loaded only when asked for, so that one can be tried while another is being changed. */
const BENCHES: Readonly<Record<string, () => Promise<Bench>>> = {
  budget: async () => {
    const { budget } = await import('./budget');
    return async () => (await budget()).lines;
  },
  analysis: async () => (await import('./analysis')).analysisBench,
  packages: async () => (await import('./packages')).packagesBench,
  layout: async () => (await import('./layout')).layoutBench,
  frames: async () => (await import('./frames')).framesBench,
  links: async () => (await import('./links')).linksBench,
  typing: async () => (await import('./typing')).typingBench,
  embed: async () => (await import('./embed')).embedBench,
};

const asked = process.argv.slice(2);
const names = asked.length > 0 ? asked : Object.keys(BENCHES);

for (const name of names) {
  const load = BENCHES[name];
  if (!load) {
    console.error(`No bench is called ${name}. There are: ${Object.keys(BENCHES).join(', ')}`);
    process.exitCode = 1;
    continue;
  }
  console.log(`\n## ${name}`);
  const bench = await load();
  for (const line of await bench()) console.log(line);
}

export {};
