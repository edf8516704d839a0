const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** What people see as characters: Terraform counts these. */
export function charactersOf(text: string): readonly string[] {
  // The many texts of plain ASCII need no segmenter.
  if (/^[\x20-\x7e]*$/u.test(text)) return text.split('');
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
