import { memorySource, type ByteSource } from '../source';

export type Encoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE';

const windowSize = 1 << 20;

/**
 * Recognizes an encoding by its byte order mark, else by where the zero bytes of ASCII characters stand: JSON and log
 * lines begin with ASCII.
 */
export function encodingOf(head: Buffer): Encoding {
  const [first, second] = head;
  if (first === 0xff && second === 0xfe) return 'UTF-16LE';
  if (first === 0xfe && second === 0xff) return 'UTF-16BE';
  if (first === 0 && second !== undefined && second !== 0) return 'UTF-16BE';
  return first !== 0 && second === 0 ? 'UTF-16LE' : 'UTF-8';
}

/** The beginning of a document as text, whatever its encoding, without a byte order mark. */
export function decodeHead(head: Buffer): string {
  return new TextDecoder(encodingOf(head).toLowerCase()).decode(head);
}

/** The same document in UTF-8 without a byte order mark. UTF-8 stays where it is; UTF-16 is kept in memory. */
export function utf8Source(source: ByteSource): { readonly source: ByteSource; readonly encoding: Encoding } {
  const head = source.read(0, 4);
  const encoding = encodingOf(head);
  if (encoding !== 'UTF-8') return { source: transcode(source, encoding), encoding };
  return { source: head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? after(source, 3) : source, encoding };
}

const after = (source: ByteSource, offset: number): ByteSource => ({
  ...source,
  size: source.size - offset,
  read: (start, end, space) => source.read(start + offset, end + offset, space),
});

function transcode(source: ByteSource, encoding: Encoding): ByteSource {
  const decoder = new TextDecoder(encoding.toLowerCase());
  const pieces: Buffer[] = [];
  for (let start = 0; start < source.size; start += windowSize)
    pieces.push(Buffer.from(decoder.decode(source.read(start, start + windowSize), { stream: true })));
  return memorySource(source.path, Buffer.concat(pieces));
}
