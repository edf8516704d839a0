import { crc32, inflateRawSync } from 'node:zlib';
import type { ByteSource } from './source';

/** What stands in the way of reading an archive: one clause, behind "this zip archive". */
export class DamagedZip extends Error {
  override readonly name = 'DamagedZip';
}

/** One file of an archive, as the archive's directory says. */
export interface ZipEntry {
  readonly name: string;
  /** Its bytes once unpacked. */
  readonly size: number;
  readonly packedSize: number;
  readonly offset: number;
  readonly method: number;
  readonly checksum: number;
  readonly encrypted: boolean;
}

/** Bounds on what an archive may make of the memory. */
export interface ZipLimits {
  readonly entries: number;
  /** Bytes of one file, unpacked. */
  readonly fileSize: number;
  /** Bytes of all files that are unpacked. */
  readonly totalSize: number;
}

const mark = { file: 0x04034b50, entry: 0x02014b50, end: 0x06054b50 } as const;
const headerSize = { file: 30, entry: 46, end: 22 } as const;
/** The largest number of a field; what needs more stands elsewhere, in the format for archives above 4 GB. */
const elsewhere = { short: 0xffff, long: 0xffffffff } as const;
const longestComment = 0xffff;
const largestDirectory = 1 << 25;

export const isZip = (source: ByteSource): boolean => source.read(0, 4).toString('latin1') === 'PK\u0003\u0004';

/**
 * The files of an archive by its directory, which stands at its end. Nothing is unpacked, however large the archive is.
 *
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT sections 4.3.12 and 4.3.16
 * @throws DamagedZip
 */
export function zipEntries(source: ByteSource, limits: ZipLimits): readonly ZipEntry[] {
  const { count, size, offset } = endOfDirectory(source);
  if (count === elsewhere.short || size === elsewhere.long || offset === elsewhere.long)
    throw new DamagedZip('is larger than 4 GB');
  if (count > limits.entries || size > largestDirectory) throw new DamagedZip('holds too many files');
  const directory = source.read(offset, offset + size);
  const entries: ZipEntry[] = [];
  for (let at = 0; entries.length < count;) {
    if (at + headerSize.entry > directory.length || directory.readUInt32LE(at) !== mark.entry)
      throw new DamagedZip('is damaged: its list of files breaks off');
    const nameEnd = at + headerSize.entry + directory.readUInt16LE(at + 28);
    entries.push(entryAt(directory, at, nameEnd));
    at = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

const entryAt = (directory: Buffer, at: number, nameEnd: number): ZipEntry => ({
  name: directory.toString('utf8', at + headerSize.entry, nameEnd),
  encrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
  method: directory.readUInt16LE(at + 10),
  checksum: directory.readUInt32LE(at + 16),
  packedSize: directory.readUInt32LE(at + 20),
  size: directory.readUInt32LE(at + 24),
  offset: directory.readUInt32LE(at + 42),
});

/** The record that closes an archive: only a comment may follow. */
function endOfDirectory(source: ByteSource) {
  const start = Math.max(source.size - headerSize.end - longestComment, 0);
  const tail = source.read(start, source.size);
  for (let at = tail.length - headerSize.end; at >= 0; at--)
    if (tail.readUInt32LE(at) === mark.end && at + headerSize.end + tail.readUInt16LE(at + 20) === tail.length)
      return {
        count: tail.readUInt16LE(at + 10),
        size: tail.readUInt32LE(at + 12),
        offset: tail.readUInt32LE(at + 16),
      };
  throw new DamagedZip('is damaged: its end is missing');
}

/**
 * Unpacks some files of an archive, in memory, each against its size and checksum. Of two with one name the last counts.
 *
 * @throws DamagedZip where one breaks, is larger than it says, or all of them are more than the limits allow.
 */
export function unzip(
  source: ByteSource,
  entries: readonly ZipEntry[],
  { fileSize, totalSize }: ZipLimits,
): ReadonlyMap<string, Buffer> {
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > totalSize || entries.some(({ size }) => size > fileSize)) throw new DamagedZip('holds files too large');
  return new Map(entries.map((entry) => [entry.name, unpacked(source, entry)]));
}

const stored = 0;
const deflated = 8;

/** @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT sections 4.3.7 and 4.4.5 */
function unpacked(source: ByteSource, { name, size, packedSize, offset, method, checksum, encrypted }: ZipEntry) {
  if (encrypted || (method !== stored && method !== deflated))
    throw new DamagedZip(`holds ${name} in a form that is not read`);
  const header = source.read(offset, offset + headerSize.file);
  // What is packed is seldom larger than what it was, and never twice as large.
  if (header.length < headerSize.file || header.readUInt32LE(0) !== mark.file || packedSize > 2 * size + 64)
    throw damageIn(name);
  const start = offset + headerSize.file + header.readUInt16LE(26) + header.readUInt16LE(28);
  const bytes = method === stored ? source.read(start, start + packedSize) : inflated(source, start, packedSize, size);
  if (bytes?.length !== size || crc32(bytes) !== checksum) throw damageIn(name);
  return bytes;
}

/** Never more bytes than it should be: an archive may lie about that. */
function inflated(source: ByteSource, start: number, packedSize: number, size: number): Buffer | undefined {
  try {
    return inflateRawSync(source.read(start, start + packedSize), { maxOutputLength: Math.max(size, 1) });
  } catch {
    return undefined;
  }
}

const damageIn = (name: string): DamagedZip => new DamagedZip(`is damaged: ${name} in it breaks off or was changed`);
