import { Annotations, Aspects, CfnResource, Stack, Stage, Validations, type App, type IAspect } from 'aws-cdk-lib';
import { CfnSecurityGroup, CfnSecurityGroupIngress, CfnVolume } from 'aws-cdk-lib/aws-ec2';
import type { Configuration } from '../../src/gate/configuration';
import { DemarcAspect, DemarcPlugin, type AspectOptions } from '../../aspects';
import { newApp } from './support';

const silent: Configuration = { controls: { 'transit-enforced': 'off' } };
const aspect = (configuration: Configuration = silent, options: AspectOptions = {}) =>
  new DemarcAspect(configuration, { config: false, today: '2026-11-20', ...options });

const volume = (scope: Stack, id: string, encrypted: boolean): CfnVolume =>
  new CfnVolume(scope, id, { availabilityZone: 'a', size: 1, encrypted });

/** `level path control` of everything of ours that was written on constructs. */
const written = (app: App): readonly string[] =>
  app.node
    .findAll()
    .flatMap(({ node }) =>
      node.metadata
        .filter(({ type, data }) => type.startsWith('aws:cdk:') && String(data).includes('demarc::'))
        .map(
          ({ type, data }) =>
            `${type.slice('aws:cdk:'.length)} ${node.path} ${/demarc::([\w-]+)/.exec(String(data))?.[1] ?? ''}`,
        ),
    );

describe('the Aspect', () => {
  test('warns on the construct, with the line that makes it, and does not fail', () => {
    const app = newApp();
    const stack = new Stack(app, 'S');
    volume(stack, 'V', false);
    Aspects.of(app).add(aspect());
    app.synth();
    expect(written(app)).toEqual(['warning S/V storage-encrypted']);
    const [first] = stack.node.findChild('V').node.metadata.filter(({ type }) => type === 'aws:cdk:warning');
    expect(String(first?.data)).toMatch(
      /EBS volume V is not encrypted at rest.*Fix: .*aspect\.test\.ts:\d+:\d+\) \[ack: demarc::storage-encrypted\]/,
    );
    expect(first?.trace?.join('\n')).toContain('aspect.test.ts');
  });

  test('sees overrides and what other Aspects change, whatever the order', () => {
    const app = newApp();
    const stack = new Stack(app, 'S');
    volume(stack, 'Repaired', false).addPropertyOverride('Encrypted', true);
    volume(stack, 'Broken', true).addPropertyOverride('Encrypted', false);
    volume(stack, 'Changed', false);
    new CfnResource(stack, 'Raw', { type: 'AWS::EC2::Volume', properties: { Encrypted: false } });
    const encrypts: IAspect = {
      visit: (node) => {
        if (node.node.id === 'Changed' && CfnResource.isCfnResource(node)) node.addPropertyOverride('Encrypted', true);
      },
    };
    Aspects.of(app).add(aspect());
    Aspects.of(app).add(encrypts);
    app.synth();
    expect(written(app)).toEqual(['warning S/Broken storage-encrypted', 'warning S/Raw storage-encrypted']);
  });

  test('joins what belongs together in the scope', () => {
    const app = newApp();
    const group = new CfnSecurityGroup(new Stack(app, 'One'), 'G', { groupDescription: 'g' });
    new CfnSecurityGroupIngress(new Stack(app, 'Two'), 'Open', {
      groupId: group.attrGroupId,
      ipProtocol: 'tcp',
      fromPort: 22,
      toPort: 22,
      cidrIp: '0.0.0.0/0',
    });
    Aspects.of(app).add(aspect());
    app.synth();
    expect(written(app)).toContain('warning One/G ingress-admin-not-open');
  });

  test('on a construct speaks of that construct only', () => {
    const app = newApp();
    const stack = new Stack(app, 'S');
    volume(stack, 'A', false);
    Aspects.of(volume(stack, 'B', false)).add(aspect());
    app.synth();
    expect(written(app)).toEqual(['warning S/B storage-encrypted']);
  });

  test('reaches into stages, whose constructs nobody reads any more, aloud', () => {
    const app = newApp();
    volume(new Stack(new Stage(app, 'Prod'), 'S'), 'V', false);
    Aspects.of(app).add(aspect());
    const said: string[] = [];
    const spy = jest.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
    app.synth();
    spy.mockRestore();
    expect(said.join('')).toMatch(/^\[warning at \/Prod\/S\/V\] EBS volume V is not encrypted at rest/);
  });

  test('is silent where the plugin is registered', () => {
    const app = newApp();
    const stage = new Stage(app, 'Prod');
    const stack = new Stack(stage, 'S');
    volume(stack, 'V', false);
    Validations.of(stage).addPlugins(
      new DemarcPlugin({ controls: { 'storage-encrypted': 'note' } }, { config: false }),
    );
    Aspects.of(stack).add(aspect());
    app.synth();
    expect(written(app)).toEqual([]);
  });

  test.each([
    [
      'Validations',
      (stack: Stack) => {
        Validations.of(stack).acknowledge({ id: 'demarc::storage-encrypted', reason: 'r' });
      },
    ],
    [
      'Annotations, as before version 2.257',
      (stack: Stack) => {
        Annotations.of(stack).acknowledgeWarning('demarc::storage-encrypted', 'r');
      },
    ],
  ] as const)('is acknowledged by %s', (_, acknowledge) => {
    const app = newApp();
    const stack = new Stack(app, 'S');
    volume(stack, 'V', false);
    acknowledge(stack);
    Aspects.of(app).add(aspect());
    app.synth();
    expect(written(app)).toEqual([]);
  });

  test('adds errors for what the gate blocks when it is told to', () => {
    const app = newApp();
    volume(new Stack(app, 'S'), 'V', false);
    Aspects.of(app).add(aspect({}, { mode: 'error' }));
    app.synth();
    expect(written(app)).toEqual(['error S/V storage-encrypted']);
  });

  test('in a stage, such an error fails the synthesis', () => {
    const app = newApp();
    volume(new Stack(new Stage(app, 'Prod'), 'S'), 'V', false);
    Aspects.of(app).add(aspect({}, { mode: 'error' }));
    expect(() => app.synth()).toThrow(/Prod\/S\/V: EBS volume V is not encrypted at rest/);
  });

  test('never hides that it could not judge', () => {
    const app = newApp();
    volume(new Stack(app, 'S'), 'V', true);
    Aspects.of(app).add(aspect({ only: ['nonsense'] }));
    expect(() => app.synth()).toThrow(/Demarc could not judge this app: only\[0\]: "nonsense" is no control/);
  });
});
