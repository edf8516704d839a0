import { acceptsStrangers } from '../iam';
import { is, not } from '../model/truth';
import { control } from './control';
import { letsIn } from './permissions';

export const oidcTrustConfined = control({
  id: 'oidc-trust-confined',
  area: 'identity-access',
  severity: 'critical',
  gate: 'block',
  judges: ['federation', 'policy-document'],
  title: 'Roles for outside identity providers name whose tokens they accept',
  failure: 'accepts tokens of anyone at its identity provider',
  why: 'The provider vouches for everybody who signed up with it. Which of their projects is yours stands in your condition, or nowhere.',
  fix: 'Add a StringEquals condition on the subject that names your organization and repository.',
  holds: (fact) => {
    if (fact.kind === 'federation') return is(fact.confined, (on) => on, 'condition on whose tokens are taken');
    return fact.role === 'trust'
      ? not(
          letsIn(
            fact,
            (policies) => acceptsStrangers(policies),
            ({ issuer }) =>
              (label) =>
                `${label} accepts tokens of anyone at ${issuer}`,
          ),
        )
      : undefined;
  },
});
