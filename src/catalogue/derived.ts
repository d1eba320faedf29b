// Images that are another image with one well-known thing put in: where nobody sized them, the other image and the thing
// together say what they weigh. In megabytes on disk: low, likely, high; `packed`: how small the thing packs.

import type { Estimate, ImageFacts, Range } from '../core';
import { readReference } from './reference';

interface Derived {
  readonly name: RegExp;
  readonly tag: RegExp;
  /** The image below, with `$1` and `$2` of the tag. */
  readonly base: string;
  readonly what: string;
  readonly megabytes: readonly [low: number, likely: number, high: number];
  readonly packed: number;
}

const UV = { what: 'uv', megabytes: [35, 56, 80], packed: 0.38 } as const;
const GLEAM = { what: 'gleam', megabytes: [12, 22, 35], packed: 0.35 } as const;
const CHEF = { what: 'cargo-chef', megabytes: [3, 10, 25], packed: 0.4 } as const;

const DERIVED: readonly Derived[] = [
  { name: /^ghcr\.io\/astral-sh\/uv$/, tag: /^(?:[\d.]+-)?python(3[\d.]*)-([a-z][\w.-]*)$/, base: 'python:$1-$2', ...UV },
  { name: /^ghcr\.io\/astral-sh\/uv$/, tag: /^(?:[\d.]+-)?(?:debian|bookworm|trixie)-slim$/, base: 'debian:stable-slim', ...UV },
  { name: /^ghcr\.io\/astral-sh\/uv$/, tag: /^(?:[\d.]+-)?alpine([\d.]*)$/, base: 'alpine:$1', ...UV },
  { name: /^lukemathwalker\/cargo-chef$/, tag: /^[\w.]+-rust-(.+)$/, base: 'rust:$1', ...CHEF },
  { name: /^ghcr\.io\/gleam-lang\/gleam$/, tag: /-scratch$/, base: 'scratch', ...GLEAM },
  { name: /^ghcr\.io\/gleam-lang\/gleam$/, tag: /-(erlang|elixir|node)((?:-alpine|-slim)?)$/, base: '$1:latest$2', ...GLEAM },
  { name: /^tiangolo\/(?:uvicorn-gunicorn\S*|uwsgi-nginx\S*)$/, tag: /^python(3[\d.]*(?:-slim)?)/, base: 'python:$1', what: 'its web server', megabytes: [20, 60, 150], packed: 0.3 },
  { name: /^pgvector\/pgvector$/, tag: /(?:^|-)pg(\d+)/, base: 'postgres:$1', what: 'pgvector', megabytes: [0.3, 1, 5], packed: 0.35 },
  { name: /^hexpm\/elixir$/, tag: /-alpine-(\d+\.\d+)/, base: 'alpine:$1', what: 'Erlang and Elixir', megabytes: [50, 80, 130], packed: 0.42 },
  { name: /^hexpm\/elixir$/, tag: /-debian-(\w+)-\d+-slim$/, base: 'debian:$1-slim', what: 'Erlang and Elixir', megabytes: [70, 160, 320], packed: 0.38 },
  { name: /^hexpm\/elixir$/, tag: /-ubuntu-(\w+)-\d+$/, base: 'ubuntu:$1', what: 'Erlang and Elixir', megabytes: [70, 160, 320], packed: 0.38 },
]; // prettier-ignore

interface Recipe {
  /** A reference, as written after FROM. */
  readonly base: string;
  readonly what: string;
  readonly megabytes: readonly [low: number, likely: number, high: number];
  readonly packed: number;
}

/** What an image is made of; `null` for one that no rule knows. */
function recipeOf(name: string, tag: string): Recipe | null {
  for (const rule of DERIVED) {
    const match = rule.name.test(name) ? rule.tag.exec(tag) : null;
    if (!match) continue;
    const base = rule.base
      .replace(/\$(\d)/g, (_, digit: string) => match[Number(digit)] ?? '')
      .replace(/latest-/, '')
      .replace(/:$/, ':latest');
    return { base, what: rule.what, megabytes: rule.megabytes, packed: rule.packed };
  }
  return null;
}

/** Facts of an image by what it is made of; `null` where its own size is known, or nothing is known of what is below. */
export function derived(reference: string, own: ImageFacts, look: (base: string) => ImageFacts): ImageFacts | null {
  if (own.size.kind === 'known' && !own.size.reason.includes('is not in the catalogue')) return null;
  const { name, tag } = readReference(reference);
  const recipe = recipeOf(name, tag);
  if (!recipe) return null;
  const below = look(recipe.base);
  if (below.size.kind !== 'known') return null;
  const [low, likely, high] = recipe.megabytes.map((mega) => mega * 1e6) as [number, number, number];
  const sum = (of: Range, by: number): Range => ({
    low: Math.max(0, Math.round(of.likely + likely * by - Math.hypot(of.likely - of.low, (likely - low) * by))),
    likely: Math.round(of.likely + likely * by),
    high: Math.round(of.likely + likely * by + Math.hypot(of.high - of.likely, (high - likely) * by)),
  });
  const size: Estimate = {
    ...below.size,
    disk: sum(below.size.disk, 1),
    pull: sum(below.size.pull, recipe.packed),
    certainty: 'assumed',
    reason: `${name}:${tag} is not in the catalogue; it is ${recipe.base} with ${recipe.what} in it: ${below.size.reason}`,
  };
  return { ...below, size, layers: [], wants: [...new Set([...own.wants, ...below.wants])] };
}
