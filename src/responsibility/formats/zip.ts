/**
 * Sets the time of every entry of a zip archive to the first that the format knows (1980-01-01), so that the same content
 * gives the same bytes on any day. Local headers and the central directory both hold it.
 *
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT (4.3.7, 4.3.12, 4.3.16)
 */
export function withoutTimes(archive: Uint8Array): Uint8Array {
  const bytes = Uint8Array.from(archive);
  const view = new DataView(bytes.buffer);
  const end = endOfDirectory(view);
  let entry = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    view.setUint32(entry + 12, firstDay, true);
    view.setUint32(view.getUint32(entry + 42, true) + 10, firstDay, true);
    entry +=
      46 + view.getUint16(entry + 28, true) + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true);
  }
  return bytes;
}

/** Midnight, 1980-01-01: the time in the lower half, the date in the upper. */
const firstDay = 0x00210000;

const endSignature = 0x06054b50;

/** The record stands at the end, before a comment that may be empty. */
function endOfDirectory(view: DataView): number {
  for (let offset = view.byteLength - 22; offset >= 0; offset -= 1)
    if (view.getUint32(offset, true) === endSignature) return offset;
  throw new Error('no zip archive: it has no end of its directory');
}
