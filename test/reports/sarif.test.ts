import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import type { Log } from 'sarif';
import { severities } from '../../src/model/finding';
import { sarif } from '../../src/reports/sarif';
import { finding, input, options, result, witness } from '../support/result';

// The OASIS schema, from the address that is its $id. Its patterns are not written for Unicode mode.
const ajv = new Ajv({ strict: false, unicodeRegExp: false });
addFormats(ajv);
const validate = ajv.compile(
  JSON.parse(readFileSync(join(__dirname, '../schemas/sarif-2.1.0.json'), 'utf8')) as object,
);

function logOf(...[inputs, more]: [Parameters<typeof result>[0], Parameters<typeof options>[0]?]) {
  const text = sarif(result(inputs), options(more));
  const log = JSON.parse(text) as Log;
  validate(log);
  expect(validate.errors).toBeNull();
  const [run] = log.runs;
  if (!run) throw new Error('no run');
  return { text, run, results: run.results ?? [], rules: run.tool.driver.rules ?? [] };
}

const control = {
  id: 'storage-encrypted',
  title: 'Stored data is encrypted at rest',
  why: 'Because.',
  fix: 'Do.',
  severity: 'high',
  area: 'data-at-rest',
} as const;

test('a failing finding is a result of its rule', () => {
  const { run, results, rules } = logOf(
    [input([finding({ witnesses: [witness({ file: 'a dir/main.tf', line: 4, column: 3, note: 'not set' })] })])],
    { controls: [control] },
  );
  expect(results).toEqual([
    {
      ruleId: 'storage-encrypted',
      ruleIndex: 0,
      kind: 'fail',
      level: 'error',
      message: { text: 'EBS volume is not encrypted at rest. not set' },
      locations: [
        {
          physicalLocation: { artifactLocation: { uri: 'a%20dir/main.tf' }, region: { startLine: 4, startColumn: 3 } },
          logicalLocations: [{ name: 'Data', fullyQualifiedName: 'Data', kind: 'resource' }],
        },
      ],
      partialFingerprints: { primaryLocationLineHash: 'f1', 'demarc/v1': 'f1' },
      properties: {
        verdict: 'fail',
        gate: 'block',
        area: 'data-at-rest',
        party: 'customer',
        responsibility: 'AWS runs the disks; whether this data is encrypted is yours',
      },
    },
  ]);
  expect(rules).toEqual([
    {
      id: 'storage-encrypted',
      shortDescription: { text: 'Stored data is encrypted at rest' },
      fullDescription: { text: 'Because.' },
      help: {
        text: 'Because. Do.',
        markdown:
          '**Stored data is encrypted at rest**\n\nBecause.\n\n**Fix:** Do.\n\n`demarc explain storage-encrypted` says more.',
      },
      defaultConfiguration: { level: 'error' },
      properties: { tags: ['security', 'data-at-rest'], precision: 'high', 'security-severity': '8.0' },
    },
  ]);
  expect(run.invocations?.[0]?.executionSuccessful).toBe(true);
});

test('an undecided finding is for review, and a pass is not there', () => {
  const { results } = logOf([input([finding({ verdict: 'undecided', gate: 'warn' }), finding({ verdict: 'pass' })])]);
  expect(results.map(({ kind, level }) => ({ kind, level }))).toEqual([{ kind: 'review', level: 'none' }]);
});

test('gate levels are levels, and severities fall into the bands of GitHub', () => {
  const { results, rules } = logOf([
    input([
      finding({ gate: 'note', control: 'a', severity: 'low' }),
      finding({ gate: 'warn', control: 'b', severity: 'medium' }),
      finding({ gate: 'block', control: 'c', severity: 'high' }),
      finding({ gate: 'block', control: 'd', severity: 'critical' }),
    ]),
  ]);
  expect(results.map(({ ruleId, level }) => [ruleId, level])).toEqual([['d', 'error'], ['c', 'error'], ['b', 'warning'], ['a', 'note']]); // prettier-ignore
  const bands = rules.map(({ properties }) => {
    const score = Number(properties?.['security-severity']);
    return score > 9 ? 'critical' : score >= 7 ? 'high' : score >= 4 ? 'medium' : 'low';
  });
  expect(bands).toEqual(severities);
});

test('a finding without a place stands at the head of its document, and says which resource it means', () => {
  const { results } = logOf([input([finding({}, { document: 'plans/a b.json', constructPath: 'App/Data' })])]);
  expect(results[0]?.locations).toEqual([
    {
      physicalLocation: { artifactLocation: { uri: 'plans/a%20b.json' }, region: { startLine: 1 } },
      logicalLocations: [{ name: 'Data', fullyQualifiedName: 'App/Data', kind: 'resource' }],
    },
  ]);
});

test('the other witnesses are related locations', () => {
  const { results } = logOf([
    input([
      finding({
        witnesses: [
          witness({ file: 'a.yaml', line: 1, column: 2 }),
          ...Array.from({ length: 200 }, (_, i) =>
            witness({ file: 'a.yaml', line: i + 2, column: 2, path: ['Ingress', i], note: 'open' }),
          ),
        ],
      }),
    ]),
  ]);
  expect(results[0]?.relatedLocations).toHaveLength(100);
  expect(results[0]?.relatedLocations?.[0]?.message).toEqual({ text: 'Data Ingress.0: open' });
});

test.each([
  ['config', 'external'],
  ['comment', 'inSource'],
  ['metadata', 'inSource'],
])('a waiver in the %s suppresses: %s', (source, kind) => {
  const waiver = { reason: '', owner: null, until: null, ticket: null, source };
  expect(logOf([input([finding({ waiver })])]).results[0]?.suppressions).toEqual([
    { kind, status: 'accepted', justification: 'no reason given' },
  ]);
});

test('an input that could not be judged makes the run unsuccessful, and what was not judged is said', () => {
  const { run } = logOf([
    input([], { unclassified: ['x'], unclassifiedTypes: [{ type: 'aws_x', count: 1 }], notes: ['n'] }),
    input([], { path: 'bad.json', error: 'no plan' }),
  ]);
  const [invocation] = run.invocations ?? [];
  expect(invocation?.executionSuccessful).toBe(false);
  expect(
    invocation?.toolExecutionNotifications?.map(({ level, message }) => `${String(level)}: ${String(message.text)}`),
  ).toEqual(['warning: 1 resource of types that no service knows, not judged: aws_x', 'note: n', 'error: no plan']);
});

test.each([
  ['template.yaml', 'template.yaml'],
  ['a:b/c#d?e%.yaml', 'a%3Ab/c%23d%3Fe%25.yaml'],
  ['/elsewhere/a.yaml', 'file:///elsewhere/a.yaml'],
  ['-', 'stdin'],
  ['\ud800.yaml', '%EF%BF%BD.yaml'],
])('the path %j is the URI %s', (document, uri) => {
  const { results } = logOf([input([finding({}, { document })])]);
  expect(results[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe(uri);
});

/** Every `{ text }` of a document. */
function messagesIn(node: unknown): readonly { readonly text: string }[] {
  if (typeof node !== 'object' || node === null) return [];
  const own = 'text' in node && typeof node.text === 'string' ? [{ text: node.text }] : [];
  return [...own, ...Object.values(node).flatMap(messagesIn)];
}

test('hostile and empty names make a valid document without control characters or links', () => {
  for (const name of ['', '\u001b[2J\u009b2J\u202e[click](https://x.example) {0}\ud800', 'x'.repeat(100_000)]) {
    const { text } = logOf([
      input(
        [
          finding(
            {
              message: name,
              why: name,
              fix: name,
              responsibility: name,
              witnesses: [
                witness({ address: name, path: [name], note: name }),
                witness({ note: name, address: '', path: [] }),
              ],
            },
            { address: name, constructPath: name, document: name },
          ),
        ],
        { path: name, error: name, notes: [name], unclassified: [name], unclassifiedTypes: [{ type: name, count: 1 }] },
      ),
    ]);
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(text).not.toContain('\\ud8');
    for (const { text: shown } of messagesIn(JSON.parse(text))) expect(shown).not.toMatch(/\]\(|\{\d+\}/u);
  }
});

test('an edit is a fix: a piece of a file that goes, and what takes its place', () => {
  const edit = {
    file: 'a dir/main.tf',
    start: { line: 3, column: 1 },
    end: { line: 3, column: 1 },
    text: '\tx\u001b\n',
  };
  const { results, text } = logOf([input([finding({ suggestion: 'a [b](c) {0}' }), finding({ control: 'other' })])], {
    edit: ({ control: id }) => (id === 'other' ? undefined : edit),
  });
  expect(results.map(({ fixes }) => fixes)).toEqual([
    [
      {
        description: { text: 'Write a [b] (c) { 0}' },
        artifactChanges: [
          {
            artifactLocation: { uri: 'a%20dir/main.tf' },
            replacements: [
              {
                deletedRegion: { startLine: 3, startColumn: 1, endLine: 3, endColumn: 1 },
                insertedContent: { text: '\tx\u001b\n' },
              },
            ],
          },
        ],
      },
    ],
    undefined,
  ]);
  expect(text).not.toContain('\u001b');
});

const pool = Array.from({ length: 4_000 }, (_, i) => createHash('sha512').update(String(i)).digest('base64')).join('');

/** A text that cannot be compressed much: what is alike stands further apart than a compressor looks. */
const noise = (seed: number, length: number): string => {
  const start = (seed * 7_919) % (pool.length - length);
  return pool.slice(start, start + length);
};

test('names as long as they may be, 30,000 of them: as many of the worst as fit', () => {
  const many = Array.from({ length: 30_000 }, (_, i) =>
    finding(
      { gate: i % 2 === 0 ? 'block' : 'note', fingerprint: String(i), message: noise(i, 1_200), witnesses: [] },
      { address: noise(i + 13, 900) },
    ),
  );
  const { text, run, results } = logOf([input(many)]);
  expect(gzipSync(text).length).toBeLessThanOrEqual(10_000_000);
  expect(results.length).toBeGreaterThan(2_000);
  expect(results.every(({ level }) => level === 'error')).toBe(true);
  expect(run.invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text).toBe(
    `${String(30_000 - results.length)} results of the lowest rank left out: GitHub takes 25,000 in a run, and 10 MB compressed`,
  );
});

test('the more results, the fewer places beside each', () => {
  const others = Array.from({ length: 200 }, (_, i) => witness({ path: ['Ingress', i] }));
  const many = Array.from({ length: 4_000 }, (_, i) => finding({ fingerprint: String(i), witnesses: others }));
  // Checking so many places against the schema takes longer than everything else here.
  const { runs } = JSON.parse(sarif(result([input(many)]), options())) as Log;
  const results = runs[0]?.results ?? [];
  expect(results).toHaveLength(4_000);
  expect(results.every(({ relatedLocations }) => relatedLocations?.length === 25)).toBe(true);
});

test('30,000 findings stay within the limits, and the worst are kept', () => {
  const gates = ['note', 'warn', 'block'] as const;
  const many = Array.from({ length: 30_000 }, (_, i) =>
    finding(
      {
        gate: gates[i % 3] ?? 'note',
        fingerprint: String(i),
        control: `control-${String(i % 50)}`,
        witnesses: [witness(), witness({ path: ['Tags', i] })],
      },
      { address: `module.${String(i)}.aws_ebs_volume.data` },
    ),
  );
  const { text, run, results, rules } = logOf([input(many)]);
  expect(results).toHaveLength(25_000);
  expect(results.slice(0, 10_000).every(({ level }) => level === 'error')).toBe(true);
  expect(results.filter(({ level }) => level === 'note')).toHaveLength(5_000);
  expect(rules).toHaveLength(50);
  expect(rules.every(({ properties }) => (properties?.tags?.length ?? 0) <= 20)).toBe(true);
  expect(gzipSync(text).length).toBeLessThan(10 * 1024 * 1024);
  expect(run.invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text).toContain('5000 results');
});
