import { identifierWithin, uuidOf } from '../../../../src/responsibility/formats/oscal/identifiers';

const dns = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';

// https://www.rfc-editor.org/rfc/rfc9562#appendix-A.4, and the example of Python's documentation
test.each([
  ['www.example.com', '2ed6657d-e927-568b-95e1-2665a8aea6a2'],
  ['python.org', '886313e1-3b8a-5372-9b90-0c9aee199e5d'],
])('the UUID of %s in the namespace of DNS is as published', (name, uuid) => {
  expect(uuidOf(dns, name)).toBe(uuid);
});

test('the same names have the same identifier, others another', () => {
  const identify = identifierWithin(['template.yaml']);
  expect(identify('component', 'a', 'b')).toBe(identifierWithin(['template.yaml'])('component', 'a', 'b'));
  const others = [
    identify('component', 'a', 'b'),
    identify('component', 'ab'),
    identify('component', 'a', null),
    identify('component', 'a', 'null'),
    identify('component', '\ud800'),
    identify('component', '\udfff'),
    identifierWithin(['other.yaml'])('component', 'a', 'b'),
  ];
  expect(new Set(others).size).toBe(others.length);
});
