/** The map. Its colours are those of the page, in light, in dark and on paper. */
export const mapStyle = `
:root { --mine: #edf2fc; --theirs: #f0f2f5; }
@media screen and (prefers-color-scheme: dark) { :root { --mine: #17243c; --theirs: #20262e; } }
.map { display: block; width: 100%; max-width: 84rem; height: auto; margin-top: 1rem; font-size: 12px; }
.map.narrow { display: none; max-width: 26rem; }
.map.paper { display: none; margin: 0; max-width: none; }
.map a.head text, .map g.head text { paint-order: stroke; stroke: var(--surface); stroke-width: 4px; stroke-linejoin: round; }
.map text { fill: var(--text); }
.map text.title { font-size: 17px; font-weight: 650; }
.map text.quiet, .map text.type { fill: var(--quiet); font-size: 11.5px; }
.map text.name { font-size: 12.5px; font-weight: 600; }
.map text.count { font-weight: 650; font-size: 12.5px; }
.map .side.customer { fill: var(--mine); }
.map .side.provider { fill: var(--theirs); }
.map.narrow .place.provider { fill: var(--theirs); }
.map .line { stroke: var(--customer); stroke-width: 2.5; stroke-dasharray: 9 6; fill: none; }
.map .across { stroke: var(--quiet); stroke-width: 1.2; fill: none; }
.map .place { fill: var(--surface); stroke: var(--rule); }
.map rect.pill { fill: var(--shared-ground); stroke: var(--shared); }
.map text.pill { fill: var(--shared); font-weight: 600; font-size: 11.5px; }
.map .links path { fill: none; stroke: var(--quiet); stroke-width: 1; opacity: 0.5; }
.map .links.many path { opacity: 0.22; }
.map .links path.near, .map .links.many path.near { stroke: var(--focus); stroke-width: 2; opacity: 1; }
.map .box { fill: var(--surface); stroke: var(--quiet); stroke-width: 1; }
.map .block .box { stroke: var(--fail); stroke-width: 2; }
.map .warn .box { stroke: var(--undecided); stroke-width: 1.5; }
.map .note .box { stroke: var(--note); }
.map .unjudged .box { stroke-dasharray: 4 3; }
.map .none .box { stroke: var(--rule); }
.map a { cursor: pointer; text-decoration: none; }
.map a:hover text.name { text-decoration: underline; }
.map .node:hover .box, .map .node.near .box { stroke: var(--focus); }
.map .node.chosen .box { stroke: var(--focus); stroke-width: 3; }
.map .node.dim { opacity: 0.4; }
.map a:focus-visible { outline: none; }
.map a:focus-visible .box { stroke: var(--focus); stroke-width: 3.5; }
.map a.head:focus-visible text.name { text-decoration: underline; text-decoration-thickness: 2px; fill: var(--focus); }
.share.customer { fill: var(--customer-fill); }
.share.shared { fill: var(--shared-fill); }
.share.provider { fill: var(--provider-fill); }
.map-key { display: flex; flex-wrap: wrap; gap: 0.375rem 1.25rem; margin-top: 1rem; font-size: 0.8125rem; color: var(--quiet); }
.map-key li { display: flex; align-items: center; gap: 0.375rem; }
.map-key .sign { width: 1rem; height: 1rem; }
.share-key { display: inline-block; width: 1.5rem; height: 0.25rem; }
.share-key.customer { background: var(--customer-fill); }
.share-key.shared { background: var(--shared-fill); }
.share-key.provider { background: var(--provider-fill); }
@media screen and (max-width: 60rem) {
  .map.wide { display: none; }
  .map.narrow { display: block; }
}
@media print {
  #map { break-before: page; margin-top: 0; }
  .map.wide { display: none; }
  .map.paper { display: block; break-inside: avoid; }
  .map .node.dim { opacity: 1; }
  .map .links path { opacity: 0.7; }
}
`;
