import { iamWithinReference } from '../../src/controls/iam-within-reference';
import { judge } from '../../src/judge';
import { services } from '../../src/services';
import { allow, may, statements } from '../support/policies';
import { asTemplate, asTerraform } from '../support/dialects';
import { asSystem, unknown, withParameter } from '../support/row';

const reference = statements(allow(['s3:GetObject', 's3:PutObject'], 'arn:aws:s3:::reports/*'), allow('sqs:*', '*'));
const context = { today: '2026-11-24', providerVersion: () => undefined, assume: {} };
const iam = { reference, trustedAccounts: [] };

function verdicts(written: ReturnType<typeof may>, settings: typeof iam | undefined): readonly string[] {
  const graphs = [
    asTemplate('AWS::IAM::Role', asSystem(written[0])),
    asTerraform('aws_iam_role', asSystem(written[1])),
  ];
  return graphs.flatMap((graph) =>
    judge(graph, services, [iamWithinReference], { ...context, ...(settings && { iam: settings }) }).findings.map(
      ({ verdict }) => verdict,
    ),
  );
}

test.each([
  ['pass', 'less than the reference', may(allow('s3:GetObject', 'arn:aws:s3:::reports/2026/*'))],
  ['pass', 'in pieces that the reference has together', may(allow('s3:GetObject', 'arn:aws:s3:::reports/*'), allow('sqs:SendMessage', '*'))],
  ['pass', 'a queue that is a parameter', may(allow('sqs:SendMessage', unknown))],
  ['fail', 'another action', may(allow('s3:DeleteObject', 'arn:aws:s3:::reports/*'))],
  ['fail', 'another bucket', may(allow('s3:GetObject', 'arn:aws:s3:::*'))],
  ['undecided', 'a bucket that is a parameter', may(allow('s3:GetObject', withParameter('arn:aws:s3:::', '/*')))],
  ['undecided', 'a statement that is a parameter', may(unknown as never)],
] as const)('%s for %s', (verdict, _, written) => {
  expect(verdicts(written, iam)).toEqual([verdict, verdict]);
}); // prettier-ignore

test('nothing is judged without a reference', () => {
  expect(verdicts(may(allow('*', '*')), undefined)).toEqual([]);
});
