import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { accountabilityOf } from '../../src/gate/accountability';
import type { Configuration } from '../../src/gate/configuration';
import { matrixFormats } from '../../src/responsibility/formats';
import type { Matrix } from '../../src/responsibility/formats/format';
import type { MatrixRow } from '../../src/responsibility/matrix';

const names = ['oscal-assessment-results', 'oscal-component-definition', 'oscal-ssp'] as const;
export type OscalName = (typeof names)[number];
export const oscalNames: readonly OscalName[] = names;

const schema = JSON.parse(
  readFileSync(join(__dirname, '..', 'schemas', 'oscal-complete-1.2.2.json'), 'utf8'),
) as object;
const ajv = new Ajv({ strict: false, unicodeRegExp: true, allErrors: true });
addFormats(ajv);
const validate = ajv.compile(schema);

/** What the released schema says against a document. */
export function complaintsOf(document: string): readonly string[] {
  validate(JSON.parse(document));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

type Text = readonly [name: string, text: string];
type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** Every text of a document with the name of the member that holds it. */
export const textsOf = (document: string): readonly Text[] => textsIn(JSON.parse(document) as Json);

function textsIn(value: Json, name = ''): readonly Text[] {
  if (typeof value === 'string') return [[name, value]];
  if (value === null || typeof value !== 'object') return [];
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap((item) => textsIn(item, name));
  const members = Object.entries(value as Readonly<Record<string, Json>>);
  const property = (value as { readonly name?: Json }).name;
  return members.flatMap(([key, member]) =>
    textsIn(member, key === 'value' && typeof property === 'string' ? property : key),
  );
}

/** References to something by its identifier that the document does not have, and identifiers that it has twice. */
export function looseEndsOf(document: string): readonly string[] {
  const texts = textsOf(document);
  const own = texts.flatMap(([name, text]) => (name === 'uuid' ? [text] : []));
  const known = new Set(own);
  const references = texts.flatMap(([name, text]) => {
    if (/.-uuids?$/.test(name)) return [text];
    return /^(href|source)$/.test(name) && text.startsWith('#') ? [text.slice(1)] : [];
  });
  return [
    ...references.filter((reference) => !known.has(reference)),
    ...own.filter((uuid, index) => own.indexOf(uuid) !== index).map((uuid) => `twice: ${uuid}`),
  ];
}

/** A line of a matrix: one bucket's data, with nobody named and nothing verified, unless said otherwise. */
export const row = (more: Partial<MatrixRow> = {}): MatrixRow => ({
  resource: 'Data',
  type: 'AWS::S3::Bucket',
  area: 'data-at-rest',
  party: 'shared',
  because: 'shared, each for a half',
  verified: [],
  evidence: null,
  published: [],
  owner: null,
  verifier: null,
  due: null,
  resources: 1,
  ...more,
});

export const matrixWith = (
  rows: readonly MatrixRow[],
  configuration: Configuration = {},
  inputs: readonly string[] = ['template.yaml'],
): Matrix => ({
  rows,
  inputs,
  today: '2026-11-26',
  version: '0.1.0',
  accountability: accountabilityOf(configuration),
});

/** A matrix as a document, as its bytes. */
export function oscalOf(name: OscalName, matrix: Matrix): string {
  const document = matrixFormats[name](matrix);
  if (typeof document !== 'string') throw new Error(`${name} is no text`);
  return document;
}
