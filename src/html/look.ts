/** The look that all pages have in common: colours in light and dark, text, the tiles of the summary, the filters. */

const colours = `
:root {
  color-scheme: light;
  --ground: #f7f8f9; --surface: #ffffff; --text: #1b2128; --quiet: #56606b; --rule: #e2e6ea; --focus: #1d4ed8;
  --customer: #1d4ed8; --customer-ground: #e9effd; --customer-fill: #3b6fe8;
  --shared: #6d28d9; --shared-ground: #f2ecfd; --shared-fill: #9a6cf0;
  --provider: #46535f; --provider-ground: #edf0f3; --provider-fill: #a9b4bf;
  --unclassified: #94330c; --unclassified-ground: #fdeee5; --unclassified-fill: #e08a5b;
  --fail: #b3261e; --undecided: #855300; --pass: #17714a;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    color-scheme: dark;
    --ground: #11151a; --surface: #181d23; --text: #e7eaee; --quiet: #9ca7b3; --rule: #2a323a; --focus: #9dc0ff;
    --customer: #a6c6ff; --customer-ground: #1a2a4a; --customer-fill: #5b8ff5;
    --shared: #cfb8ff; --shared-ground: #2c2148; --shared-fill: #a57ff3;
    --provider: #bac5d0; --provider-ground: #262e37; --provider-fill: #5f6d7a;
    --unclassified: #ffb48f; --unclassified-ground: #43230f; --unclassified-fill: #d97b48;
    --fail: #ff9d92; --undecided: #f1c05c; --pass: #73d6a4;
  }
}
`;

const base = `
*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
html { font: 100%/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
  -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 92rem; padding: 2.5rem clamp(1rem, 3vw, 3rem) 3rem; background: var(--ground);
  color: var(--text); font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
h1, h2, h3, p, ul, dl, dd { margin: 0; padding: 0; }
ul { list-style: none; }
h1 { font-size: clamp(1.75rem, 4vw, 2.375rem); line-height: 1.15; letter-spacing: -0.02em; font-weight: 650; }
h2 { font-size: 1.25rem; letter-spacing: -0.01em; font-weight: 650; }
h3 { font-size: 0.9375rem; font-weight: 650; }
a { color: inherit; text-decoration-color: var(--quiet); text-underline-offset: 0.2em; }
a:hover { text-decoration-color: currentColor; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 4px; }
main [tabindex="-1"]:focus { outline: none; }
code { font: 0.875em ui-monospace, "SF Mono", "Cascadia Mono", "Liberation Mono", monospace; }
section { margin-top: 3rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 1rem; z-index: 3; padding: 0.5rem 1rem; background: var(--surface); border-radius: 6px; }
.kicker { margin-bottom: 0.25rem; color: var(--quiet); font-size: 0.875rem; }
.about { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 1rem; margin-top: 0.5rem; color: var(--quiet); }
.note, .for, .why, .verifier, .evidence, footer { color: var(--quiet); font-size: 0.8125rem; }
.missing { color: var(--undecided); }
.late { color: var(--fail); }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--rule); }
`;

const tiles = `
.tiles { display: grid; grid-template-columns: repeat(12, minmax(0, 1fr)); gap: 1rem; }
.tile { display: flex; grid-column: span 3; background: var(--surface); border: 1px solid var(--rule); border-radius: 12px; }
.tile:nth-child(n + 5) { grid-column: span 4; }
.tile > a, .tile.zero { flex: 1; padding: 1rem 1.25rem; }
.tile.zero { flex-direction: column; }
.tile b { display: block; font-size: 1.75rem; line-height: 1.2; font-weight: 600; letter-spacing: -0.02em; }
.tile span { font-size: 0.875rem; color: var(--quiet); }
.tile a { text-decoration: none; }
.tile a:hover span { text-decoration: underline; text-underline-offset: 0.2em; }
.tile.zero b { color: var(--quiet); }
.tile.fail b, b.fail, .verdicts .fail b { color: var(--fail); }
.tile.undecided b, b.undecided, .verdicts .undecided b { color: var(--undecided); }
.tile.pass b, b.pass, .verdicts .pass b { color: var(--pass); }
`;

const filters = `
#filters { display: flex; flex-wrap: wrap; align-items: end; gap: 0.75rem; margin-top: 1rem; }
#filters label { display: grid; gap: 0.25rem; font-size: 0.8125rem; color: var(--quiet); flex: 0 1 11rem; min-width: 0; }
#filters .search { flex: 1 1 16rem; }
#filters .tick { display: flex; flex: none; gap: 0.5rem; align-items: center; min-height: 2.5rem; font-size: 0.875rem; }
#filters input[type="search"], select, button { font: inherit; font-size: 0.9375rem; color: var(--text);
  background: var(--surface); border: 1px solid var(--quiet); border-radius: 8px; padding: 0 0.75rem; height: 2.5rem;
  width: 100%; min-width: 0; }
#filters button { width: auto; cursor: pointer; }
#filters input[type="checkbox"] { width: 1.125rem; height: 1.125rem; margin: 0; accent-color: var(--focus); }
::placeholder { color: var(--quiet); opacity: 1; }
#count { margin-top: 1rem; min-height: 1.5em; font-size: 0.875rem; color: var(--quiet); }
#count.filtered { color: var(--text); font-weight: 600; }
#nothing { margin-top: 2rem; padding: 3rem 1rem; text-align: center; color: var(--quiet); }
`;

const legend = `
.legend dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(19rem, 100%), 1fr)); gap: 0.75rem 2rem;
  margin-top: 1rem; font-size: 0.875rem; }
.legend dl > div { display: grid; grid-template-columns: 8rem minmax(0, 1fr); gap: 0.75rem; align-items: baseline; }
.legend dt { font-weight: 600; }
.legend dd { color: var(--quiet); }
`;

const phone = `
@media screen and (max-width: 60rem) {
  body { padding-top: 1.5rem; }
  section { margin-top: 2.5rem; }
  .tiles { gap: 0.75rem; }
  .tile, .tile:nth-child(n + 5) { grid-column: span 6; }
  .tile:last-child:nth-child(odd) { grid-column: span 12; }
  .tile > a, .tile.zero { padding: 0.75rem 1rem; }
  #filters label, #filters .search { flex: 1 1 100%; }
  #filters label:not(.search, .tick) { flex: 1 1 calc(50% - 0.75rem); }
  #filters input[type="search"], #filters select { font-size: 1rem; }
}
`;

/** Paper: light whatever the screen is, and nothing to press. */
const paper = `
@page { size: A4 landscape; margin: 14mm 12mm;
  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt system-ui, sans-serif; color: #56606b; } }
@media print {
  html { font-size: 9pt; }
  body { max-width: none; padding: 0; background: none; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  #filters, .skip { display: none !important; }
  .tile a { text-decoration: none; }
  .tile, .legend dl > div { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  .legend { break-inside: avoid; }
}
`;

export const look = [colours, base, tiles, filters, legend, phone, paper].join('');
