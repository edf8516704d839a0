import { isOpenToInternet } from './cidr';
import type { Condition, Statement } from './policy';
import { isStar, label, shown, somePattern, spells } from './policy-patterns';
import { all, any, not, some, truth, type Truth } from './truth';

/** Whether conditions hold callers to those that somebody named. */

/**
 * Keys whose value says who calls or for whom, and that a caller cannot choose. Tags, user names and the services a
 * request passes through are no such keys: everybody's account may have the same.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html (the meaning of "public")
 */
const confiningKeys: readonly RegExp[] = [
  /^aws:principal(account|arn|orgid|orgpaths|isawsservice|servicename)$/i,
  /^aws:source(account|arn|orgid|orgpaths|owner|ip|vpc|vpce|vpcarn)$/i,
  /^aws:(vpce(account|orgid|orgpaths)|userid)$/i,
  /^(kms:calleraccount|s3:dataaccesspoint(account|arn)|sns:endpoint)$/i,
  /^elasticfilesystem:(accessedviamounttarget|accesspointarn)$/i,
  /^cognito-identity\.amazonaws\.com:aud$/i,
  /^lambda:(functionurlauthtype|invokedviafunctionurl|eventsourcetoken)$/i,
];

/** Operators that a request without the key does not pass, unlike those with `IfExists` or `ForAllValues`. */
const positive = /^(ForAnyValue:)?(StringEquals|StringEqualsIgnoreCase|StringLike|ArnEquals|ArnLike|IpAddress|Bool)$/i;

/** A condition that only callers somebody named can meet. */
const confines = (condition: Condition): Truth =>
  all(
    truth(
      positive.test(condition.operator) && confiningKeys.some((key) => key.test(condition.key)),
      condition.at,
      `condition ${condition.operator} on ${condition.key}`,
    ),
    not(isOpen(condition)),
  );

export const isConfined = (statement: Statement): Truth =>
  some(statement.conditions, confines, `${label(statement)} has no condition that confines callers`);

/** Whether the values of a condition accept everyone. Only some operators take wildcards. */
function isOpen({ operator, key, values }: Condition): Truth {
  const note = `condition on ${key} accepts`;
  if (/Bool/i.test(operator)) return somePattern(values, (text) => !spells('true')(text), note);
  if (/IpAddress/i.test(operator)) {
    const together =
      values.state === 'known' ? values.value.flatMap((one) => (one.state === 'known' ? [shown(one.value)] : [])) : [];
    return any(
      somePattern(values, (text) => isStar(text) || isOpenToInternet([text.replace(/^\*/, '0.0.0.0')]), note),
      truth(isOpenToInternet(together), values.at, `${note} ${together.join(' and ')}`),
    );
  }
  if (/Like|Arn/i.test(operator)) return somePattern(values, isOpenPattern, note);
  return somePattern(values, spells('none'), note);
}

/** `*`, the id of any organization or endpoint, or an ARN of any account. ARNs of buckets have no account. */
function isOpenPattern(text: string): boolean {
  if (!text.startsWith('arn:')) return /^[a-z]{0,4}-?[*?]/.test(text);
  const [, , , , account = '*', ...rest] = text.split(':');
  return isStar(account) || (account === '' && isStar(rest.join(':')));
}
