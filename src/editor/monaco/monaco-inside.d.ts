// The parts inside Monaco that the diff view is made of, as far as they are used: Monaco types its outside only.

declare module 'monaco-editor/platform/instantiation/common/instantiation' {
  export interface ServiceId<T> {
    readonly type?: T;
  }
  export interface Instantiation {
    createChild(
      services: import('monaco-editor/platform/instantiation/common/serviceCollection').ServiceCollection,
    ): Instantiation;
    createInstance<A extends readonly unknown[], T>(made: new (...given: A) => T, ...given: A): T;
    dispose(): void;
  }
  export const IInstantiationService: ServiceId<Instantiation>;
}

declare module 'monaco-editor/platform/instantiation/common/serviceCollection' {
  export interface ServiceCollection {
    has(id: unknown): boolean;
  }
  export const ServiceCollection: new (
    ...entries: readonly (readonly [id: unknown, service: unknown])[]
  ) => ServiceCollection;
}

declare module 'monaco-editor/editor/standalone/browser/standaloneServices' {
  export const StandaloneServices: {
    get<T>(id: import('monaco-editor/platform/instantiation/common/instantiation').ServiceId<T>): T;
  };
}

declare module 'monaco-editor/editor/browser/widget/diffEditor/diffProviderFactoryService' {
  export const IDiffProviderFactoryService: unknown;
  export const WorkerBasedDiffProviderFactoryService: new () => object;
}

declare module 'monaco-editor/editor/browser/widget/diffEditor/diffEditorWidget' {
  import type { editor } from 'monaco-editor/editor';

  export class DiffEditorWidget {
    constructor(host: HTMLElement, options: editor.IDiffEditorConstructionOptions, parts: object);
    setModel(model: editor.IDiffEditorModel | null): void;
    getOriginalEditor(): editor.ICodeEditor;
    getModifiedEditor(): editor.ICodeEditor;
    goToDiff(target: 'next' | 'previous'): void;
    dispose(): void;
  }
}
