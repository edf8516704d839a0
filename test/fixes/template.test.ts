import fc from 'fast-check';
import { Document, parseAllDocuments, visit } from 'yaml';
import { editOf } from '../../src/fixes';
import type { Edit } from '../../src/fixes/edit';
import type { WantedEdit } from '../../src/fixes/mend';
import { openTemplate } from '../../src/fixes/template';

function edit(control: string, type: string): Edit {
  const found = editOf(control, type);
  if (!found) throw new Error(`no edit of ${type} mends ${control}`);
  return found;
}

const volume = edit('storage-encrypted', 'AWS::EC2::Volume');
const machine = edit('instance-metadata-v2', 'AWS::EC2::Instance');
const machineTemplate = edit('instance-metadata-v2', 'AWS::EC2::LaunchTemplate');
const stream = edit('storage-encrypted', 'AWS::Kinesis::Stream');
const versioned = edit('versioned', 'AWS::S3::Bucket');
const blocked = edit('public-access-blocked', 'AWS::S3::Bucket');

/** Wants edits of the resource that the text first names so. */
function wanted(text: string, name: string, ...edits: readonly Edit[]): readonly WantedEdit[] {
  const line = text.slice(0, text.search(new RegExp(`\\b${name}\\b`, 'u'))).split('\n').length;
  return edits.map((one) => ({ name, edit: one, line }));
}

const mend = (text: string, name: string, ...edits: readonly Edit[]) =>
  openTemplate(text)(wanted(text, name, ...edits));

/** The text with edits in it; that they are made once is checked on the way. */
function mended(text: string, name: string, ...edits: readonly Edit[]): string {
  const after = mend(text, name, ...edits);
  expect(after.refused).toEqual([]);
  expect(after.made.map((one) => one.edit)).toEqual(edits);
  expect(mend(after.text, name, ...edits)).toEqual({ text: after.text, made: [], refused: [] });
  return after.text;
}

describe('YAML', () => {
  test.each<[string, Edit[], string, string]>([
    [
      'a property goes before the others, and their comments stay with them',
      [volume],
      `Resources:
  Data: # the disk
    Type: AWS::EC2::Volume
    Properties: # as finance agreed
      # gigabytes
      Size: 8   # at most
`,
      `Resources:
  Data: # the disk
    Type: AWS::EC2::Volume
    Properties: # as finance agreed
      Encrypted: true
      # gigabytes
      Size: 8   # at most
`,
    ],
    [
      'a value is replaced, and nothing around it',
      [volume],
      `Resources:\n    Data:\n        Type: AWS::EC2::Volume\n        Properties:\n            Encrypted:   'false'   # later\n            Size: 8`,
      `Resources:\n    Data:\n        Type: AWS::EC2::Volume\n        Properties:\n            Encrypted:   true   # later\n            Size: 8`,
    ],
    [
      'properties are made behind the type, in the steps of the file',
      [versioned],
      `Resources:\n    Data:\n        Type: AWS::S3::Bucket # photos\n        DeletionPolicy: Retain\n`,
      `Resources:\n    Data:\n        Type: AWS::S3::Bucket # photos\n        Properties:\n            VersioningConfiguration:\n                Status: Enabled\n        DeletionPolicy: Retain\n`,
    ],
    [
      'at the end of a file without a last line end',
      [versioned],
      `Resources:\n  Data:\n    Type: AWS::S3::Bucket`,
      `Resources:\n  Data:\n    Type: AWS::S3::Bucket\n    Properties:\n      VersioningConfiguration:\n        Status: Enabled`,
    ],
    [
      'line ends of Windows',
      [machine],
      `Resources:\r\n  Data:\r\n    Type: AWS::EC2::Instance\r\n    Properties:\r\n      ImageId: ami-1\r\n`,
      `Resources:\r\n  Data:\r\n    Type: AWS::EC2::Instance\r\n    Properties:\r\n      MetadataOptions:\r\n        HttpTokens: required\r\n      ImageId: ami-1\r\n`,
    ],
    [
      'a map in braces',
      [volume],
      `Resources:\n  Data: { Type: AWS::EC2::Volume, Properties: { Size: 8 } } # one line\n`,
      `Resources:\n  Data: { Type: AWS::EC2::Volume, Properties: { Encrypted: true, Size: 8 } } # one line\n`,
    ],
    [
      'braces with nothing in them',
      [machine],
      `Resources:\n  Data:\n    Type: AWS::EC2::Instance\n    Properties: {}\n`,
      `Resources:\n  Data:\n    Type: AWS::EC2::Instance\n    Properties: { MetadataOptions: { HttpTokens: required } }\n`,
    ],
    [
      'a map in braces without its properties',
      [versioned],
      `Resources: {Data: {Type: AWS::S3::Bucket}}\n`,
      `Resources: {Data: {Type: AWS::S3::Bucket, Properties: {VersioningConfiguration: {Status: Enabled}}}}\n`,
    ],
    [
      'several edits of one resource, some of them in one property',
      [blocked, versioned],
      `Resources:
  Data:
    Type: AWS::S3::Bucket
    Properties:
      PublicAccessBlockConfiguration:
        BlockPublicAcls: yes
        IgnorePublicAcls: no
`,
      `Resources:
  Data:
    Type: AWS::S3::Bucket
    Properties:
      VersioningConfiguration:
        Status: Enabled
      PublicAccessBlockConfiguration:
        BlockPublicPolicy: true
        RestrictPublicBuckets: true
        BlockPublicAcls: yes
        IgnorePublicAcls: true
`,
    ],
    [
      'a block within a block, beside functions and block scalars',
      [machineTemplate],
      `Resources:
  Data:
    Type: "AWS::EC2::LaunchTemplate"
    Properties:
      LaunchTemplateData:
        UserData:
          Fn::Base64: !Sub |
            #!/bin/sh
            echo \${AWS::Region}

        ImageId: !Ref Image
`,
      `Resources:
  Data:
    Type: "AWS::EC2::LaunchTemplate"
    Properties:
      LaunchTemplateData:
        MetadataOptions:
          HttpTokens: required
        UserData:
          Fn::Base64: !Sub |
            #!/bin/sh
            echo \${AWS::Region}

        ImageId: !Ref Image
`,
    ],
    [
      'keys in quotes are followed by keys in quotes',
      [stream],
      `"Resources":\n  "Data":\n    "Type": "AWS::Kinesis::Stream"\n    "Properties":\n      "ShardCount": 1\n`,
      `"Resources":\n  "Data":\n    "Type": "AWS::Kinesis::Stream"\n    "Properties":\n      "StreamEncryption":\n        "EncryptionType": "KMS"\n        "KeyId": "alias/aws/kinesis"\n      "ShardCount": 1\n`,
    ],
    [
      'an anchor that nothing refers to',
      [volume],
      `Resources:\n  Data: &data\n    Type: AWS::EC2::Volume\n    Properties: &mine\n      Encrypted: &no false\n`,
      `Resources:\n  Data: &data\n    Type: AWS::EC2::Volume\n    Properties: &mine\n      Encrypted: &no true\n`,
    ],
    [
      'the second document of a stream',
      [volume],
      `---\nResources:\n  Other: { Type: AWS::S3::Bucket }\n---\nResources:\n  Data:\n    Type: AWS::EC2::Volume\n    Properties:\n      Size: 8\n`,
      `---\nResources:\n  Other: { Type: AWS::S3::Bucket }\n---\nResources:\n  Data:\n    Type: AWS::EC2::Volume\n    Properties:\n      Encrypted: true\n      Size: 8\n`,
    ],
    [
      'of equal keys the last counts',
      [volume],
      `Resources:\n  Data:\n    Type: AWS::EC2::Volume\n    Properties:\n      Encrypted: true\n      Encrypted: false\n`,
      `Resources:\n  Data:\n    Type: AWS::EC2::Volume\n    Properties:\n      Encrypted: true\n      Encrypted: true\n`,
    ],
  ])('%s', (_, edits, before, after) => {
    expect(mended(before, 'Data', ...edits)).toBe(after);
  });
});

describe('JSON', () => {
  const two = (properties: string) =>
    `{\n  "Resources": {\n    "Data": {\n      "Type": "AWS::EC2::Volume"${properties}\n    }\n  }\n}\n`;
  test.each<[string, string, string]>([
    [
      'a line is added, and none changes',
      two(`,\n      "Properties": {\n        "Size": 8\n      }`),
      two(`,\n      "Properties": {\n        "Encrypted": true,\n        "Size": 8\n      }`),
    ],
    ['properties are made', two(''), two(`,\n      "Properties": {\n        "Encrypted": true\n      }`)],
    [
      'properties are made before what follows',
      two(`,\n      "DeletionPolicy": "Retain"`),
      two(`,\n      "Properties": {\n        "Encrypted": true\n      },\n      "DeletionPolicy": "Retain"`),
    ],
    [
      'empty properties are opened up',
      two(`,\n      "Properties": {}`),
      two(`,\n      "Properties": {\n        "Encrypted": true\n      }`),
    ],
    [
      'a value is replaced',
      two(`,\n      "Properties": { "Encrypted" : "no", "Size": 8 }`),
      two(`,\n      "Properties": { "Encrypted" : true, "Size": 8 }`),
    ],
    [
      'tabs, and the line ends of Windows',
      two(`,\n      "Properties": {}`).replaceAll('  ', '\t').replaceAll('\n', '\r\n'),
      two(`,\n      "Properties": {\n        "Encrypted": true\n      }`)
        .replaceAll('  ', '\t')
        .replaceAll('\n', '\r\n'),
    ],
    [
      'all on one line',
      `{"Resources":{"Data":{"Type":"AWS::EC2::Volume","Properties":{"Size":8}}}}`,
      `{"Resources":{"Data":{"Type":"AWS::EC2::Volume","Properties":{"Encrypted":true,"Size":8}}}}`,
    ],
    [
      'all on one line, and nothing said',
      `{"Resources":{"Data":{"Type":"AWS::EC2::Volume","Properties":{}}}}`,
      `{"Resources":{"Data":{"Type":"AWS::EC2::Volume","Properties":{"Encrypted":true}}}}`,
    ],
    [
      'a resource on a line',
      `{\n  "Resources": {\n    "Data": { "Type": "AWS::EC2::Volume", "Properties": {} }\n  }\n}`,
      `{\n  "Resources": {\n    "Data": { "Type": "AWS::EC2::Volume", "Properties": {"Encrypted": true} }\n  }\n}`,
    ],
  ])('%s', (_, before, after) => {
    const text = mended(before, 'Data', volume);
    expect(text).toBe(after);
    expect(() => JSON.parse(text) as unknown).not.toThrow();
  });
});

describe('what is said elsewhere is left alone, and why is said', () => {
  const inProperties = (text: string) => `Resources:\n  Data:\n    Type: AWS::EC2::Instance\n    Properties:\n${text}`;
  test.each([
    ['a parameter', inProperties('      MetadataOptions: { HttpTokens: !Ref Tokens }'), '"HttpTokens" is !Ref Tokens'],
    ['a parameter, in the long form', inProperties('      MetadataOptions: { HttpTokens: { Ref: Tokens } }'), '"HttpTokens" is { Ref: Tokens }'],
    ['a condition', inProperties('      MetadataOptions: !If [A, {}, {}]'), '"MetadataOptions" is !If [A, {}, {}]'],
    ['a condition, in the long form', inProperties('      MetadataOptions:\n        Fn::If: [A, {}, {}]'), '"MetadataOptions" is Fn::If'],
    ['a secret of another service', inProperties('      MetadataOptions: { HttpTokens: "{{resolve:ssm:/x}}" }'), '"HttpTokens" is "{{resolve:ssm:/x}}"'],
    ['a macro', inProperties('      Fn::Transform: { Name: AWS::Include }\n      ImageId: a'), '"Properties" is Fn::Transform'],
    ['a loop', inProperties('      Fn::ForEach::X: [A, [b], { "${A}": 1 }]\n'), '"Properties" is Fn::ForEach::X'],
    ['a merge key', `x: &x { a: b }\n${inProperties('      <<: *x\n')}`, '"Properties" is <<'],
    ['an alias', `x: &x { a: b }\n${inProperties('      MetadataOptions: *x\n')}`, '"MetadataOptions" is the alias *x'],
    ['what an alias refers to', `${inProperties('      MetadataOptions: &x { HttpTokens: optional }\n')}  Other: *x\n`, '"MetadataOptions" is used elsewhere as *x'],
    ['a value that an alias refers to', `${inProperties('      MetadataOptions: { HttpTokens: &x optional }\n')}  Other: *x\n`, '"HttpTokens" is used elsewhere as *x'],
    ['a resource that an alias refers to', `Resources:\n  Data: &x\n    Type: AWS::EC2::Instance\n  Other: *x\n`, '"Data" is used elsewhere as *x'],
    ['resources that an alias refers to', `Resources: &x\n  Data:\n    Type: AWS::EC2::Instance\nOther: *x\n`, '"Resources" is used elsewhere as *x'],
    ['nothing', inProperties('      MetadataOptions:\n      ImageId: a'), '"MetadataOptions" is empty'],
    ['a list', inProperties('      MetadataOptions: [a]'), '"MetadataOptions" is [a]'],
    ['a text over several lines', inProperties('      MetadataOptions:\n        HttpTokens: >-\n          optional\n'), '"HttpTokens" is >- optional'],
    ['another type', `Resources:\n  Data:\n    Type: AWS::Serverless::Function\n`, 'it is written as AWS::Serverless::Function'],
    ['a loop over resources', `Resources:\n  Fn::ForEach::X:\n    - A\n    - [b]\n    - Data:\n        Type: AWS::EC2::Instance\n`, 'a loop, a macro or a transform writes it'],
    ['a key with a mark', `Resources:\n  Data:\n    ? Type\n    : AWS::EC2::Instance\n`, 'it is laid out in a way that nothing can be added to'],
    ['what cannot be read', `Resources:\n  Data: [\n`, 'the template cannot be read'],
  ])('%s', (_, text, why) => {
    expect(mend(text, 'Data', machine)).toEqual({ text, made: [], refused: [{ wanted: wanted(text, 'Data', machine)[0], why }] });
  }); // prettier-ignore
});

// ---- whatever a template looks like ---------------------------------------------------------------------------------

const scalar = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.boolean(),
  fc.constantFrom('a: b', '# no', 'two\nlines\n', '- x', '', '{', '0777'),
);
const key = fc
  .oneof(fc.constantFrom('Size', 'Tags', 'KmsKeyId', 'a b', '"q"', '#'), fc.string({ minLength: 1 }))
  .filter((one) => !/^(?:Ref|Fn::|<<|Encrypted$|__proto__$)/u.test(one));
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    scalar,
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(key, tie('tree'), { maxKeys: 3 }),
  ),
}));
const properties = fc.option(
  fc
    .tuple(fc.dictionary(key, tree, { maxKeys: 4 }), fc.constantFrom<unknown>(undefined, false, 'no'))
    .map(([others, encrypted]) => (encrypted === undefined ? others : { ...others, Encrypted: encrypted })),
  { nil: undefined },
);
const data = fc.record({
  before: fc.dictionary(key, tree, { maxKeys: 2 }),
  properties,
  after: fc.dictionary(key, tree, { maxKeys: 2 }),
});

/** Every scalar as the text it is. */
const read = (text: string): unknown => parseAllDocuments(text, { schema: 'failsafe', uniqueKeys: false })[0]?.toJS();

const templateOf = (type: string, what: { before: object; properties?: object | undefined; after: object }) => ({
  Description: 'x',
  Resources: {
    ...what.before,
    Data: { Type: type, ...(what.properties && { Properties: what.properties }), ...what.after },
    ...what.after,
  },
});

/** An edit of one property, and one of several in a property of its own. */
const anyEdit = fc.constantFrom(volume, blocked);

const asJson = fc.record({ indent: fc.constantFrom<string | number>(0, 2, 3, '\t'), crlf: fc.boolean() });
const asYaml = fc.record({
  indent: fc.constantFrom(2, 3, 4),
  collectionStyle: fc.constantFrom('any' as const, 'block' as const, 'flow' as const),
  flowCollectionPadding: fc.boolean(),
  lineWidth: fc.constantFrom(0, 40, 80),
  defaultStringType: fc.constantFrom(
    'PLAIN' as const,
    'QUOTE_DOUBLE' as const,
    'QUOTE_SINGLE' as const,
    'BLOCK_LITERAL' as const,
  ),
  defaultKeyType: fc.constantFrom('PLAIN' as const, 'QUOTE_DOUBLE' as const),
});

/** The edit is made or refused; made, the template says that and nothing else anew, and all that was written is still there. */
function expectMended(text: string, one: Edit): boolean {
  const line = text.split('\n').findIndex((written) => /(?:^|[{,]|^\? )\s*["']?Data["']?\s*:/u.test(written)) + 1;
  const all = [{ name: 'Data', edit: one, line }];
  const after = openTemplate(text)(all);
  if (after.made.length === 0) {
    expect(after.text).toBe(text);
    return false;
  }
  const expected = read(text) as { Resources: { Data: { Properties?: Tree } } };
  expected.Resources.Data.Properties = Object.entries(one.settings).reduce(
    (before, [path, value]) => withText(before, path.split('.'), String(value)),
    expected.Resources.Data.Properties ?? {},
  );
  expect(read(after.text)).toEqual(expected);
  expect(openTemplate(after.text)(all)).toEqual({ text: after.text, made: [], refused: [] });
  return true;
}

interface Tree {
  readonly [name: string]: Tree | string;
}

function withText(tree: Tree, [name = '', ...rest]: readonly string[], text: string): Tree {
  const inner = tree[name];
  return { ...tree, [name]: rest.length === 0 ? text : withText(typeof inner === 'object' ? inner : {}, rest, text) };
}

test('any JSON', () => {
  fc.assert(
    fc.property(anyEdit, data, asJson, (one, what, { indent, crlf }) => {
      const text = JSON.stringify(templateOf(one.type, what), null, indent);
      expect(expectMended(crlf ? text.replaceAll('\n', '\r\n') : text, one)).toBe(true);
    }),
    { numRuns: 100 },
  );
});

test('any YAML', () => {
  let made = 0;
  fc.assert(
    fc.property(anyEdit, data, asYaml, fc.boolean(), (one, what, style, commented) => {
      const document = new Document(templateOf(one.type, what));
      if (commented)
        visit(document, {
          Scalar: (position, node) => {
            if (position === 'key') node.commentBefore = ' above';
            else node.comment = ' beside';
          },
        });
      if (expectMended(document.toString(style), one)) made++;
    }),
    { numRuns: 200 },
  );
  expect(made).toBeGreaterThan(100);
});
