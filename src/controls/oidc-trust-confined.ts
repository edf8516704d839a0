import type { Condition, Statement } from '../model/policy';
import { label, matchesGlob, reachesEvery, somePattern } from '../model/policy-patterns';
import { allows, somePrincipal, someStatement } from '../model/policy-questions';
import { all, not, some, truth, type Truth } from '../model/truth';
import { control } from './control';

/**
 * Issuers that give tokens to everyone who signs up: whose of them are meant must be said. Those whose address names the
 * customer (CircleCI, Bitbucket) are none.
 */
const sharedIssuers: readonly string[] = [
  'token.actions.githubusercontent.com', 'gitlab.com', 'app.terraform.io', 'agent.buildkite.com', 'oidc.codefresh.io',
  'oidc.vercel.com', 'accounts.google.com', 'cognito-identity.amazonaws.com', 'graph.facebook.com', 'www.amazon.com',
]; // prettier-ignore

/** Named by address, or by the ARN of the provider that stands for it in the account. */
const isShared = (provider: string): boolean =>
  sharedIssuers.some(
    (issuer) =>
      matchesGlob(provider.toLowerCase(), issuer) ||
      reachesEvery(provider.toLowerCase(), { service: 'iam', name: `oidc-provider/${issuer}` }),
  );

/**
 * Claims that say whose token it is. An audience does where the provider gives each of its customers another: Cognito
 * (the identity pool) and those that people sign in with.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
 */
const tellingClaim =
  /:(sub|repository|repository_id|repository_owner|repository_owner_id|job_workflow_ref|enterprise_id|project_path|project_id|namespace_path|namespace_id|organization_id|terraform_organization_id|terraform_workspace_id|app_id)$|^(cognito-identity\.amazonaws\.com|accounts\.google\.com):aud$/i;

/** Unlike `IfExists` and `ForAllValues`, these fail where the token has no such claim. */
const positive = /^(ForAnyValue:)?(StringEquals|StringEqualsIgnoreCase|StringLike)$/i;

/** Somebody else's project can have it: the owner's name does not stand whole before the first wildcard. */
function acceptsOthers(subject: string): boolean {
  const wildcard = subject.search(/[*?]/);
  if (wildcard < 0) return false;
  const owner = subject.slice(0, wildcard).replace(/^(?:[a-z_]+:|org\/)/, '');
  return !/^[^/:@]+[/:@]/.test(owner);
}

const namesOwner = ({ operator, key, values, at }: Condition): Truth =>
  all(
    truth(positive.test(operator) && tellingClaim.test(key), at, `condition ${operator} on ${key}`),
    /Like$/i.test(operator)
      ? not(somePattern(values, acceptsOthers, `condition on ${key} accepts`))
      : truth(true, at, `condition on ${key}`),
  );

const isOwned = (statement: Statement): Truth =>
  some(statement.conditions, namesOwner, `${label(statement)} has no condition on the token's subject`);

export const oidcTrustConfined = control({
  id: 'oidc-trust-confined',
  area: 'identity-access',
  severity: 'critical',
  gate: 'block',
  judges: 'policy-document',
  title: 'Roles for outside identity providers name whose tokens they accept',
  failure: 'accepts tokens of anyone at its identity provider',
  why: 'The provider vouches for everybody who signed up with it. Which of their projects is yours stands in your condition, or nowhere.',
  fix: 'Add a StringEquals condition on the subject that names your organization and repository.',
  holds: ({ role, document }) =>
    role === 'trust'
      ? not(
          someStatement(
            document,
            (statement) =>
              all(
                allows(statement),
                somePrincipal(statement, 'Federated', isShared, 'the identity provider'),
                not(isOwned(statement)),
              ),
            'trusts an identity provider',
          ),
        )
      : undefined,
});
