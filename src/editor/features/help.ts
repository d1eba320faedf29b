// What each instruction is for, in two lines, and where Docker's reference says more.

interface Help {
  readonly what: string;
  readonly note: string;
}

const REFERENCE = 'https://docs.docker.com/reference/dockerfile/';

const help: Readonly<Record<string, Help>> = {
  FROM: {
    what: 'Starts a stage from an image, from an earlier stage, or from nothing (`scratch`).',
    note: 'Only the target stage ends up in the image; a name (`AS build`) lets other stages copy from it.',
  },
  RUN: {
    what: 'Runs a command while building and keeps the files it changes as a layer.',
    note: 'What it writes and a later step deletes still weighs: delete it in the same step.',
  },
  COPY: {
    what: 'Copies files from the build context, or from a stage or an image with `--from`.',
    note: 'From a stage, only the paths named here are carried forward; the rest stays behind.',
  },
  ADD: {
    what: 'Copies files like COPY, and also fetches URLs and Git repositories and unpacks local archives.',
    note: 'Where none of that is wanted, COPY says so more clearly.',
  },
  ARG: {
    what: 'Declares a build argument, set by `--build-arg`, with an optional default.',
    note: 'Before the first FROM it can be used in FROM lines only; a stage that needs it declares it again.',
  },
  ENV: {
    what: 'Sets environment variables for the steps that follow and for the container.',
    note: 'It stays in the image and is seen by `docker inspect`: no place for secrets.',
  },
  WORKDIR: {
    what: 'Sets the working folder of the steps that follow, and makes it if it is missing.',
    note: 'A relative path goes on from the WORKDIR before.',
  },
  USER: {
    what: 'Sets the user, and optionally the group, for the steps that follow and for the container.',
    note: 'The user must exist in the image, unless it is given by number.',
  },
  CMD: {
    what: 'The command a container starts with, or the default arguments of ENTRYPOINT.',
    note: 'The last one counts. The JSON form runs without a shell, so signals reach the program.',
  },
  ENTRYPOINT: {
    what: 'The program a container runs; arguments of `docker run` are added to it.',
    note: 'The shell form ignores CMD and keeps signals from the program.',
  },
  EXPOSE: {
    what: 'Notes which ports the program listens on.',
    note: 'It opens nothing by itself: `docker run -p` does.',
  },
  LABEL: {
    what: 'Adds metadata to the image as name and value.',
    note: '`org.opencontainers.image.*` are the names tools look for.',
  },
  VOLUME: {
    what: 'Marks a path as a mount point: its content lives outside the container’s layer.',
    note: 'Files written there by later steps may not be kept.',
  },
  HEALTHCHECK: {
    what: 'Tells Docker how to test that a container still works.',
    note: '`NONE` turns off a check that the base image brings.',
  },
  SHELL: {
    what: 'Sets the shell that the shell form of RUN, CMD and ENTRYPOINT uses.',
    note: 'Written as JSON, such as `["/bin/bash", "-o", "pipefail", "-c"]`.',
  },
  STOPSIGNAL: {
    what: 'The signal that `docker stop` sends to the container.',
    note: 'A name such as `SIGQUIT` or a number; `SIGTERM` without it.',
  },
  ONBUILD: {
    what: 'Keeps an instruction to be run when another build starts FROM this image.',
    note: 'It does nothing in this build, unless a later stage is built on this one.',
  },
  MAINTAINER: {
    what: 'Names the author of the image. Deprecated.',
    note: 'Use `LABEL org.opencontainers.image.authors=…`.',
  },
};

/** Docker's page about an instruction. */
export const referenceOf = (keyword: string): string => `${REFERENCE}#${keyword.toLowerCase()}`;

export const helpFor = (keyword: string): Help | null => help[keyword] ?? null;

export const keywords: readonly string[] = Object.keys(help);
