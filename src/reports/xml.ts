/**
 * Writes XML 1.0. What it forbids becomes the replacement character: no parser reads a document that holds it.
 *
 * @see https://www.w3.org/TR/xml/#charsets
 */

const forbidden = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

const escaped = (text: string, special: RegExp): string =>
  text.replace(forbidden, '\ufffd').replace(special, (character) => entities[character] ?? '');

/** Text between tags. */
export const xmlText = (text: string): string => escaped(text, /[&<>\r]/gu);

/** An element; its content is XML, its attributes are texts. Those that are undefined are left out. */
export function xmlElement(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  content = '',
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(String(value), /[&<>"'\t\n\r]/gu)}"`)
    .join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}
