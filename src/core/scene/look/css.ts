// Look: how a kind looks, as CSS, once for the live graph and for the SVG export. Colours come in as a function of a
// token's name: the live graph passes `var(--name)`, the export the colours themselves (some viewers know no variables).

export type Token =
  | 'ink'
  | 'soft'
  | 'line'
  | 'edge'
  | 'paper'
  | 'card'
  | 'raised'
  | 'focus'
  | 'base'
  | 'base-soft'
  | 'added'
  | 'carried'
  | 'carried-ink'
  | 'carried-soft'
  | 'left'
  | 'left-soft'
  | 'ship'
  | 'problem'
  | 'problem-soft'
  | 'warn';

/** The faces the width table in `text-width.ts` was made for. */
export const sans = "system-ui,-apple-system,'Segoe UI',Roboto,'DejaVu Sans',sans-serif";
export const mono = "ui-monospace,'SF Mono',Menlo,Consolas,'DejaVu Sans Mono',monospace";

/** Rules that hold in every theme. */
export const shape = `.dfg text{font:12.5px ${sans};font-variant-numeric:tabular-nums;white-space:pre}
.dfg .t{font-size:14px;font-weight:600}
.dfg .b{font-weight:600}
.dfg .m{font:11.5px ${mono}}
.dfg .k{font-weight:600}
.dfg .l{font-size:11.5px}
.dfg path{fill:none}
.dfg .card.target>.box{stroke-width:2}
.dfg .unbuilt>.box,.dfg .image.missing>.box{stroke-dasharray:5 4}
.dfg .image.unknown>.box{stroke-dasharray:2 3}
.dfg .unbuilt .bar,.dfg .edge.dim>path{opacity:.45}
.dfg .hatch{stroke-width:1.5;opacity:.55}
.dfg .halo{paint-order:stroke;stroke-width:4px;stroke-linejoin:round}
.dfg .bar.unknown{stroke-dasharray:2 3}
.dfg .soft-ribbon{opacity:.3}
.dfg .core{stroke-width:2}
.dfg .core.wide{stroke-width:8}
.dfg .mount>.way{stroke-dasharray:6 4}
.dfg .missing>.way{stroke-dasharray:1.5 4;stroke-linecap:round}
.dfg .tick{stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
.dfg .chip.plain{stroke-dasharray:4 3}`;

/** Rules that a theme changes. */
export function paint(c: (token: Token) => string): string {
  return `.dfg text{fill:${c('ink')}}
.dfg .s{fill:${c('soft')}}
.dfg .box{fill:${c('card')};stroke:${c('edge')};stroke-opacity:.55}
.dfg .hair{stroke:${c('line')}}
.dfg .target>.box{stroke:${c('ship')};stroke-opacity:1}
.dfg .shipped-text{fill:${c('ship')}}
.dfg .tick{stroke:${c('ship')}}
.dfg .fold-sign{stroke:${c('soft')}}
.dfg .unbuilt>.box{fill:${c('paper')}}
.dfg .unbuilt text{fill:${c('soft')}}
.dfg .image>.box{fill:${c('base-soft')};stroke:${c('base')};stroke-opacity:.6}
.dfg .image.missing>.box{fill:${c('problem-soft')};stroke:${c('problem')};stroke-opacity:1}
.dfg .missing text,.dfg .bad-text{fill:${c('problem')}}
.dfg .bar.added{fill:${c('added')}}
.dfg .bar.carried{fill:${c('carried')}}
.dfg .bar.plain{fill:${c('base')}}
.dfg .bar.unknown{fill:none;stroke:${c('edge')}}
.dfg .carried-text{fill:${c('carried-ink')}}
.dfg .left-ground{fill:${c('left-soft')}}
.dfg .hatch{stroke:${c('left')}}
.dfg .halo{stroke:${c('left-soft')}}
.dfg .way,.dfg .mount>.head{stroke:${c('base')}}
.dfg .from>.head{fill:${c('base')}}
.dfg .soft-ribbon,.dfg .core,.dfg .hollow{stroke:${c('carried')}}
.dfg .hollow-inside{stroke:${c('paper')}}
.dfg .copy>.head,.dfg .external>.head{fill:${c('carried')}}
.dfg .missing>.way,.dfg .missing>.head{stroke:${c('problem')}}
.dfg .chip{fill:${c('carried-soft')};stroke:${c('carried')};stroke-opacity:.6}
.dfg .chip.plain{fill:${c('card')};stroke:${c('base')}}
.dfg .flag.error{fill:${c('problem')}}
.dfg .flag.warning{fill:${c('warn')}}
.dfg .flag-sign{stroke:${c('card')}}`;
}

/** The style of the live graph: colours are the page's tokens. */
export const lookCss = `${shape}\n${paint((token) => `var(--${token})`)}`;
