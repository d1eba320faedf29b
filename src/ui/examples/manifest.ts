// The examples: Dockerfiles written for this project, each fetched when it is chosen.

export interface Example {
  readonly id: string;
  readonly title: string;
  /** What it shows, in half a line. */
  readonly shows: string;
}

/** The one a first visit opens with; its text is in the first view. */
export const FIRST = 'go-scratch';

export const EXAMPLES: readonly Example[] = [
  { id: 'go-scratch', title: 'Go to scratch', shows: 'One static binary, and a whole compiler left behind' },
  { id: 'node', title: 'Node service', shows: 'Build with every dependency, ship only those that run' },
  { id: 'python-venv', title: 'Python with a venv', shows: 'The virtual environment moves, the compiler stays' },
  { id: 'rust-cache', title: 'Rust with a dependency cache', shows: 'Dependencies build once; cache mounts stay out' },
  { id: 'java-jlink', title: 'Java with jlink', shows: 'A runtime cut to the modules that are used' },
  { id: 'dotnet', title: '.NET from SDK to runtime', shows: 'Published output on a chiseled runtime' },
  { id: 'static-site', title: 'Static site on nginx', shows: 'Node builds it, nginx serves it' },
  { id: 'ten-stages', title: 'Ten stages, cross-compiled', shows: 'Cache mounts, heredocs and a stage nothing needs' },
];
