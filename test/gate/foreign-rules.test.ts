import { controls } from '../../src/controls';
import { foreignRule, foreignRulesNamed, foreignRulesOf, foreignTools, toolOfId } from '../../src/gate/foreign-rules';

const known = new Set(controls.map(({ id }) => id));

describe.each(foreignTools)('the table of %s', (tool) => {
  const rules = foreignRulesOf(tool);

  test('names controls that there are', () => {
    const named = rules.flatMap(({ same, wider }) => [...same, ...wider]);
    expect(named.filter((control) => !known.has(control))).toEqual([]);
  });

  test('says of each rule either what answers to it or why nothing does, once', () => {
    const muddled = rules.filter(({ same, wider, none }) => {
      const answers = [...same, ...wider];
      return (none === null) === (answers.length === 0) || new Set(answers).size < answers.length;
    });
    expect(muddled).toEqual([]);
  });

  test('spells ids as the tool does', () => {
    const packless = tool === 'cdk-nag' ? /^[A-Z]\w+$/ : /$^/;
    expect(rules.filter(({ id }) => toolOfId(id) !== tool && !packless.test(id))).toEqual([]);
  });
});

test.each([
  ['checkov', 150],
  ['trivy', 100],
  ['tfsec', 100],
  ['kics', 100],
  ['cfn-nag', 60],
  ['cdk-nag', 60],
] as const)('%s: %d rules at least', (tool, least) => {
  expect(foreignRulesOf(tool).length).toBeGreaterThanOrEqual(least);
});

test.each([
  ['checkov', 'CKV_AWS_16', 'storage-encrypted'],
  ['trivy', 'AVD-AWS-0080', 'storage-encrypted'],
  ['trivy', 'AWS-0080', 'storage-encrypted'],
  ['trivy', 'avd-aws-0080', 'storage-encrypted'],
  ['trivy', 'aws-rds-encrypt-instance-storage-data', 'storage-encrypted'],
  ['tfsec', 'aws-s3-enable-bucket-logging', 'access-logged'],
  ['tfsec', 'AVD-AWS-0089', 'access-logged'],
  ['cfn-nag', 'F27', 'storage-encrypted'],
  ['cdk-nag', 'AwsSolutions-RDS2', 'storage-encrypted'],
  ['cdk-nag', 'AwsSolutions-IAM4[Policy::arn:aws:iam::aws:policy/ReadOnlyAccess]', 'provider-policies-avoided'],
  ['cdk-nag', 'HIPAA.Security-RDSStorageEncrypted', 'storage-encrypted'],
  ['cdk-nag', 'NIST.800.53.R5-S3BucketLoggingEnabled', 'access-logged'],
  ['kics', '80B7AC3F-D2B7-4577-9B10-DF7913497162', 'storage-encrypted'],
] as const)('%s knows %s', (tool, id, control) => {
  expect(foreignRule(tool, id)?.same).toContain(control);
});

test('what asks for less than a control is no more than a part of it', () => {
  expect(foreignRule('checkov', 'CKV_AWS_24')).toEqual({
    tool: 'checkov',
    id: 'CKV_AWS_24',
    same: [],
    wider: ['ingress-admin-not-open'],
    none: null,
  });
});

test('what no control answers to has a reason', () => {
  const rule = foreignRule('cfn-nag', 'W28');
  expect(rule).toMatchObject({ same: [], wider: [] });
  expect(rule?.none).toMatch(/^it asks/);
});

test('an unknown rule is none', () => {
  expect(foreignRule('checkov', 'CKV_AWS_99999')).toBeUndefined();
  expect(foreignRule('kics', 'CKV_AWS_16')).toBeUndefined();
  expect(foreignRulesNamed('constructor')).toEqual([]);
  expect(foreignRulesNamed('')).toEqual([]);
});

test.each([
  ['CKV2_AWS_6', 'checkov'],
  ['AVD-AWS-0001', 'trivy'],
  ['aws-vpc-no-public-ingress-sgr', 'tfsec'],
  ['W9', 'cfn-nag'],
  ['PCI.DSS.321-S3BucketVersioningEnabled', 'cdk-nag'],
  ['80b7ac3f-d2b7-4577-9b10-df7913497162', 'kics'],
  ['storage-encrypted', undefined],
])('%s is an id of %s', (id, tool) => {
  expect(toolOfId(id)).toBe(tool);
});
