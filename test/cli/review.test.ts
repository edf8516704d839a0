import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demarcIn, folderWith, volume } from '../support/command-line';

const folder = folderWith({
  'stack.json': volume(false),
  'encrypted.json': volume(true),
  'demarc.config.yaml': [
    'owners: [{ owner: data, verifier: security }]',
    'waivers:',
    '  - { control: storage-encrypted, resource: Data, reason: moving, owner: data, until: 2026-12-31 }',
    'attestations: [{ provider: aws, report: SOC 2, periodEnd: 2026-09-30, evidence: AWS Artifact }]',
  ].join('\n'),
});
const review = (...argv: readonly string[]) => demarcIn(folder, ['review', ...argv]);
const written = (name: string): string => readFileSync(join(folder, name), 'utf8');

test('the same day, inputs and configuration give the same snapshot', () => {
  const first = review('stack.json', '--date', '2026-11-26');
  expect(first).toMatchObject({ code: 0, err: '' });
  expect(review('stack.json', '--date', '2026-11-26').out).toBe(first.out);
  expect(JSON.parse(first.out)).toMatchObject({
    reviewed: '2026-11-26',
    every: 90,
    inputs: ['stack.json'],
    waivers: [{ control: 'storage-encrypted', resource: 'Data', reason: 'moving', owner: 'data', until: '2026-12-31' }],
    attestations: [{ provider: 'aws', report: 'SOC 2', until: '2027-09-30' }],
  });
});

test('has a line for every area of every resource, one in a line of the file', () => {
  const lines = review('stack.json', '--date', '2026-11-26').out.split('\n');
  const row = lines.find((line) => line.includes('"resource":"Data"') && line.includes('"area":"data-at-rest"'));
  expect(JSON.parse((row ?? '').replace(/,$/, ''))).toMatchObject({ owner: 'data', verifier: 'security' });
});

test('two snapshots: what moved', () => {
  review('stack.json', '--date', '2026-11-26', '-o', 'old.json');
  review('encrypted.json', '--date', '2027-01-15', '-o', 'new.json');
  expect(review('--diff', 'old.json', 'old.json').out).toBe('Nothing moved since the last review.\n');
  const moved = review('--diff', 'old.json', 'new.json');
  expect(moved.code).toBe(0);
  expect(moved.out).toBe(
    'verdict changed: Data: data-at-rest: storage-encrypted: fail -> storage-encrypted: pass\n' +
      'waiver expired: storage-encrypted for Data: until 2026-12-31\n',
  );
  expect(JSON.parse(review('--diff', '--format', 'json', 'old.json', 'new.json').out)).toMatchObject({
    schemaVersion: '1',
    differences: [{ kind: 'verdict changed' }, { kind: 'waiver expired' }],
  });
});

test('what is overdue blocks a pipeline', () => {
  review('stack.json', '--date', '2026-11-26', '-o', 'taken.json');
  expect(review('--check', 'taken.json', '--date', '2026-12-01')).toEqual({
    code: 0,
    out: 'Nothing is overdue (last review: 2026-11-26).\n',
    err: '',
  });
  const late = review('--check', 'taken.json', '--date', '2027-03-01');
  expect(late.code).toBe(1);
  expect(late.out).toContain('review overdue since 2027-02-24: the review itself\n');
  expect(late.out).toContain('waiver overdue since 2026-12-31: storage-encrypted for Data (data)\n');
});

test('names cannot act on a terminal', () => {
  const snapshot = written('taken.json').replaceAll('"Data"', '"\\u001b[31mData"');
  writeFileSync(join(folder, 'hostile.json'), snapshot);
  expect(review('--diff', 'taken.json', 'hostile.json').out).not.toContain('\u001b');
});

test.each([
  [['--check', '--diff', 'a', 'b'], 'two things'],
  [['--diff', 'old.json'], 'takes two snapshots'],
  [['--check'], 'takes one snapshot'],
  [['--check', 'stack.json'], 'is no review'],
  [['--check', 'missing.json'], 'cannot be read'],
  [['stack.json', '--format', 'json'], 'a snapshot is JSON'],
])('%j is refused', (argv, message) => {
  const ran = review(...argv);
  expect(ran.code).toBe(2);
  expect(ran.err).toContain(message);
});
