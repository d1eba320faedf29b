// Fits dockerfile-ast to bundles of the core, which asks it where instructions stand and reads what is in them itself.

import type { Plugin } from 'vite';

/** dockerfile-ast makes positions and ranges with vscode-languageserver-types, and uses nothing else of it at run time. */
const POSITIONS = `
export const Position = { create: (line, character) => ({ line, character }) };
export const Range = {
  create: (a, b, c, d) => (typeof a === 'number' ? { start: { line: a, character: b }, end: { line: c, character: d } } : { start: a, end: b }),
};
`;
const POSITIONS_ID = '\0positions-and-ranges';

/** Of each kind of instruction a bare class is left. ONBUILD stays: the parser asks it for its trigger. */
const KINDS = /dockerfile-ast[/\\]lib[/\\]instructions[/\\](?!onbuild)(\w+)\.js$/;
/** What instructions are read with, of which nothing is made then. */
const READERS: Readonly<Record<string, string>> = {
  property: 'Property',
  propertyInstruction: 'PropertyInstruction',
  jsonArgument: 'JSONArgument',
  jsonInstruction: 'JSONInstruction',
  modifiableInstruction: 'ModifiableInstruction',
  flag: 'Flag',
  flagOption: 'FlagOption',
  variable: 'Variable',
};
const READER = new RegExp(`dockerfile-ast[/\\\\]lib[/\\\\](${Object.keys(READERS).join('|')})\\.js$`);
const bare = (name: string): string =>
  `const { Instruction } = require('../instruction');\nexports.${name} = class ${name} extends Instruction {};`;

/** `applies` is told the bundle's entries: the editor's language service, a bundle of its own, needs the whole library. */
export function leanAst(applies: (entries: string) => boolean = () => true): Plugin {
  let lean = false;
  return {
    name: 'lean-ast',
    enforce: 'pre',
    buildStart({ input }) {
      lean = applies(Object.values(input).join('\n'));
    },
    resolveId(source, importer) {
      if (!lean || source !== 'vscode-languageserver-types') return null;
      return importer?.includes('dockerfile-ast') ? POSITIONS_ID : null;
    },
    load(id) {
      if (id === POSITIONS_ID) return POSITIONS;
      const reader = lean ? READER.exec(id)?.[1] : undefined;
      if (reader !== undefined) return `exports.${READERS[reader] ?? ''} = class {};`;
      const kind = lean ? KINDS.exec(id)?.[1] : undefined;
      return kind === undefined ? null : bare(kind.charAt(0).toUpperCase() + kind.slice(1));
    },
  };
}
