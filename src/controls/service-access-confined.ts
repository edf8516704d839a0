import { isConfusedDeputy } from '../iam';
import { not } from '../model/truth';
import { control } from './control';
import { letsIn } from './permissions';

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
  holds: (fact) =>
    fact.role === 'resource'
      ? not(
          letsIn(
            fact,
            (policies) => isConfusedDeputy(policies),
            ({ service }) =>
              (label) =>
                `${label} lets ${service} in for any account`,
          ),
        )
      : undefined,
});
