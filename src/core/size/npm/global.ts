// Sizes of `npm install -g <name>`, measured. All bytes.

export interface NpmGlobal {
  readonly name: string;
  readonly version: string;
  /** All files under the prefix, and what they weigh as a gzip layer. */
  readonly disk: number;
  readonly pull: number;
  /** What ~/.npm keeps unless the step runs `npm cache clean --force`. */
  readonly cache: number;
  readonly packages: number;
  /** Day it was measured, ISO. */
  readonly asOf: string;
}
