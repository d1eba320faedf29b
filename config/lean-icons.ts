// Lucide's icons as plain SVG. Each comes as data for a component that builds elements of any kind with any attributes at
// run time; here the elements are known when the site is built, and a template of them weighs a tenth of that.

import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const ICON = /@lucide[/\\]svelte[/\\]dist[/\\]icons[/\\]([\w-]+)\.svelte$/;

type Shape = readonly [tag: string, attributes: Readonly<Record<string, string>>];

const shape = ([tag, attributes]: Shape): string =>
  `<${tag} ${Object.entries(attributes)
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ')} />`;

/** An icon takes a `size`, and for an icon that says something a `role` and an `aria-label`. */
const component = (shapes: readonly Shape[]): string => `<script>
  const { size = 24, role, 'aria-label': label } = $props();
</script>

<svg width={size} height={size} {role} aria-label={label} aria-hidden={label ? undefined : 'true'} viewBox="0 0 24 24"
  fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"
  >${shapes.map(shape).join('')}</svg>`;

export function leanIcons(): Plugin {
  return {
    name: 'lean-icons',
    enforce: 'pre',
    load(id) {
      if (!ICON.test(id)) return null;
      const data = /^const iconData = (\{.*\});$/m.exec(readFileSync(id, 'utf8'))?.[1];
      if (data === undefined) return this.error(`${id} does not hold an icon as known here.`);
      return component((JSON.parse(data) as { readonly node: readonly Shape[] }).node);
    },
  };
}
