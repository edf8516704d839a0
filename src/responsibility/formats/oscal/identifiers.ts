import { createHash } from 'node:crypto';

/** Drawn once, by chance: whatever Demarc names, it names in here. */
const ownNamespace = 'ccd31203-0bc9-4d7a-a837-dc9ee963f906';

/** Gives a thing its identifier by what it is called: the same names, the same identifier. */
export type Identify = (...names: readonly (string | number | null)[]) => string;

/**
 * Names within what the inputs declare, so that two systems of one make do not share identifiers, and the documents of
 * one system do.
 */
export function identifierWithin(inputs: readonly string[]): Identify {
  const system = uuidOf(ownNamespace, JSON.stringify(inputs));
  return (...names) => uuidOf(system, JSON.stringify(names));
}

/**
 * A name-based UUID of version 5.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4122#section-4.3
 */
export function uuidOf(namespace: string, name: string): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name, 'utf8')
    .digest()
    .subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6); // version 5
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8); // the variant of RFC 4122
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
