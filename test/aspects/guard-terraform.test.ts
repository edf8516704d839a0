import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as tfVolume from '@cdktf/provider-aws/lib/ebs-volume';
import * as tfProvider from '@cdktf/provider-aws/lib/provider';
import * as tfGroup from '@cdktf/provider-aws/lib/security-group';
import * as tfRule from '@cdktf/provider-aws/lib/security-group-rule';
import * as tnVolume from '@cdktn/provider-aws/lib/ebs-volume';
import * as tnProvider from '@cdktn/provider-aws/lib/provider';
import * as tnGroup from '@cdktn/provider-aws/lib/security-group';
import * as tnRule from '@cdktn/provider-aws/lib/security-group-rule';
import * as cdktf from 'cdktf';
import * as cdktn from 'cdktn';
import { guardTerraform } from '../../aspects';
import { temporaryFolder } from '../support/temporary-folder';

const tnAws = { provider: tnProvider, ebsVolume: tnVolume, securityGroup: tnGroup, securityGroupRule: tnRule };
const tfAws = { provider: tfProvider, ebsVolume: tfVolume, securityGroup: tfGroup, securityGroupRule: tfRule };

const synth = (app: { synth(): void }) => () => {
  app.synth();
};

/** The two have the same face; CDKTN is the one that lives on. */
const libraries = [
  ['cdktn', cdktn, tnAws],
  ['cdktf', cdktf as unknown as typeof cdktn, tfAws as unknown as typeof tnAws],
] as const;

describe.each(libraries)('%s', (_, { App, TerraformStack, TerraformVariable }, aws) => {
  const newStack = () => {
    const app = new App({ outdir: temporaryFolder() });
    const stack = new TerraformStack(app, 'data');
    new aws.provider.AwsProvider(stack, 'aws', { region: 'eu-west-1' });
    const printed: string[] = [];
    return {
      app,
      stack,
      printed,
      options: { config: false, today: '2026-11-20', print: (line: string) => printed.push(line) } as const,
    };
  };

  test('what the gate blocks fails the synthesis, after the stacks are written', () => {
    const { app, stack, options } = newStack();
    new aws.ebsVolume.EbsVolume(stack, 'scratch', { availabilityZone: 'eu-west-1a', size: 1 });
    guardTerraform(app, {}, options);
    expect(synth(app)).toThrow(
      /error\[storage-encrypted\]: EBS volume aws_ebs_volume\.scratch is not encrypted at rest[\s\S]*--> data\/scratch[\s\S]*help: /,
    );
    const file = join(app.outdir, 'stacks/data/cdk.tf.json');
    expect(existsSync(file) && readFileSync(file, 'utf8')).toContain('aws_ebs_volume');
  });

  test('warnings are printed, and do not fail', () => {
    const { app, stack, printed, options } = newStack();
    new aws.ebsVolume.EbsVolume(stack, 'scratch', { availabilityZone: 'eu-west-1a', size: 1 });
    guardTerraform(app, { controls: { 'storage-encrypted': 'warn' } }, options);
    app.synth();
    expect(printed.join('\n')).toMatch(/^warning\[storage-encrypted\]: /);
  });

  test('overrides are seen both ways', () => {
    const { app, stack, options } = newStack();
    const repaired = new aws.ebsVolume.EbsVolume(stack, 'repaired', {
      availabilityZone: 'a',
      size: 1,
      encrypted: false,
    });
    repaired.addOverride('encrypted', true);
    const broken = new aws.ebsVolume.EbsVolume(stack, 'broken', { availabilityZone: 'a', size: 1, encrypted: true });
    broken.addOverride('encrypted', false);
    guardTerraform(app, {}, options);
    expect(synth(app)).toThrow(/^(?!.*repaired)[\s\S]*data\/broken/);
  });

  test('references link, across stacks too', () => {
    const { app, stack, options } = newStack();
    const group = new aws.securityGroup.SecurityGroup(stack, 'group', { description: 'g' });
    const other = new TerraformStack(app, 'rules');
    new aws.provider.AwsProvider(other, 'aws', { region: 'eu-west-1' });
    new aws.securityGroupRule.SecurityGroupRule(other, 'open', {
      type: 'ingress',
      securityGroupId: group.id,
      protocol: 'tcp',
      fromPort: 22,
      toPort: 22,
      cidrBlocks: ['0.0.0.0/0'],
    });
    guardTerraform(app, {}, options);
    expect(synth(app)).toThrow(
      /error\[ingress-admin-not-open\]: security group aws_security_group\.group[\s\S]*--> data\/group/,
    );
  });

  test('what a variable decides is undecided, and a default is known on its word', () => {
    const { app, stack, printed, options } = newStack();
    const open = new TerraformVariable(stack, 'open', { type: 'bool' });
    new aws.ebsVolume.EbsVolume(stack, 'given', {
      availabilityZone: 'a',
      size: 1,
      encrypted: open.booleanValue,
    });
    const preset = new TerraformVariable(stack, 'preset', { type: 'bool', default: true });
    new aws.ebsVolume.EbsVolume(stack, 'preset-volume', {
      availabilityZone: 'a',
      size: 1,
      encrypted: preset.booleanValue,
    });
    guardTerraform(app, {}, options);
    app.synth();
    expect(printed).toHaveLength(1);
    expect(printed[0]).toMatch(
      /warning\[storage-encrypted\]: .*aws_ebs_volume\.given cannot be decided: .*variable "open"/,
    );
  });

  test('a wrong configuration fails the synthesis, and twice is once', () => {
    const { app, options } = newStack();
    guardTerraform(app, { only: ['nonsense'] }, options);
    guardTerraform(app, {}, options);
    expect(synth(app)).toThrow(/Demarc could not judge this app/);
  });
});
