// What the desk offers in the command palette: all that its menu does.

import type { EditorCommand } from '../command';
import type { Desk } from './desk.svelte';
import { FONT_SIZES } from './settings';

/** The sheets that are opened by name. */
export type SheetName = 'versions' | 'shortcuts' | 'rename';

/** `show` opens one of the editor's sheets. */
export function deskCommands(desk: Desk, show: (sheet: SheetName) => void): readonly EditorCommand[] {
  const command = (id: string, label: string, run: () => unknown): EditorCommand => ({
    id: `desk-${id}`,
    label,
    run: () => void run(),
  });
  const turn = (key: 'wrap' | 'sizes' | 'lenses'): void => {
    desk.set({ [key]: !desk.settings[key] });
  };
  const grow = (by: 1 | -1): void => {
    const fontSize = desk.settings.fontSize + by;
    if (fontSize >= FONT_SIZES.least && fontSize <= FONT_SIZES.most) desk.set({ fontSize });
  };
  return [
    command('open', 'Open a file…', () => desk.open()),
    command('new', 'New file', () => {
      desk.create();
    }),
    command('rename', 'Rename this file…', () => {
      show('rename');
    }),
    command('close', 'Close this file', () => {
      desk.close();
    }),
    command('versions', 'Earlier versions…', () => {
      show('versions');
    }),
    command('shortcuts', 'Keyboard shortcuts…', () => {
      show('shortcuts');
    }),
    command('wrap', 'Wrap long lines, or do not', () => {
      turn('wrap');
    }),
    command('sizes', 'Show or hide the sizes at the ends of lines', () => {
      turn('sizes');
    }),
    command('lenses', 'Show or hide the line over each stage', () => {
      turn('lenses');
    }),
    command('larger', 'Larger text', () => {
      grow(1);
    }),
    command('smaller', 'Smaller text', () => {
      grow(-1);
    }),
  ];
}
