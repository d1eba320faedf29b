// Fits the editor's packages to the built site: what the product must not have or does not use is left out, and what
// needs Node is put in the browser's words.

import type { Plugin } from 'vite';

const stubs: readonly (readonly [pattern: RegExp, source: string])[] = [
  // The language service's look-up of tags on Docker Hub: no request leaves the page.
  [/dockerRegistryClient(\.js)?$/, 'export class DockerRegistryClient { getTags() { return Promise.resolve([]); } }'],
  // Monaco's diff editors: the editor has none, and the comparison loads the one it shows by itself.
  [/widget\/diffEditor\/diffEditorWidget\.js$/, 'export class DiffEditorWidget {}'],
  [/widget\/multiDiffEditor\/multiDiffEditorWidget\.js$/, 'export class MultiDiffEditorWidget {}'],
  // Monaco's drawing by the graphics card, an experiment that is off.
  [/gpu\/viewGpuContext\.js$/, 'export class ViewGpuContext {}'],
  [/viewLinesGpu\/viewLinesGpu\.js$/, 'export class ViewLinesGpu {}'],
  [/rulersGpu\/rulersGpu\.js$/, 'export class RulersGpu {}'],
  [/gpuMark\/gpuMark\.js$/, 'export class GpuMarkOverlay {}'],
  // Hovers over colours and over Monaco's own inlay hints, which a Dockerfile here never has.
  [/hoverColorPicker\/hoverColorPicker\.js$/, 'export const isOnColorDecorator = () => false;'],
  [
    /hoverColorPicker\/hoverColorPickerParticipant\.js$/,
    'export class ColorHover {} export class HoverColorPickerParticipant {}',
  ],
  [/inlayHints\/browser\/inlayHintsHover\.js$/, 'export class InlayHintsHover {}'],
  // Monaco's grammars: lines are coloured by our own code, which the text area shares.
  [/monarch\/monarchLexer\.js$/, 'export class MonarchTokenizer {}'],
  [/monarch\/monarchCompile\.js$/, 'export const compile = () => null;'],
  // The minimap, which is off: an empty part of the view takes its place.
  [
    /viewParts\/minimap\/minimap\.js$/,
    `import { ViewPart } from 'monaco-editor/editor/browser/view/viewPart';
     import { createFastDomNode } from 'monaco-editor/base/browser/fastDomNode';
     export class Minimap extends ViewPart {
       node = createFastDomNode(document.createElement('div'));
       getDomNode() { return this.node; }
       prepareRender() {}
       render() {}
     }`,
  ],
  // Monaco's choice of how to paste; what is pasted here is text.
  [
    /dropOrPasteInto\/browser\/copyPasteController\.js$/,
    'export class CopyPasteController { static get() { return null; } }',
  ],
];

/** dockerfile-ast looks for a byte order mark by Node's `Buffer`, which no browser has. */
const NODE_ONLY = { file: /dockerfile-ast\/lib\/util\.js$/, code: 'Uint8Array.from(Buffer.from(char, "UTF-8"))' };

/** The one module that asks for what is left out elsewhere. */
const ASKED_FOR = /src\/editor\/monaco\/diff-surface\.ts$/;

const PREFIX = '\0left-out:';

export function leanEditor(): Plugin {
  return {
    name: 'lean-editor',
    enforce: 'pre',
    resolveId(source, importer) {
      if (importer && ASKED_FOR.test(importer)) return null;
      const at = stubs.findIndex(([pattern]) => pattern.test(source));
      return at < 0 ? null : `${PREFIX}${at}`;
    },
    load(id) {
      return id.startsWith(PREFIX) ? (stubs[Number(id.slice(PREFIX.length))]?.[1] ?? null) : null;
    },
    transform(code, id) {
      if (!NODE_ONLY.file.test(id)) return null;
      if (!code.includes(NODE_ONLY.code))
        this.error('dockerfile-ast no longer reads the byte order mark as known here.');
      return { code: code.replace(NODE_ONLY.code, 'new TextEncoder().encode(char)'), map: null };
    },
  };
}
