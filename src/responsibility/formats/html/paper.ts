/** Paper: the header on each page, no line on two. */
export const paper = `
@media print {
  .parties a { text-decoration: none; }
  .people { break-before: page; margin-top: 0; }
  #matrix { break-before: page; margin-top: 0; }
  .columns { grid-template-columns: repeat(3, minmax(0, 1fr)); }
  table { border-radius: 0; border-left: 0; border-right: 0; }
  thead { display: table-header-group; }
  thead th { position: static; }
  td, thead th { padding: 0.375rem 0.5rem; }
  td:first-child, thead th:first-child { padding-left: 0; }
  .type th { padding: 0.75rem 0 0.25rem; }
  tr, .cards li { break-inside: avoid; }
  .type { break-after: avoid; }
  tr.type + tr { break-before: avoid; }
}
`;
