// The person's settings of the editor, kept in this browser where it keeps anything.

import { defaultSettings, type EditorSettings } from '../settings';

const KEY = 'dockerfile-playground:editor';
export const FONT_SIZES = { least: 10, most: 24 } as const;

export function readSettings(storage: () => Storage = () => localStorage): EditorSettings {
  try {
    const stored = JSON.parse(storage().getItem(KEY) ?? '{}') as Partial<Record<keyof EditorSettings, unknown>>;
    const flag = (key: 'wrap' | 'sizes' | 'lenses'): boolean => {
      const value = stored[key];
      return typeof value === 'boolean' ? value : defaultSettings[key];
    };
    const size = typeof stored.fontSize === 'number' ? stored.fontSize : defaultSettings.fontSize;
    return {
      fontSize: Math.min(FONT_SIZES.most, Math.max(FONT_SIZES.least, Math.round(size))),
      wrap: flag('wrap'),
      sizes: flag('sizes'),
      lenses: flag('lenses'),
    };
  } catch {
    return defaultSettings;
  }
}

export function writeSettings(settings: EditorSettings, storage: () => Storage = () => localStorage): void {
  try {
    storage().setItem(KEY, JSON.stringify(settings));
  } catch {
    // Blocked storage: the settings hold until the page closes.
  }
}
