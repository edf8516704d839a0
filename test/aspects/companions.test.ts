import { Stack, Validations } from 'aws-cdk-lib';
import { CfnSecurityGroup, CfnSecurityGroupIngress } from 'aws-cdk-lib/aws-ec2';
import { guardedApp, synthesized } from './support';

const control = 'ingress-admin-not-open';

test('what is acknowledged beside a rule is acknowledged of what the rule opens in its group', () => {
  const app = guardedApp({ only: [control] });
  const stack = new Stack(app, 'S');
  const group = (name: string) => new CfnSecurityGroup(stack, name, { groupDescription: name, vpcId: 'vpc-1' });
  const open = (name: string, { attrGroupId }: CfnSecurityGroup, port: number) =>
    new CfnSecurityGroupIngress(stack, name, {
      groupId: attrGroupId,
      ipProtocol: 'tcp',
      fromPort: port,
      toPort: port,
      cidrIp: '0.0.0.0/0',
    });
  const accept = (rule: CfnSecurityGroupIngress) => {
    Validations.of(rule).acknowledge({ id: `demarc::${control}`, reason: 'a honeypot' });
  };
  const [honeypot, mixed] = [group('Honeypot'), group('Mixed')];
  accept(open('Bait', honeypot, 22));
  accept(open('Known', mixed, 22));
  open('Forgotten', mixed, 3389);
  const result = synthesized(app);
  expect(result.lines.filter((line) => line.startsWith(control))).toEqual([`${control} error S/Mixed`]);
  expect(result.suppressed).toMatchObject([{ acknowledgedAt: 'S/Honeypot', reason: 'a honeypot' }]);
});
