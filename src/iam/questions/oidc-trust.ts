import { counterexample } from '../decide';
import type { Condition, PolicySet } from '../model';
import { plainText, showPattern } from '../pattern';
import { holes, isUnknown, type Holes } from '../text';
import { scope } from './scope';
import { undecided, type Judgement, type QuestionOptions } from './subject';

/** An identity provider that signs tokens for everyone who signs up, and what a stranger's token says. */
interface Issuer {
  readonly host: string;
  /** Shapes of each claim, with `@` where a stranger's own name or number stands. */
  readonly claims: Readonly<Record<string, readonly string[]>>;
}

const own = ['@'];

/**
 * Claims follow the documentation of each provider; those that are not here a stranger may choose. Providers with an
 * issuer for each customer (CircleCI, Bitbucket, Fly, Spacelift, a cluster, an enterprise on GitHub) let in nobody else.
 */
const issuers: readonly Issuer[] = [
  {
    // https://docs.github.com/actions/reference/security/oidc: names, since 2026 with their numbers behind an "@", and
    // subjects made of other claims.
    host: 'token.actions.githubusercontent.com',
    claims: {
      sub: ['repo:@/*', 'repository:@/*', 'repository_owner:@*', 'job_workflow_ref:@/*', 'environment:*', 'ref:*'],
      repository: ['@/*'],
      repository_id: own,
      repository_owner: own,
      repository_owner_id: own,
      job_workflow_ref: ['@/*'],
      enterprise: own,
      enterprise_id: own,
    },
  },
  {
    // https://docs.gitlab.com/ci/secrets/id_token_authentication/
    host: 'gitlab.com',
    claims: {
      sub: ['project_path:@/*'],
      project_path: ['@/*'],
      project_id: own,
      namespace_path: ['@', '@/*'],
      namespace_id: own,
    },
  },
  {
    // https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials/workload-identity-tokens
    host: 'app.terraform.io',
    claims: {
      sub: ['organization:@:project:*'],
      terraform_organization_id: own,
      terraform_organization_name: own,
      terraform_workspace_id: own,
      terraform_project_id: own,
    },
  },
  {
    // https://buildkite.com/docs/pipelines/security/oidc
    host: 'agent.buildkite.com',
    claims: { sub: ['organization:@:pipeline:*'], organization_id: own, organization_slug: own },
  },
  {
    // https://vercel.com/docs/oidc/reference: the global issuer; that of a team has the team's name behind the host.
    host: 'oidc.vercel.com',
    claims: { sub: ['owner:@:project:*'], aud: ['https://vercel.com/@'], owner: own, owner_id: own, project_id: own },
  },
  {
    // https://www.pulumi.com/docs/esc/guides/configuring-oidc/aws/: the audience is the organization.
    host: 'api.pulumi.com/oidc',
    claims: { sub: ['pulumi:deploy:org:@:*', 'pulumi:environments:org:@:*'], aud: ['@', 'aws:@'] },
  },
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html
  { host: 'accounts.google.com', claims: { sub: own, aud: own, oaud: own, azp: own, email: ['@@*'] } },
  { host: 'cognito-identity.amazonaws.com', claims: { aud: own, sub: own } },
  { host: 'graph.facebook.com', claims: { app_id: own, id: own } },
  { host: 'www.amazon.com', claims: { app_id: own, user_id: own } },
];

const stranger = { reference: 'a stranger' };

/** A shape filled in; what is around the name may hold it too. */
const filled = (shape: string, before = '', after = ''): Holes => {
  const at = shape.indexOf('@');
  if (at < 0) return holes(shape);
  return holes(`${shape.slice(0, at)}${before}`, stranger, `${after}${shape.slice(at + 1)}`);
};

/**
 * What a stranger's token says in a claim: a name of its own, or one that begins or ends as a wildcard in the policies
 * leaves open. `repo:org*` is also `repo:org-of-a-stranger/`.
 */
function saying(shapes: readonly string[], key: string, policies: PolicySet): readonly Holes[] {
  const written = conditionsOn(key, policies).flatMap(({ values }) => (isUnknown(values) ? [] : values));
  return shapes.flatMap((shape) => {
    const before = shape.slice(0, Math.max(shape.indexOf('@'), 0));
    const open = written.flatMap((pattern) => {
      const value = plainText(pattern) ?? '';
      const name = value.startsWith(before) ? /^[^/:@]*/.exec(value.slice(before.length))?.[0] : undefined;
      const [, start, end] = /^([^*]*)\*+(?:[^*]*\*+)*([^*]*)$/.exec(name ?? '') ?? [];
      return start === undefined || end === undefined ? [] : [filled(shape, some(start), some(end))];
    });
    return [filled(shape), ...open];
  });
}

const some = (text: string): string => text.replace(/\?/g, 'x');

/** Does the role accept tokens of strangers from a provider that everyone can sign up with? */
export function acceptsStrangers(
  policies: PolicySet,
  options: QuestionOptions = {},
): Judgement<{ readonly issuer: string }> {
  const missing: string[] = [];
  for (const { host, claims } of issuers.filter((issuer) => mentions(policies, issuer.host))) {
    const said = Object.fromEntries(
      Object.entries(claims)
        .map(([claim, shapes]) => [`${host}:${claim}`, shapes] as const)
        .filter(([key]) => conditionsOn(key, policies).length > 0)
        .map(([key, shapes]) => [key, saying(shapes, key, policies)]),
    );
    const token = scope({
      actions: ['sts:AssumeRoleWithWebIdentity'],
      principals: { Federated: [host, `arn:*:iam::*:oidc-provider/${host}`] },
      // A claim may be missing: a condition that asks nothing then confines nobody.
      conditions: { 'ForAllValues:StringLike': said },
    });
    const answer = counterexample([policies, token], [], { withPrincipals: true, ...options });
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

const conditionsOn = (wanted: string, policies: PolicySet): readonly Condition[] =>
  policies.flatMap(({ statements }) =>
    statements.flatMap(({ conditions }) =>
      isUnknown(conditions) ? [] : conditions.filter(({ key }) => key === wanted),
    ),
  );
