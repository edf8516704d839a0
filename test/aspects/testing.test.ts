import { App, CfnParameter, Stack, Validations } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { CfnVolume } from 'aws-cdk-lib/aws-ec2';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { EbsVolume } from '@cdktn/provider-aws/lib/ebs-volume';
import { App as TerraformApp, TerraformStack } from 'cdktn';
import { inspectSubject, matchers } from '../../aspects/testing';
import { temporaryFolder } from '../support/temporary-folder';
import { newApp } from './support';

expect.extend(matchers);

// A stack without an app writes there: the CDK makes a folder for it, and leaves it.
process.env['CDK_OUTDIR'] = temporaryFolder();

const options = { config: false, today: '2026-11-20' } as const;

function stackWith(encrypted: boolean): Stack {
  const stack = new Stack(newApp(), 'Data');
  new CfnVolume(stack, 'Scratch', { availabilityZone: 'a', size: 1, encrypted });
  return stack;
}

const forms = (encrypted: boolean): readonly (readonly [string, unknown])[] => [
  ['a stack', stackWith(encrypted)],
  ['an app', App.of(stackWith(encrypted))],
  [
    'a stack without an app',
    ((stack) => (new CfnVolume(stack, 'Scratch', { availabilityZone: 'a', encrypted }), stack))(new Stack()),
  ],
  ['a Template', Template.fromStack(stackWith(encrypted))],
  ['a template object', { Resources: { Scratch: { Type: 'AWS::EC2::Volume', Properties: { Encrypted: encrypted } } } }],
  ['a Terraform stack', terraformStack(encrypted)],
];

function terraformStack(encrypted: boolean): TerraformStack {
  const stack = new TerraformStack(new TerraformApp({ outdir: temporaryFolder() }), 'Data');
  new EbsVolume(stack, 'Scratch', { availabilityZone: 'a', size: 1, encrypted });
  return stack;
}

describe('matchers', () => {
  test.each(forms(true))('%s that holds the line', (_, subject) => {
    expect(subject).toHoldTheLine(options);
    expect(subject).not.toFail('storage-encrypted', options);
    expect(() => {
      expect(subject).toFail('storage-encrypted', options);
    }).toThrow(/expected to fail, and does not/);
    expect(() => {
      expect(subject).not.toHoldTheLine(options);
    }).toThrow(/nothing is blocked/);
  });

  test.each(forms(false))('%s that does not', (_, subject) => {
    expect(subject).not.toHoldTheLine(options);
    expect(subject).toFail('storage-encrypted', { on: '**Scratch', ...options });
    expect(() => {
      expect(subject).toHoldTheLine(options);
    }).toThrow(
      /error\[storage-encrypted\]: EBS volume .*Scratch is not encrypted at rest[\s\S]*help: Switch encryption/,
    );
  });

  test('a resource is named by logical id, type, or the end of its construct path', () => {
    const stack = new Stack(newApp(), 'Data');
    new Bucket(stack, 'Store', {
      publicReadAccess: true,
      blockPublicAccess: { blockPublicPolicy: false, restrictPublicBuckets: false } as never,
    });
    for (const on of ['Store/Resource', 'Data/Store', 'Store', 'AWS::S3::Bucket', '**/Store/Resource'])
      expect(stack).toFail('resource-policy-not-public', { on, ...options });
    expect(() => {
      expect(stack).toFail('resource-policy-not-public', { on: 'Other', ...options });
    }).toThrow(/expected to fail on Other, and fails elsewhere/);
  });

  test('what is acknowledged, waived or switched off does not fail', () => {
    const stack = stackWith(false);
    Validations.of(stack).acknowledge({ id: 'demarc::storage-encrypted', reason: 'throwaway' });
    expect(stack).toHoldTheLine(options);
    expect(stack).not.toFail('storage-encrypted', options);
    expect(stackWith(false)).toHoldTheLine({ ...options, configuration: { controls: { 'storage-encrypted': 'off' } } });
  });

  test('what is undecided does not fail', () => {
    const stack = new Stack(newApp(), 'Data');
    new CfnVolume(stack, 'V', {
      availabilityZone: 'a',
      encrypted: new CfnParameter(stack, 'P').valueAsString as never,
    });
    expect(stack).not.toFail('storage-encrypted', options);
    expect(inspectSubject(stack, options).summary.verdict.undecided).toBeGreaterThan(0);
  });

  test('a slip of the pen is no passing test', () => {
    expect(() => {
      expect(stackWith(true)).not.toFail('storage-encrypt', options);
    }).toThrow(/did you mean "storage-encrypted"/);
    expect(() => {
      expect(undefined).toHoldTheLine(options);
    }).toThrow(/a stack, an app, a Template or a template object is expected/);
    expect(() => {
      expect({ stack: 1 }).toHoldTheLine(options);
    }).toThrow(/it has no "Resources"/);
    expect(() => {
      expect(new Bucket(stackWith(true), 'B')).toHoldTheLine(options);
    }).toThrow(/not another construct/);
  });
});
