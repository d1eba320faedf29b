import { describe, expect, test } from 'vitest';
import { analyse, type ElementId } from '../../../src/core';
import { createCatalogue } from '../../../src/catalogue/catalogue';
import { sizeSubject } from '../../../src/ui/size/subject';

const analysis = analyse(
  `FROM debian:12-slim AS build
RUN curl -fsSLO https://example.com/a.tar.gz && tar -xzf a.tar.gz && rm a.tar.gz
ENV A=b
FROM scratch
COPY --from=build /opt /opt
# size: 3MB
COPY . /app
`,
  {},
  createCatalogue(),
);

describe('a click on', () => {
  test.each<[string, ElementId, object]>([
    ['an instruction', 'step:0.0', { line: 2, settable: 'step:0.0' }],
    ['metadata', 'step:0.1', { line: 3, settable: null }],
    ['a link', 'link:1.0.0', { line: 5, settable: 'step:1.0' }],
    ['what a comment says', 'step:1.1', { settable: 'step:1.1', size: expect.objectContaining({ certainty: 'set' }) }],
    [
      'a base image',
      'image:docker.io/library/debian:12-slim',
      { title: 'debian:12-slim', settable: 'image:docker.io/library/debian:12-slim' },
    ],
    ['FROM', 'base:0', { title: 'debian:12-slim' }],
    ['a stage', 'stage:0', { title: 'build', settable: null }],
  ])('%s asks about it', (_, id, expected) => {
    expect(sizeSubject(analysis, id)).toMatchObject(expected);
  });

  test('a stage lists its base and its instructions', () => {
    expect(sizeSubject(analysis, 'stage:0')?.parts.map((part) => part.text.split(' ')[0])).toEqual(['FROM', 'RUN']);
  });

  test('something that is gone asks nothing', () => {
    expect(sizeSubject(analysis, 'step:7.1')).toBeNull();
    expect(sizeSubject(analysis, 'link:7.1.0')).toBeNull();
  });
});
