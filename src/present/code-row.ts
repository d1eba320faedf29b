// A coloured line of the Dockerfile, as the page that holds the talk gives it.

export interface CodeRow {
  readonly runs: readonly { readonly text: string; readonly kind: string }[];
  /** In columns, tabs and wide characters counted as drawn. */
  readonly width: number;
}
