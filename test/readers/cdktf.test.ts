import type { Raw } from '../../src/model/raw';
import { evaluateText } from '../../src/readers/cdktf/expression';
import { readTerraformStacks } from '../../src/readers/cdktf/reader';
import { unknownLeaf } from '../../src/model/raw';

const reference = (name: string): Raw =>
  unknownLeaf(`settled at apply: ${name}`, [{ id: name }], { source: 'resource' });

describe('a text', () => {
  test.each<[string, unknown]>([
    ['plain', 'plain'],
    ['$${not.one} and %%{ neither }', '${not.one} and %{ neither }'],
    ['${true}', true],
    ['${42}', 42],
    ['${"literal"}', 'literal'],
    ['${null}', undefined],
    ['${base64encode("a\\n\\"b\\"")}', Buffer.from('a\n"b"').toString('base64')],
  ])('%s', (text, expected) => {
    expect(evaluateText(text, reference)).toEqual(expected);
  });

  test.each<[string, readonly string[]]>([
    ['${aws_s3_bucket.b.arn}', ['aws_s3_bucket.b.arn']],
    ['${aws_x.y[0].z["k"]}', ['aws_x.y.0.z.k']],
    ['${ aws_s3_bucket.b.arn }', ['aws_s3_bucket.b.arn']],
    ['${join(",", [aws_a.b.id, aws_c.d.id])}', ['aws_a.b.id', 'aws_c.d.id']],
    ['${jsonencode({"k" = "${aws_a.b.id}}"})}', ['aws_a.b.id']],
  ])('%s refers to what it names', (text, expected) => {
    expect(evaluateText(text, reference)).toMatchObject({
      leaf: 'unknown',
      references: expected.map((id) => ({ id })),
    });
  });

  test('with references in it is a text with holes', () => {
    expect(evaluateText('${aws_a.b.arn}/${aws_c.d.id}*', reference)).toMatchObject({
      leaf: 'template',
      parts: [{ references: [{ id: 'aws_a.b.arn' }] }, '/', { references: [{ id: 'aws_c.d.id' }] }, '*'],
    });
  });

  test.each([
    '%{ if true }x%{ endif }',
    '${open',
    '${"open',
    '${{{',
    `${'${a.b}'.repeat(2000)}%{`,
    `\${${'('.repeat(10_000)}}`,
    `\${${'a.'.repeat(10_000)}}`,
  ])('that cannot be read is unknown', (text) => {
    expect(evaluateText(text, reference)).toMatchObject({ leaf: 'unknown' });
  });
});

const stack = (content: object, name = 'S') => ({ name, document: `${name}/cdk.tf.json`, content });

describe('a synthesized stack', () => {
  const { after, providerVersions, notes } = readTerraformStacks(
    [
      stack({
        terraform: { required_providers: { aws: { version: '~> 5.0', source: 'aws' } } },
        variable: { encrypt: { default: true }, given: { type: 'bool' }, secret: { sensitive: true, default: 'x' } },
        locals: { deep: { flag: [false] }, loop: '${local.loop}' },
        module: { vpc: { source: './vpc' } },
        data: {
          aws_iam_policy_document: {
            doc: { statement: [{ actions: ['s3:*'], resources: ['${aws_s3_bucket.b.arn}'], effect: 'Deny' }] },
          },
        },
        resource: {
          aws_s3_bucket: { '//': {}, b: { bucket: 'name', '//': { metadata: { path: 'S/b' } } } },
          aws_ebs_volume: {
            defaulted: { encrypted: '${var.encrypt}' },
            given: { encrypted: '${var.given}' },
            local: { encrypted: '${local.deep.flag[0]}', kms_key_id: '${local.loop}', size: null },
            none: { count: 0 },
          },
          aws_s3_bucket_policy: {
            p: { bucket: '${aws_s3_bucket.b.bucket}', policy: '${data.aws_iam_policy_document.doc.json}' },
          },
          aws_security_group: {
            g: { dynamic: { ingress: { for_each: [1], content: {} } }, lifecycle: {}, depends_on: ['x'] },
          },
        },
      }),
    ],
    { path: 'app' },
  );
  const at = (address: string) => after.resources.find((one) => one.address === address);

  test('gives its resources, their construct paths and what they say', () => {
    expect(at('aws_s3_bucket.b')).toMatchObject({ constructPath: 'S/b', stack: 'S', provider: 'aws', mode: 'managed' });
    expect(at('aws_ebs_volume.none')).toBeUndefined();
    expect(at('data.aws_iam_policy_document.doc')?.mode).toBe('data');
    expect(providerVersions).toEqual({ aws: 5 });
    expect(notes).toEqual(['S/cdk.tf.json: modules are not read: vpc']);
  });

  test('variables and locals', () => {
    expect(at('aws_ebs_volume.defaulted')?.properties.get('encrypted').flag()).toMatchObject({
      value: true,
      because: 'the default of variable "encrypt"',
    });
    expect(at('aws_ebs_volume.given')?.properties.get('encrypted').flag()).toMatchObject({
      state: 'unknown',
      source: 'parameter',
    });
    expect(at('aws_ebs_volume.local')?.properties.get('encrypted').flag()).toMatchObject({ value: false });
    expect(at('aws_ebs_volume.local')?.properties.get('kms_key_id').text().state).toBe('unknown');
    expect(at('aws_ebs_volume.local')?.properties.get('size').text().state).toBe('absent');
  });

  test('references link, and policy documents are rebuilt', () => {
    const policy = at('aws_s3_bucket_policy.p');
    if (!policy) throw new Error('no policy');
    expect(after.follow(policy.properties.get('bucket'), ['aws_s3_bucket'])).toMatchObject({
      state: 'linked',
      resource: { address: 'aws_s3_bucket.b' },
    });
    const document = policy.properties.get('policy').document();
    expect(document.state === 'known' && document.value.get('Statement', 0, 'Effect').text()).toMatchObject({
      value: 'Deny',
    });
  });

  test('what a dynamic block sets is unknown, and what stands around properties is none', () => {
    const group = at('aws_security_group.g')?.properties;
    expect(group?.get('ingress').list()).toMatchObject({ state: 'known', value: [expect.anything()] });
    expect(group?.get('depends_on').present()).toMatchObject({ value: false });
  });
});

test('whatever comes, it reads without falling over', () => {
  for (const content of [
    null,
    1,
    [],
    { resource: 1 },
    { resource: { a: [] } },
    { resource: { a: { b: [{ c: '${' }] } } },
    JSON.parse('{"resource":{"__proto__":{"x":{}}}}') as object,
  ])
    expect(readTerraformStacks([stack(content as object)], { path: 'app' }).dialect).toBe('cdktf');
});
