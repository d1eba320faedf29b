// Advice beyond BuildKit, in a group of its own that can be switched off.

import type { AdviceRule } from './rule';

export const ADVICE_RULES: readonly AdviceRule[] = [];
