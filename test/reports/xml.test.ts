import fc from 'fast-check';
import { xmlElement, xmlText } from '../../src/reports/xml';
import { readXml } from '../support/xml';

/** What XML 1.0 cannot hold comes back as the replacement character; everything else as it went in. */
const held = (text: string): string =>
  Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0;
    const isControl = code < 0x20 && !'\t\n\r'.includes(character);
    return isControl || (code >= 0xd800 && code <= 0xdfff) || code === 0xfffe || code === 0xffff ? '\ufffd' : character;
  }).join('');

test('every text comes back from an attribute and from between tags', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom('<', '>', '&', '"', "'", ']]>', '\r', '\n', '\t', '\u0000', '\ud800', '\ufffe'),
    }),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const { attributes, text: content } = readXml(xmlElement('a', { b: text }, xmlText(text)));
      expect([attributes['b'], content]).toEqual([held(text), held(text)]);
    }),
  );
});

test('what is undefined is no attribute, and an element without content is closed at once', () => {
  expect(xmlElement('a', { b: undefined, c: 0 })).toBe('<a c="0"/>');
});
