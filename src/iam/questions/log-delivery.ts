import type { Element, Pattern, PolicySet } from '../model';
import { parsePolicy } from '../parse';
import { showPattern } from '../pattern';
import { isUnknown } from '../text';

/** Services that write logs below `AWSLogs/` and the number of the account that they are of; no prefix may say that. */
const deliverers = new Set(['delivery.logs', 'logdelivery.elasticloadbalancing']);

/**
 * Services that send messages to encrypted topics and queues: EventBridge can name no source to the key, and S3 is let in
 * without one by AWS's own example. They use the key for those topics and queues alone, which have policies of their own.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html
 */
const messengers = new Set(['events', 's3']);

/**
 * What a service may do for somebody else: nothing where logs of certain accounts are kept. That it looks at who may
 * write, before it delivers, tells nobody anything.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-permissions.html
 */
export function onBehalfOfOthers(service: string, policies: PolicySet): PolicySet {
  const kept: Element = { negated: true, patterns: deliverers.has(service) ? logsOfAccounts(policies) : [] };
  const inert = ['s3:GetBucketAcl', ...(messengers.has(service) ? ['kms:*'] : [])];
  const { statements } = parsePolicy({ Statement: { Effect: 'Allow', NotAction: inert, Resource: '*' } });
  return [{ statements: statements.map((statement) => ({ ...statement, resources: kept })) }];
}

/** Places that policies name where only the logs of an account are written that is named, too. */
const logsOfAccounts = (policies: PolicySet): readonly Pattern[] =>
  policies.flatMap(({ statements }) =>
    statements.flatMap(({ resources }) =>
      !resources || resources.negated || isUnknown(resources.patterns) ? [] : resources.patterns.filter(isOfAccount),
    ),
  );

const isOfAccount = (pattern: Pattern): boolean =>
  pattern.every(({ kind }) => kind === 'text' || kind === 'literal' || kind === 'reference') &&
  /\/AWSLogs\/(?:\d{12}|<[^<>]+>)\//.test(showPattern(pattern));
