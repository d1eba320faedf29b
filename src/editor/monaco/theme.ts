// Monaco's themes, made from the page's own colours, so that both change together.

import type { editor } from 'monaco-editor/editor';
import type { TokenKind } from '../highlight/token';
import type { Look } from '../settings';
import { monaco } from './monaco';

const kinds: readonly TokenKind[] = [
  'plain',
  'keyword',
  'comment',
  'directive',
  'flag',
  'string',
  'variable',
  'escape',
  'operator',
  'stage',
  'image',
  'heredoc',
  'command',
];

/** Reads custom properties as the page resolves them, `light-dark()` included. */
function palette(root: HTMLElement): (name: string) => string {
  const probe = document.createElement('span');
  probe.style.display = 'none';
  root.append(probe);
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  return (name) => {
    if (name === '') {
      probe.remove();
      return '';
    }
    probe.style.color = `var(${name})`;
    const resolved = getComputedStyle(probe).color;
    if (!canvas) return '#000000';
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = resolved;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 255] = canvas.getImageData(0, 0, 1, 1).data;
    const hex = (part: number): string => part.toString(16).padStart(2, '0');
    return `#${hex(red)}${hex(green)}${hex(blue)}${alpha < 255 ? hex(alpha) : ''}`;
  };
}

/** Defines the theme for the look the page has now, and returns its name. */
export function defineTheme(host: HTMLElement, look: Look): string {
  const color = palette(host);
  const name = `page-${look.dark ? 'dark' : 'light'}${look.contrast ? '-contrast' : ''}`;
  const base: editor.BuiltinTheme = look.contrast
    ? look.dark
      ? 'hc-black'
      : 'hc-light'
    : look.dark
      ? 'vs-dark'
      : 'vs';
  const operator = color('--syntax-operator');
  monaco.editor.defineTheme(name, {
    base,
    inherit: true,
    rules: kinds.map((kind) => ({
      token: kind,
      foreground: color(`--syntax-${kind}`).slice(1, 7),
      ...(kind === 'keyword' ? { fontStyle: 'bold' } : {}),
    })),
    colors: {
      'editor.background': color('--syntax-ground'),
      'editor.foreground': color('--ink'),
      'editorGutter.background': color('--syntax-ground'),
      'editorLineNumber.foreground': color('--syntax-number'),
      'editorLineNumber.activeForeground': color('--ink'),
      'editorCursor.foreground': color('--ink'),
      'editor.selectionBackground': color('--syntax-selection'),
      'editorCodeLens.foreground': color('--soft'),
      'editorInlayHint.foreground': color('--added'),
      'editorInlayHint.background': `${color('--syntax-ground').slice(0, 7)}00`,
      ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((n) => [`editorBracketHighlight.foreground${n}`, operator])),
      'editorError.foreground': color('--problem'),
      'editorWarning.foreground': color('--warn'),
      'editorInfo.foreground': color('--added'),
      'diffEditor.insertedLineBackground': color('--ship-soft'),
      'diffEditor.removedLineBackground': color('--problem-soft'),
      'diffEditor.insertedTextBackground': `${color('--ship').slice(0, 7)}12`,
      'diffEditor.removedTextBackground': `${color('--problem').slice(0, 7)}12`,
      'diffEditor.unchangedRegionBackground': color('--paper'),
      'diffEditor.unchangedRegionForeground': color('--soft'),
      'editorWidget.background': color('--card'),
      'editorWidget.foreground': color('--ink'),
      'editorWidget.border': color('--edge'),
      'editorHoverWidget.background': color('--card'),
      'editorSuggestWidget.background': color('--card'),
      'editorSuggestWidget.selectedBackground': color('--raised'),
      'editorSuggestWidget.selectedForeground': color('--ink'),
      'editorSuggestWidget.highlightForeground': color('--keyword'),
      'editorSuggestWidget.focusHighlightForeground': color('--keyword'),
      'list.focusBackground': color('--raised'),
      'list.focusForeground': color('--ink'),
      'list.hoverBackground': color('--raised'),
      'quickInput.background': color('--card'),
      'quickInputList.focusBackground': color('--raised'),
      'quickInputList.focusForeground': color('--ink'),
      'input.background': color('--paper'),
      'input.border': color('--edge'),
      'textLink.foreground': color('--keyword'),
      'textLink.activeForeground': color('--keyword'),
      focusBorder: color('--focus'),
    },
  });
  color('');
  return name;
}

/** Draws all of Monaco in the look the page has now. */
export function setLook(host: HTMLElement, look: Look): void {
  monaco.editor.setTheme(defineTheme(host, look));
}
