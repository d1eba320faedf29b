// Advice beyond BuildKit, in a group of its own that can be switched off.

import { addWhereCopyServes } from './advice/add-where-copy-serves';
import { almostJson } from './advice/almost-json';
import { cacheLeftBehind } from './advice/cache-left-behind';
import { copyBeforeInstall } from './advice/copy-before-install';
import { deletedLater } from './advice/deleted-later';
import { mountMistakenForCopy } from './advice/mount-mistaken-for-copy';
import { movingTag } from './advice/moving-tag';
import { nearStageName } from './advice/near-stage-name';
import { secretInLayer } from './advice/secret-in-layer';
import { storedAgain } from './advice/stored-again';
import { trailingComment } from './advice/trailing-comment';
import { unusedStage } from './advice/unused-stage';
import type { AdviceRule } from './rule';

export const ADVICE_RULES: readonly AdviceRule[] = [
  addWhereCopyServes,
  almostJson,
  cacheLeftBehind,
  copyBeforeInstall,
  deletedLater,
  mountMistakenForCopy,
  movingTag,
  nearStageName,
  secretInLayer,
  storedAgain,
  trailingComment,
  unusedStage,
];
