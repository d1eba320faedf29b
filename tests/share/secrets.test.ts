import { describe, expect, it } from 'vitest';
import { findSecrets } from '../../src/share/secrets';

// Put together here, so that no scanner takes the test for a leak.
const long = 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8';

describe('what looks like a secret', () => {
  it.each([
    [`ENV T=${'ghp'}_${long}`, 'a GitHub token'],
    [`RUN aws configure set x ${'AKIA'}ABCDEFGHIJKLMNOP`, 'an AWS access key'],
    [`RUN echo //r/:_authToken=${'npm'}_${long} > .npmrc`, 'an npm token'],
    ['RUN git clone https://me:hunter22@example.org/x.git', 'a password in an address'],
    ['# -----BEGIN RSA PRIVATE KEY-----', 'a private key'],
    ['ENV DB_PASSWORD=correcthorse', 'the value of DB_PASSWORD'],
    ['ARG API_KEY="abcdef123456"', 'the value of API_KEY'],
  ])('%s', (line, what) => {
    const found = findSecrets(`FROM x\n${line}\n`);
    expect(found).toMatchObject([{ line: 1, what }]);
    expect(found[0]?.shown.length).toBeLessThanOrEqual(5);
  });

  it.each([
    'ARG TOKEN',
    'ENV PASSWORD=$PASSWORD',
    'ENV PASSWORD_FILE=/run/secrets/pw',
    'ENV SECRET=changeme',
    'RUN --mount=type=secret,id=token cat /run/secrets/token',
    'ENV PATH=/usr/local/bin:/usr/bin',
    'FROM alpine@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef',
    'RUN curl https://example.org:8080/a@b',
  ])('is not %s', (line) => {
    expect(findSecrets(line)).toEqual([]);
  });

  it('is found in build arguments too', () => {
    expect(findSecrets('FROM x', { NPM_TOKEN: 'abcdef123' })).toMatchObject([{ line: null }]);
  });
});
