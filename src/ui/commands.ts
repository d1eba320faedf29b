// What the page offers in the editor's command palette.

import type { EditorCommand } from '../editor/command';
import type { View } from '../share/snapshot';
import type { App } from './app.svelte';

const VIEWS: readonly (readonly [View, string])[] = [
  ['layers', 'Show the layers'],
  ['files', 'Show the files'],
  ['config', 'Show the image config'],
  ['problems', 'Show the problems'],
  ['what-if', 'Try another base image, platform or argument'],
];

/** `share` opens the Share dialog. */
export function editorCommands(app: App, share: () => void): readonly EditorCommand[] {
  const stages = app.state.analysis?.build.stages ?? [];
  return [
    { id: 'share', label: 'Share a link', run: share },
    ...VIEWS.map(([view, label]) => ({
      id: `view-${view}`,
      label,
      run: () => {
        app.show(view);
      },
    })),
    {
      id: 'target-last',
      label: 'Build target: the last stage',
      run: () => {
        app.state.update({ target: undefined });
      },
    },
    ...stages.map((stage) => ({
      id: `target-${String(stage.index)}`,
      label: `Build target: ${stage.label}`,
      run: () => {
        app.state.update({ target: stage.name ?? String(stage.index) });
      },
    })),
  ];
}
