// Light, dark, as the system has it, or high contrast; written on the root element for src/app.css to read.

export const THEMES = ['system', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];

const KEY = 'dockerfile-playground:theme';

function stored(): Theme {
  try {
    return THEMES.find((theme) => theme === localStorage.getItem(KEY)) ?? 'system';
  } catch {
    return 'system';
  }
}

export class ThemeChoice {
  #chosen = $state<Theme>(stored());
  readonly #systemDark = matchMedia('(prefers-color-scheme: dark)');
  readonly #systemContrast = matchMedia('(prefers-contrast: more)');
  /** What is on screen now, for the editor, which has themes of its own. */
  dark = $state(false);
  contrast = $state(false);

  constructor() {
    this.#apply();
    this.#systemDark.addEventListener('change', () => {
      this.#apply();
    });
    this.#systemContrast.addEventListener('change', () => {
      this.#apply();
    });
  }

  get chosen(): Theme {
    return this.#chosen;
  }

  choose(theme: Theme): void {
    this.#chosen = theme;
    try {
      localStorage.setItem(KEY, theme);
    } catch {
      // Blocked storage: the choice holds until the page closes.
    }
    this.#apply();
  }

  #apply(): void {
    const fixed = this.#chosen === 'light' || this.#chosen === 'dark' ? this.#chosen : null;
    this.dark = fixed ? fixed === 'dark' : this.#systemDark.matches;
    this.contrast = this.#chosen === 'contrast' || this.#systemContrast.matches;
    const root = document.documentElement;
    if (fixed) root.dataset['theme'] = fixed;
    else delete root.dataset['theme'];
    if (this.contrast) root.dataset['contrast'] = 'more';
    else delete root.dataset['contrast'];
  }
}
