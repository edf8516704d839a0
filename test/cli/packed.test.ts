import { closeSync, openSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { unpacked } from '../../src/cli/gunzip';
import { standardInput } from '../../src/cli/standard-input';
import type { Result } from '../../src/model/result';
import { fileSource, memorySource } from '../../src/readers/source';
import { demarcIn, folderWith, plan, volume } from '../support/command-line';

const packed = gzipSync(plan(false));
const damaged = Buffer.from(packed);
damaged.writeUInt32LE(0, packed.length - 8); // the checksum

const folder = folderWith({
  'plan.json.gz': packed,
  'plan.json': plan(false),
  'template.json': gzipSync(volume(false)),
  'cut-off.gz': packed.subarray(0, packed.length / 2),
  'damaged.gz': damaged,
  'state.gz': gzipSync('{ "version": 4, "serial": 1, "lineage": "x", "resources": [] }'),
});
const path = (name: string) => join(folder, name);
const check = (...argv: readonly string[]) => demarcIn(folder, ['check', '--format', 'json', ...argv]);
const inputsOf = (out: string) => (JSON.parse(out) as Result).inputs;

describe('an input that was compressed', () => {
  test('is judged as it would be unpacked', () => {
    const [wrapped] = inputsOf(check('plan.json.gz').out);
    const [plain] = inputsOf(check('plan.json').out);
    const renamed = JSON.stringify(plain).replaceAll('plan.json', 'plan.json.gz');
    expect(wrapped?.findings.length).toBeGreaterThan(0);
    expect(wrapped).toEqual(JSON.parse(renamed));
  });

  test('may be a template, or one of several inputs', () => {
    const { out, code } = check('template.json', 'plan.json.gz');
    expect(inputsOf(out).map(({ dialect }) => dialect)).toEqual(['cloudformation', 'terraform-plan']);
    expect(code).toBe(1);
  });

  test.each([['cut-off.gz'], ['damaged.gz']])('is refused where it is broken: %s', (name) => {
    const { out, code } = check(name);
    expect(code).toBe(2);
    const [{ error } = {}] = inputsOf(out);
    expect(error).toMatch(new RegExp(`^${name}: this is compressed \\(gzip\\), and cannot be unpacked: .`));
  });

  test('is named for what it holds', () => {
    expect(inputsOf(check('state.gz').out)[0]?.error).toMatch(/this is a Terraform state file/);
  });
});

describe('unpacking', () => {
  const text = 'x'.repeat(300_000);
  const long = gzipSync(text);
  writeFileSync(path('long.gz'), long);
  const [toFile] = [1000];

  test.each([
    ['memory', () => memorySource('-', long)],
    ['a file', () => fileSource(path('long.gz'))],
  ])('too much for memory, from %s', (_, open) => {
    const left = () => readdirSync(tmpdir()).filter((name) => /^demarc-.{6}$/u.test(name)).length;
    const before = left();
    const source = unpacked(open(), toFile);
    expect(source.descriptor).toBeDefined();
    expect(source.read(0, source.size).toString()).toBe(text);
    source.close();
    expect(left()).toBe(before);
  });

  test('stops where more comes out than anybody reads', () => {
    expect(() => unpacked(fileSource(path('long.gz')), toFile, 1 << 16)).toThrow(/unpacks to more than 65536 bytes/);
    expect(() => unpacked(memorySource('-', long), toFile, 1 << 16)).toThrow(/standard input: .*more than 65536 bytes/);
  });

  test('notices in the end that the file is broken', () => {
    const broken = Buffer.from(long);
    broken.writeUInt32LE(1, long.length - 8);
    expect(() => unpacked(memorySource('-', broken), toFile)).toThrow(/cannot be unpacked: incorrect data check/);
    const half = memorySource('-', long.subarray(0, long.length - 20));
    expect(() => unpacked(half, toFile)).toThrow(/cannot be unpacked: unexpected end of file/);
  });
});

describe('standard input', () => {
  test.each([
    ['short', 1 << 20, undefined],
    ['long', 1000, expect.any(Number) as unknown],
  ])('that is %s', (_, most, descriptor) => {
    const file = openSync(path('plan.json'), 'r');
    const source = standardInput(file, most);
    closeSync(file);
    expect(source.descriptor).toEqual(descriptor);
    expect(source.read(0, source.size).toString()).toBe(plan(false));
    source.close();
  });
});
