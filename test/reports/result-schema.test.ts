import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { json } from '../../src/reports/json';
import { resultJsonSchema } from '../../src/reports/result-schema';
import { finding, input, options, result, witness } from '../support/result';

const published = JSON.parse(readFileSync(join(__dirname, '../../schemas/result.schema.json'), 'utf8')) as object;
const ajv = new Ajv({ allErrors: true });
addFormats(ajv);
const validate = ajv.compile(published);

const everything = result([
  input([
    finding({ witnesses: [witness({ file: 'a.yaml', line: 1, column: 1, path: ['Tags', 0] })], change: 'worsened' }),
    finding({ waiver: { reason: 'r', owner: null, until: '2027-01-31', ticket: null, source: 'config' } }),
  ]),
  input([], { path: 'x.json', dialect: null, error: 'not a plan', unclassifiedTypes: [{ type: 'x', count: 1 }] }),
]);

test('the published schema is the one that the code states', () => {
  expect(published).toEqual(resultJsonSchema());
});

test('a result conforms', () => {
  validate(JSON.parse(json(everything, options())));
  expect(validate.errors).toBeNull();
});

test.each<[string, (document: Record<string, unknown>) => void]>([
  ['an unknown key', (document) => (document['more'] = 1)],
  ['a missing key', (document) => delete document['decision']],
  ['another version', (document) => (document['schemaVersion'] = '2')],
  ['a negative count', (document) => ((document['summary'] as Record<string, unknown>)['resources'] = -1)],
])('%s does not', (_, spoil) => {
  const document = JSON.parse(json(everything, options())) as Record<string, unknown>;
  spoil(document);
  expect(validate(document)).toBe(false);
});
