// The final image's layers as rows of a table and pieces of a bar.

import { stack } from 'd3-shape';
import { shortImage, type Analysis, type ElementId, type Estimate } from '../../core';
import { stepOf } from '../elements';

type LayerKind = 'base' | 'added' | 'carried' | 'unknown';

export interface LayerRow {
  /** Its place: what is typed changes names, and a row that is made anew costs more than one with other words. */
  readonly key: string;
  /** Oldest is 1. */
  readonly order: number;
  readonly by: string;
  readonly kind: LayerKind;
  readonly size: Estimate;
  readonly element: ElementId | null;
  readonly line: number | null;
  /** "base image", "made by line 6: go build …" */
  readonly origin: string;
}

export type SortKey = 'order' | 'disk' | 'pull';

/** What sorting and the bar go by; an unknown size counts by its fallback, or as nothing. */
function likely(size: Estimate, of: 'disk' | 'pull'): number {
  if (size.kind === 'known') return size[of].likely;
  return size.fallback?.[of].likely ?? 0;
}

function originOf(analysis: Analysis, element: ElementId | null): string {
  const step = element && stepOf(analysis.build, element);
  if (!step) return '';
  if (step.action.kind !== 'copy' || !step.action.link) return '';
  const makers = (analysis.size.payloads[step.action.link]?.paths ?? [])
    .map((path) => path.madeBy && stepOf(analysis.build, path.madeBy))
    .filter((maker) => maker !== null);
  const first = makers[0];
  if (!first) return '';
  const more = new Set(makers.map((maker) => maker.id)).size - 1;
  return `made by line ${String(first.span.start.line + 1)}${more > 0 ? ` and ${String(more)} more` : ''}: ${first.text}`;
}

/** A base image by name; its layers are told apart by their place where it has several. */
function baseName(layers: Analysis['size']['layers'], index: number, image: string): string {
  const name = shortImage(image.slice('image:'.length));
  const isOwn = (layer: (typeof layers)[number]) => layer.image === image;
  const count = layers.filter(isOwn).length;
  return count < 2 ? name : `${name} · ${String(layers.slice(0, index + 1).filter(isOwn).length)} of ${String(count)}`;
}

export function layerRows(analysis: Analysis): readonly LayerRow[] {
  const { layers } = analysis.size;
  return layers.map((layer, index) => {
    const step = layer.step && stepOf(analysis.build, layer.step);
    const carried =
      step?.action.kind === 'copy' && (step.action.origin.kind === 'stage' || step.action.origin.kind === 'image');
    return {
      key: String(index),
      order: index + 1,
      by: step?.text ?? (layer.image ? baseName(layers, index, layer.image) : layer.by),
      kind: layer.size.kind === 'unknown' ? 'unknown' : layer.step === null ? 'base' : carried ? 'carried' : 'added',
      size: layer.size,
      element: layer.step ?? layer.image,
      line: step ? step.span.start.line + 1 : null,
      origin: originOf(analysis, layer.step),
    };
  });
}

export function sortRows(rows: readonly LayerRow[], key: SortKey, descending: boolean): readonly LayerRow[] {
  const value = (row: LayerRow) => (key === 'order' ? row.order : likely(row.size, key));
  return [...rows].sort((a, b) => (value(a) - value(b)) * (descending ? -1 : 1) || a.order - b.order);
}

export interface BarPiece {
  readonly row: LayerRow;
  /** Shares of the whole, 0 to 1. */
  readonly start: number;
  readonly share: number;
}

/** The layers side by side, oldest first, as shares of the image. */
export function barPieces(rows: readonly LayerRow[], of: 'disk' | 'pull'): readonly BarPiece[] {
  const sized = rows.filter((row) => likely(row.size, of) > 0);
  const total = sized.reduce((sum, row) => sum + likely(row.size, of), 0);
  const sizes = Object.fromEntries(sized.map((row) => [row.key, likely(row.size, of)]));
  return stack<Record<string, number>>()
    .keys(sized.map((row) => row.key))([sizes])
    .flatMap((series, index) => {
      const [from, to] = series[0] ?? [0, 0];
      const row = sized[index];
      return row ? [{ row, start: from / total, share: (to - from) / total }] : [];
    });
}
