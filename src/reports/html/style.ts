import { look } from '../../html/look';
import { mapStyle } from './map-style';

const head = `
h1 { display: flex; align-items: center; gap: 0.75rem; }
h1 .sign { width: 0.85em; height: 0.85em; }
h1.blocked, h1.incomplete { color: var(--fail); }
h1.open { color: var(--pass); }
.about code { color: var(--text); }
.summary { margin-top: 2rem; }
.tile, .tile:nth-child(n + 5) { grid-column: span 2; }
.verdict { margin-top: 1rem; color: var(--quiet); font-size: 0.875rem; }
.aside { margin-top: 1rem; padding: 0.75rem 1rem; background: var(--surface); border: 1px solid var(--rule);
  border-left: 4px solid var(--quiet); border-radius: 8px; font-size: 0.875rem; }
.aside.fail { border-left-color: var(--fail); }
.aside.undecided { border-left-color: var(--undecided); }
.aside h2 { font-size: 0.875rem; letter-spacing: 0; }
.aside li { margin-top: 0.25rem; }
.left-out { margin-top: 1rem; padding: 0.5rem 1rem; border-left: 4px solid var(--undecided); font-size: 0.875rem; }
.none-found { margin-top: 1rem; }
`;

const signs = `
.sign { flex: none; color: var(--quiet); }
.sign.block { color: var(--fail); }
.sign.warn { color: var(--undecided); }
.sign.note { color: var(--note); }
.sign.fixed, .sign.pass { color: var(--pass); }
.fill { fill: currentColor; }
.cut { fill: none; stroke: var(--surface); stroke-width: 2.2; stroke-linecap: round; }
.ring, .stroke { fill: none; stroke: currentColor; stroke-width: 1.8; stroke-linecap: round; }
.dashed { stroke-dasharray: 3.2 3; }
`;

const findings = `
:root { --note: #2a5d84; --mark: #fff0bf; }
@media screen and (prefers-color-scheme: dark) { :root { --note: #8fc4ec; --mark: #4b3d0e; } }
#filters label { flex-basis: 8.5rem; }
#filters .search { flex-basis: 12rem; }
#chosen { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 0.5rem; margin-top: 1rem; font-size: 0.875rem; }
#chosen button { width: auto; height: 2rem; font-size: 0.8125rem; }
.control { display: grid; grid-template-columns: minmax(0, 22rem) minmax(0, 1fr); gap: 0.5rem 2.5rem; margin-top: 2rem;
  padding-top: 1.25rem; border-top: 2px solid var(--rule); }
.control.is-block { border-top-color: var(--fail); }
.control.is-warn { border-top-color: var(--undecided); }
.about-control { font-size: 0.875rem; }
.control h3 { display: flex; gap: 0.625rem; font-size: 1rem; line-height: 1.4; }
.control h3 .sign { margin-top: 0.0625rem; }
.standing { font-weight: 650; }
.is-block .standing { color: var(--fail); }
.is-warn .standing { color: var(--undecided); }
.is-note .standing { color: var(--note); }
.is-fixed .standing, .is-pass .standing { color: var(--pass); }
.standing::after { content: ""; display: inline-block; width: 0.25rem; }
.facts { display: flex; flex-wrap: wrap; gap: 0.125rem 0.75rem; margin-top: 0.375rem; color: var(--quiet); font-size: 0.8125rem; }
.facts code, .file code, .remarks code { font-size: 1em; }
.severity { font-weight: 600; }
.severity.critical, .severity.high { color: var(--text); }
.advice { margin-top: 0.75rem; }
.advice > div { margin-top: 0.5rem; }
.advice dt, .remarks dt { color: var(--quiet); font-size: 0.8125rem; font-weight: 600; }
.control ol { margin: 0; padding: 0; list-style: none; }
.finding { padding: 1rem 1.25rem; background: var(--surface); border: 1px solid var(--rule); border-radius: 10px; }
.finding + .finding { margin-top: 0.75rem; }
.message { font-weight: 600; }
.where { margin-top: 0.125rem; font-size: 0.875rem; }
.where .type, .file { color: var(--quiet); font-size: 0.8125rem; }
.file { margin-top: 0.25rem; }
.badge { display: inline-block; padding: 0 0.5rem; border: 1px solid currentColor; border-radius: 999px; font-size: 0.75rem; font-weight: 600;
  color: var(--quiet); white-space: nowrap; }
.badge.undecided { border-style: dashed; }
.badge.introduced, .badge.worsened { color: var(--fail); }
.code { margin: 0.5rem 0 0; padding: 0.625rem 0; overflow-x: auto; background: var(--ground); border: 1px solid var(--rule); border-radius: 8px;
  font-size: 0.875rem; line-height: 1.55; overflow-wrap: normal; }
.code code { display: block; width: max-content; min-width: 100%; padding-right: 0.75rem; font-size: 0.8125rem; }
.code .row { display: block; white-space: pre; }
.code .number, .code .gap { display: inline-block; width: 4ch; margin-right: 1.5ch; text-align: right; color: var(--quiet); user-select: none; }
.code .label { color: var(--fail); }
mark { background: var(--mark); color: var(--text); border-radius: 3px; box-shadow: 0 0 0 2px var(--mark); }
.reasons { margin-top: 0.375rem; font-size: 0.8125rem; color: var(--quiet); }
.reasons li { padding-left: 1rem; text-indent: -1rem; }
.reasons li::before { content: "– "; }
.remarks { margin-top: 0.5rem; font-size: 0.8125rem; }
.remarks > div { display: grid; grid-template-columns: 7.5rem minmax(0, 1fr); gap: 0.5rem; }
.remarks > div + div { margin-top: 0.125rem; }
@media screen and (max-width: 60rem) {
  .tile, .tile:nth-child(n + 5) { grid-column: span 4; }
  .control { grid-template-columns: minmax(0, 1fr); }
  .finding { padding: 0.875rem 1rem; }
}
@media screen and (max-width: 26rem) { .tile, .tile:nth-child(n + 5) { grid-column: span 6; } }
@media print {
  .control { display: block; margin-top: 1.25rem; padding: 0; border: 0; }
  .about-control { padding-top: 0.75rem; border-top: 1pt solid var(--quiet); break-after: avoid; }
  .advice { display: grid; grid-template-columns: repeat(auto-fit, minmax(0, 1fr)); grid-auto-flow: column; gap: 1.5rem; margin: 0 0 0.75rem; }
  .finding { break-inside: avoid; padding: 0.5rem 0.75rem; }
  .about-control { break-inside: avoid; }
  .code { overflow: visible; }
  .code code, .code .row { width: auto; white-space: pre-wrap; }
  #chosen button { display: none; }
  #findings { break-before: page; margin-top: 0; }
}
`;

export const style = [look, head, signs, findings, mapStyle].join('');
