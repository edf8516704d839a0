import { markup, type Markup } from '../../../html/markup';

/** What is a link, an address or a number can be followed; anything else, a scheme that runs something too, is text. */
export function linked(text: string): Markup {
  const target = targetOf(text.trim());
  return target === undefined
    ? markup`<bdi>${text}</bdi>`
    : markup`<a href="${target}" rel="noopener noreferrer"><bdi>${text}</bdi></a>`;
}

function targetOf(text: string): string | undefined {
  if (/^https?:\/\/[^\s/]/i.test(text) && URL.canParse(text)) return new URL(text).href;
  if (/^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(text)) return `mailto:${text}`;
  if (/^\+?\d[\d ().-]{5,20}$/.test(text)) return `tel:${text.replace(/[^\d+]/g, '')}`;
  return undefined;
}
