import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { LimitReached, limits, refuse, withinItems } from '../failure';
import type { Session } from '../session';
import { listValue, objectValue, stringValue, unknownValue, type Value } from '../value';
import { allStrict, argument, text, textAt, type Arguments, type Functions, type Implementation } from './definition';
import { unknownFrom } from '../inspect';

const change = (compute: (subject: string) => string) => (given: Arguments) => text(compute(textAt(given, 0)));

const hash = (algorithm: string, encoding: 'hex' | 'base64') =>
  change((subject) => createHash(algorithm).update(subject, 'utf8').digest(encoding));

export const encodingFunctions: Functions = {
  ...allStrict({
    base64gunzip: (given, { session }) => unpacked(textAt(given, 0), session),
    base64decode: (given) => decoded(textAt(given, 0)),
    base64encode: change((subject) => Buffer.from(subject, 'utf8').toString('base64')),
    base64sha256: hash('sha256', 'base64'),
    base64sha512: hash('sha512', 'base64'),
    csvdecode: (given) => csv(textAt(given, 0)),
    md5: hash('md5', 'hex'),
    sha1: hash('sha1', 'hex'),
    sha256: hash('sha256', 'hex'),
    sha512: hash('sha512', 'hex'),
    textdecodebase64: (given) => inUtf8(given, () => decoded(textAt(given, 0))),
    textencodebase64: (given) => inUtf8(given, () => text(Buffer.from(textAt(given, 0), 'utf8').toString('base64'))),
    urldecode: (given) => fromUrl(textAt(given, 0)),
    urlencode: change(toUrl),
    uuidv5: (given) => text(uuid(textAt(given, 0), textAt(given, 1))),
  }),
  base64gzip: opaque('base64gzip'),
  rsadecrypt: opaque('rsadecrypt'),
};

/** Known to Terraform, and not told here: the result depends on a library's version, a key, or a format. */
function opaque(name: string): Implementation {
  return (given) => unknownFrom([argument(given, 0)], `${name}() is not evaluated`);
}

function decoded(encoded: string): Value {
  if (!/^[A-Za-z0-9+/\r\n]*={0,2}[\r\n]*$/u.test(encoded)) return refuse('the text is no Base64');
  const bytes = Buffer.from(encoded, 'base64');
  const decodedText = bytes.toString('utf8');
  return Buffer.from(decodedText, 'utf8').equals(bytes) ? text(decodedText) : refuse('what is encoded is no text');
}

/** Of what would unpack to more than any text may hold nothing is told. */
function unpacked(encoded: string, session: Session): Value {
  let bytes: Uint8Array;
  try {
    bytes = gunzipSync(Buffer.from(encoded, 'base64'), { maxOutputLength: 4 * limits.text });
  } catch (error) {
    if ((error as { readonly code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE')
      throw new LimitReached('a text that unpacks to too much');
    return refuse('the text is no gzip in Base64');
  }
  session.spend(bytes.length / 100);
  const unpackedText = Buffer.from(bytes).toString('utf8');
  return Buffer.from(unpackedText, 'utf8').equals(bytes) ? text(unpackedText) : refuse('what is packed is no text');
}

/** Namespaces of names, as RFC 4122 (appendix C) has them. */
const namespaces: Readonly<Record<string, string>> = {
  dns: '6ba7b810-9dad-11d1-80b4-00c04fd430c8',
  url: '6ba7b811-9dad-11d1-80b4-00c04fd430c8',
  oid: '6ba7b812-9dad-11d1-80b4-00c04fd430c8',
  x500: '6ba7b814-9dad-11d1-80b4-00c04fd430c8',
};

/** @see https://www.rfc-editor.org/rfc/rfc4122#section-4.3 */
function uuid(namespace: string, name: string): string {
  const known = Object.hasOwn(namespaces, namespace) ? namespaces[namespace] : namespace;
  if (known === undefined || !/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu.test(known))
    return refuse('the namespace is no UUID');
  const bytes = createHash('sha1')
    .update(Buffer.from(known.replaceAll('-', ''), 'hex'))
    .update(name, 'utf8')
    .digest()
    .subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5');
}

function inUtf8(given: Arguments, compute: () => Value): Value {
  return textAt(given, 1).toUpperCase() === 'UTF-8' ? compute() : unknownValue('an encoding that is not evaluated');
}

/** As a query of a form: spaces are plus signs. */
function toUrl(subject: string): string {
  const wellFormed = Buffer.from(subject, 'utf8').toString('utf8');
  return encodeURIComponent(wellFormed)
    .replaceAll('%20', '+')
    .replace(/[!'()*]/gu, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

function fromUrl(encoded: string): Value {
  try {
    return text(decodeURIComponent(encoded.replaceAll('+', ' ')));
  } catch {
    return refuse('the text is no URL encoding');
  }
}

/** The first line names the columns. */
function csv(written: string): Value {
  const [header = [], ...rows] = lines(written);
  if (new Set(header).size !== header.length) return refuse('two columns have one name');
  return listValue(
    rows.map((row) => {
      if (row.length !== header.length) return refuse('a line with another number of columns');
      return objectValue(header.map((name, index) => [name, stringValue(row[index] ?? '')] as const));
    }),
  );
}

const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/uy;

function lines(written: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  field.lastIndex = 0;
  while (field.lastIndex < written.length || row.length > 0) {
    const match = field.exec(written);
    if (!match) return refuse('the text is no CSV');
    const [, quoted, bare = '', end] = match;
    row.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    if (row.length > 1 || row[0] !== '') withinItems(rows.push(row));
    row = [];
    if (end === '') break;
  }
  return rows;
}
