// A command of the page that the editor's palette lists beside its own.

export interface EditorCommand {
  /** Unique among commands, such as `share`. */
  readonly id: string;
  /** As the palette says it: "Share a link". */
  readonly label: string;
  readonly run: () => void;
}
