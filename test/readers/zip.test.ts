import fc from 'fast-check';
import { memorySource } from '../../src/readers/source';
import { DamagedZip, unzip, zipEntries, type ZipLimits } from '../../src/readers/zip';
import { zip, type ZipClaims } from '../support/zip';

const limits: ZipLimits = { entries: 4, fileSize: 1000, totalSize: 1500 };

function read(archive: Buffer, within = limits): Readonly<Record<string, string>> {
  const source = memorySource('archive', archive);
  const files = unzip(source, zipEntries(source, within), within);
  return Object.fromEntries([...files].map(([name, content]) => [name, content.toString()]));
}

const text = 'resource "x" "y" {}\n'.repeat(10);
const claiming = (claims: ZipClaims) => zip([['a', text]], { a: claims });

test('files are unpacked', () => {
  const files = [['a', text], ['sub/ü', 'ö'], ['empty', '']] as const; // prettier-ignore
  expect(read(zip(files))).toEqual(Object.fromEntries(files));
  expect(read(claiming({ method: 0 }))).toEqual({ a: text });
  expect(read(zip([]))).toEqual({});
});

test('a comment behind the archive is none of its files', () => {
  const archive = zip([['a', text]]);
  archive.writeUInt16LE(5, archive.length - 2);
  expect(read(Buffer.concat([archive, Buffer.from('PK\u0005\u0006!')]))).toEqual({ a: text });
});

test('of two files with one name the last counts', () => {
  expect(read(zip([['a', 'first'], ['a', 'last']]))).toEqual({ a: 'last' }); // prettier-ignore
});

test.each<[string, Buffer, string]>([
  ['nothing', Buffer.alloc(0), 'its end is missing'],
  ['text', Buffer.from('PK\u0003\u0004'.padEnd(100)), 'its end is missing'],
  ['a file that is larger than it says', claiming({ size: 100 }), 'a in it'],
  ['a file that is smaller than it says', claiming({ size: 400 }), 'a in it'],
  ['a bomb', zip([['a', 'a'.repeat(1_000_000)]], { a: { size: 900 } }), 'a in it'],
  ['another checksum', claiming({ checksum: 1 }), 'a in it'],
  ['a file that is elsewhere', claiming({ offset: 7 }), 'a in it'],
  ['a file that is nowhere', claiming({ offset: 0xfffffffe }), 'a in it'],
  ['an encrypted file', claiming({ flags: 1 }), 'in a form that is not read'],
  ['another method', claiming({ method: 14 }), 'in a form that is not read'],
  ['a large file', zip([['a', 'a'.repeat(1001)]]), 'too large'],
  ['files that are large together', zip(['a', 'b'].map((name) => [name, name.repeat(800)])), 'too large'],
  ['many files', zip(['a', 'b', 'c', 'd', 'e'].map((name) => [name, name])), 'too many files'],
])('%s is refused', (_, archive, problem) => {
  expect(() => read(archive)).toThrow(DamagedZip);
  expect(() => read(archive)).toThrow(problem);
});

const whole = zip([['a', text], ['b', 'b'.repeat(300)]]); // prettier-ignore

test('whatever is cut off is noticed', () => {
  for (let length = 0; length < whole.length; length++)
    expect(() => read(whole.subarray(0, length))).toThrow(DamagedZip);
});

test('a changed byte changes no content without being noticed', () => {
  const original = read(whole);
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const changed = Buffer.from(whole);
      changed.writeUInt8((changed[at] ?? 0) ^ change, at);
      let files: Readonly<Record<string, string>>;
      try {
        files = read(changed);
      } catch (error) {
        return error instanceof DamagedZip;
      }
      return Object.values(files).every((content) => Object.values(original).includes(content));
    }),
    { numRuns: 2000 },
  );
});
