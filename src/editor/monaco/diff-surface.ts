// Two texts side by side in Monaco's diff editor, to be read. Loaded when such a view is opened and not before; the
// editor's own chunk is shared, so it adds little.

import type { editor } from 'monaco-editor/editor';
import { DiffEditorWidget } from 'monaco-editor/editor/browser/widget/diffEditor/diffEditorWidget';
import {
  IDiffProviderFactoryService,
  WorkerBasedDiffProviderFactoryService,
} from 'monaco-editor/editor/browser/widget/diffEditor/diffProviderFactoryService';
import { StandaloneServices } from 'monaco-editor/editor/standalone/browser/standaloneServices';
import { IInstantiationService } from 'monaco-editor/platform/instantiation/common/instantiation';
import { ServiceCollection } from 'monaco-editor/platform/instantiation/common/serviceCollection';
import { lineHeight } from '../metrics';
import type { EditorSettings, Look } from '../settings';
import { LANGUAGE } from './colours';
import { monaco, registerAll, setLook } from './monaco-surface';

export interface DiffSurface {
  show(before: string, after: string): void;
  dress(look: Look): void;
  dispose(): void;
}

interface DiffOptions {
  readonly look: Look;
  readonly settings: EditorSettings;
  /** What the two texts are called, for screen readers. */
  readonly names: readonly [before: string, after: string];
}

const options: editor.IDiffEditorOptions = {
  automaticLayout: true,
  readOnly: true,
  originalEditable: false,
  renderSideBySide: true,
  useInlineViewWhenSpaceIsLimited: true,
  hideUnchangedRegions: { enabled: true },
  renderMarginRevertIcon: false,
  renderGutterMenu: false,
  renderOverviewRuler: false,
  minimap: { enabled: false },
  contextmenu: false,
  folding: false,
  codeLens: false,
  links: false,
  // A dimmed number would be too faint to read.
  renderFinalNewline: 'on',
  stickyScroll: { enabled: false },
  scrollBeyondLastLine: false,
  fixedOverflowWidgets: true,
  guides: { indentation: false },
  bracketPairColorization: { enabled: false },
  unicodeHighlight: { ambiguousCharacters: false },
  // There is nothing to indent: Tab goes on.
  tabFocusMode: true,
};

export function mountDiff(host: HTMLElement, { look, settings, names }: DiffOptions): DiffSurface {
  registerAll();
  const services = StandaloneServices.get(IInstantiationService);
  // Monaco gathers its services when it starts; this one came later.
  const own = services.createChild(
    new ServiceCollection([
      IDiffProviderFactoryService,
      services.createInstance(WorkerBasedDiffProviderFactoryService),
    ]),
  );
  const view = own.createInstance(
    DiffEditorWidget,
    host,
    {
      ...options,
      fontSize: settings.fontSize,
      lineHeight: lineHeight(settings.fontSize),
      fontFamily: getComputedStyle(host).getPropertyValue('--mono'),
    },
    {},
  );
  setLook(host, look);
  const before = monaco.editor.createModel('', LANGUAGE);
  const after = monaco.editor.createModel('', LANGUAGE);
  view.setModel({ original: before, modified: after });
  const sides = [view.getOriginalEditor(), view.getModifiedEditor()];
  const kept = sides.map((one, i) => {
    // Monaco forgets the name of a side whenever an option of it changes.
    const name = (): void => {
      if (one.getRawOptions().ariaLabel !== names[i]) one.updateOptions({ ariaLabel: names[i] ?? '' });
    };
    name();
    return one.onDidChangeConfiguration(name);
  });
  const keys = sides.map((one) =>
    one.onKeyDown((event) => {
      if (event.keyCode !== monaco.KeyCode.F7) return;
      event.preventDefault();
      view.goToDiff(event.shiftKey ? 'previous' : 'next');
    }),
  );
  return {
    show(from, to) {
      if (before.getValue() !== from) before.setValue(from);
      if (after.getValue() !== to) after.setValue(to);
    },
    dress(next) {
      setLook(host, next);
    },
    dispose() {
      for (const one of [...kept, ...keys]) one.dispose();
      view.dispose();
      own.dispose();
      before.dispose();
      after.dispose();
    },
  };
}
