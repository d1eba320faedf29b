import { expect, it } from 'vitest';
import type * as Declared from '../../public/embed';
import type * as Built from '../../src/embed/embed';

// Checked by the compiler: what authors are told is what the element is.
const element = (built: Built.DockerfilePlayground): Declared.DockerfilePlayground => built;
const upgrade = (built: typeof Built.upgrade): typeof Declared.upgrade => built;

it('the published types fit what is built', () => {
  expect([element, upgrade]).toHaveLength(2);
});
