import { counterexample } from '../decide';
import type { PolicySet } from '../model';
import { showPattern } from '../pattern';
import { holes, isUnknown, type Holes } from '../text';
import { scope } from './scope';
import { undecided, type Judgement, type QuestionOptions } from './subject';

type Claim = readonly (string | Holes)[];

/** An identity provider that signs tokens for everyone who signs up, and what a stranger's token says. */
interface Issuer {
  readonly host: string;
  readonly claims: Readonly<Record<string, Claim>>;
}

const stranger = { reference: 'a stranger' };
const own: Claim = [holes(stranger)];

/** Claims follow the documentation of each provider. Claims that are not here a stranger may choose. */
const issuers: readonly Issuer[] = [
  {
    // https://docs.github.com/actions/reference/security/oidc
    host: 'token.actions.githubusercontent.com',
    claims: {
      sub: [holes('repo:', stranger, '/', stranger, ':*')],
      repository: [holes(stranger, '/', stranger)],
      repository_id: own,
      repository_owner: own,
      repository_owner_id: own,
      job_workflow_ref: [holes(stranger, '/', stranger, '/*')],
      enterprise: own,
      enterprise_id: own,
    },
  },
  {
    // https://docs.gitlab.com/ci/secrets/id_token_authentication/
    host: 'gitlab.com',
    claims: {
      sub: [holes('project_path:', stranger, '/', stranger, ':*')],
      project_path: [holes(stranger, '/', stranger)],
      project_id: own,
      namespace_path: own,
      namespace_id: own,
    },
  },
  {
    // https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials/workload-identity-tokens
    host: 'app.terraform.io',
    claims: {
      sub: [holes('organization:', stranger, ':project:*')],
      terraform_organization_id: own,
      terraform_organization_name: own,
      terraform_workspace_id: own,
      terraform_project_id: own,
    },
  },
  {
    // https://buildkite.com/docs/pipelines/security/oidc
    host: 'agent.buildkite.com',
    claims: { sub: [holes('organization:', stranger, ':pipeline:*')], organization_id: own, organization_slug: own },
  },
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html
  { host: 'accounts.google.com', claims: { sub: own, aud: own, oaud: own, azp: own, email: [holes(stranger, '@*')] } },
  { host: 'cognito-identity.amazonaws.com', claims: { aud: own, sub: own } },
  { host: 'graph.facebook.com', claims: { app_id: own, id: own } },
  { host: 'www.amazon.com', claims: { app_id: own, user_id: own } },
];

/** Does the role accept tokens of strangers from a provider that everyone can sign up with? */
export function acceptsStrangers(
  policies: PolicySet,
  options: QuestionOptions = {},
): Judgement<{ readonly issuer: string }> {
  const missing: string[] = [];
  for (const { host, claims } of issuers.filter((issuer) => mentions(policies, issuer.host))) {
    const said = Object.fromEntries(
      Object.entries(claims)
        .map(([claim, value]) => [`${host}:${claim}`, value] as const)
        .filter(([key]) => tests(policies, key)),
    );
    const token = scope({
      actions: ['sts:AssumeRoleWithWebIdentity'],
      principals: { Federated: [host, `arn:*:iam::*:oidc-provider/${host}`, `arn:*:iam::*:oidc-provider/${host}/*`] },
      conditions: { StringLike: said },
    });
    const answer = counterexample([policies, token], [], { ...options, withPrincipals: true });
    if (answer.answer === 'yes')
      return { answer: 'yes', witness: answer.witness, statements: answer.allowedBy.slice(0, 1), issuer: host };
    if (answer.answer === 'undecided') missing.push(...answer.missing);
  }
  return missing.length > 0 ? undecided(missing) : { answer: 'no' };
}

/** Whether a statement may let a provider in: by its name, or because nobody knows whom it lets in. */
const mentions = (policies: PolicySet, host: string): boolean =>
  policies.some(({ statements }) =>
    statements.some(({ principals }) => {
      if (!principals) return false;
      if (isUnknown(principals.patterns) || principals.negated) return true;
      return principals.patterns.some(
        ({ kind, pattern }) =>
          kind === 'Any' ||
          (kind === 'Federated' &&
            (showPattern(pattern).includes(host) || pattern.some(({ kind }) => kind === 'free'))),
      );
    }),
  );

const tests = (policies: PolicySet, key: string): boolean =>
  policies.some(({ statements }) =>
    statements.some(
      ({ conditions }) => !isUnknown(conditions) && conditions.some((condition) => condition.key === key),
    ),
  );
