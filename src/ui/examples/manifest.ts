// The examples: Dockerfiles written for this project, each fetched when it is chosen, each with the naive one it replaces.
// To add one: `<id>.Dockerfile` and `<id>.before.Dockerfile` beside this file, and an entry here; tests/ui/examples.test.ts
// then holds it to the same rules as the others.

/** What an example is about; a person can narrow the list to one. */
export const TOPICS = [
  'small image',
  'cache',
  'secrets',
  'non-root',
  'targets',
  'platforms',
  'parallel',
  'mounts',
] as const;
export type Topic = (typeof TOPICS)[number];

export interface Example {
  readonly id: string;
  readonly title: string;
  /** What it shows, in half a line. */
  readonly shows: string;
  /** One sentence to remember. */
  readonly teaches: string;
  readonly languages: readonly string[];
  readonly topics: readonly Topic[];
}

export const EXAMPLES: readonly Example[] = [
  {
    id: 'go-scratch',
    title: 'Go to scratch',
    shows: 'One static binary, and a whole compiler left behind',
    teaches: 'A program that needs nothing around it can ship in an empty image; the compiler stays in its stage.',
    languages: ['Go'],
    topics: ['small image'],
  },
  {
    id: 'node',
    title: 'Node service',
    shows: 'Build with every dependency, ship only those that run',
    teaches: 'What builds the program and what runs it are two installs: only the second one ships.',
    languages: ['Node', 'TypeScript'],
    topics: ['small image', 'cache', 'non-root', 'parallel'],
  },
  {
    id: 'python-venv',
    title: 'Python with a venv',
    shows: 'The virtual environment moves, the compiler stays',
    teaches:
      'A virtual environment is one folder, so one COPY --from carries every package to an image without a compiler.',
    languages: ['Python'],
    topics: ['small image', 'cache', 'non-root'],
  },
  {
    id: 'rust-cache',
    title: 'Rust with a dependency cache',
    shows: 'Dependencies build once; cache mounts stay out',
    teaches: 'Dependencies compiled in a step of their own are not compiled again when only your code changes.',
    languages: ['Rust'],
    topics: ['small image', 'cache', 'mounts', 'non-root'],
  },
  {
    id: 'java-jlink',
    title: 'Java with jlink',
    shows: 'A runtime cut to the modules that are used',
    teaches: 'A stage may make the runtime itself: jlink cuts Java down to the modules one service uses.',
    languages: ['Java'],
    topics: ['small image', 'cache', 'non-root', 'parallel'],
  },
  {
    id: 'dotnet',
    title: '.NET from SDK to runtime',
    shows: 'Published output on a chiseled runtime',
    teaches: 'The SDK publishes, a runtime image without shell or package manager runs what was published.',
    languages: ['.NET', 'C#'],
    topics: ['small image', 'cache', 'non-root'],
  },
  {
    id: 'static-site',
    title: 'Static site on nginx',
    shows: 'Node builds it, nginx serves it',
    teaches: 'Pages need no Node to be served: the stage that ships starts from a web server instead.',
    languages: ['Node', 'HTML'],
    topics: ['small image', 'cache', 'non-root'],
  },
  {
    id: 'ten-stages',
    title: 'Ten stages, cross-compiled',
    shows: 'Cache mounts, heredocs and a stage nothing needs',
    teaches: 'Stages that do not need each other are built at the same time, and one that nothing needs is not built.',
    languages: ['Go', 'Node'],
    topics: ['cache', 'platforms', 'parallel', 'targets', 'mounts', 'non-root'],
  },
  {
    id: 'go-service',
    title: 'Go service on distroless',
    shows: 'Certificates and a user, but no shell',
    teaches:
      'A distroless base gives a static program certificates, time zones and a user without rights for two megabytes.',
    languages: ['Go'],
    topics: ['small image', 'cache', 'mounts', 'non-root'],
  },
  {
    id: 'full-stack',
    title: 'Web pages inside a Go binary',
    shows: 'Two toolchains at work at the same time',
    teaches: 'Each stage has its own toolchain, so one Dockerfile can build with Node and Go and ship neither.',
    languages: ['Go', 'Node', 'TypeScript'],
    topics: ['small image', 'parallel', 'cache', 'non-root'],
  },
  {
    id: 'nextjs',
    title: 'Next.js, standalone',
    shows: 'The few packages a server uses, gathered by the build',
    teaches: 'When the build gathers what the server needs, node_modules need not ship at all.',
    languages: ['Node', 'TypeScript'],
    topics: ['small image', 'cache', 'mounts', 'non-root'],
  },
  {
    id: 'targets',
    title: 'One file for dev, test and production',
    shows: 'Three targets that share what they can',
    teaches:
      'A target is a stage asked for by name: laptop, pipeline and production share the stages they have in common.',
    languages: ['Node', 'TypeScript'],
    topics: ['targets', 'cache', 'non-root'],
  },
  {
    id: 'secrets',
    title: 'A token that does not ship',
    shows: 'A secret lent to one step',
    teaches: 'A secret mount lends a token to one step; deleting a copied one later leaves it in a layer for ever.',
    languages: ['Node'],
    topics: ['secrets', 'mounts', 'non-root', 'small image'],
  },
  {
    id: 'cross-platform',
    title: 'One build for two processors',
    shows: 'Compiled across, not emulated',
    teaches:
      'With FROM --platform=$BUILDPLATFORM the compiler runs at full speed and makes programs for another processor.',
    languages: ['Go'],
    topics: ['platforms', 'cache', 'non-root', 'mounts'],
  },
  {
    id: 'python-uv',
    title: 'Python with uv',
    shows: 'A locked environment, without the tool that made it',
    teaches: 'The tool that installs is needed while building only; a locked environment runs without it.',
    languages: ['Python'],
    topics: ['small image', 'cache', 'mounts', 'non-root'],
  },
  {
    id: 'docs-site',
    title: 'Documentation with MkDocs',
    shows: 'Sources lent by a mount, pages served by Caddy',
    teaches: 'A bind mount lends the sources to a step, so they are in no layer of any stage.',
    languages: ['Python', 'HTML'],
    topics: ['mounts', 'cache', 'small image', 'non-root'],
  },
  {
    id: 'spring-layers',
    title: 'Spring Boot in layers',
    shows: 'A release sends what changed',
    teaches: 'Files that change together belong in one layer: a new release then sends the last one only.',
    languages: ['Java', 'Kotlin'],
    topics: ['cache', 'small image', 'non-root'],
  },
  {
    id: 'php-composer',
    title: 'PHP with Composer',
    shows: 'A tool’s own image as a stage',
    teaches: 'A tool that comes as an image can be a stage: its work is copied, the tool is not.',
    languages: ['PHP'],
    topics: ['small image', 'cache', 'non-root'],
  },
  {
    id: 'ruby-rails',
    title: 'Ruby on Rails',
    shows: 'One base for building and running',
    teaches: 'A common base stage keeps building and running alike; compilers are added only where gems are built.',
    languages: ['Ruby'],
    topics: ['small image', 'non-root'],
  },
  {
    id: 'elixir-release',
    title: 'Elixir release',
    shows: 'The runtime travels inside the release',
    teaches: 'A release carries its own runtime, so the image needs neither Elixir nor Erlang.',
    languages: ['Elixir', 'Erlang'],
    topics: ['small image', 'cache', 'non-root'],
  },
  {
    id: 'cpp-cmake',
    title: 'C++ with CMake',
    shows: 'Linked statically, shipped alone',
    teaches: 'With its libraries linked in, a C++ program can ship in an empty image as well.',
    languages: ['C++', 'C'],
    topics: ['small image', 'non-root'],
  },
];

/** Those the menu and the empty page offer: one for each way of working, the simplest first. */
export const SHORTLIST: readonly Example[] = EXAMPLES.slice(0, 8);
