import { spawnSync } from 'node:child_process';
import { closeSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { UnreadableInput } from '../readers/input';
import { inputName } from '../model/input-name';
import { isGzip, memorySource, openedSource, type ByteSource } from '../readers/source';
import { namelessFile } from './nameless-file';
import { keptInMemory } from './standard-input';

/** No plan is longer; what pretends to be fills the disk. */
const mostUnpacked = 2 ** 34;

/** How the program below ends where the content goes on behind the limit. */
const tooLong = 3;

/**
 * Unpacks its standard input into its standard output, piece by piece. Node unpacks what does not fit into memory only
 * while other things wait for it; here nothing can go on before the whole is there, so another process does it.
 */
const program = `
const { createReadStream, createWriteStream } = require('node:fs');
const { pipeline, Transform } = require('node:stream');
let left = Number(process.argv[1]);
const limit = new Transform({
  transform(piece, _, done) {
    left -= piece.length;
    if (left < 0) process.exit(${String(tooLong)});
    done(null, piece);
  },
});
const from = process.argv[2] === 'file' ? createReadStream('', { fd: 0, start: 0 }) : process.stdin;
pipeline(from, require('node:zlib').createGunzip(), limit, createWriteStream('', { fd: 1 }), (error) => {
  if (error) process.stderr.write(error.message);
  process.exitCode = error ? 1 : 0;
});
`;

/**
 * What a source holds that was compressed with gzip; any other source is itself. Little is unpacked in memory, and much
 * into a file that has no name. The packed source is closed then.
 *
 * @param kept how many bytes may be unpacked in memory.
 * @throws UnreadableInput where it is damaged, was cut off or would unpack to more than any plan is long.
 */
export function unpacked(source: ByteSource, kept = 2 * keptInMemory, most = mostUnpacked): ByteSource {
  if (!isGzip(source)) return source;
  try {
    return (source.size <= kept ? inMemory(source, kept) : undefined) ?? intoFile(source, most);
  } finally {
    source.close();
  }
}

/** @returns undefined where it is too much. */
function inMemory(source: ByteSource, kept: number): ByteSource | undefined {
  try {
    return memorySource(source.path, gunzipSync(source.read(0, source.size), { maxOutputLength: kept }));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return undefined;
    throw damaged(source, error instanceof Error ? error.message : String(error));
  }
}

function intoFile(source: ByteSource, most: number): ByteSource {
  const file = namelessFile('unpacked');
  try {
    const { descriptor } = source;
    const { status, stderr, error } = spawnSync(
      process.execPath,
      ['-e', program, String(most), descriptor === undefined ? 'pipe' : 'file'],
      {
        ...(descriptor === undefined && { input: source.read(0, source.size) }),
        stdio: [descriptor ?? 'pipe', file, 'pipe'],
        encoding: 'utf8',
        windowsHide: true,
      },
    );
    if (status === 0) return openedSource(source.path, file);
    if (status === tooLong)
      throw new UnreadableInput(`${inputName(source.path)}: this is compressed (gzip), and unpacks to more than ${String(most)} bytes`); // prettier-ignore
    throw damaged(source, error?.message ?? stderr.trim());
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

const damaged = (source: ByteSource, why: string): UnreadableInput =>
  new UnreadableInput(`${inputName(source.path)}: this is compressed (gzip), and cannot be unpacked: ${why}`);
