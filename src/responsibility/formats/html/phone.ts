/** A narrow screen: a line of the matrix is a card. Paper of the same width keeps the table. */
export const phone = `
@media screen and (max-width: 62rem) {
  .summary { grid-template-columns: minmax(0, 1fr); }
}
@media screen and (max-width: 60rem) {
  .first ol { columns: 1; }
  .line, .columns > div { padding: 1rem; }
  table, tbody, tr, td, .type th { display: block; min-width: 0; }
  table { background: none; border: 0; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .type th { padding: 1.25rem 0 0; border: 0; }
  tr[data-party] { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0.5rem 1rem; margin-top: 0.75rem;
    padding: 0.875rem 1rem; background: var(--surface); border: 1px solid var(--rule); border-radius: 12px; }
  td, td:first-child { grid-column: 1 / -1; padding: 0; border: 0; }
  td:first-child { font-size: 0.9375rem; }
  td:nth-child(2) { grid-column: 1; font-weight: 600; }
  td:nth-child(3) { grid-column: 2; }
  td:nth-child(n + 5) { display: grid; grid-template-columns: 4.5rem minmax(0, 1fr); gap: 0.75rem; }
  td:nth-child(n + 5)::before { content: attr(data-label); color: var(--quiet); font-size: 0.8125rem; line-height: 1.6; }
  td:nth-child(n + 5):has(> div > .none) { display: none; }
}
`;
