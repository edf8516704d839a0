import { acceptsStrangers, holes, parsePolicy, unknown, type PolicySet } from '../../src/iam';

const now = Date.UTC(2026, 5, 1);
const trust = (provider: string, Condition?: unknown): PolicySet => [
  parsePolicy({
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Principal: { Federated: provider.includes('/') ? provider : `arn:aws:iam::1:oidc-provider/${provider}` },
      Action: 'sts:AssumeRoleWithWebIdentity',
      ...(Condition !== undefined && { Condition }),
    },
  }),
];
const provided = (host: string) => `arn:aws:iam::1:oidc-provider/${host}`;

describe('tokens of strangers from GitHub', () => {
  const host = 'token.actions.githubusercontent.com';
  const aud = { [`${host}:aud`]: 'sts.amazonaws.com' };
  const equals = (claim: string, value: unknown) => ({ StringEquals: { ...aud, [`${host}:${claim}`]: value } });
  const like = (claim: string, value: unknown) => ({ StringLike: { ...aud, [`${host}:${claim}`]: value } });

  it.each([
    ['no condition', undefined, 'yes'],
    ['audience alone', { StringEquals: aud }, 'yes'],
    ['every subject', like('sub', '*'), 'yes'],
    ['every repository', like('sub', 'repo:*'), 'yes'],
    ['a repository of that name, whoever owns it', like('sub', 'repo:*/app:*'), 'yes'],
    ['a branch, whoever owns it', like('sub', 'repo:*:ref:refs/heads/main'), 'yes'],
    ['an environment, whoever owns it', like('sub', '*:environment:production'), 'yes'],
    ['owners whose names begin so', like('sub', 'repo:org*'), 'yes'],
    ['owners whose names begin so, on a branch', like('sub', 'repo:org*:ref:refs/heads/main'), 'yes'],
    ['owners whose names begin so, and a repository', like('sub', 'repo:org*/app:*'), 'yes'],
    ['owners whose names end so', like('sub', 'repo:*-org/app:*'), 'yes'],
    ['an owner', like('sub', 'repo:org/*'), 'no'],
    ['repositories whose names begin so', like('sub', 'repo:org/app*'), 'no'],
    ['one repository', equals('sub', 'repo:org/app:ref:refs/heads/main'), 'no'],
    ['one of several', like('sub', ['repo:org/app:*', 'repo:other/*']), 'no'],
    ['one of several, one of them open', like('sub', ['repo:org/app:*', 'repo:other*']), 'yes'],
    ['a wildcard that is none', equals('sub', 'repo:*'), 'no'],
    ['a repository by name and number', equals('sub', 'repo:org@1234/app@5678:ref:refs/heads/main'), 'no'],
    ['a repository by name and any number', like('sub', 'repo:org@*/app@*:*'), 'no'],
    ['a number behind any name, as a branch may hold it too', like('sub', 'repo:*@1234/*'), 'yes'],
    ['a repository if there is a subject', { StringEqualsIfExists: { [`${host}:sub`]: 'repo:org/app:x' } }, 'yes'],
    ['all subjects named', { 'ForAllValues:StringLike': { [`${host}:sub`]: 'repo:org/*' } }, 'yes'],
    ['some subject named', { 'ForAnyValue:StringLike': { [`${host}:sub`]: 'repo:org/*' } }, 'no'],
    ['all but a repository', { StringNotLike: { [`${host}:sub`]: 'repo:org/*' } }, 'yes'],
    ['a subject made of the owner', like('sub', 'repository_owner:org:*'), 'no'],
    ['a subject made of the environment', like('sub', 'environment:production*'), 'yes'],
    ['an owner by claim', equals('repository_owner', 'org'), 'no'],
    ['an owner by number', equals('repository_owner_id', '1234'), 'no'],
    ['owners by claim whose names begin so', like('repository_owner', 'org*'), 'yes'],
    ['a repository by claim', equals('repository', 'org/app'), 'no'],
    ['a repository by number, by claim', equals('repository_id', '5678'), 'no'],
    ['a workflow', like('job_workflow_ref', 'org/app/.github/workflows/deploy.yml@*'), 'no'],
    ['a workflow of any owner', like('job_workflow_ref', '*/deploy.yml@refs/heads/main'), 'yes'],
    ['an enterprise', equals('enterprise_id', '12'), 'no'],
    ['an environment by claim', equals('environment', 'production'), 'yes'],
    ['somebody who started it', equals('actor', 'alice'), 'yes'],
    ['a subject that is not known', like('sub', holes('repo:', { free: 'var.repository' }, ':*')), 'undecided'],
    ['an owner that is referred to', like('sub', holes('repo:', { reference: 'github_organization.a' }, '/*')), 'no'],
    ['a condition that is not known', unknown('var.conditions'), 'undecided'],
  ] as const)('%s', (_, condition, answer) => {
    expect(acceptsStrangers(trust(host, condition), { now }).answer).toBe(answer);
  });

  it('cannot come from the issuer of an enterprise', () => {
    expect(acceptsStrangers(trust(provided(`${host}/an-enterprise`)), { now })).toEqual({ answer: 'no' });
  });
});

describe('tokens of strangers from other providers', () => {
  it.each([
    ['GitLab, a group', 'gitlab.com', { StringLike: { 'gitlab.com:sub': 'project_path:group/*:ref_type:branch:ref:main' } }, 'no'],
    ['GitLab, groups whose names begin so', 'gitlab.com', { StringLike: { 'gitlab.com:sub': 'project_path:group*' } }, 'yes'],
    ['GitLab, any project', 'gitlab.com', { StringEquals: { 'gitlab.com:aud': 'https://gitlab.com' } }, 'yes'],
    ["GitLab, a server of one's own", 'gitlab.example.com', undefined, 'no'],
    ['Terraform, an organization', 'app.terraform.io', { StringLike: { 'app.terraform.io:sub': 'organization:org:project:*:workspace:*:run_phase:*' } }, 'no'],
    ['Terraform, any organization', 'app.terraform.io', { StringLike: { 'app.terraform.io:sub': 'organization:*:project:p:*' } }, 'yes'],
    ['Terraform, audience alone', 'app.terraform.io', { StringEquals: { 'app.terraform.io:aud': 'aws.workload.identity' } }, 'yes'],
    ['Buildkite, an organization', 'agent.buildkite.com', { StringLike: { 'agent.buildkite.com:sub': 'organization:org:pipeline:*' } }, 'no'],
    ['Buildkite, anybody', 'agent.buildkite.com', undefined, 'yes'],
    ['CircleCI, whose issuer is an organization', provided('oidc.circleci.com/org/1234'), undefined, 'no'],
    ['Bitbucket, whose issuer is a workspace', provided('api.bitbucket.org/2.0/workspaces/w/pipelines-config/identity/oidc'), undefined, 'no'],
    ['Fly, whose issuer is an organization', provided('oidc.fly.io/org'), undefined, 'no'],
    ['Spacelift, whose issuer is an account', 'org.app.spacelift.io', undefined, 'no'],
    ['a cluster', provided('oidc.eks.eu-west-1.amazonaws.com/id/1'), undefined, 'no'],
    ['Vercel, the issuer of a team', provided('oidc.vercel.com/team'), undefined, 'no'],
    ['Vercel, a team', 'oidc.vercel.com', { StringLike: { 'oidc.vercel.com:sub': 'owner:team:project:*:environment:production' } }, 'no'],
    ['Vercel, a team by audience', 'oidc.vercel.com', { StringEquals: { 'oidc.vercel.com:aud': 'https://vercel.com/team' } }, 'no'],
    ['Vercel, anybody', 'oidc.vercel.com', { StringLike: { 'oidc.vercel.com:sub': '*:environment:production' } }, 'yes'],
    ['Pulumi, an organization', provided('api.pulumi.com/oidc'), { StringEquals: { 'api.pulumi.com/oidc:aud': 'aws:org' } }, 'no'],
    ['Pulumi, anybody', provided('api.pulumi.com/oidc'), undefined, 'yes'],
    ['Google, a client', 'accounts.google.com/', { StringEquals: { 'accounts.google.com:aud': '1234.apps.googleusercontent.com' } }, 'no'],
    ['Cognito, a pool', 'cognito', { StringEquals: { 'cognito-identity.amazonaws.com:aud': 'eu-west-1:1' }, 'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'authenticated' } }, 'no'],
    ['Cognito, whoever signed in anywhere', 'cognito', { 'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'authenticated' } }, 'yes'],
    ['Facebook, an application', 'facebook', { StringEquals: { 'graph.facebook.com:app_id': '1' } }, 'no'],
    ['Facebook, any', 'facebook', undefined, 'yes'],
    ['Amazon, an application', 'amazon', { StringEquals: { 'www.amazon.com:app_id': 'amzn1.application.1' } }, 'no'],
    ['Amazon, any', 'amazon', undefined, 'yes'],
  ] as const)('%s', (_, provider, condition, answer) => {
    const named = { cognito: 'cognito-identity.amazonaws.com', facebook: 'graph.facebook.com', amazon: 'www.amazon.com', 'accounts.google.com/': 'accounts.google.com' }[provider];
    const policies: PolicySet = named === undefined ? trust(provider, condition) : [parsePolicy({ Version: '2012-10-17', Statement: { Effect: 'Allow', Principal: { Federated: named }, Action: 'sts:AssumeRoleWithWebIdentity', ...(condition && { Condition: condition }) } })];
    expect(acceptsStrangers(policies, { now }).answer).toBe(answer);
  });
}); // prettier-ignore
