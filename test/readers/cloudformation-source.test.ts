import { UnreadableInput } from '../../src/readers/input';
import { looksLikeTemplate, readCloudFormation } from '../../src/readers/cloudformation/reader';
import { fixture, read, resource, valueOf } from './cloudformation-support';

const yamlValue = (written: string) =>
  resource(
    read(`Resources:\n  X:\n    Type: AWS::Test::X\n    Properties:\n      Value: ${written}\n`),
    'X',
  ).properties.get('Value');

describe('YAML, as CloudFormation reads it', () => {
  it.each([
    ['yes', true],
    ['Off', false],
    ['TRUE', true],
    ['"yes"', undefined],
    ['!!str yes', undefined],
  ])('%s as a flag', (written, flag) => {
    expect(yamlValue(written).flag()).toMatchObject(flag === undefined ? { state: 'unknown' } : { value: flag });
  });

  it.each([
    ['2012-10-17', '2012-10-17'],
    ['012345670123', '012345670123'],
    ['5.10', '5.10'],
    ['22:22', '22:22'],
    ['1_000', '1_000'],
    ['0x1f', '0x1f'],
    ['20', '20'],
    ['12345678901234567890', '12345678901234567890'],
    ['|-\n        two\n        lines', 'two\nlines'],
  ])('%s as a text', (written, text) => {
    expect(yamlValue(written).text()).toMatchObject({ state: 'known', value: text });
  });

  it.each(['', '~', 'null'])('"%s" is nothing', (written) => {
    expect(yamlValue(written).text().state).toBe('absent');
  });

  it('follows aliases and merge keys, of which what is written wins', () => {
    const input = read(
      [
        'Shared: &shared { Encrypted: false, Size: 1 }',
        'Resources:',
        '  X: { Type: AWS::Test::X, Properties: { <<: *shared, Encrypted: true } }',
        '  Y: { Type: AWS::Test::Y, Properties: *shared }',
      ].join('\n'),
    );
    expect(resource(input, 'X').properties.get('Encrypted').flag()).toMatchObject({ value: true });
    expect(resource(input, 'X').properties.get('Size').number()).toMatchObject({ value: 1 });
    expect(resource(input, 'Y').properties.get('Size').number()).toMatchObject({ value: 1 });
    expect(resource(input, 'X').locate?.(['Size'])).toMatchObject({ line: 1, column: 37 });
  });

  it.each([0, 1, 2, 4])('says of a key that stands twice in JSON indented by %i', (indent) => {
    const text = JSON.stringify({ Resources: { X: { Type: 'AWS::Test::X', Properties: { A: 1 } } } }, null, indent);
    expect(read(text).notes).toEqual([]);
    const twice = text.replace('"Properties"', '"Type": "AWS::Test::X", "Properties"');
    expect(read(twice).notes).toEqual([expect.stringMatching(/: "Type" is written twice; the last one counts$/)]);
  });

  it('lets the last of equal keys count, and says so', () => {
    const input = read('Resources:\n  X: { Type: AWS::Test::X, Properties: { A: 1 } }\n  X: { Type: AWS::Test::Y }\n');
    expect(input.after.resources.map(({ type }) => type)).toEqual(['AWS::Test::Y']);
    expect(input.notes).toEqual(['template:3: "X" is written twice; the last one counts']);
    expect(resource(input, 'X').locate?.([])).toMatchObject({ line: 3 });
  });

  it('reads templates that follow one another', () => {
    const one = (type: string) => `Resources:\n  X:\n    Type: ${type}\n`;
    const { resources } = read(`---\n${one('AWS::Test::A')}---\n${one('AWS::Test::B')}---\n`).after;
    expect(resources.map(({ id, type }) => [id, type])).toEqual([
      ['template#X', 'AWS::Test::A'],
      ['template[2]#X', 'AWS::Test::B'],
    ]);
    expect(resources[1]?.locate?.([])).toMatchObject({ line: 7 });
  });
});

describe('encodings', () => {
  const text = '{"Resources": {"Ü": {"Type": "AWS::Test::X"}}}';
  const utf16be = (plain: string) => Buffer.from(plain, 'utf16le').swap16();

  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16LE', Buffer.from(text, 'utf16le')],
    ['UTF-16LE with a mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16BE', utf16be(text)],
    ['UTF-16BE with a mark', utf16be(`\ufeff${text}`)],
  ])('%s', (_, bytes) => {
    expect(looksLikeTemplate(bytes)).toBe(true);
    expect(resource(read(bytes), 'Ü').locate?.([])).toMatchObject({ line: 1, column: 16 });
  });

  it('does not mind how lines end', () => {
    const leaky = fixture('leaky.yaml');
    const place = (input: string) => resource(read(input), 'Scratch').locate?.(['Size']);
    expect(place(leaky.replaceAll('\n', '\r\n'))).toEqual(place(leaky));
  });
});

describe('places', () => {
  const lineWith = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length;
  const lines = (text: string, address: string) => {
    const one = resource(read(text), address);
    return (...path: (string | number)[]) => one.locate?.(path);
  };

  it('are those of keys, as deep as the path is written', () => {
    const text = fixture('leaky.yaml');
    const web = lines(text, 'WebGroup');
    const ssh = lineWith(text, 'CidrIp: !Ref OfficeRange');
    expect(web('SecurityGroupIngress', 0, 'CidrIp')).toEqual({ file: 'template', line: ssh, column: 11 });
    expect(web('SecurityGroupIngress', 0, 'Missing')).toMatchObject({ line: ssh - 3, column: 11 });
    expect(web('Missing')).toEqual({ file: 'template', line: lineWith(text, 'WebGroup:'), column: 3 });
    expect(web()).toMatchObject({ line: lineWith(text, 'WebGroup:') });
    expect(lines(text, 'Photos')('DeletionPolicy')).toMatchObject({ line: lineWith(text, 'DeletionPolicy') });
  });

  it('are the same ones in JSON', () => {
    const text = fixture('hardened.json');
    const bucket = lines(text, 'Photos');
    const path = ['BucketEncryption', 'ServerSideEncryptionConfiguration', 0, 'ServerSideEncryptionByDefault'] as const;
    expect(bucket(...path, 'SSEAlgorithm')).toEqual({
      file: 'template',
      line: lineWith(text, '"SSEAlgorithm"'),
      column: 17,
    });
    expect(bucket()).toMatchObject({ line: lineWith(text, '"Photos": {'), column: 5 });
    expect(bucket('Nothing')).toEqual(bucket());
  });

  it('do not stumble over what JSON may hold', () => {
    const text =
      '{"a": "}\\"]", "Resources" : { "X\\u0041" :\n {"Type":"AWS::Test::X", "Properties": {"e":{}, "n":[ ], "v": -1.5e3 ,\n"l":[1,[2,{"k":null}]]}}}}';
    const place = lines(text, 'XA');
    expect(place()).toMatchObject({ line: 1, column: 31 });
    expect(place('l', 1, 1, 'k')).toMatchObject({ line: 3, column: 12 });
    expect(place('v')).toMatchObject({ line: 2, column: 58 });
  });

  it('look through conditions, and past items that are not there', () => {
    const text = fixture('intrinsics.yaml');
    const values = lines(text, 'Values');
    expect(values('Equal', 'A')).toMatchObject({ line: lineWith(text, 'Equal: !If') });
    expect(values('Rules', 0, 'Port')).toMatchObject({ line: lineWith(text, 'Port: 2') });
    expect(values('Rules', 1, 'Port')).toMatchObject({ line: lineWith(text, '{ Port: 3 }') });
    expect(values('DefaultParameter')).toMatchObject({ line: lineWith(text, 'DefaultParameter:') });
    expect(lines(text, 'OrdersQueue')('QueueName')).toMatchObject({ line: lineWith(text, 'QueueName:') });
  });

  it('take the only block of a list for the list, as the accessors do', () => {
    const input = read('Resources:\n  X:\n    Type: T\n    Properties:\n      A:\n        - B: 1\n      C: { D: 1 }\n');
    const { properties, locate } = resource(input, 'X');
    expect(locate?.(properties.get('A', 'B').at.path)).toMatchObject({ line: 6, column: 11 });
    expect(locate?.(['C', 0, 'D'])).toMatchObject({ line: 7, column: 12 });
  });
});

describe('what is no template', () => {
  it.each([
    ['nothing', '', 'template: empty'],
    ['a text', 'hello', 'its top level is no map'],
    ['a list', '[1]', 'its top level is no map'],
    ['no resources', 'AWSTemplateFormatVersion: 2010-09-09', 'it has no "Resources"'],
    ['resources that are none', 'Resources: 1', 'no map of logical ids'],
    ['broken JSON', '{\n "Resources": {"X": ]}', 'template:2:21: a value was expected'],
    ['JSON that ends too early', '{"Resources": {', 'template:1:16: '],
    ['tabs', 'Resources:\n\tX: 1', 'template:2:1: Tabs are not allowed'],
    ['an alias of nothing', 'Resources: *x', 'template:1:12: no anchor of its name'],
    ['an alias inside itself', 'Resources: &a {X: *a}', 'an alias contains itself'],
    ['a key that is a list', 'Resources: {? [a] : b}', 'template:1:15: a key must be a text'],
    ['a second document that is none', 'Resources: {}\n---\n- 1\n', 'its top level is no map'],
    ['depth in JSON', '['.repeat(100_000) + ']'.repeat(100_000), 'nested too deeply'],
    ['depth in YAML', `a: ${'['.repeat(20_000)}${']'.repeat(20_000)}`, 'nested too deeply'],
  ])('%s', (_, text, message) => {
    expect(() => read(text)).toThrow(UnreadableInput);
    expect(() => read(text)).toThrow(message);
  });

  // A password that begins with one of these means something else to YAML, and is a password still.
  it.each([
    '*hunter2',
    '|hunter2',
    '>hunter2',
    '!hunter2',
    '@hunter2',
    '%hunter2',
    '`hunter2',
    '&hunter2',
    '"\\qhunter2"',
  ])('no error quotes %s', (password) => {
    const text = `Resources:\n  A:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      MasterUserPassword: ${password}\n`;
    const said = (): string => {
      try {
        return JSON.stringify(read(text).after.resources[0]?.properties.get('MasterUserPassword').text());
      } catch (error) {
        return String(error);
      }
    };
    expect(said()).not.toContain('hunter2');
  });

  it('aliases that multiply', () => {
    const names = Array.from('abcdefghijkl');
    const bomb = names.map((name, n) => {
      const item = n === 0 ? 'x' : `*${names[n - 1] ?? ''}`;
      return `${name}: &${name} [${Array.from({ length: 10 }, () => item).join(', ')}]`;
    });
    expect(() => read([...bomb, 'Resources: { X: { Type: *l } }'].join('\n'))).toThrow('aliases expand to more than');
  });

  it('one among several, which are read', () => {
    const input = readCloudFormation(
      [
        { path: 'good', text: 'Resources: {X: {Type: AWS::Test::X}}' },
        { path: 'bad', text: 'Resources: [' },
      ],
      { path: '.' },
    );
    expect(input.after.resources).toHaveLength(1);
    expect(input.incomplete).toContain('bad:1:13');
  });
});

describe('hostile templates', () => {
  it('may use every name there is', () => {
    const text =
      '{"Parameters": {"__proto__": {"Default": "p"}}, "Resources": {"__proto__": {"Type": "A", "Properties": {"__proto__": {"a": 1}, "b": {"Ref": "__proto__"}, "c": {"Ref": "constructor"}}}, "constructor": {"Type": "B"}}}';
    const input = read(text);
    expect(input.after.resources.map(({ address, type }) => [address, type])).toEqual([
      ['__proto__', 'A'],
      ['constructor', 'B'],
    ]);
    const { properties } = resource(input, '__proto__');
    expect(properties.get('__proto__', 'a').text()).toMatchObject({ value: '1' });
    expect(properties.get('a').text().state).toBe('absent');
    expect(properties.get('b').text()).toMatchObject({ value: 'p' });
    expect(properties.get('c').references()).toEqual([{ id: 'template#constructor' }]);
    expect(({} as { a?: number }).a).toBeUndefined();
  });

  it('cannot pass a value for a leaf', () => {
    expect(valueOf({ leaf: 'noted', value: 'x' }).text()).toMatchObject({ state: 'unknown', why: 'not a text' });
  });

  it('cannot multiply loops', () => {
    const items = Array.from({ length: 300 }, (_, n) => String(n));
    const loop = (name: string, body: object) => ({ [`Fn::ForEach::${name}`]: [name, items, body] });
    const input = read({ Resources: loop('A', loop('B', { 'X${A}x${B}': { Type: 'AWS::Test::X' } })) });
    expect(input.after.resources.length).toBeLessThan(30_000);
    expect(input.notes.join()).toContain('Fn::ForEach::B goes over what is settled at deployment');
  });

  it('cannot blow up texts or conditions', () => {
    const chain = Object.fromEntries(
      Array.from({ length: 100 }, (_, n) => {
        const next = { Condition: `C${String(n + 1)}` };
        return [`C${String(n)}`, { 'Fn::And': [next, next] }];
      }),
    );
    const value = { 'Fn::If': ['C0', { 'Fn::Sub': '${'.repeat(100_000) }, { 'Fn::Sub': '${X}'.repeat(50_000) }] };
    expect(valueOf(value, { Conditions: chain }).text()).toMatchObject({ state: 'unknown' });
  });
});

describe('looksLikeTemplate', () => {
  it.each([
    ['a template', fixture('leaky.yaml'), true],
    ['a JSON template', fixture('hardened.json'), true],
    ['a template in flow style', '{ Resources: { X: { Type: "AWS::SQS::Queue" } } }', true],
    ['custom types', '{"Resources": {"X": {"Type": "Custom::Thing"}}}', true],
    ['only a transform', '{"Transform": "AWS::Serverless-2016-10-31", "Resources": {}}', true],
    ['a broken template', 'AWSTemplateFormatVersion: 2010-09-09\nResources: [', true],
    ['a broken JSON template', '{"Resources": {"X": {"Type": "AWS::SQS::Queue"', true],
    ['a manifest of another kind', 'kind: Deployment\nspec: { template: { Resources: {} } }', false],
    ['a plan', '{"resource_changes": [], "note": "Resources"}', false],
    ['other resources', '{"Resources": {"X": {"Type": "thing"}}}', false],
    ['nothing', '', false],
  ])('%s', (_, text, expected) => {
    expect(looksLikeTemplate(text)).toBe(expected);
  });
});
