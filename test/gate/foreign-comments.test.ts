import { foreignComments, suppressionBeside, type ForeignComment } from '../../src/gate/foreign-comments';

const comment = (more: Partial<ForeignComment>): ForeignComment => ({
  tool: 'checkov',
  rule: null,
  narrowedTo: null,
  reason: null,
  until: null,
  reach: 'block',
  ...more,
});

test.each<[string, Partial<ForeignComment>]>([
  ['#checkov:skip=CKV_AWS_20:The bucket is a website', { rule: 'CKV_AWS_20', reason: 'The bucket is a website' }],
  ['# checkov:skip= CKV2_AWS_6: see: ADR 7', { rule: 'CKV2_AWS_6', reason: 'see: ADR 7' }],
  ['// checkov:skip=CKV_AWS_20', { rule: 'CKV_AWS_20' }],
  ['/* checkov:skip=CKV_AWS_20:public */', { rule: 'CKV_AWS_20', reason: 'public' }],
  ['#bridgecrew:skip=BC_AWS_S3_13:x', { rule: 'BC_AWS_S3_13', reason: 'x' }],
  ['# trivy:ignore:AVD-AWS-0086', { tool: 'trivy', rule: 'AVD-AWS-0086' }],
  ['#trivy:ignore:aws-s3-block-public-acls', { tool: 'trivy', rule: 'aws-s3-block-public-acls' }],
  ['# trivy:ignore:AWS-0089 - logs of logs', { tool: 'trivy', rule: 'AWS-0089', reason: 'logs of logs' }],
  ['# a website trivy:ignore:AWS-0092', { tool: 'trivy', rule: 'AWS-0092', reason: 'a website' }],
  ['#tfsec:ignore:aws-s3-enable-bucket-encryption', { tool: 'tfsec', rule: 'aws-s3-enable-bucket-encryption' }],
  [
    '#tfsec:ignore:aws-s3-enable-bucket-encryption:exp:2026-01-01',
    { tool: 'tfsec', rule: 'aws-s3-enable-bucket-encryption', until: '2026-01-01' },
  ],
  [
    '#tfsec:ignore:aws-s3-enable-bucket-encryption:ws:staging',
    { tool: 'tfsec', rule: 'aws-s3-enable-bucket-encryption', narrowedTo: 'workspace staging' },
  ],
  [
    '#tfsec:ignore:aws-s3-enable-bucket-logging:exp:2026-01-01:ws:dev',
    { tool: 'tfsec', rule: 'aws-s3-enable-bucket-logging', until: '2026-01-01', narrowedTo: 'workspace dev' },
  ],
  [
    '#tfsec:ignore:aws-s3-enable-bucket-logging: holds the logs',
    { tool: 'tfsec', rule: 'aws-s3-enable-bucket-logging', reason: 'holds the logs' },
  ],
  [
    '#trivy:ignore:aws-vpc-no-public-ingress-sgr[from_port=443]',
    { tool: 'trivy', rule: 'aws-vpc-no-public-ingress-sgr', narrowedTo: 'from_port=443' },
  ],
  [
    '#tfsec:ignore:aws-s3-enable-versioning:exp:soon',
    { tool: 'tfsec', rule: 'aws-s3-enable-versioning', until: 'soon' },
  ],
  ['#tfsec:ignore:aws-s3-enable-versioning:exp:', { tool: 'tfsec', rule: 'aws-s3-enable-versioning', until: '' }],
  [
    '#trivy:ignore:aws-s3-enable-versioning[name=a b]',
    { tool: 'trivy', rule: 'aws-s3-enable-versioning', narrowedTo: 'name=a', reason: 'b]' },
  ],
  ['#tfsec:ignore:*', { tool: 'tfsec' }],
  ['#tfsec:ignore:aws-s3-*', { tool: 'tfsec' }],
  ['# kics-scan ignore-block', { tool: 'kics' }],
  ['# kics-scan ignore-block: kept small', { tool: 'kics', reason: 'kept small' }],
  ['// kics-scan ignore-line', { tool: 'kics', reach: 'line' }],
  ['# kics-scan ignore', { tool: 'kics', reach: 'file' }],
  ['# kics-scan enable=a,b', { tool: 'kics', reach: 'file' }],
  [
    '# kics-scan disable=80b7ac3f-d2b7-4577-9b10-df7913497162',
    { tool: 'kics', rule: '80b7ac3f-d2b7-4577-9b10-df7913497162', reach: 'file' },
  ],
])('%s', (text, expected) => {
  expect(foreignComments(text)).toEqual([comment(expected)]);
});

test('several ids in one comment', () => {
  expect(
    foreignComments('#checkov:skip=CKV_AWS_18,CKV_AWS_21:small').map(({ rule, reason }) => [rule, reason]),
  ).toEqual([
    ['CKV_AWS_18', 'small'],
    ['CKV_AWS_21', 'small'],
  ]);
  expect(
    foreignComments('#tfsec:ignore:aws-s3-enable-versioning trivy:ignore:AWS-0089 rebuilt nightly').map(
      ({ tool, rule, reason }) => [tool, rule, reason],
    ),
  ).toEqual([
    ['tfsec', 'aws-s3-enable-versioning', 'rebuilt nightly'],
    ['trivy', 'AWS-0089', 'rebuilt nightly'],
  ]);
  expect(foreignComments('# kics-scan disable=a,b')).toHaveLength(2);
});

test('lines of a block are comments of their own', () => {
  const block = '/*\n * checkov:skip=CKV_AWS_18:small\n * trivy:ignore:AWS-0089\n */';
  expect(foreignComments(block).map(({ rule, reason }) => [rule, reason])).toEqual([
    ['CKV_AWS_18', 'small'],
    ['AWS-0089', null],
  ]);
});

test.each(['# skip CKV_AWS_20', '# trivy ignores this', '# see kics-scanner', '# checkov:skip=', ''])(
  '%j suppresses nothing',
  (text) => {
    expect(foreignComments(text)).toEqual([]);
  },
);

test('becomes a suppression for what it stands on', () => {
  const [read] = foreignComments('#checkov:skip=CKV_AWS_20:a website');
  const place = { resource: 'aws_s3_bucket.b', ids: ['aws_s3_bucket.b'], file: 'main.tf', line: 3, column: 1 };
  expect(read && suppressionBeside(read, place)).toEqual({
    tool: 'checkov',
    rule: 'CKV_AWS_20',
    narrowedTo: null,
    reason: 'a website',
    until: null,
    ...place,
  });
});

test('does not take long over a hostile comment', () => {
  expect(foreignComments(`# tfsec:ignore:${'a'.repeat(100_000)}`)).toHaveLength(1);
  expect(foreignComments(`checkov:skip=${'A,'.repeat(50_000)}:`).length).toBeGreaterThan(0);
});
