import { isOpenToAccount, type ExposureOptions } from '../iam';
import type { PolicyFact } from '../model/fact';
import { not, type Witness } from '../model/truth';
import { control } from './control';
import { letsIn } from './permissions';

const asOwn = ({ at, note }: Witness): Witness => ({ at, note: `${note}, unless that is its own` });

const accountsOf = ({ account, trustedAccounts = [] }: PolicyFact): ExposureOptions => ({
  trustedAccounts,
  ...(account !== undefined && { account }),
});

/** That the policy of a resource lets everybody in is a fault of another name. */
const named = ({ role }: PolicyFact, judgement: ReturnType<typeof isOpenToAccount>): typeof judgement =>
  role === 'resource' && judgement.answer === 'yes' && judgement.account === 'anybody' ? { answer: 'no' } : judgement;

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
  yieldsTo: ['resource-policy-not-public', 'trust-policy-confined'],
  holds: (fact) => {
    const open = letsIn(
      fact,
      (policies) => named(fact, isOpenToAccount(policies, accountsOf(fact))),
      ({ account: other }) =>
        (label) =>
          `${label} lets the whole account ${other === 'anybody' ? 'of anybody' : other} in`,
    );
    // A role's own account seldom stands in its trust policy by number; in the policy of a resource it may.
    return fact.role === 'resource' && fact.account === undefined && open.holds
      ? { holds: undefined, because: open.because.map(asOwn) }
      : not(open);
  },
});
