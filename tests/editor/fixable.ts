// A Dockerfile for every rule that has a fix: where its problem can be touched, and the text once the fix is made.

export interface Fixable {
  readonly rule: string;
  readonly text: string;
  /** 1-based line and column within the problem. */
  readonly at: readonly [line: number, column: number];
  readonly fixed: string;
}

const one = (rule: string, at: readonly [number, number], text: string, fixed: string): Fixable => ({
  rule,
  text,
  at,
  fixed,
});

export const fixable: readonly Fixable[] = [
  one(
    'ConsistentInstructionCasing',
    [2, 2],
    'FROM alpine:3.22\nrun make\nUSER a',
    'FROM alpine:3.22\nRUN make\nUSER a',
  ),
  one(
    'DuplicateStageName',
    [2, 21],
    'FROM alpine:3.22 AS a\nFROM alpine:3.22 AS a',
    'FROM alpine:3.22 AS a-1\nFROM alpine:3.22 AS a',
  ),
  one('ExposeProtoCasing', [2, 9], 'FROM alpine:3.22\nEXPOSE 80/TCP', 'FROM alpine:3.22\nEXPOSE 80/tcp'),
  one('ExposeInvalidFormat', [2, 9], 'FROM alpine:3.22\nEXPOSE 127.0.0.1:80:80', 'FROM alpine:3.22\nEXPOSE 80'),
  one('FromAsCasing', [1, 19], 'FROM alpine:3.22 as a', 'FROM alpine:3.22 AS a'),
  one(
    'InvalidDefinitionDescription',
    [4, 6],
    '# check=experimental=all\nFROM alpine:3.22\n# where to write\nARG LOG=/var/log',
    '# check=experimental=all\nFROM alpine:3.22\n# LOG where to write\nARG LOG=/var/log',
  ),
  one('JSONArgsRecommended', [2, 6], 'FROM alpine:3.22\nCMD serve all', 'FROM alpine:3.22\nCMD ["serve", "all"]'),
  one('LegacyKeyValueFormat', [2, 6], 'FROM alpine:3.22\nENV A b', 'FROM alpine:3.22\nENV A=b'),
  one(
    'MaintainerDeprecated',
    [2, 6],
    'FROM alpine:3.22\nMAINTAINER me',
    'FROM alpine:3.22\nLABEL org.opencontainers.image.authors="me"',
  ),
  one(
    'MultipleInstructionsDisallowed',
    [2, 2],
    'FROM alpine:3.22\nCMD ["a"]\nCMD ["b"]',
    'FROM alpine:3.22\nCMD ["b"]',
  ),
  one(
    'NoEmptyContinuation',
    [4, 1],
    'FROM alpine:3.22\nRUN a && \\\n\nb\nUSER c',
    'FROM alpine:3.22\nRUN a && \\\nb\nUSER c',
  ),
  one('RedundantTargetPlatform', [1, 8], 'FROM --platform=$TARGETPLATFORM alpine:3.22', 'FROM alpine:3.22'),
  one('StageNameCasing', [1, 22], 'FROM alpine:3.22 AS Build\nFROM Build', 'FROM alpine:3.22 AS build\nFROM Build'),
  one('UndefinedArgInFrom', [2, 14], 'ARG TAG=1\nFROM alpine:$TGA', 'ARG TAG=1\nFROM alpine:$TAG'),
  one('UndefinedVar', [3, 8], 'FROM alpine:3.22\nARG NAME=x\nUSER $NAEM', 'FROM alpine:3.22\nARG NAME=x\nUSER $NAME'),
  one('WorkdirRelativePath', [2, 10], 'FROM scratch\nWORKDIR app', 'FROM scratch\nWORKDIR /app'),
  one('add-where-copy-serves', [2, 2], 'FROM alpine:3.22\nADD app.conf /etc/', 'FROM alpine:3.22\nCOPY app.conf /etc/'),
  one('almost-json', [2, 8], "FROM alpine:3.22\nCMD ['a', 'b']", 'FROM alpine:3.22\nCMD ["a", "b"]'),
  one(
    'cache-left-behind',
    [2, 8],
    'FROM alpine:3.22\nRUN apk add curl',
    'FROM alpine:3.22\nRUN apk add --no-cache curl',
  ),
  one(
    'near-stage-name',
    [3, 14],
    'FROM alpine:3.22 AS builder\nFROM scratch\nCOPY --from=bulder /a /b',
    'FROM alpine:3.22 AS builder\nFROM scratch\nCOPY --from=builder /a /b',
  ),
  one('trailing-comment', [2, 14], 'FROM alpine:3.22\nWORKDIR /app # why', 'FROM alpine:3.22\n# why\nWORKDIR /app'),
];
