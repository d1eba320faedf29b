// Build errors in a learner's words: the reason, then the way out. BuildKit's own message stays the problem's message.
// In: the message. Out: the explanation; a message nobody has thought of gets a true but general one.

import { FILE_FAULTS } from './faults-file';
import { STEP_FAULTS } from './faults-step';

const GENERAL = 'Docker stops here and builds nothing. The rest of the file is drawn as far as it can be understood.';

export function explainFault(message: string): string {
  for (const [pattern, explanation] of [...FILE_FAULTS, ...STEP_FAULTS]) {
    const match = pattern.exec(message);
    if (match) return explanation.replace(/\$(\d)/g, (_, nth: string) => match[Number(nth)] ?? '');
  }
  return GENERAL;
}
