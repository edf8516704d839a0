import { CfnParameter, Mixins, Stack, Token } from 'aws-cdk-lib';
import { CfnVolume } from 'aws-cdk-lib/aws-ec2';
import { Key } from 'aws-cdk-lib/aws-kms';
import { CfnQueue } from 'aws-cdk-lib/aws-sqs';
import { Template } from 'aws-cdk-lib/assertions';
import { Mend } from '../../aspects';
import { newApp } from './support';

const volume = (stack: Stack, id: string, encrypted?: boolean): CfnVolume =>
  new CfnVolume(stack, id, { availabilityZone: 'eu-west-1a', size: 8, ...(encrypted !== undefined && { encrypted }) });

const properties = (stack: Stack, type: string) =>
  Object.values(Template.fromStack(stack).findResources(type)).map(
    (resource) => (resource as { readonly Properties: Readonly<Record<string, unknown>> }).Properties,
  );

test('mends what fails, and leaves everything else as it is', () => {
  const stack = new Stack(newApp(), 'S');
  volume(stack, 'Open');
  volume(stack, 'Off', false);
  volume(stack, 'On', true);
  const choice = new CfnParameter(stack, 'Choice', { type: 'String' });
  new CfnVolume(stack, 'Later', {
    availabilityZone: 'a',
    size: 8,
    encrypted: Token.asAny(choice.value) as unknown as boolean,
  });
  Mixins.of(stack).apply(new Mend('storage-encrypted'));
  expect(properties(stack, 'AWS::EC2::Volume').map(({ Encrypted }) => Encrypted)).toEqual([
    true,
    true,
    true,
    { Ref: 'Choice' },
  ]);
});

test('a queue with a key of its own keeps it', () => {
  const stack = new Stack(newApp(), 'S');
  new CfnQueue(stack, 'Own', { kmsMasterKeyId: 'alias/own' });
  new CfnQueue(stack, 'Plain', { sqsManagedSseEnabled: false });
  Mixins.of(stack).apply(new Mend('storage-encrypted'));
  expect(properties(stack, 'AWS::SQS::Queue')).toEqual([
    { KmsMasterKeyId: 'alias/own' },
    { SqsManagedSseEnabled: true },
  ]);
});

test('only the controls that are named are mended, inside L2 constructs too', () => {
  const stack = new Stack(newApp(), 'S');
  new Key(stack, 'Key');
  volume(stack, 'Open');
  Mixins.of(stack).apply(new Mend('key-rotation'));
  expect(properties(stack, 'AWS::KMS::Key')[0]).toMatchObject({ EnableKeyRotation: true });
  expect(properties(stack, 'AWS::EC2::Volume')[0]).not.toHaveProperty('Encrypted');
});

test('a control that no edit mends is a mistake', () => {
  expect(() => new Mend('iam-no-admin')).toThrow(/no edit mends "iam-no-admin"/);
  expect(() => new Mend('storage-encryptd')).toThrow(/did you mean "storage-encrypted"/);
});
