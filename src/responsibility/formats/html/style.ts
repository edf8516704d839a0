import { paper } from './paper';
import { phone } from './phone';

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
#matrix:focus { outline: none; }
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

const overview = `
.summary { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 8fr); gap: 1rem; margin-top: 2rem; }
.line, .tile, .columns > div { background: var(--surface); border: 1px solid var(--rule); border-radius: 12px; }
.line { display: flex; flex-direction: column; gap: 1rem; padding: 1.25rem 1.5rem; }
.line .note { margin-top: auto; }
.bar { display: block; border-radius: 7px; overflow: hidden; }
.bar .customer, .key.customer { fill: var(--customer-fill); background: var(--customer-fill); }
.bar .shared, .key.shared { fill: var(--shared-fill); background: var(--shared-fill); }
.bar .provider, .key.provider { fill: var(--provider-fill); background: var(--provider-fill); }
.bar .unclassified, .key.unclassified { fill: var(--unclassified-fill); background: var(--unclassified-fill); }
.key { display: inline-block; width: 0.625rem; height: 0.625rem; border-radius: 50%; margin-right: 0.5rem; }
.parties { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, max-content)); justify-content: start; gap: 0.25rem clamp(1rem, 4vw, 2.5rem); white-space: nowrap; }
.parties a, .tile a { text-decoration: none; }
.parties a:hover, .tile a:hover span { text-decoration: underline; text-underline-offset: 0.2em; }
.tiles { display: grid; grid-template-columns: repeat(12, minmax(0, 1fr)); gap: 1rem; }
.tile { display: flex; grid-column: span 3; }
.tile:nth-child(n + 5) { grid-column: span 4; }
.tile > a, .tile.zero { flex: 1; padding: 1rem 1.25rem; }
.tile.zero { flex-direction: column; }
.tile b { display: block; font-size: 1.75rem; line-height: 1.2; font-weight: 600; letter-spacing: -0.02em; }
.tile span { font-size: 0.875rem; color: var(--quiet); }
.tile.zero b { color: var(--quiet); }
.tile.fail b, b.fail, .verdicts .fail b { color: var(--fail); }
.tile.undecided b, b.undecided, .verdicts .undecided b { color: var(--undecided); }
.tile.pass b, b.pass, .verdicts .pass b { color: var(--pass); }
.unclassified-types { grid-column: 1 / -1; color: var(--quiet); font-size: 0.875rem; }
.first { padding: 0; }
.first ol { margin: 0.75rem 0 0; padding: 0; list-style: none; columns: 2; column-gap: 3rem; font-size: 0.875rem; }
.first li { padding: 0.5rem 0; border-top: 1px solid var(--rule); break-inside: avoid; }
.first .name { color: var(--text); }
.first .more { margin-top: 0.75rem; color: var(--quiet); font-size: 0.875rem; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); gap: 1rem; margin-top: 1rem; }
.columns > div { padding: 1.25rem 1.5rem; }
.cards { margin-top: 0.75rem; font-size: 0.875rem; }
.cards li { padding: 0.75rem 0; border-top: 1px solid var(--rule); }
.cards li:last-child { padding-bottom: 0; }
.cards b { font-weight: 600; }
.columns .missing { margin-top: 0.75rem; font-size: 0.875rem; }
.cards .missing { margin: 0; }
.legend dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(19rem, 100%), 1fr)); gap: 0.75rem 2rem;
  margin-top: 1rem; font-size: 0.875rem; }
.legend dl > div { display: grid; grid-template-columns: 8rem minmax(0, 1fr); gap: 0.75rem; align-items: baseline; }
.legend dt { font-weight: 600; }
.legend dd { color: var(--quiet); }
`;

const matrix = `
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
.whose { margin-top: 2rem; }
.whose h3 { font-size: 1.0625rem; margin-bottom: 0.5rem; }
table { width: 100%; border-collapse: separate; border-spacing: 0; table-layout: fixed; font-size: 0.875rem;
  background: var(--surface); border: 1px solid var(--rule); border-radius: 12px; }
thead th { position: sticky; top: 0; z-index: 1; background: var(--surface); text-align: left; font-weight: 600;
  font-size: 0.8125rem; color: var(--quiet); padding: 0.625rem 0.75rem; border-bottom: 1px solid var(--rule); }
thead th:first-child { width: 18%; padding-left: 1.25rem; border-top-left-radius: 12px; }
thead th:nth-child(2) { width: 11%; }
thead th:nth-child(3) { width: 7.5rem; }
thead th:nth-child(6) { width: 12%; }
thead th:nth-child(7) { width: 7.25rem; border-top-right-radius: 12px; }
td { vertical-align: top; padding: 0.75rem; border-top: 1px solid var(--rule); }
td:first-child { padding-left: 1.25rem; }
.type th { text-align: left; font-weight: 600; padding: 1.25rem 1.25rem 0.5rem; border-top: 1px solid var(--rule); }
thead + tbody .type th { border-top: 0; }
.service { margin-left: 0.5rem; font-weight: 400; color: var(--quiet); }
.all, .none { color: var(--quiet); }
.name { font-weight: 500; }
.party { display: inline-block; padding: 0.0625rem 0.5rem; border-radius: 999px; font-size: 0.8125rem; font-weight: 600;
  border: 1px solid transparent; }
.party.customer { color: var(--customer); background: var(--customer-ground); }
.party.shared { color: var(--shared); background: var(--shared-ground); }
.party.provider { color: var(--provider); background: var(--provider-ground); }
.party.unclassified { color: var(--unclassified); background: var(--unclassified-ground); }
.verifier { margin-top: 0.125rem; }
.verdicts li + li, .verdicts + .evidence { margin-top: 0.25rem; }
.covered { color: var(--quiet); }
.evidence b { font-weight: 600; }
td time { white-space: nowrap; }
`;

export const style = [colours, base, overview, matrix, phone, paper].join('');
