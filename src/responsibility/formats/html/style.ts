import { look } from '../../../html/look';
import { paper } from './paper';
import { phone } from './phone';

const overview = `
.summary { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 8fr); gap: 1rem; margin-top: 2rem; }
.line, .columns > div { background: var(--surface); border: 1px solid var(--rule); border-radius: 12px; }
.line { display: flex; flex-direction: column; gap: 1rem; padding: 1.25rem 1.5rem; }
.line .note { margin-top: auto; }
.bar { display: block; border-radius: 7px; overflow: hidden; }
.bar .customer, .key.customer { fill: var(--customer-fill); background: var(--customer-fill); }
.bar .shared, .key.shared { fill: var(--shared-fill); background: var(--shared-fill); }
.bar .provider, .key.provider { fill: var(--provider-fill); background: var(--provider-fill); }
.bar .unclassified, .key.unclassified { fill: var(--unclassified-fill); background: var(--unclassified-fill); }
.key { display: inline-block; width: 0.625rem; height: 0.625rem; border-radius: 50%; margin-right: 0.5rem; }
.parties { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, max-content)); justify-content: start; gap: 0.25rem clamp(1rem, 4vw, 2.5rem); white-space: nowrap; }
.parties a { text-decoration: none; }
.parties a:hover { text-decoration: underline; text-underline-offset: 0.2em; }
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
`;

const matrix = `
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

export const style = [look, overview, matrix, phone, paper].join('');
