import { isOpenToAccount } from '../iam';
import { not, type Witness } from '../model/truth';
import { control } from './control';
import { letsIn } from './permissions';

const asOwn = ({ at, note }: Witness): Witness => ({ at, note: `${note}, unless that is its own` });

export const crossAccountConfined = control({
  id: 'cross-account-confined',
  area: 'configuration',
  severity: 'medium',
  gate: 'warn',
  judges: 'policy-document',
  title: 'Other accounts are let in by name and condition',
  failure: 'lets a whole other account in',
  why: 'A whole account is everyone its administrators let in, today and later. An external id or organization says whom you mean.',
  fix: 'Name roles instead of the account, or add a condition: sts:ExternalId for third parties, aws:PrincipalOrgID for your own.',
  holds: (fact) => {
    const { account, trustedAccounts = [] } = fact;
    const open = letsIn(
      fact,
      (policies) => isOpenToAccount(policies, { ...(account !== undefined && { account }), trustedAccounts }),
      ({ account: other }) =>
        (label) =>
          `${label} lets the whole account ${other} in`,
    );
    // A role's own account seldom stands in its trust policy by number; in the policy of a resource it may.
    return fact.role === 'resource' && account === undefined && open.holds
      ? { holds: undefined, because: open.because.map(asOwn) }
      : not(open);
  },
});
