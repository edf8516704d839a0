import { sensitiveReach } from '../iam';
import { control } from './control';
import { mayDoOrAll, mayNot } from './permissions';
import { byStatement } from './unscoped-actions';

export const iamNoSensitiveReach = control({
  id: 'iam-no-sensitive-reach',
  area: 'identity-access',
  severity: 'medium',
  gate: 'warn',
  judges: 'permissions',
  title: 'Reads of data and credentials are confined to named resources',
  failure: 'can read data or credentials of every resource',
  why: 'Reading changes nothing and gives everything away: secrets, objects and keys of the whole account.',
  fix: 'Name the secrets, keys, buckets or roles that are needed.',
  yieldsTo: ['iam-no-admin', 'iam-no-inverted-grant', 'iam-no-wildcard-action'],
  holds: (fact) =>
    mayNot(
      mayDoOrAll(
        fact,
        (identity) => sensitiveReach(identity),
        ({ actions }) => byStatement(actions),
      ),
    ),
});
