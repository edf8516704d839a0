import { demarcIn, folderWith } from '../support/command-line';

const template = JSON.stringify({
  Resources: {
    Data: {
      Type: 'AWS::EC2::Volume',
      Properties: { AvailabilityZone: 'eu-west-1a', Size: 8 },
      Metadata: { checkov: { skip: [{ id: 'CKV_AWS_3', comment: 'rebuilt nightly' }] } },
    },
  },
});
const folder = folderWith({
  'template.json': template,
  'silent.json': template.replace(',"comment":"rebuilt nightly"', ''),
  'stack.json': JSON.stringify({
    Metadata: { cdk_nag: { rules_to_suppress: [{ id: 'AwsSolutions-EC26', reason: 'a sandbox' }] } },
    Resources: { Data: { Type: 'AWS::EC2::Volume', Properties: { AvailabilityZone: 'eu-west-1a', Size: 8 } } },
  }),
  'nag.yaml': 'waivers: { honour: [cdk-nag] }\n',
  'honour.yaml': 'waivers: { honour: [checkov] }\n',
  'empty.yaml': '{}\n',
});
const demarc = (...argv: readonly string[]) => demarcIn(folder, argv);

describe('explain says which control answers to a rule', () => {
  test.each([
    ['CKV_AWS_16', 'CKV_AWS_16 (checkov): answered by storage-encrypted, encryption-explicit\n'],
    ['AVD-AWS-0080', 'AWS-0080 (trivy): answered by'],
    ['aws-s3-enable-bucket-logging', 'aws-s3-enable-bucket-logging (tfsec): answered by access-logged\n'],
    ['AwsSolutions-RDS2', 'AwsSolutions-RDS2 (cdk-nag): answered by'],
    ['F27', 'F27 (cfn-nag): answered by'],
    ['80b7ac3f-d2b7-4577-9b10-df7913497162', '80b7ac3f-d2b7-4577-9b10-df7913497162 (kics): answered by'],
  ])('%s, with its page', (id, heading) => {
    const ran = demarc('explain', id);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out.startsWith(heading)).toBe(true);
    expect(ran.out).toMatch(/\n\n[a-z-]+: [A-Z].*\n\n {2}area /);
    expect(ran.out).toContain('What to do');
  });

  test('which asks for more than the rule', () => {
    const { out } = demarc('explain', 'CKV_AWS_24');
    expect(out).toContain('only a part of what ingress-admin-not-open asks: suppressing it does not waive that\n');
    expect(out).toContain('\n\ningress-admin-not-open: ');
  });

  test('or why none does', () => {
    expect(demarc('explain', 'W28')).toEqual({
      code: 0,
      out: 'W28 (cfn-nag): answered by no control: it asks how things are named, tagged or written\n',
      err: '',
    });
  });

  test('or that it is not known', () => {
    const ran = demarc('explain', 'CKV_AWS_99999');
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain('no control is known to answer to "CKV_AWS_99999" of checkov');
  });
});

describe('suppressions in a template', () => {
  test('are noted', () => {
    const ran = demarc('check', '--config', 'empty.yaml', 'template.json');
    expect(ran.code).toBe(1);
    expect(ran.out).toContain('1 suppression of another tool is not counted (checkov 1)');
  });

  test('count where the configuration says so', () => {
    const ran = demarc('check', '--config', 'honour.yaml', 'template.json');
    expect(ran.code).toBe(0);
    expect(ran.out).toContain('storage-encrypted of Data because rebuilt nightly');
  });

  test('count for a whole template', () => {
    const ran = demarc('check', '--config', 'nag.yaml', 'stack.json');
    expect(ran.code).toBe(0);
    expect(ran.out).toContain('storage-encrypted of Data because a sandbox');
  });

  test('must say why', () => {
    const ran = demarc('check', '--config', 'honour.yaml', 'silent.json');
    expect(ran.code).toBe(1);
    expect(ran.out).toContain('gives no reason (checkov CKV_AWS_3)');
  });

  test('are listed with their rule, and without an end', () => {
    const { out } = demarc('waivers', '--config', 'honour.yaml', '--date', '2026-11-26', 'template.json');
    expect(out.split('\n').map((line) => line.split(/ {2,}/))).toContainEqual([
      'active',
      'storage-encrypted',
      'Data',
      'no end',
      '-',
      '1',
      'template.json:1 (checkov CKV_AWS_3)',
      'rebuilt nightly',
    ]);
  });
});
