import { crc32, deflateRawSync } from 'node:zlib';

/** What an archive may say of a file, whether or not it is so. */
export interface ZipClaims {
  readonly size?: number;
  readonly checksum?: number;
  readonly method?: number;
  readonly flags?: number;
  readonly offset?: number;
}

/**
 * Writes a zip archive as Terraform does: every file packed, and its sizes in the list at the end alone.
 *
 * @param claims of files by their names, for archives that lie.
 */
export function zip(
  files: readonly (readonly [name: string, content: string | Buffer])[],
  claims: Readonly<Record<string, ZipClaims>> = {},
): Buffer {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of files) {
    const bytes = Buffer.from(content);
    const claim = claims[name] ?? {};
    const method = claim.method ?? 8;
    const packed = method === 0 ? bytes : deflateRawSync(bytes);
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(Buffer.byteLength(name), 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(claim.flags ?? 0, 8);
    entry.writeUInt16LE(method, 10);
    entry.writeUInt32LE(claim.checksum ?? crc32(bytes), 16);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(claim.size ?? bytes.length, 24);
    entry.writeUInt16LE(Buffer.byteLength(name), 28);
    entry.writeUInt32LE(claim.offset ?? offset, 42);
    parts.push(header, Buffer.from(name), packed);
    list.push(entry, Buffer.from(name));
    offset += header.length + Buffer.byteLength(name) + packed.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, directory, end]);
}

/** A saved plan around the source of its modules, by the keys that `modules.json` lists them under. */
export function savedPlan(
  modules: readonly {
    readonly key: string;
    readonly directory: string;
    readonly source?: string;
    readonly files: Readonly<Record<string, string>>;
  }[],
  more: readonly (readonly [string, string])[] = [],
): Buffer {
  const list = modules.map(({ key, directory, source }) => ({
    Key: key,
    ...(source !== undefined && { Source: source }),
    Dir: directory,
  }));
  return zip([
    ['tfplan', 'a plan'],
    ['tfstate', '{}'],
    ...modules.flatMap(({ key, files }) =>
      Object.entries(files).map(([name, text]) => [`tfconfig/m-${key}/${name}`, text] as const),
    ),
    ['tfconfig/modules.json', JSON.stringify(list)],
    ...more,
  ]);
}
