import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { property, type Resource } from '../../model/resource';
import { any, is, settledTruth } from '../../model/truth';
import { chain, known, map, otherwise, unknown, type Settled } from '../../model/value';
import { belongsTo } from './resource-policy';

const secrets = ['AWS::SecretsManager::Secret', 'aws_secretsmanager_secret'];
const schedules = ['AWS::SecretsManager::RotationSchedule', 'aws_secretsmanager_secret_rotation'];
const targetOf = (schedule: Resource) => property(schedule, 'SecretId', 'secret_id');
const noun = 'Secrets Manager secret';

/** Who makes a secret, how often it changes, and whether it can be had back. */
export function* lifeFacts(resource: Resource, graph: ResourceGraph): Iterable<Fact> {
  if (secrets.includes(resource.type)) yield* secretFacts(resource, graph);
  else if (
    schedules.includes(resource.type) &&
    !belongsTo(targetOf(resource), [...secrets, 'AWS::SecretsManager::SecretTargetAttachment'], graph)
  )
    yield { kind: 'secret-rotation', noun: 'secret of this rotation', subject: resource, days: interval(resource) };
}

function* secretFacts(secret: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun, subject: secret };
  const { certain, possible } = schedulesOf(secret, graph);
  const [schedule] = certain;
  const [maybe] = possible;
  const at = { id: secret.id, path: [] };
  const never: Settled<number> = maybe
    ? unknown(`${maybe.resource.address} may rotate it: ${maybe.why}`, { id: maybe.resource.id, path: [] })
    : known(Infinity, at, 'nothing rotates it');
  yield {
    kind: 'secret-rotation',
    days: schedule ? rotation(schedule) : never,
    ...about,
    ...(schedule && { related: [schedule] }),
  };
  yield { kind: 'remote-copy', kept: property(secret, 'ReplicaRegions', 'replica').present(), ...about };
  const generated = property(secret, 'GenerateSecretString', null).present();
  const written = property(secret, 'SecretString', null).present();
  if ([generated, written].some((one) => one.state === 'unknown' || one.value))
    yield { kind: 'managed-secret', managed: generated, ...about };
  if (secret.vocabulary === 'terraform') {
    const window = otherwise(
      property(secret, null, 'recovery_window_in_days').number(),
      30,
      '30 days unless told otherwise',
    );
    yield { kind: 'deletion-protection', on: map(window, (days) => days > 0), ...about };
  }
}

/** A schedule may also name the attachment that joins the secret to its database. */
function schedulesOf(secret: Resource, graph: ResourceGraph) {
  const path = secret.vocabulary === 'cloudformation' ? 'SecretId' : 'secret_id';
  const owners = [...secrets, 'AWS::SecretsManager::SecretTargetAttachment'];
  const direct = graph.companions(secret, schedules, path, owners);
  const attachments = graph.companions(secret, ['AWS::SecretsManager::SecretTargetAttachment'], 'SecretId').certain;
  const joined = attachments.flatMap((attachment) => graph.companions(attachment, schedules, path, owners).certain);
  return { certain: [...direct.certain, ...joined], possible: direct.possible };
}

/**
 * A schedule rotates by a function. Only secrets that another service manages do without one, and those no code creates.
 *
 * @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotateSecret.html (RotationLambdaARN)
 */
function rotation(schedule: Resource): Settled<number> {
  const rotators = [
    property(schedule, 'RotationLambdaARN', 'rotation_lambda_arn'),
    property(schedule, 'HostedRotationLambda', null),
    property(schedule, 'ExternalSecretRotationRoleArn', 'external_secret_rotation_role_arn'),
  ].map((place) => is(place.present(), (written) => written, 'function that rotates'));
  const able = settledTruth(any(...rotators), { id: schedule.id, path: [] });
  return chain(able, (rotates) => (rotates ? interval(schedule) : known(Infinity, able.at, 'no function rotates it')));
}

/**
 * Days between rotations. A schedule without rules, or one that has none but a window, never rotates by itself.
 *
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_schedule.html
 */
function interval(schedule: Resource): Settled<number> {
  const days = property(
    schedule,
    'RotationRules.AutomaticallyAfterDays',
    'rotation_rules.automatically_after_days',
  ).number();
  const expression = property(
    schedule,
    'RotationRules.ScheduleExpression',
    'rotation_rules.schedule_expression',
  ).text();
  if (days.state === 'known') return days;
  if (expression.state === 'known') return known(daysBetween(expression.value), expression.at);
  if (expression.state === 'unknown') return unknown(expression.why, expression.at);
  return days.state === 'unknown' ? days : known(Infinity, days.at, 'no interval is written');
}

/** `rate(...)` says it; a calendar goes by its months. */
function daysBetween(expression: string): number {
  const rate = /^rate\((\d+) (hour|day)s?\)$/i.exec(expression.trim());
  if (rate) return Number(rate[1]) / (rate[2]?.toLowerCase() === 'hour' ? 24 : 1);
  const months =
    expression
      .trim()
      .replace(/^cron\(/i, '')
      .split(/\s+/)[3] ?? '*';
  const step = /^(?:\*|\d+)\/(\d+)$/.exec(months);
  if (step) return Number(step[1]) * 30;
  return months === '*' || months === '?' ? 31 : Math.ceil(366 / months.split(',').length);
}
