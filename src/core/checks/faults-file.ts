// What errors of the file as a whole, of stages and of references mean.

import type { Explained } from './faults';

export const FILE_FAULTS: readonly Explained[] = [
  [
    /^the Dockerfile cannot be empty/,
    'There is nothing to build. A Dockerfile starts with FROM and the image to build on.',
  ],
  [/^file with no instructions/, 'There are only comments here. A Dockerfile needs at least one FROM.'],
  [
    /contains no stages to build/,
    'Docker builds stages, and every stage starts with FROM. Add one: FROM debian:12-slim.',
  ],
  [
    /^no build stage in current context/,
    'Only ARG may stand above the first FROM, because everything else changes a stage. Move it below a FROM.',
  ],
  [
    /line greater than max allowed size/,
    'Docker reads at most 65,535 characters a line. Break the line with a backslash, or copy the content from a file.',
  ],
  [/only one (\w+) parser directive/, 'The # $1= line at the top counts once. Put all of it in one line.'],
  [/^invalid escape token/, 'The escape directive takes a backslash or a backtick, nothing else.'],
  [
    /failed to parse check options/,
    'The # check= line takes skip=, experimental= and error=, parted by semicolons: # check=skip=JSONArgsRecommended;error=true.',
  ],
  [
    /^lint violation found for rules: (.*)/,
    'The # check= line asks for error=true, so the warnings below fail the build. Mend them, or skip a rule: # check=skip=$1;error=true.',
  ],
  [
    /unknown instruction: (\S+).*did you mean (\S+?)\?/,
    'Docker does not know $1. It is close to $2, which may be what is meant.',
  ],
  [
    /unknown instruction/,
    'Docker takes the first word of a line as an instruction, and this is none. Often the line above lost its backslash at the end, or a blank is a special character copied from a web page.',
  ],
  [
    /unterminated heredoc/,
    'A text that begins with << goes on until a line with only the closing word. That line is missing: write the word alone, without blanks around it.',
  ],
  [
    /requires either one or three arguments/,
    'FROM takes an image, and perhaps AS and a name. Everything else on the line, a comment too, counts as an argument: Docker knows comments only on lines of their own. Flags such as --platform stand before the image.',
  ],
  [
    /invalid name for build stage: ("[^"]*")/,
    '$1 cannot name a stage: a name starts with a letter and has only letters, digits, dots, dashes and underscores. Variables are not replaced in it.',
  ],
  [
    /base name \((.*)\) should not be blank/,
    'After the variables are replaced nothing is left of $1. Give the ARG above the first FROM a default, or pass it with --build-arg.',
  ],
  [
    /failed to parse stage name .*repository name \((.*)\) must be lowercase/,
    'Image names are written in lower case, and $1 is not. If a stage is meant: FROM minds case, and Docker keeps stage names in lower case.',
  ],
  [
    /failed to parse stage name .*64-byte hexadecimal/,
    'A name of 64 hexadecimal digits looks like an image ID, which cannot be pulled. Use a name and a tag, or name@sha256:….',
  ],
  [
    /failed to parse stage name ("[^"]*")/,
    '$1 is no image name: it is name:tag, with nothing missing on either side of the colon. A variable in it may be empty; only an ARG above the first FROM counts here.',
  ],
  [
    /empty platform value from expression (\S+)/,
    'After the variables are replaced nothing is left of $1. Known without an ARG are BUILDPLATFORM and TARGETPLATFORM, and their OS, ARCH and VARIANT.',
  ],
  [
    /failed to parse platform/,
    'A platform is written system/machine, such as linux/amd64 or linux/arm64, and a variant may follow: linux/arm/v7.',
  ],
  [
    /target stage ("[^"]*") could not be found/,
    'No stage is called $1. A target is chosen by the name after AS; a stage without a name can be built only as the last one.',
  ],
  [
    /invalid stage index (\d+)/,
    'COPY --from=$1 counts the stages from 0, and there are not that many. Name the stage with AS and use the name.',
  ],
  [
    /cannot copy from stage ("[^"]*")/,
    'A stage can take files only from stages above it, and $1 stands further down or is this one. Move that stage up.',
  ],
  [
    /cannot mount from stage ("[^"]*")/,
    'A step can mount only stages above it, and $1 stands further down or is this one. Move that stage up.',
  ],
  [
    /circular dependency detected on stage: (.*)/,
    'To build $1 Docker would need $1 itself, through COPY or a mount. Take the files from another stage, or split the stage in two.',
  ],
  [
    /variable expansion is not supported for --from/,
    'COPY --from takes a name as it stands. Give the image a stage of its own, where variables work: ARG TAG=1, FROM image:$TAG AS tool, and then COPY --from=tool.',
  ],
  [
    /'from' doesn't support variable expansion/,
    'A mount takes from= as it stands. Give the image a stage of its own, where variables work, and mount that stage.',
  ],
];
