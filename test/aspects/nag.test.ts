import { Stack, Validations } from 'aws-cdk-lib';
import { CfnVolume } from 'aws-cdk-lib/aws-ec2';
import { inspectSubject } from '../../aspects/testing';
import { guardedApp, newApp, synthesized, today } from './support';

const volume = (stack: Stack, name: string) => new CfnVolume(stack, name, { availabilityZone: 'eu-west-1a', size: 8 });
const honour = { waivers: { honour: ['cdk-nag' as const] } };

describe('what was acknowledged of cdk-nag', () => {
  test('waives where the configuration honours it, and is listed', () => {
    const app = guardedApp(honour);
    const stack = new Stack(app, 'S');
    volume(stack, 'Kept');
    Validations.of(volume(stack, 'Scratch')).acknowledge({ id: 'AwsSolutions-EC26', reason: 'throwaway data' });
    const result = synthesized(app);
    expect(result.lines).toEqual(['storage-encrypted error S/Kept']);
    expect(result.suppressed).toMatchObject([{ acknowledgedAt: 'S/Scratch', reason: 'throwaway data' }]);
  });

  const notesOf = (id: string, configuration: object) => {
    const stack = new Stack(newApp(), 'S');
    volume(stack, 'V');
    Validations.of(stack).acknowledge({ id, reason: 'r' });
    const [judged] = inspectSubject(stack, { configuration, config: false, today }).inputs;
    return { notes: judged?.notes, waived: judged?.findings.some(({ waiver }) => waiver !== null) };
  };

  test('holds for all that is below', () => {
    expect(notesOf('AwsSolutions-EC26', honour)).toEqual({ notes: [], waived: true });
  });

  test.each([
    [
      'does not count without',
      'AwsSolutions-EC26',
      {},
      '1 suppression of another tool is not counted (cdk-nag 1); to honour them: "waivers: { honour: [cdk-nag] }"',
    ],
    [
      'of a single finding does not count',
      'AwsSolutions-IAM5[Action::s3:*]',
      honour,
      '1 suppression of cdk-nag is for a part of what a control here asks, and does not count: AwsSolutions-IAM5[Action::s3:*] (iam-no-wildcard-resource, iam-no-admin, iam-no-wildcard-action, policy-grants-narrow)',
    ],
    [
      'that nothing answers to is noted',
      'AwsSolutions-AS1',
      honour,
      '1 suppression of cdk-nag names a rule that no control here answers to: AwsSolutions-AS1',
    ],
  ])('%s', (_, id, configuration, note) => {
    expect(notesOf(id, configuration)).toEqual({ notes: [note], waived: false });
  });

  test('is told apart from what was acknowledged of other plugins', () => {
    expect(notesOf('CloudFormation-Validate::W1011', honour)).toEqual({ notes: [], waived: false });
  });
});
