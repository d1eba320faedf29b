// How the picture looks while it is being told: what is not there yet is faint, the step in hand is lit in the colour of its kind, what
// comes drops into place. It stands in the SVG's own style element beside `lookCss`.

export const talkCss = `
.talk .later>.box{stroke-dasharray:5 4;fill:var(--paper)}
.talk .card.later,.talk .image.later{opacity:.45}
.talk .row.later{opacity:.38}
.talk .row.later .bar,.talk .row.later .s,.talk .row.later .carried-text{opacity:0}
.talk .edge.later{opacity:.16}
.talk .gone{opacity:.3}
.talk .card,.talk .image,.talk .edge,.talk .row{transition:opacity 240ms ease}
.talk .bar{transition:opacity 240ms ease}
.talk .hit{fill:none;stroke:none}
.talk .now>.hit{fill:var(--now-soft);stroke:var(--now);stroke-width:1.5}
.talk .card.now>.box,.talk .image.now>.box{stroke:var(--now);stroke-opacity:1;stroke-width:2.5}
.talk .edge.now>.soft-ribbon{opacity:.55}
.talk .edge.now>.core{stroke-width:3.5}
.talk .state{fill:var(--soft)}
.talk .drop{animation:talk-drop 280ms cubic-bezier(.2,.7,.3,1)}
.talk .label{animation:talk-come 200ms ease}
.talk .payload>.box{fill:var(--carried-soft);stroke:var(--carried);stroke-width:2.5;stroke-opacity:1}
.talk .payload.lent>.box{fill:var(--card);stroke:var(--base);stroke-dasharray:5 4}
.talk .payload text{font-size:15px;font-weight:600;fill:var(--carried-ink)}
.talk .payload.lent text{fill:var(--soft)}
.talk .far .name{font-weight:600}
.talk .far.shipped>.box{fill:var(--ship-soft);stroke:var(--ship);stroke-opacity:1;stroke-width:3}
.talk .far.shipped text{fill:var(--ship);stroke:var(--ship-soft)}
.talk .far .halo{stroke-width:.5em}
.talk .far.gone>.box{stroke-dasharray:6 5;fill:var(--paper)}
@keyframes talk-drop{from{transform:translateY(-26px);opacity:0}}
@keyframes talk-come{from{opacity:0}}
@media (prefers-reduced-motion:reduce){.talk *{animation:none!important;transition:none!important}}`;
