// What the page offers in the editor's command palette.

import type { EditorCommand } from '../editor/command';
import type { View } from '../share/snapshot';
import type { App, Overlay } from './app.svelte';

const VIEWS: readonly (readonly [View, string])[] = [
  ['layers', 'Show the layers'],
  ['files', 'Show the files'],
  ['config', 'Show the image config'],
  ['problems', 'Show the problems'],
  ['what-if', 'Try another base image, platform or argument'],
  ['outline', 'Show the outline'],
];

const DIALOGS: readonly (readonly [Overlay, string])[] = [
  ['share', 'Share a link'],
  ['embed', 'Embed in a page'],
  ['compare', 'Compare with another Dockerfile'],
  ['measured', 'Give real sizes: docker history, image inspect, dive, a folder'],
  ['examples', 'Open an example'],
  ['export', 'Export the picture: SVG, PNG, Mermaid, DOT, Markdown, JSON'],
];

export function editorCommands(app: App): readonly EditorCommand[] {
  const stages = app.state.analysis?.build.stages ?? [];
  return [
    ...DIALOGS.map(([name, label]) => ({
      id: name,
      label,
      run: () => {
        app.overlay = name;
      },
    })),
    {
      id: 'lessons',
      label: 'Take a lesson',
      run: () => {
        app.lesson = { id: null, page: 1 };
      },
    },
    {
      id: 'present',
      label: 'Present step by step',
      run: () => {
        app.present();
      },
    },
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
