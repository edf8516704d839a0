import { readCloudFormation } from '../../src/readers/cloudformation/reader';
import { allLeaves, fixture, read, resource, valueOf } from './cloudformation-support';

const parameter = (details: object) => ({ Parameters: { P: { Type: 'String', ...details } } });
const ref = { Ref: 'P' };

describe('parameters', () => {
  it('know a value on the word of their default', () => {
    const value = valueOf(ref, parameter({ Default: 'dev' })).text();
    expect(value).toMatchObject({
      state: 'known',
      value: 'dev',
      because: 'the default of parameter "P"',
      source: 'parameter',
    });
  });

  it('know a value that is given, on nobody else’s word', () => {
    const value = valueOf(ref, parameter({ Default: 'dev' }), { P: 'prod' }).text();
    expect(value).toMatchObject({ state: 'known', value: 'prod', source: 'parameter' });
    expect(value).not.toHaveProperty('because');
  });

  it('mark secrets, so that they are never printed', () => {
    const value = valueOf(ref, parameter({ NoEcho: 'true', Default: 'hunter2' })).text();
    expect(value).toMatchObject({ state: 'known', source: 'secret-parameter', sensitive: true });
    expect(valueOf(ref, parameter({ NoEcho: true })).text()).toMatchObject({ source: 'secret-parameter' });
  });

  it('are one of their allowed values where they have no default', () => {
    const value = valueOf(ref, parameter({ AllowedValues: ['true', 'false'] }));
    expect(value.text()).toMatchObject({ state: 'unknown', among: ['true', 'false'] });
    expect(value.flag()).toMatchObject({ state: 'unknown', among: [true, false] });
    expect(valueOf(ref, parameter({ AllowedValues: ['true'] })).flag()).toMatchObject({ state: 'known', value: true });
  });

  it('are unknown without a default', () => {
    expect(valueOf(ref, parameter({})).text()).toMatchObject({
      state: 'unknown',
      why: 'parameter "P" is given at deployment',
      source: 'parameter',
    });
  });

  it('of the Parameter Store have a name as their default, not a value', () => {
    const type = { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/a/name', AllowedValues: ['/a/name'] };
    expect(valueOf(ref, parameter(type)).text()).toMatchObject({ state: 'unknown' });
    expect(valueOf(ref, parameter(type), { P: '/another' }).text()).toMatchObject({ state: 'unknown' });
    expect(valueOf(ref, parameter({ Type: 'AWS::SSM::Parameter::Name', Default: '/a/name' })).text()).toMatchObject({
      state: 'known',
    });
  });

  it('split lists and leave numbers as texts', () => {
    const list = valueOf(ref, parameter({ Type: 'CommaDelimitedList', Default: 'a, b' })).texts();
    expect(list).toMatchObject({ state: 'known', value: [{ value: 'a' }, { value: 'b' }] });
    const given = valueOf(ref, parameter({ Type: 'List<AWS::EC2::Subnet::Id>' }), { P: ['x', 'y'] }).texts();
    expect(given).toMatchObject({ state: 'known', value: [{ value: 'x' }, { value: 'y' }] });
    const number = valueOf(ref, parameter({ Type: 'Number', Default: 7 }));
    expect(number.text()).toMatchObject({ value: '7' });
    expect(number.number()).toMatchObject({ value: 7 });
  });
});

describe('conditions', () => {
  const conditions = (condition: unknown, details: object = {}) => ({
    ...parameter(details),
    Conditions: { C: condition },
  });
  const either = { 'Fn::If': ['C', true, false] };

  it.each([
    ['equal literals', { 'Fn::Equals': ['a', 'a'] }, true],
    ['other literals', { 'Fn::Equals': ['a', 'b'] }, false],
    ['not', { 'Fn::Not': [{ 'Fn::Equals': ['a', 'a'] }] }, false],
    ['and, one of which is false', { 'Fn::And': [{ 'Fn::Equals': ['a', 'b'] }, { 'Fn::Equals': [ref, 'x'] }] }, false],
    ['or, one of which is true', { 'Fn::Or': [{ 'Fn::Equals': ['a', 'a'] }, { 'Fn::Equals': [ref, 'x'] }] }, true],
    ['what the parameter does not allow', { 'Fn::Equals': [ref, 'test'] }, false],
  ])('are decided by %s', (_, condition, holds) => {
    const value = valueOf(either, conditions(condition, { AllowedValues: ['dev', 'prod'], Default: 'dev' })).flag();
    expect(value).toMatchObject({ state: 'known', value: holds });
  });

  it.each([
    ['a default', { 'Fn::Equals': [ref, 'dev'] }],
    ['a pseudo parameter', { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'dev'] }],
    ['and, one of which is open', { 'Fn::And': [{ 'Fn::Equals': ['a', 'a'] }, { 'Fn::Equals': [ref, 'dev'] }] }],
    ['a condition that is not there', { Condition: 'Nowhere' }],
    ['a condition that depends on itself', { Condition: 'C' }],
    ['no condition at all', {}],
  ])('are not decided by %s', (_, condition) => {
    const value = valueOf(either, conditions(condition, { Default: 'dev' })).flag();
    expect(value).toMatchObject({ state: 'unknown', among: [true, false], why: 'condition "C"' });
  });

  it('are decided by a parameter that is given', () => {
    const settings = conditions({ 'Fn::Equals': [ref, 'dev'] }, { Default: 'dev' });
    expect(valueOf(either, settings, { P: 'dev' }).flag()).toMatchObject({ state: 'known', value: true });
    expect(valueOf(either, settings, { P: 'prod' }).flag()).toMatchObject({ state: 'known', value: false });
  });

  it('do not matter where the branches agree, be they written in another order', () => {
    const value = { 'Fn::If': ['C', { A: 1, B: true }, { B: true, A: 1 }] };
    expect(
      valueOf(value, conditions({ 'Fn::Equals': [ref, 'x'] }))
        .get('B')
        .flag(),
    ).toMatchObject({ value: true });
  });

  it('may leave nothing behind', () => {
    const value = { 'Fn::If': ['C', true, { Ref: 'AWS::NoValue' }] };
    expect(valueOf(value, conditions({ 'Fn::Equals': ['a', 'b'] })).flag().state).toBe('absent');
    const open = valueOf(value, conditions({ 'Fn::Equals': [ref, 'b'] })).flag();
    expect(open).toMatchObject({ state: 'unknown', among: [true], mayBeAbsent: true });
  });

  it('hold where they have been asked before', () => {
    const value = { 'Fn::If': ['C', { 'Fn::If': ['C', true, false] }, true] };
    expect(valueOf(value, conditions({ 'Fn::Equals': [ref, 'x'] })).flag()).toMatchObject({
      state: 'known',
      value: true,
    });
  });

  it('leave a resource out when they cannot hold, and hold inside of it', () => {
    const template = {
      ...conditions({ 'Fn::Equals': [ref, 'prod'] }, { Default: 'dev' }),
      Resources: { X: { Type: 'AWS::Test::X', Condition: 'C', Properties: { Value: either } } },
    };
    expect(resource(read(template), 'X').properties.get('Value').flag()).toMatchObject({ state: 'known', value: true });
    const without = read(template, { P: 'dev' });
    expect(without.after.resources).toEqual([]);
    expect(without.notes.join()).toContain('"X" is left out: condition "C" does not hold');
  });
});

describe('mappings', () => {
  const maps = {
    ...parameter({ AllowedValues: ['gold', 'silver'] }),
    Mappings: {
      Tiers: { gold: { On: true, Ports: ['1', '2'] }, silver: { On: true }, iron: { On: false } },
    },
  };
  const find = (...keys: unknown[]) => ({ 'Fn::FindInMap': ['Tiers', ...keys] });

  it('answer a key that is known', () => {
    expect(valueOf(find('iron', 'On'), maps).flag()).toMatchObject({ state: 'known', value: false });
    expect(valueOf(find('gold', 'Ports'), maps).texts()).toMatchObject({ value: [{ value: '1' }, { value: '2' }] });
  });

  it('answer a key that is open with everything it may be', () => {
    expect(valueOf(find({ Ref: 'AWS::Region' }, 'On'), maps).flag()).toMatchObject({ among: [true, false] });
    expect(valueOf(find(ref, 'On'), maps).flag()).toMatchObject({ state: 'known', value: true });
  });

  it('have a default, or no answer', () => {
    expect(valueOf(find('tin', 'On'), maps).flag()).toMatchObject({ state: 'unknown', why: 'no mapping has this key' });
    expect(valueOf(find('tin', 'On', { DefaultValue: false }), maps).flag()).toMatchObject({ value: false });
    expect(valueOf(find('__proto__', 'constructor'), maps).text()).toMatchObject({ state: 'unknown' });
  });
});

describe('texts', () => {
  const settings = parameter({ Default: 'dev' });

  it('are known where their parts are', () => {
    expect(valueOf({ 'Fn::Join': ['-', ['a', 1, { Ref: 'AWS::NoValue' }, true]] }).text()).toMatchObject({
      value: 'a-1-true',
    });
    const text = valueOf({ 'Fn::Sub': ['${!Not} ${P} ${Own}', { Own: 'mine' }] }, settings).text();
    expect(text).toMatchObject({ value: '${Not} dev mine', because: 'the default of parameter "P"' });
    expect(text).not.toHaveProperty('source');
    expect(valueOf({ 'Fn::Sub': '${P}' }, settings).text()).toMatchObject({ value: 'dev', source: 'parameter' });
  });

  it('have holes where they are not', () => {
    const value = valueOf({ 'Fn::Sub': 'arn:${AWS::Partition}:iam::aws:policy/${Key.Arn}' });
    expect(value.text().state).toBe('unknown');
    expect(value.parts()).toMatchObject({
      value: [
        'arn:',
        { references: [], source: 'platform' },
        ':iam::aws:policy/',
        { references: [{ id: 'template#Key', attribute: 'Arn' }], source: 'resource' },
      ],
    });
  });

  it('are several where a condition stands in them, and stay bounded where many do', () => {
    const open = { ...settings, Conditions: { C: { 'Fn::Equals': [ref, 'x'] } } };
    const either = { 'Fn::If': ['C', 'a', 'b'] };
    expect(valueOf({ 'Fn::Join': ['', ['x', either]] }, open).text()).toMatchObject({ among: ['xa', 'xb'] });
    const many = valueOf({ 'Fn::Join': ['', Array.from({ length: 40 }, () => either)] }, open).text();
    expect(many).toMatchObject({ state: 'unknown' });
  });

  it('are cut up where they are known', () => {
    const pieces = { 'Fn::Split': ['/', 'a/b/c'] };
    expect(valueOf({ 'Fn::Select': [1, pieces] }).text()).toMatchObject({ value: 'b' });
    expect(valueOf({ 'Fn::Select': ['9', pieces] }).text()).toMatchObject({ state: 'unknown' });
    expect(valueOf({ 'Fn::Select': [{ Ref: 'AWS::Region' }, pieces] }).text()).toMatchObject({
      among: ['a', 'b', 'c'],
    });
    const arn = valueOf({ 'Fn::Select': [5, { 'Fn::Split': [':', { 'Fn::GetAtt': 'Key.Arn' }] }] });
    expect(arn.references()).toEqual([{ id: 'template#Key', attribute: 'Arn' }]);
  });
});

describe('references', () => {
  it('lead to resources of the same template, whatever they are named', () => {
    const template = {
      Resources: {
        Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'photos' } },
        Policy: { Type: 'AWS::S3::BucketPolicy', Properties: { Bucket: { Ref: 'Bucket' } } },
      },
    };
    const input = read(template);
    const link = input.after.follow(resource(input, 'Policy').properties.get('Bucket'), ['AWS::S3::Bucket']);
    expect(link).toMatchObject({ state: 'linked', resource: { address: 'Bucket' } });
  });

  it('to an attribute that says again what is written know that, and where they lead', () => {
    const written = (CidrBlock: unknown) =>
      valueOf(
        { 'Fn::GetAtt': ['Network', 'CidrBlock'] },
        {
          Parameters: { Range: { Type: 'String', Default: '10.1.0.0/16' } },
          Resources: {
            Network: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock } },
            X: { Type: 'AWS::Test::X', Properties: { Value: { 'Fn::GetAtt': ['Network', 'CidrBlock'] } } },
          },
        },
      );
    expect(written('10.0.0.0/16').text()).toMatchObject({ state: 'known', value: '10.0.0.0/16' });
    expect(written('10.0.0.0/16').references()).toEqual([{ id: 'template#Network', attribute: 'CidrBlock' }]);
    expect(written({ Ref: 'Range' }).text()).toMatchObject({
      value: '10.1.0.0/16',
      because: 'the default of parameter "Range"',
    });
    expect(written({ 'Fn::GetAtt': ['Network', 'CidrBlock'] }).text()).toMatchObject({ state: 'unknown' });
    expect(written({ Ref: 'X' }).text()).toMatchObject({ state: 'unknown' });
  });

  it('lead out of a template only by its exports', () => {
    const network = {
      ...parameter({ Default: 'dev' }),
      Resources: { Group: { Type: 'AWS::EC2::SecurityGroup' } },
      Outputs: { G: { Value: { Ref: 'Group' }, Export: { Name: { 'Fn::Sub': '${P}-group' } } } },
    };
    const app = {
      Resources: {
        Group: { Type: 'AWS::EC2::SecurityGroup' },
        X: {
          Type: 'AWS::Test::X',
          Properties: {
            Own: { Ref: 'Group' },
            Other: { 'Fn::ImportValue': 'dev-group' },
            None: { 'Fn::ImportValue': 'n' },
          },
        },
      },
    };
    const input = readCloudFormation(
      [
        { path: 'app', text: JSON.stringify(app) },
        { path: 'network', text: JSON.stringify(network) },
      ],
      { path: '.' },
    );
    const { properties } = resource(input, 'X');
    expect(properties.get('Own').references()).toEqual([{ id: 'app#Group' }]);
    expect(properties.get('Other').references()).toEqual([{ id: 'network#Group' }]);
    expect(properties.get('None').text()).toMatchObject({ state: 'unknown' });
    expect(new Set(input.after.resources.map(({ id }) => id)).size).toBe(input.after.resources.length);
  });

  it('in a circle of exports end', () => {
    const circle = (own: string, other: string) => ({
      path: own,
      text: JSON.stringify({
        Resources: { X: { Type: 'AWS::Test::X', Properties: { V: { 'Fn::ImportValue': other } } } },
        Outputs: { O: { Value: { 'Fn::ImportValue': other }, Export: { Name: own } } },
      }),
    });
    const input = readCloudFormation([circle('a', 'b'), circle('b', 'a')], { path: '.' });
    expect(resource(input, 'X').properties.get('V').text()).toMatchObject({ state: 'unknown' });
  });
});

describe('every intrinsic function', () => {
  const short = read(fixture('intrinsics.yaml'));

  it('means the same in its short and its long form', () => {
    expect(allLeaves(read(fixture('intrinsics.json')))).toEqual(allLeaves(short));
  });

  it.each([
    ['Base64', 'echo hello'],
    ['ByRegion', 'true'],
    ['Decided', 'yes-it-is'],
    ['DecidedByParts', 'either'],
    ['Default', 'true'],
    ['Dynamic', '{{resolve:secretsmanager:db:SecretString:password}}'],
    ['Joined', 'photos-dev'],
    ['KnownMap', 'true'],
    ['Length', '3'],
    ['Literal', '${Literal}-dev'],
    ['Selected', '192.168.0.0/16'],
    ['Split', 'b'],
  ])('%s is known', (key, text) => {
    expect(resource(short, 'Values').properties.get(key).text()).toMatchObject({ state: 'known', value: text });
  });

  it.each(['Account', 'Blocks', 'Imported', 'Included', 'JoinedHole', 'Looked', 'Missing', 'Unknown', 'Zones'])(
    '%s is unknown, and says why',
    (key) => {
      const value = resource(short, 'Values').properties.get(key).text();
      expect(value).toMatchObject({ state: 'unknown', why: expect.stringMatching(/\w/) as string });
    },
  );

  it('reads a structure that is turned into a text', () => {
    const document = resource(short, 'Values').properties.get('Structure').document();
    expect(document.state === 'known' && document.value.get('Statement', 'Effect').text()).toMatchObject({
      value: 'Allow',
    });
  });

  it('drops items that are not there', () => {
    const rules = resource(short, 'Values').properties.get('Rules').list();
    expect(rules.state === 'known' && rules.value.map((rule) => rule.get('Port').text())).toMatchObject([
      { state: 'known', value: '2' },
      { state: 'unknown', among: ['3'], mayBeAbsent: true },
    ]);
  });

  it('unrolls loops', () => {
    const queue = resource(short, 'ReturnsQueue').properties;
    expect(queue.get('QueueName').text()).toMatchObject({ value: 'Returns-queue' });
    expect(queue.get('KmsMasterKeyId').references()).toEqual([{ id: 'template#Key' }]);
  });

  it('says which loops it could not unroll', () => {
    const loop = ['I', { Ref: 'P' }, { 'X${I}': { Type: 'AWS::Test::X' } }];
    const template = { ...parameter({ Type: 'CommaDelimitedList' }), Resources: { 'Fn::ForEach::Xs': loop } };
    expect(read(template).notes.join()).toContain('Fn::ForEach::Xs goes over what is settled at deployment');
    expect(read(template, { P: ['1', '2'] }).after.resources.map(({ address }) => address)).toEqual(['X1', 'X2']);
  });
});

describe('a resource', () => {
  it('has what stands beside its properties', () => {
    const one = resource(read(fixture('intrinsics.yaml')), 'Sometimes');
    expect(one).toMatchObject({
      id: 'template#Sometimes',
      vocabulary: 'cloudformation',
      action: 'unknown',
      mode: 'managed',
      document: 'template',
      constructPath: 'Stack/Sometimes/Resource',
    });
    expect(one.attributes?.get('DeletionPolicy').text()).toMatchObject({ value: 'Retain' });
  });

  it('tells what was read', () => {
    const seen: string[] = [];
    const text = JSON.stringify({
      Resources: { X: { Type: 'AWS::Test::X', Properties: { A: [{ B: 1 }, { B: 2 }] } } },
    });
    const input = readCloudFormation([{ path: 't', text }], {
      path: 't',
      onRead: (type, path) => seen.push(`${type} ${path}`),
    });
    resource(input, 'X').properties.get('A', 1, 'B').text();
    expect(seen).toContain('AWS::Test::X A.B');
  });

  it('of a section that a macro writes is not dropped in silence', () => {
    const input = read({
      Transform: ['AWS::LanguageExtensions', 'OurMacro'],
      Resources: {
        'Fn::Transform': { Name: 'AWS::Include' },
        X: { Type: 'AWS::Test::X', Properties: { A: 1, 'Fn::Transform': { Name: 'More' } } },
        Y: { Properties: {} },
      },
    });
    expect(input.notes).toEqual([
      expect.stringContaining('macro "OurMacro"'),
      expect.stringContaining('a macro adds resources'),
      expect.stringContaining('"Y" has no Type'),
    ]);
    const { properties } = resource(input, 'X');
    expect(properties.get('A').text()).toMatchObject({ state: 'known', value: '1' });
    expect(properties.get('B').text()).toMatchObject({ state: 'unknown' });
  });
});
