import fc from 'fast-check';
import { stringify } from 'yaml';
import { allLeaves, fixture, read } from './cloudformation-support';

type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

const names = fc.constantFrom('Alpha', 'Beta', 'Gamma', 'yes', '012', '2012-10-17', 'a b', '__proto__', '<<x', '');
const scalar = fc.oneof(fc.boolean(), fc.integer(), names, fc.string({ maxLength: 8 }));
const { value: anyValue } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(names, tie('value'), { maxKeys: 4 }),
    fc.record({ Ref: fc.constantFrom('P', 'Q', 'X', 'AWS::Region', 'AWS::NoValue', 'Nowhere') }),
    fc.record({ 'Fn::GetAtt': fc.constantFrom('X.Arn', 'Nowhere.Arn') }),
    fc.record({ 'Fn::Sub': fc.string({ maxLength: 6 }).map((text) => `${text}\${P}-\${Q}-\${X.Arn}`) }),
    fc.record({ 'Fn::Join': fc.tuple(fc.constantFrom('', '-'), fc.array(tie('value'), { maxLength: 3 })) }),
    fc.record({ 'Fn::If': fc.tuple(fc.constantFrom('Open', 'Fixed'), tie('value'), tie('value')) }),
    fc.record({ 'Fn::Select': fc.tuple(fc.integer({ min: 0, max: 2 }), fc.array(tie('value'), { maxLength: 3 })) }),
    fc.record({ 'Fn::FindInMap': fc.tuple(fc.constant('M'), tie('value'), fc.constantFrom('a', 'b')) }),
  ),
}));

const templates = fc.dictionary(names, anyValue, { maxKeys: 5 }).map((properties) => ({
  Parameters: { P: { Type: 'String', Default: 'p' }, Q: { Type: 'String', AllowedValues: ['1', '2'] } },
  Mappings: { M: { Alpha: { a: 'x', b: 'y' }, Beta: { a: 'x' } } },
  Conditions: { Open: { 'Fn::Equals': [{ Ref: 'P' }, 'p'] }, Fixed: { 'Fn::Equals': ['a', 'a'] } },
  Resources: { X: { Type: 'AWS::Test::X', Properties: properties } },
}));

const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reversed(item)]),
  );
};

it('reads the same leaves from JSON and from YAML', () => {
  fc.assert(
    fc.property(templates, (template) => {
      // YAML 1.1 words are quoted by a writer of YAML 1.1.
      const yaml = stringify(template, { version: '1.1', aliasDuplicateObjects: false });
      expect(allLeaves(read(yaml))).toEqual(allLeaves(read(template)));
    }),
    { numRuns: 300 },
  );
});

it('does not care in which order keys stand', () => {
  fc.assert(
    fc.property(templates, (template) => {
      expect(allLeaves(read(reversed(template) as object))).toEqual(allLeaves(read(template)));
    }),
    { numRuns: 300 },
  );
});

it('finds a place for every path, and never reads what is not there', () => {
  fc.assert(
    fc.property(templates, fc.array(fc.oneof(names, fc.nat(3)), { maxLength: 4 }), (template, path) => {
      for (const text of [JSON.stringify(template, null, 1), stringify(template, { aliasDuplicateObjects: false })]) {
        const [one] = read(text).after.resources;
        const lines = text.split('\n');
        const place = one?.locate?.(path);
        expect(place && lines[place.line - 1]?.length).toBeGreaterThanOrEqual(place?.column ?? Infinity);
      }
    }),
    { numRuns: 300 },
  );
});

it.each(['leaky.yaml', 'serverless.yaml', 'intrinsics.yaml', 'hardened.json'])(
  'reads %s the same in UTF-16',
  (name) => {
    const text = fixture(name);
    expect(allLeaves(read(Buffer.from(`\ufeff${text}`, 'utf16le')))).toEqual(allLeaves(read(text)));
  },
);
