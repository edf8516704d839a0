/** HTML that is safe to put anywhere a tag may stand. Only {@link markup} and {@link trusted} make it. */
export interface Markup {
  readonly html: string;
}

export type Content = string | number | Markup | readonly Content[] | undefined;

/** A template of HTML. Whatever is put into it and is no markup itself is escaped, as text and in quoted attributes. */
export const markup = (texts: TemplateStringsArray, ...contents: readonly Content[]): Markup => ({
  html: texts.map((text, index) => text + rendered(contents[index])).join(''),
});

/** HTML of our own that holds nothing from outside. */
export const trusted = (html: string): Markup => ({ html });

/** Names come from what is inspected: line ends and what a terminal would act upon have no place in a cell. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ');

function rendered(content: Content): string {
  if (content === undefined) return '';
  if (typeof content === 'string' || typeof content === 'number') return escaped(String(content));
  return 'html' in content ? content.html : content.map(rendered).join('');
}

const escaped = (text: string): string =>
  oneLine(text).replace(/[&<>"']/g, (character) => entities[character] ?? character);

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
