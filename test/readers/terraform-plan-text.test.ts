import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { isLeaf, isList, isObject, type Raw } from '../../src/model/raw';
import { UnreadableInput, type Input } from '../../src/readers/input';
import { memorySource } from '../../src/readers/source';
import { readTerraformPlan } from '../../src/readers/terraform-plan';
import { classifyHead, looksLikeTerraformPlan } from '../../src/readers/terraform-plan/classify';
import { decodeHead } from '../../src/readers/terraform-plan/encoding';
import { onlyMajor } from '../../src/readers/terraform-plan/provider-version';

const fixture = (name: string) => readFileSync(`fixtures/plans/${name}`);
const read = (bytes: Buffer | string, path = 'plan.json') => readTerraformPlan(memorySource(path, Buffer.from(bytes)));

const bom = '\uFEFF';
const utf16le = (text: string) => Buffer.from(text, 'utf16le');
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
const plans = ['create.json', 'update.json', 'terraform-0.12.json', 'errored.json'];

/** Everything that a graph says, in an order of its own. */
function contentOf({ after, before, ...rest }: Input): unknown {
  const graph = (which: Input['before']) =>
    which?.resources
      .map(({ properties, id, action, previousId }) => ({
        id,
        action,
        previousId,
        raw: plain(Reflect.get(properties, 'raw') as Raw),
      }))
      .sort((one, other) => (one.id < other.id ? -1 : 1));
  return { ...rest, after: graph(after), before: graph(before) };
}

function plain(raw: Raw): unknown {
  if (isLeaf(raw))
    return {
      ...raw,
      ...('value' in raw && { value: plain(raw.value) }),
      ...('known' in raw && { known: plain(raw.known) }),
    };
  if (isList(raw)) return raw.map(plain);
  return isObject(raw) ? Object.fromEntries(Object.entries(raw).map(([key, value]) => [key, plain(value)])) : raw;
}

describe('encodings', () => {
  const encodings: readonly (readonly [string, (text: string) => Buffer])[] = [
    ['UTF-8 with a byte order mark', (text) => Buffer.from(bom + text)],
    ['UTF-16LE', utf16le],
    ['UTF-16LE with a byte order mark', (text) => utf16le(bom + text)],
    ['UTF-16BE', utf16be],
    ['UTF-16BE with a byte order mark', (text) => utf16be(bom + text)],
    ['Windows line ends', (text) => Buffer.from(text.replaceAll('\n', '\r\n'))],
    ['one line', (text) => Buffer.from(JSON.stringify(JSON.parse(text)))],
  ];
  const table = plans.flatMap((name) => encodings.map(([encoding, encode]) => [name, encoding, encode] as const));

  test.each(table)('%s in %s reads the same', (name, _, encode) => {
    expect(contentOf(read(encode(fixture(name).toString())))).toEqual(contentOf(read(fixture(name))));
  });

  test('text beyond ASCII survives a window’s border', () => {
    const name = 'é漢🙂'.repeat(200_000);
    const plan = JSON.stringify({
      resource_changes: [{ address: 'aws_x.y', change: { actions: ['create'], after: { name }, after_unknown: {} } }],
    });
    for (const bytes of [Buffer.from(plan), utf16le(bom + plan)])
      expect(read(bytes).after.resources[0]?.properties.get('name').text()).toMatchObject({ value: name });
  });

  test('the beginning can be told in every encoding', () => {
    for (const [, encode] of encodings)
      expect(looksLikeTerraformPlan(decodeHead(encode(fixture('create.json').toString()).subarray(0, 501)))).toBe(true);
  });
});

test.each(plans)('the order of keys in %s changes nothing', (name) => {
  const expected = contentOf(read(fixture(name)));
  const shuffled = (json: unknown, seed: () => number): unknown => {
    if (Array.isArray(json)) return json.map((item) => shuffled(item, seed));
    if (typeof json !== 'object' || json === null) return json;
    const entries = Object.entries(json).map(([key, value]) => ({ key, value: shuffled(value, seed), rank: seed() }));
    return Object.fromEntries(
      entries.sort((one, other) => one.rank - other.rank).map(({ key, value }) => [key, value]),
    );
  };
  fc.assert(
    fc.property(fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (ranks) => {
      const plan = shuffled(JSON.parse(fixture(name).toString()), () => ranks.next().value as number);
      expect(contentOf(read(JSON.stringify(plan)))).toEqual(expected);
    }),
    { numRuns: 10 },
  );
});

describe('what stands around a plan', () => {
  test('lines of a wrapper, and several plans in one stream', () => {
    const input = read(fixture('stream.txt'), 'stream.txt');
    expect(input.notes).toEqual(['2 plans in one stream']);
    expect(input.after.resources.map(({ id }) => id)).toEqual([
      'stream.txt:aws_kms_key.main',
      'stream.txt:aws_ebs_volume.data',
      'stream.txt#2:aws_kms_key.main',
      'stream.txt#2:aws_ebs_volume.data',
    ]);
    const [first, second] = input.after.ofType('aws_ebs_volume');
    expect(first?.properties.get('encrypted').flag()).toMatchObject({ value: true });
    expect(second?.properties.get('encrypted').flag()).toMatchObject({ value: false });
    expect(second?.properties.get('kms_key_id').references()).toEqual([
      { id: 'stream.txt#2:aws_kms_key.main', attribute: 'arn' },
    ]);
  });

  const text = fixture('errored.json').toString();
  test.each([
    ['an array', `[${text},\n${text}]`, 2],
    ['a policy test', `{"mock": {"valid": {"plan": ${text}}}}`, 1],
    ['another document', `{"tfplan": ${text}, "tfrun": {"id": 1}}`, 1],
    [
      'a prefix on each line',
      `[live/prod] ${JSON.stringify(JSON.parse(text))}\n[live/test] ${JSON.stringify(JSON.parse(text))}\n`,
      2,
    ],
    ['documents that are no plans', `{"a": 1}\n${text}`, 1],
  ])('%s', (_, wrapped, count) => {
    expect(read(wrapped).after.resources).toHaveLength(count);
  });

  test('documents that are no plans are counted', () => {
    expect(read(`{"a": 1}\n${text}`).notes).toEqual(['1 document in the stream is no plan']);
  });
});

describe('what is no plan is told apart', () => {
  test.each([
    ['a state', fixture('state.json'), 'a Terraform state ('],
    ['a state file', '{"version": 4, "serial": 3, "lineage": "x", "resources": []}', 'a Terraform state file'],
    ['a UI log', fixture('ui-log.jsonl'), 'the log of `terraform plan -json`'],
    ['a saved plan', 'PK\u0003\u0004rest', 'a saved plan'],
    ['a configuration', '{"format_version": "1.0", "root_module": {}}', 'a configuration without a plan'],
    ['nothing', '{"format_version": "1.0"}', 'without a plan in it'],
    ['an encrypted plan', '{"meta": {}, "encrypted_data": "x"}', 'an encrypted OpenTofu plan'],
    ['another document', '{"Resources": {}}', 'no Terraform plan'],
    ['plain text', 'Terraform will perform the following actions:\n  + aws_sqs_queue.a\n', 'no Terraform plan'],
    ['an empty file', '', 'no Terraform plan'],
    ['a later format', '{"format_version": "2.0", "resource_changes": []}', 'format version 2.0'],
  ])('%s', (_, bytes, what) => {
    expect(() => read(bytes)).toThrow(UnreadableInput);
    expect(() => read(bytes)).toThrow(what);
  });

  test.each(['0.1', '0.2', '1.0', '1.2', '1.9'])('format %s is read', (version) => {
    expect(read(`{"format_version": "${version}", "resource_changes": []}`).dialect).toBe('terraform-plan');
  });

  test('by the beginning alone', () => {
    expect(classifyHead('{"format_version":"1.2","terraform_version":"1.9.8","variables":{"a":{"va')).toBe('plan');
    expect(classifyHead('some line\n{"@level":"info","@message":"x"')).toBe('ui-log');
    expect(classifyHead(fixture('state.json').toString())).toBe('state');
    expect(classifyHead('{"format_version":"1.0","terraform_version":"1.9.8","values":{')).toBe('state');
    expect(classifyHead('{"version": 4, "terraform_version": "1.9.8", "serial": 1, "lineage": "x"')).toBe('raw-state');
    expect(classifyHead('{"AWSTemplateFormatVersion":"2010-09-09"')).toBe('other');
    expect(classifyHead('\n'.repeat(100_000))).toBe('other');
  });
});

describe('damage', () => {
  const text = fixture('create.json').toString();

  test('a plan that was cut off says where', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: text.trimEnd().length - 1 }), (length) => {
        expect(() => read(text.slice(0, length))).toThrow(/damaged at line \d+, byte \d+: .*Write it again/u);
      }),
    );
  });

  test.each([
    ['a swallowed quotation mark', '"actions": ["create"]', '"actions": [create"]'],
    ['a comma too many', '"planned_values": {', '"planned_values": {,'],
    ['a missing comma', '"size": 8, "tags"', '"size": 8 "tags"'],
    ['a line break in a string', '"orders"', '"ord\ners"'],
    ['a bracket that closes the wrong thing', '"tags": null}', '"tags": null]'],
    ['a literal that is none', '"tags": null', '"tags": nul'],
    ['an escape that is none', '"orders"', '"\\orders"'],
    ['a number that is none', '"size": 8', '"size": 8.'],
  ])('%s', (_, good, bad) => {
    expect(text).toContain(good);
    const damaged = text.replace(good, bad);
    expect(() => JSON.parse(damaged) as unknown).toThrow(SyntaxError);
    expect(() => read(damaged)).toThrow(UnreadableInput);
    expect(() => read(damaged)).toThrow(/damaged at line/u);
  });

  test('the place is right', () => {
    expect(() => read('{"resource_changes": [],\n "configuration": x}')).toThrow('line 2, byte 44');
  });

  test('in UTF-16 the advice is another', () => {
    expect(() => read(utf16le(`${bom}{"resource_changes": [`))).toThrow('Windows PowerShell');
  });

  test('nesting without end is refused', () => {
    expect(() => read(`{"resource_changes": [{ "change": ${'['.repeat(100_000)}`)).toThrow('nests deeper');
  });

  test('changes that are cut off are said to be', () => {
    for (const text of ['{ "resource_changes":', '{ "resource_changes": [', '{ "resource_changes": [{}, '])
      expect(() => read(text)).toThrow('it was cut off');
  });

  test.each(['"none"', '{ "address": "aws_ebs_volume.data" }', '[[]]', '[1]', 'true'])(
    'changes that are no changes are not passed over: %s',
    (changes) => {
      expect(() => read(`{ "format_version": "1.2", "resource_changes": ${changes} }`)).toThrow('was expected');
    },
  );

  test('what JSON.parse accepts is read, and what it refuses is not', () => {
    const mutate = fc.tuple(
      fc.nat(text.length - 1),
      fc.constantFrom('"', ',', '{', '}', ']', ':', '\\', 'x', '1', ' ', '\u0001'),
    );
    fc.assert(
      fc.property(mutate, ([at, character]) => {
        const mutated = text.slice(0, at) + character + text.slice(at + 1);
        let valid = true;
        try {
          JSON.parse(mutated);
        } catch {
          valid = false;
        }
        let problem = '';
        try {
          contentOf(read(mutated));
        } catch (error) {
          if (!(error instanceof UnreadableInput)) throw error;
          problem = error.message;
        }
        // A change at either end, before the first key or at the last brace, makes it a line of a wrapper.
        const inside = at >= text.indexOf('"') && at < text.trimEnd().length - 1;
        if (inside && !valid) expect(problem).toContain('damaged');
        if (valid) expect(problem).not.toContain('damaged');
      }),
      { numRuns: 150 },
    );
  });
});

test.each([
  [['~> 5.0'], 5],
  [['~> 5.31.0'], 5],
  [['5.31.0'], 5],
  [['= 4.2'], 4],
  [['>= 5.0, < 6.0'], 5],
  [['>= 5.0, < 6.0.0'], 5],
  [['>= 4.0', '~> 5.0'], 5],
  [['>= 5.0, <= 5.99'], 5],
  [['>= 5.0'], undefined],
  [['>= 5.0, < 6.1'], undefined],
  [['~> 5'], undefined],
  [['!= 5.1'], undefined],
  [['latest'], undefined],
])('%j allows only major %p', (constraints, major) => {
  expect(onlyMajor(constraints)).toBe(major);
});
