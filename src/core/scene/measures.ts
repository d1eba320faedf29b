// Scene: the measures of the picture, in CSS pixels at zoom 1. An 8-pixel grid; four sizes of type.

export const type = { title: 14, body: 12.5, row: 11.5, label: 11.5 } as const;

export const card = {
  padding: 18,
  narrowest: 216,
  widest: 336,
  /** Title, base and the hairline under them. */
  header: 62,
  titleLine: 28,
  subtitleLine: 48,
  bodyTop: 8,
  row: 24,
  /** A row that has a bar under its text. */
  barRow: 36,
  rowLine: 16,
  barTop: 23,
  barHeight: 8,
  bodyBottom: 10,
  footerLine: 18,
  footerPadding: 12,
  /** Before the first line of a stage that ships. */
  tick: 16,
} as const;

export const image = { padding: 16, narrowest: 120, widest: 260, height: 60, titleLine: 26, subtitleLine: 45 } as const;

export const label = { padding: 9, line: 17, top: 5, widest: 232, most: 5 } as const;

export const gaps = {
  /** Between things in one layer. */
  rows: 28,
  lanes: 14,
  /** Between layers: at least this, more when labels stand there. */
  layers: 60,
  labelSide: 18,
  margin: 24,
  labels: 8,
} as const;

/** The picture that reads down: one column of cards, ways beside it. */
export const column = {
  /** Every card's width: with a way on its side it fills a phone's screen. */
  width: 320,
  /** Between boxes below each other. */
  gap: 32,
  /** Between boxes side by side. */
  beside: 16,
  /** From a box to the first way beside it, and between ways. */
  side: 16,
  lane: 8,
  /** Ways beside the column; more than these share places. */
  lanes: 24,
  corner: 14,
  /** Where an arrow to the next box runs, from the column's left edge. */
  down: 28,
  margin: 16,
} as const;

/** Length of an arrow's head. */
export const arrow = 10;
