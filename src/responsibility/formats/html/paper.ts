/** Paper: light whatever the screen is, nothing to press, the header on each page, no line on two. */
export const paper = `
@page { size: A4 landscape; margin: 14mm 12mm;
  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt system-ui, sans-serif; color: #56606b; } }
@media print {
  html { font-size: 9pt; }
  body { max-width: none; padding: 0; background: none; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  #filters, .skip { display: none !important; }
  .parties a, .tile a { text-decoration: none; }
  .people { break-before: page; margin-top: 0; }
  #matrix { break-before: page; margin-top: 0; }
  .columns { grid-template-columns: repeat(3, minmax(0, 1fr)); }
  table { border-radius: 0; border-left: 0; border-right: 0; }
  thead { display: table-header-group; }
  thead th { position: static; }
  td, thead th { padding: 0.375rem 0.5rem; }
  td:first-child, thead th:first-child { padding-left: 0; }
  .type th { padding: 0.75rem 0 0.25rem; }
  tr, .tile, .cards li, .legend dl > div { break-inside: avoid; }
  h2, h3, .type { break-after: avoid; }
  tr.type + tr { break-before: avoid; }
  .legend { break-inside: avoid; }
}
`;
