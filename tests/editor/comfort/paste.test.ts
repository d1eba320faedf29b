import { describe, expect, it } from 'vitest';
import { dockerfileIn } from '../../../src/editor/comfort/paste';

describe('what is kept of a paste', () => {
  it.each([
    ['a Dockerfile as it is', 'FROM a\nRUN b\n', null],
    ['text without one as it is', 'Run the tests.\nThen copy them.', null],
    ['one line as it is', 'FROM a AS b', null],
    ['the fenced block', 'Some words.\n\n```dockerfile\nFROM a\nRUN b\n```\n\nMore words.\n', 'FROM a\nRUN b\n'],
    ['a fence without a language, by its content', '```\nFROM a\nUSER b\n```', 'FROM a\nUSER b\n'],
    ['not the other blocks', '```sh\ndocker build .\n```\n```Dockerfile\nFROM a\n```\n', 'FROM a\n'],
    [
      'the instructions out of prose',
      'Here is the Dockerfile we use:\n\nFROM a AS b\n# build it\nRUN x && \\\n  y\n\nRun the build with docker build.\n',
      'FROM a AS b\n# build it\nRUN x && \\\n  y\n',
    ],
    ['prose between instructions goes', 'FROM a\nThis copies the sources:\nCOPY . .\n', 'FROM a\nCOPY . .\n'],
    [
      'a heredoc that looks like prose stays',
      'Look:\nFROM a\nRUN <<EOF\nThis is a script\nEOF\n',
      'FROM a\nRUN <<EOF\nThis is a script\nEOF\n',
    ],
    ['what a shell would write', "cat > Dockerfile <<'EOF'\nFROM a\nRUN b\nEOF\ndocker build .\n", 'FROM a\nRUN b\n'],
    ['line numbers go', '1 FROM a\n2 RUN b\n3 \n', 'FROM a\nRUN b\n'],
    ['blanks of a web page become blanks', 'FROM\u00a0a\nRUN\u00a0b', 'FROM a\nRUN b'],
    [
      'trailing comments stay for the fix',
      'The file:\nFROM ubuntu:latest AS builder # the build stage\nWORKDIR /app #\n',
      'FROM ubuntu:latest AS builder # the build stage\nWORKDIR /app #\n',
    ],
  ])('%s', (_, text, expected) => {
    expect(dockerfileIn(text)).toBe(expected);
  });
});
