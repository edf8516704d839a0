import type { Fact } from '../../model/fact';
import { property, type Resource } from '../../model/resource';
import { all, any, is, settledTruth } from '../../model/truth';
import { chain, known, map, otherwise, unknown, type Settled } from '../../model/value';
import { optionFlag, optionValue } from './elastic-beanstalk-options';

const updates = 'aws:elasticbeanstalk:managedactions';
const levels = 'aws:elasticbeanstalk:managedactions:platformupdate';
const health = 'aws:elasticbeanstalk:healthreporting:system';
const logs = 'aws:elasticbeanstalk:cloudwatch:logs';
const rotated = 'aws:elasticbeanstalk:hostmanager';
const machines = 'aws:autoscaling:launchconfiguration';
const network = 'aws:ec2:vpc';

/**
 * What an environment's options mean for its machines. What is not set there may be set in the code's own configuration
 * files, but the options of the environment go first, and the platform's defaults are what nobody sets.
 *
 * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html
 */
export function* environmentFacts(environment: Resource): Iterable<Fact> {
  const about = { noun: 'Elastic Beanstalk environment', subject: environment };
  const flag = (namespace: string, name: string, unset: boolean, because: string): Settled<boolean> =>
    otherwise(optionFlag(environment, namespace, name), unset, because);
  const { at } = property(environment, 'OptionSettings', 'setting');

  yield { kind: 'patching', of: 'guest-os', automatic: updatedAutomatically(environment), ...about };
  const supported = platformSupported(environment);
  if (supported) yield { kind: 'runtime', supported, ...about };
  yield {
    kind: 'monitoring',
    ...about,
    detailed: map(
      otherwise(optionValue(environment, health, 'SystemType'), 'basic', 'health is reported basically unless told otherwise'), // prettier-ignore
      (type) => type === 'enhanced',
    ),
  };
  yield {
    kind: 'audit-log',
    scope: 'access',
    kept: settledTruth(
      any(
        is(flag(logs, 'StreamLogs', false, 'logs stay on the machines'), (on) => on, 'logs streamed to CloudWatch'),
        is(flag(rotated, 'LogPublicationControl', false, 'logs stay on the machines'), (on) => on, 'logs sent to S3'),
      ),
      at,
    ),
    ...about,
  };
  yield {
    kind: 'default-network',
    used: map(otherwise(optionValue(environment, network, 'VPCId'), '', 'the default VPC'), (id) => id === ''),
    ...about,
  };
  const address = optionFlag(environment, network, 'AssociatePublicIpAddress');
  if (address.state !== 'absent') yield { kind: 'public-endpoint', role: 'compute', public: address, ...about };
  const token = optionFlag(environment, machines, 'DisableIMDSv1');
  if (token.state !== 'absent') yield { kind: 'instance-metadata', tokenRequired: token, ...about };
}

/** Updates need a switch, and a level that says which: patches, or minor versions as well. */
function updatedAutomatically(environment: Resource): Settled<boolean> {
  const on = otherwise(
    optionFlag(environment, updates, 'ManagedActionsEnabled'),
    false,
    'the platform is updated only when told to be',
  );
  const level = otherwise(optionValue(environment, levels, 'UpdateLevel'), '', 'no level of updates is set');
  return settledTruth(
    all(
      is(on, (enabled) => enabled, 'managed updates'),
      is(level, (text) => ['patch', 'minor'].includes(text), 'level of updates'),
    ),
    on.at,
  );
}

/**
 * Platforms of the first Amazon Linux, and of Windows before 2016, are retired: `64bit Amazon Linux 2018.03 v2.9`, and in
 * ARNs `64bit Amazon Linux/2.9`.
 *
 * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/platforms-schedule.html
 */
const retired = /Amazon Linux( 201\d|\/| running)|Windows Server (Core )?(2008|2012)/;

/** Undefined where no platform is named: a template or the image of one's own names it. */
function platformSupported(environment: Resource): Settled<boolean> | undefined {
  const [named] = [
    property(environment, 'SolutionStackName', 'solution_stack_name').text(),
    property(environment, 'PlatformArn', 'platform_arn').text(),
  ].filter((text) => text.state !== 'absent');
  return (
    named &&
    chain(named, (platform): Settled<boolean> =>
      retired.test(platform)
        ? known(false, named.at, 'the platform is retired')
        : unknown('no date is known until which the platform is supported', named.at),
    )
  );
}
