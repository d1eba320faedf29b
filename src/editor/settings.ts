// What a person can set about the editor itself.

export interface EditorSettings {
  /** CSS pixels. */
  readonly fontSize: number;
  readonly wrap: boolean;
  /** Sizes at the ends of instructions. */
  readonly sizes: boolean;
  /** A line over each FROM. */
  readonly lenses: boolean;
}

export const defaultSettings: EditorSettings = { fontSize: 13, wrap: false, sizes: true, lenses: true };

/** Which of the editor's themes fits the page. */
export interface Look {
  readonly dark: boolean;
  readonly contrast: boolean;
}
