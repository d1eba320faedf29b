import { expect, test } from 'vitest';
import { withoutPaste } from '../../../src/ui/measured/without-paste';

const PASTED = 'REPOSITORY   TAG\r\ndebian       12\r\n';
const BLOCK = PASTED.replaceAll('\r\n', '\n');

test.each([
  ['pasted at the end', 'FROM a\n', `FROM a\n${BLOCK}`, 'FROM a\n'],
  ['pasted over everything', 'FROM a\nRUN b\n', BLOCK, 'FROM a\nRUN b\n'],
  ['pasted over a selection', 'FROM a\nRUN b\nCMD c\n', `FROM a\n${BLOCK}CMD c\n`, 'FROM a\nRUN b\nCMD c\n'],
  ['typed on since', 'FROM a\n', `FROM ab\n${BLOCK}RUN x\n`, 'FROM ab\nRUN x\n'],
  ['already undone', 'FROM a\n', 'FROM a\n', 'FROM a\n'],
])('%s', (_, before, text, left) => {
  expect(withoutPaste(text, PASTED, before)).toBe(left);
});
