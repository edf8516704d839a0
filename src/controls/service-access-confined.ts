import { isConfined } from '../model/policy-conditions';
import { isStar } from '../model/policy-patterns';
import { allows, somePrincipal, someStatement } from '../model/policy-questions';
import { all, not } from '../model/truth';
import { control } from './control';

/**
 * Services that act on behalf of any account's resource and pass it on as source: whoever may write there can send them.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
const deputies =
  /^(\*|sns|s3|events|cloudtrail|config|delivery\.logs|logs|apigateway|ses|iot|cloudfront|lex|lexv2|scheduler|guardduty|ssm|elasticloadbalancing|logdelivery\.elasticloadbalancing|backup|codestar-notifications|budgets|cloudwatch|pinpoint|aps)(\.[^.]+)?\.amazonaws\.com(\.cn)?$/i;

export const serviceAccessConfined = control({
  id: 'service-access-confined',
  area: 'configuration',
  severity: 'medium',
  gate: 'warn',
  judges: 'policy-document',
  title: 'Services are let in on behalf of named accounts or resources only',
  failure: 'lets a service in on behalf of any account',
  why: 'The service acts for all its customers: without a source, another account can send it to your resource (confused deputy).',
  fix: 'Add a condition on aws:SourceArn or aws:SourceAccount.',
  holds: ({ role, document }) =>
    role === 'resource'
      ? not(
          someStatement(
            document,
            (statement) =>
              all(
                allows(statement),
                somePrincipal(statement, 'Service', (text) => isStar(text) || deputies.test(text), 'the service'),
                not(isConfined(statement)),
              ),
            'lets a service in',
          ),
        )
      : undefined,
});
