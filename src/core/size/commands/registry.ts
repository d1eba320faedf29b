// Step 3 of the walk, for RUN: which handler knows a command. One file a tool family.

import type { Handler } from '../shell';
import { APT } from './apt';
import { APK } from './apk';
import { ARCHIVES } from './archives';
import { BUILTINS } from './builtins';
import { DOWNLOADS } from './downloads';
import { FILE_COMMANDS } from './file-commands';
import { FIND } from './find';
import { GO } from './go';
import { NODE } from './node';
import { PYTHON } from './python';
import { PYTHON_PROJECTS } from './python-projects';
import { RUST } from './rust';
import { DOTNET } from './dotnet';
import { JVM } from './jvm';
import { COMPILERS } from './compilers';
import { NATIVE } from './native';
import { PRINTING } from './printing';
import { SCRIPTING } from './scripting';
import { SITES } from './sites';
import { SIZED_FILES } from './sized-files';
import { RPM } from './rpm';
import { USERS } from './users';
import { NVM } from './installers';

const HANDLERS: ReadonlyMap<string, Handler> = new Map(
  [
    BUILTINS,
    PRINTING,
    FILE_COMMANDS,
    FIND,
    SIZED_FILES,
    USERS,
    DOWNLOADS,
    ARCHIVES,
    APT,
    APK,
    RPM,
    NODE,
    PYTHON,
    PYTHON_PROJECTS,
    GO,
    RUST,
    JVM,
    DOTNET,
    NATIVE,
    COMPILERS,
    SCRIPTING,
    SITES,
    NVM,
  ].flatMap((family) => Object.entries(family)),
);

/** The handler of a command's base name; `./mvnw` and the like are the same tool as without the path. */
export const handlerOf = (name: string, written: string): Handler | undefined =>
  HANDLERS.get(name) ?? (written.includes('/') ? undefined : HANDLERS.get(name.replace(/-?\d+(\.\d+)*$/, '')));
