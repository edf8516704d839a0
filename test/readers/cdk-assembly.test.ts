import { join } from 'node:path';
import { readAssembly } from '../../src/readers/cdk-assembly/reader';
import { userFrame } from '../../src/readers/cdk-assembly/makers';
import { demarcIn, folderWith } from '../support/command-line';

const template = (resources: object, more: object = {}): string => JSON.stringify({ Resources: resources, ...more });
const volume = (encrypted: unknown) => ({ Type: 'AWS::EC2::Volume', Properties: { Encrypted: encrypted } });

interface Stack {
  readonly file: string;
  readonly name?: string;
  readonly environment?: string;
  readonly metadata?: object;
  readonly additionalMetadataFile?: string;
}

const manifest = (stacks: Readonly<Record<string, Stack>>, stages: Readonly<Record<string, string>> = {}): string =>
  JSON.stringify({
    version: '55.0.0',
    artifacts: {
      ...Object.fromEntries(
        Object.entries(stacks).map(([id, { file, name, environment, metadata, additionalMetadataFile }]) => [
          id,
          {
            type: 'aws:cloudformation:stack',
            environment,
            metadata,
            additionalMetadataFile,
            properties: { templateFile: file, stackName: name },
          },
        ]),
      ),
      ...Object.fromEntries(
        Object.entries(stages).map(([directoryName, displayName]) => [
          directoryName,
          { type: 'cdk:cloud-assembly', properties: { directoryName, displayName } },
        ]),
      ),
    },
  });

/** What the CDK remembers of a construct. */
const construct = (logicalId: string, frame?: string) => [
  { type: 'aws:cdk:logicalId', data: logicalId },
  ...(frame === undefined
    ? []
    : [{ type: 'aws:cdk:creationStack', data: ['...new Volume2 in aws-cdk-lib...', frame] }]),
];

describe('a cloud assembly', () => {
  test('gives stacks of stages their environment, construct paths and lines', () => {
    const here = join(process.cwd(), 'lib/data.ts');
    const metadata = { '/Prod/Data/V/Resource': construct('V', `new Data (${here}:12:5)`) };
    const folder = folderWith({
      'manifest.json': manifest({ Top: { file: 'Top.template.json' } }, { 'assembly-Prod': 'Prod' }),
      'Top.template.json': template({ V: volume(true) }),
      'assembly-Prod/manifest.json': manifest({
        Data: {
          file: 'Data.template.json',
          name: 'data',
          environment: 'aws://111111111111/eu-west-1',
          additionalMetadataFile: 'Data.metadata.json',
        },
      }),
      'assembly-Prod/Data.metadata.json': JSON.stringify(metadata),
      'assembly-Prod/Data.template.json': template({ V: volume({ Ref: 'AWS::Region' }) }),
    });
    const { after, dialect, incomplete } = readAssembly(folder);
    expect([dialect, incomplete]).toEqual(['cdk-assembly', undefined]);
    const [top, prod] = after.resources;
    expect([top?.address, prod?.address, top?.id === prod?.id]).toEqual(['V', 'V', false]);
    expect(top).not.toHaveProperty('account');
    expect(prod).toMatchObject({
      account: '111111111111',
      region: 'eu-west-1',
      stack: 'data',
      constructPath: 'Prod/Data/V/Resource',
    });
    expect(prod?.locate?.(['Encrypted'])).toEqual({ file: 'lib/data.ts', line: 12, column: 5 });
    expect(top?.locate?.(['Encrypted'])).toMatchObject({ file: join(folder, 'Top.template.json'), line: 1 });
    expect(prod?.properties.get('Encrypted').text()).toMatchObject({ state: 'known', value: 'eu-west-1' });
  });

  test('resolves what one stack exports and another imports inside their stage and environment', () => {
    const exporting = (encrypted: boolean) =>
      template({}, { Outputs: { O: { Value: encrypted, Export: { Name: 'shared' } } } });
    const importing = template({ V: volume({ 'Fn::ImportValue': 'shared' }) });
    const environment = 'aws://111111111111/eu-west-1';
    const stage = { A: { file: 'A.template.json', environment }, B: { file: 'B.template.json', environment } };
    const folder = folderWith({
      'manifest.json': manifest(
        {
          Else: { file: 'Else.template.json', environment: 'aws://222222222222/eu-west-1' },
          Same: { file: 'Same.template.json', environment },
        },
        { dev: 'Dev', prod: 'Prod' },
      ),
      'Else.template.json': importing,
      'Same.template.json': importing,
      'dev/manifest.json': manifest(stage),
      'dev/A.template.json': exporting(false),
      'dev/B.template.json': importing,
      'prod/manifest.json': manifest(stage),
      'prod/A.template.json': exporting(true),
      'prod/B.template.json': importing,
    });
    const said = readAssembly(folder).after.resources.map(({ document, properties }) => {
      const value = properties.get('Encrypted').flag();
      return [document.slice(folder.length + 1), value.state === 'known' ? value.value : value.state];
    });
    expect(said).toEqual([
      ['Else.template.json', 'unknown'],
      ['Same.template.json', 'unknown'],
      ['dev/B.template.json', false],
      ['prod/B.template.json', true],
    ]);
  });

  test('joins nested stacks by their parameters and outputs, and breaks circles', () => {
    const nested = (id: string) => `${id}NestedStack${id}NestedStackResource`;
    const metadata = Object.fromEntries(
      ['One', 'Two'].flatMap((id) => [
        [`/S/${id}.NestedStack/${id}.NestedStackResource`, construct(nested(id))],
        [`/S/${id}`, [{ type: 'aws:cdk:templateFile', data: `${id}.nested.template.json` }]],
        [`/S/${id}/V`, construct('V')],
      ]),
    );
    const child = (parameter: unknown) => ({
      Type: 'AWS::CloudFormation::Stack',
      Properties: { Parameters: { P: parameter } },
    });
    const inner = template(
      { V: volume({ Ref: 'P' }) },
      { Parameters: { P: { Type: 'String' } }, Outputs: { O: { Value: { Ref: 'P' } } } },
    );
    const read = (one: unknown) => {
      const folder = folderWith({
        'manifest.json': manifest({ S: { file: 'S.template.json', metadata } }),
        'S.template.json': template({
          [nested('One')]: child(one),
          [nested('Two')]: child({ 'Fn::GetAtt': [nested('One'), 'Outputs.O'] }),
        }),
        'One.nested.template.json': inner,
        'Two.nested.template.json': inner,
      });
      return readAssembly(folder).after.ofType('AWS::EC2::Volume');
    };
    const volumes = read('true');
    expect(volumes.map(({ constructPath }) => constructPath)).toEqual(['S/One/V', 'S/Two/V']);
    expect(volumes.map(({ properties }) => properties.get('Encrypted').flag())).toMatchObject([
      { value: true },
      { value: true },
    ]);
    const circle = read({ 'Fn::GetAtt': [nested('Two'), 'Outputs.O'] });
    expect(circle.map(({ properties }) => properties.get('Encrypted').flag().state)).toEqual(['unknown', 'unknown']);
  });

  test('finds a nested template by its asset where the metadata does not name it', () => {
    const id = 'NNestedStackNNestedStackResource';
    const folder = folderWith({
      'manifest.json': manifest({
        S: {
          file: 'S.template.json',
          metadata: { '/S/N.NestedStack/N.NestedStackResource': construct(id), '/S/N/V': construct('V') },
        },
      }),
      'S.template.json': template({
        [id]: { Type: 'AWS::CloudFormation::Stack', Metadata: { 'aws:asset:path': 'N.nested.template.json' } },
      }),
      'N.nested.template.json': template({ V: volume(true) }),
    });
    expect(readAssembly(folder).after.ofType('AWS::EC2::Volume')[0]?.constructPath).toBe('S/N/V');
  });
});

describe('an assembly that says what it likes', () => {
  test('leads nowhere outside of itself', () => {
    const folder = folderWith({
      'cdk.out/manifest.json': manifest(
        {
          A: { file: '../secret.json' },
          B: { file: '/etc/hosts' },
          C: { file: 'C.template.json', metadata: { '/C/V': construct('V', 'x (/etc/passwd:1:1)') } },
        },
        { '../outside': 'Out' },
      ),
      'cdk.out/C.template.json': template({ V: volume(true) }),
      'secret.json': template({ V: volume(true) }),
      'outside/manifest.json': manifest({ D: { file: 'D.template.json' } }),
      'outside/D.template.json': template({ V: volume(true) }),
    });
    const { after, incomplete } = readAssembly(join(folder, 'cdk.out'));
    expect(after.resources).toHaveLength(1);
    expect(incomplete).toMatch(/"A" names no template.*"B" names no template.*"..\/outside" stands outside/);
    expect(after.resources[0]?.locate?.([])?.file).toMatch(/C\.template\.json$/);
  });

  test('is unreadable, incomplete or empty, and says so', () => {
    expect(() => readAssembly(folderWith({ 'x.json': '{}' }))).toThrow(/manifest\.json: cannot be read/);
    expect(() => readAssembly(folderWith({ 'manifest.json': manifest({ A: { file: 'A.template.json' } }) }))).toThrow(
      /A\.template\.json: cannot be read/,
    );
    const half = folderWith({
      'manifest.json': manifest({ A: { file: 'A.json' }, B: { file: 'B.json' } }),
      'A.json': '{',
      'B.json': '{}',
    });
    expect(readAssembly(half)).toMatchObject({
      incomplete: expect.stringMatching(/A\.json/) as string,
      after: { resources: [] },
    });
    const odd = folderWith({
      'manifest.json': JSON.stringify({
        artifacts: { __proto__: 1, a: null, b: { type: 'aws:cloudformation:stack' }, c: [] },
      }),
    });
    expect(() => readAssembly(odd)).toThrow(/names no template/);
    const nameless = folderWith({ 'manifest.json': manifest({ A: { file: '\0' }, B: { file: 'B\0.json' } }) });
    expect(() => readAssembly(nameless)).toThrow(/names no template/);
    expect(readAssembly(folderWith({ 'manifest.json': '{"artifacts":{}}' })).after.resources).toEqual([]);
  });

  test.each([
    [['new S (/app/lib/s.ts:5:68)'], { file: '/app/lib/s.ts', line: 5, column: 68 }],
    [['...new Bucket2 in aws-cdk-lib...', '/app/lib/s.ts:5:68'], { file: '/app/lib/s.ts', line: 5, column: 68 }],
    [['at Object.<anonymous> (C:\\app\\s.ts:1:2)'], { file: 'C:\\app\\s.ts', line: 1, column: 2 }],
    [['...App.synth in aws-cdk-lib...', '<anonymous> (/app/app.ts:11:5)'], undefined],
    [['...aws-cdk-lib...', '(no user code in 10 frames, use --stack-trace-limit to capture more)'], undefined],
    [['at node:internal/main:1:1'], undefined],
    [[`${'('.repeat(5000)}:1:1)`], undefined],
    ['no list', undefined],
    [[1, {}], undefined],
  ])('of the frames %j the first of the user counts', (frames, expected) => {
    expect(userFrame(frames)).toEqual(expected);
  });
});

test('the command line reads a cloud assembly and gates by environment', () => {
  const folder = folderWith({
    'cdk.out/manifest.json': manifest({
      A: { file: 'A.template.json', environment: 'aws://111111111111/eu-west-1' },
      B: { file: 'B.template.json', environment: 'aws://222222222222/eu-west-1' },
    }),
    'cdk.out/A.template.json': template({ V: volume(false) }),
    'cdk.out/B.template.json': template({ V: volume(false) }),
    'demarc.config.yaml':
      "environments: { lab: { match: { account: '222222222222' }, controls: { storage-encrypted: note } } }",
  });
  const { code, out } = demarcIn(folder, ['check', 'cdk.out', '--format', 'json']);
  const { inputs } = JSON.parse(out) as {
    readonly inputs: readonly {
      readonly dialect: string;
      readonly findings: readonly { readonly gate: string; readonly resource: { readonly document: string } }[];
    }[];
  };
  expect(code).toBe(1);
  expect(inputs.map(({ dialect }) => dialect)).toEqual(['cdk-assembly']);
  expect(inputs[0]?.findings.map(({ gate, resource }) => [gate, resource.document])).toEqual([
    ['block', 'cdk.out/A.template.json'],
    ['note', 'cdk.out/B.template.json'],
  ]);
});
