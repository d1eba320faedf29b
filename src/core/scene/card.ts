// Scene, step 4: a stage → its card, measured, with its corner at 0,0. Where it goes is decided later.
// Every text is cut to the room it has; `ports` says at which height each instruction, shown or folded, is met.

import type { StepId } from '../element';
import { formatTotal } from '../explain/bytes';
import { shortImage } from '../explain/describe';
import type { Build, Stage, Step } from '../model/build';
import type { Say } from '../options';
import type { SizeReport, StageSize } from '../size/report';
import { barLength } from './bytes-scale';
import { addedFigure, likelyBytes } from './figures';
import { footerText, nothingLeft } from './footer';
import { card as m, type } from './measures';
import { folds, shownSteps } from './rows';
import type { StepWeight } from './rows';
import type { Card, Footer, Kind, Row } from './scene';
import { shortTexts } from './short-text';
import { fit, fitMiddle, textWidth } from './text-width';
import { wrap } from './wrap';

export interface CardContext {
  readonly build: Build;
  readonly size: SizeReport;
  readonly sizeOf: (stage: number) => StageSize | undefined;
  readonly weigh: (id: StepId) => StepWeight;
  readonly stageProblem: (stage: number) => 'error' | 'warning' | null;
  readonly unfolded: (stage: number) => boolean;
  /** What instructions add is still being read: room is kept for it. */
  readonly reading: boolean;
  readonly say: Say;
  /** The width of every card, where it is not each one's own. */
  readonly width: number | null;
  /** What tells a stage from the others over edits: see `Card.key`. */
  readonly keyOf: (stage: number) => string;
}

export interface CardDraft {
  readonly card: Card;
  /** Likely bytes of its rows, for their bars. */
  readonly bytes: readonly number[];
  readonly ports: ReadonlyMap<StepId, number>;
}

function rowKind(step: Step, weight: StepWeight, unknown: boolean): Kind {
  if (unknown) return 'unknown';
  if (weight.takes && step.action.kind === 'copy') return 'carried';
  if (weight.gives) return 'carried';
  return weight.added > 0 && step.effect === 'layer' ? 'added' : 'plain';
}

function subtitle(build: Build, stage: Stage): string {
  const platform = stage.platform === null ? '' : ` · ${stage.platform}`;
  switch (stage.base.kind) {
    case 'scratch':
      return `from scratch, empty${platform}`;
    case 'broken':
      return stage.base.written === '' ? 'from nothing' : `from ${stage.base.written}`;
    case 'stage':
      return `from ${build.stages[stage.base.stage]?.label ?? stage.base.written}${platform}`;
    case 'image':
      return `from ${shortImage(stage.base.reference)}${platform}`;
  }
}

interface RowDraft {
  readonly step: Step;
  readonly texts: readonly string[];
  readonly bytes: string;
  readonly kind: Kind;
  readonly weight: StepWeight;
  readonly added: number;
}

/** Room a row would like to have: its text up to a point, its bytes, a gap between. */
const rowLiked = 216;
const likedWidth = ({ step, texts, bytes }: RowDraft): number =>
  Math.min(rowLiked, textWidth(`${step.keyword} ${texts.at(-1) ?? ''}`, 'mono', type.row)) +
  (bytes === '' && !weighs(step) ? 0 : 14 + Math.max(figureWidth, textWidth(bytes, 'sans', type.body)));

/** The width of any usual figure: a card does not grow and shrink with its digits, or with their coming. */
const figureWidth = textWidth('+888 MB', 'sans', type.body);
const totalRoom = textWidth('888 MB', 'bold', type.body);

/** What is run or copied may add bytes: its row has room for their bar, whether they are known yet or none. */
const weighs = ({ action, effect }: Step): boolean =>
  effect === 'layer' && (action.kind === 'run' || action.kind === 'copy');

export function draftCard(context: CardContext, stage: Stage): CardDraft {
  const { build, size, say } = context;
  const own = context.sizeOf(stage.index);
  const target = stage.index === build.target;
  const title = stage.name === null && target ? say('final image') : stage.label;
  const base = say(subtitle(build, stage));
  const total = !own || context.reading ? '' : say(formatTotal(own.total));
  const shown = shownSteps(stage, context.unfolded(stage.index), context.weigh);
  const rows = shown.map((step): RowDraft => {
    const added = size.steps[step.id]?.added;
    const weight = context.weigh(step.id);
    const unknown = step.effect === 'layer' && added?.kind === 'unknown';
    return {
      step,
      texts: shortTexts(step),
      bytes: step.effect !== 'layer' || (context.reading && unknown) ? '' : say(addedFigure(added)),
      kind: rowKind(step, weight, unknown && !context.reading),
      weight,
      added: step.effect === 'layer' ? likelyBytes(added) : 0,
    };
  });
  const said = footerText(build, stage, own, size, context.reading);
  const footerLines = said.map((line) => say(line));

  const totalWidth = Math.max(totalRoom, textWidth(total, 'bold', type.body)) + 14;
  const wanted = Math.max(
    Math.min(textWidth(title, 'bold', type.title), 236) + totalWidth,
    textWidth(base, 'sans', type.body),
    textWidth(footerLines[0] ?? '', 'bold', type.body) + m.tick + 2,
    ...rows.map(likedWidth),
  );
  const width = context.width ?? Math.ceil(Math.min(m.widest, Math.max(m.narrowest, wanted + 2 * m.padding)) / 4) * 4;
  const inner = width - 2 * m.padding;

  const ports = new Map<StepId, number>();
  let y = m.header + (rows.length > 0 || folds(stage) ? m.bodyTop : 0);
  const placed = rows.map(({ step, texts, bytes, kind, weight, added }): Row => {
    const height = added > 0 || weighs(step) ? m.barRow : m.row;
    const bytesWidth = bytes === '' ? 0 : textWidth(bytes, 'sans', type.body) + 12;
    const keywordWidth = textWidth(`${step.keyword} `, 'mono', type.row);
    ports.set(step.id, y + height / 2);
    const room = Math.max(0, inner - bytesWidth - keywordWidth);
    const text = texts.find((one) => textWidth(one, 'mono', type.row) <= room) ?? texts.at(-1) ?? '';
    const row: Row = {
      id: step.id,
      x: 0,
      y,
      width,
      height,
      keyword: fit(step.keyword, 'mono', type.row, inner - bytesWidth),
      text: fit(text, 'mono', type.row, room),
      full: step.text,
      kind,
      bytes,
      bar: 0,
      problem: weight.problem,
    };
    y += height;
    return row;
  });

  let fold: Card['fold'] = null;
  if (folds(stage)) {
    const hidden = stage.steps.length - rows.length;
    const text = say(hidden > 0 ? `${hidden} more` : 'show fewer');
    fold = { x: 0, y, width, height: m.row, text, hidden };
    for (const step of stage.steps) if (!ports.has(step.id)) ports.set(step.id, y + m.row / 2);
    y += m.row;
  }
  if (placed.length > 0 || fold) y += m.bodyBottom;

  let footer: Footer | null = null;
  const [loud, ...rest] = footerLines;
  if (loud !== undefined) {
    const lines = [
      fit(loud, 'bold', type.body, inner - (own?.fate === 'shipped' ? m.tick : 0)),
      ...rest.filter((line) => line !== '').flatMap((line) => wrap(line, 'sans', type.body, inner, 2)),
    ];
    const height = lines.length * m.footerLine + 2 * m.footerPadding - 4;
    footer = { x: 0, y, width, height, lines, leaves: said[0] !== nothingLeft && own?.fate === 'left-behind' };
    y += height;
  }

  const card: Card = {
    id: stage.id,
    stage: stage.index,
    key: context.keyOf(stage.index),
    x: 0,
    y: 0,
    width,
    height: Math.ceil(y),
    title: fitMiddle(title, 'bold', type.title, inner - totalWidth),
    fullTitle: title,
    subtitle: fitMiddle(base, 'sans', type.body, inner),
    total,
    fate: own?.fate ?? (target ? 'shipped' : stage.reachable ? 'left-behind' : 'not-built'),
    target,
    problem: context.stageProblem(stage.index),
    rows: placed,
    fold,
    footer,
  };
  return { card, ports, bytes: rows.map(({ added }) => added) };
}

/** The finished card with its corner at `x`, `y`, its bars at so many pixels a byte. */
export function placeCard({ card, bytes }: CardDraft, x: number, y: number, pixelsPerByte: number): Card {
  const { fold, footer } = card;
  return {
    ...card,
    x,
    y,
    rows: card.rows.map((row, nth) => ({
      ...row,
      x: row.x + x,
      y: row.y + y,
      bar: barLength(bytes[nth] ?? 0, pixelsPerByte),
    })),
    fold: fold && { ...fold, x: fold.x + x, y: fold.y + y },
    footer: footer && { ...footer, x: footer.x + x, y: footer.y + y },
  };
}
