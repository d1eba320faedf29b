// Every check of `docker build --check` that needs no registry. InvalidBaseImagePlatform is missing: it looks at the pulled image.

import { consistentInstructionCasing } from './docker/consistent-instruction-casing';
import { copyIgnoredFile } from './docker/copy-ignored-file';
import { duplicateStageName } from './docker/duplicate-stage-name';
import { exposeInvalidFormat } from './docker/expose-invalid-format';
import { exposeProtoCasing } from './docker/expose-proto-casing';
import { fromAsCasing } from './docker/from-as-casing';
import { fromPlatformFlagConstDisallowed } from './docker/from-platform-flag-const-disallowed';
import { invalidDefaultArgInFrom } from './docker/invalid-default-arg-in-from';
import { invalidDefinitionDescription } from './docker/invalid-definition-description';
import { jsonArgsRecommended } from './docker/json-args-recommended';
import { legacyKeyValueFormat } from './docker/legacy-key-value-format';
import { maintainerDeprecated } from './docker/maintainer-deprecated';
import { multipleInstructionsDisallowed } from './docker/multiple-instructions-disallowed';
import { noEmptyContinuation } from './docker/no-empty-continuation';
import { redundantTargetPlatform } from './docker/redundant-target-platform';
import { reservedStageName } from './docker/reserved-stage-name';
import { secretsUsedInArgOrEnv } from './docker/secrets-used-in-arg-or-env';
import { stageNameCasing } from './docker/stage-name-casing';
import { undefinedArgInFrom } from './docker/undefined-arg-in-from';
import { undefinedVar } from './docker/undefined-var';
import { workdirRelativePath } from './docker/workdir-relative-path';
import type { DockerRule } from './rule';

export const DOCKER_RULES: readonly DockerRule[] = [
  consistentInstructionCasing,
  copyIgnoredFile,
  duplicateStageName,
  exposeInvalidFormat,
  exposeProtoCasing,
  fromAsCasing,
  fromPlatformFlagConstDisallowed,
  invalidDefaultArgInFrom,
  invalidDefinitionDescription,
  jsonArgsRecommended,
  legacyKeyValueFormat,
  maintainerDeprecated,
  multipleInstructionsDisallowed,
  noEmptyContinuation,
  redundantTargetPlatform,
  reservedStageName,
  secretsUsedInArgOrEnv,
  stageNameCasing,
  undefinedArgInFrom,
  undefinedVar,
  workdirRelativePath,
];
