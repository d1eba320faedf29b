// Step 3 of the walk: what a pasted text says was measured, whatever tool printed it.

/** One layer as a tool lists it. Bytes that it does not print are `null`. */
export interface MeasuredLayer {
  /** The instruction as the tool prints it, possibly cut; `null` when it lists sizes only. */
  readonly by: string | null;
  /** Unpacked. */
  readonly disk: number | null;
  /** Compressed. */
  readonly pull: number | null;
}

export type Measurement =
  /** The layers of one image, oldest first. `complete`: entries without files are listed too. */
  | {
      readonly kind: 'layers';
      readonly tool: string;
      /** As printed; `null` when the output does not name the image. */
      readonly reference: string | null;
      readonly layers: readonly MeasuredLayer[];
    }
  /** Sizes of whole images. */
  | {
      readonly kind: 'images';
      readonly tool: string;
      readonly images: readonly {
        readonly references: readonly string[];
        readonly disk: number | null;
        readonly pull: number | null;
      }[];
    };
