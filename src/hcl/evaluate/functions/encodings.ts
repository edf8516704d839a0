import { createHash } from 'node:crypto';
import { refuse, withinItems } from '../failure';
import { listValue, objectValue, stringValue, unknownValue, type Value } from '../value';
import { allStrict, argument, text, textAt, type Arguments, type Functions, type Implementation } from './definition';
import { unknownFrom } from '../inspect';

const change = (compute: (subject: string) => string) => (given: Arguments) => text(compute(textAt(given, 0)));

const hash = (algorithm: string, encoding: 'hex' | 'base64') =>
  change((subject) => createHash(algorithm).update(subject, 'utf8').digest(encoding));

export const encodingFunctions: Functions = {
  ...allStrict({
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
  }),
  base64gzip: opaque('base64gzip'),
  rsadecrypt: opaque('rsadecrypt'),
  yamldecode: opaque('yamldecode'),
  yamlencode: opaque('yamlencode'),
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
