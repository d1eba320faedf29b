// What the live graph adds to the look of the picture: motion, hover, focus, what is lit. It stands in the SVG's own
// <style> beside `lookCss`, so that it holds in a shadow root too.

import { lookCss } from '../core';

export const liveCss = `
.dfg .card,.dfg .image,.dfg .label,.dfg .row,.dfg .fold{transition:transform 240ms ease}
.dfg.still *{transition:none}
.dfg .edge>path{transition:d 240ms ease}
.dfg .hit{fill:transparent;stroke:transparent}
.dfg .edge>.hit{fill:none;pointer-events:stroke;transition:none}
.dfg [data-id],.dfg [data-fold]{cursor:pointer;outline:none}
.dfg .row:hover>.hit,.dfg .fold:hover>.hit,.dfg .row.lit>.hit{fill:var(--raised)}
.dfg .row.lit>.hit{stroke:var(--focus);stroke-opacity:.5}
.dfg .ask:hover{fill:var(--focus);fill-opacity:.14}
.dfg .card:focus-visible>.box,.dfg .image:focus-visible>.box{stroke:var(--focus);stroke-opacity:1;stroke-width:3}
.dfg .row:focus-visible>.hit{stroke:var(--focus);stroke-opacity:1;stroke-width:2}
.dfg .edge:focus-visible>.hit{stroke:var(--focus);stroke-opacity:.35}
.dfg .card.lit>.box,.dfg .image.lit>.box{stroke:var(--focus);stroke-opacity:1}
.dfg .edge.lit>.soft-ribbon{opacity:.6}
.dfg .edge.lit>.core{stroke-width:3.5}
.dfg .edge.lit>.way{stroke:var(--focus)}
.dfg .edge.from.lit>.head{fill:var(--focus)}
.dfg.tracing .edge:not(.lit)>*,.dfg.tracing .label:not(.lit){opacity:.25}
.dfg .label.lit>.chip{stroke-opacity:1;stroke-width:1.5}
.dfg .mass>path{stroke-width:1;vector-effect:non-scaling-stroke}
.dfg .mass>.way{stroke-opacity:.5}
.dfg .mass>.stage,.dfg .mass>.image{fill:var(--base)}
.dfg .mass>.image{fill-opacity:.6}
.dfg .mass>.unbuilt{fill:var(--line)}
.dfg .mass>.target{fill:var(--ship)}
.dfg.titles .box{stroke-width:4}
.dfg.shapes .box,.dfg.shapes .edge>*{stroke-width:3;vector-effect:non-scaling-stroke}
:root[data-contrast=more] .dfg .box,:root[data-contrast=more] .dfg .chip{stroke-opacity:1}
@media (forced-colors:active){.dfg .box,.dfg .chip{stroke-opacity:1}}
@media (prefers-reduced-motion:reduce){.dfg *{transition:none!important}}`;

/** Puts the style element into a picture; one in a component's template would be that component's style sheet. */
export function dress(svg: SVGSVGElement): void {
  const style = document.createElementNS(svg.namespaceURI, 'style');
  style.textContent = `${lookCss}${liveCss}`;
  svg.prepend(style);
}
