import { statements, trusting } from '../../support/policies';
import {
  refer,
  system,
  unknown,
  withAccount,
  withParameter,
  type Row,
  type ServiceRows,
  type Table,
} from '../../support/row';

const role = (rows: readonly Row[]): Table => ({ cloudformation: 'AWS::IAM::Role', terraform: 'aws_iam_role', rows });

const account = { AWS: 'arn:aws:iam::111122223333:root' };
const github = { Federated: 'arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com' };
const audience = { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' };
const subject = (value: unknown) => ({
  StringLike: { 'token.actions.githubusercontent.com:sub': value },
  StringEquals: audience,
});

/** A role that trusts an identity provider made beside it. */
const ownProvider = (url: unknown, condition?: object) =>
  [
    system(trusting({ Federated: refer('issuer') }, condition)[0], {
      issuer: { type: 'AWS::IAM::OIDCProvider', properties: { Url: url } },
    }),
    system(trusting({ Federated: refer('issuer', 'arn') }, condition)[1], {
      issuer: { type: 'aws_iam_openid_connect_provider', properties: { url } },
    }),
  ] as const;

const caller = { caller: { type: 'aws_caller_identity', properties: { account_id: '111122223333' }, data: true } };

export const iamTrustRows: ServiceRows = {
  service: 'iam',
  controls: {
    'trust-policy-confined': {
      'IAM role': role([
        ['fail', 'everyone is trusted', ...trusting('*')],
        ['fail', 'every AWS principal is', ...trusting({ AWS: '*' })],
        ['fail', 'everyone is among others', ...trusting({ AWS: ['arn:aws:iam::111122223333:root', '*'] })],
        ['fail', 'an external id is no secret', ...trusting('*', { StringEquals: { 'sts:ExternalId': 'a' } })],
        ['fail', 'the condition accepts every organization', ...trusting('*', { StringLike: { 'aws:PrincipalOrgID': 'o-*' } })],
        ['fail', 'the condition lets through who has no organization', ...trusting('*', { StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-abcdefghij' } })],
        ['fail', 'the condition leaves one out', ...trusting('*', { StringNotEquals: { 'aws:PrincipalAccount': '111122223333' } })],
        ['fail', 'tags are everybody\'s to set', ...trusting('*', { StringEquals: { 'aws:PrincipalTag/team': 'a' } })],
        ['pass', 'a service is trusted', ...trusting({ Service: 'lambda.amazonaws.com' })],
        ['pass', 'an account is', ...trusting(account)],
        ['pass', 'the organization is', ...trusting('*', { StringEquals: { 'aws:PrincipalOrgID': 'o-abcdefghij' } })],
        ['pass', 'roles of one name and account are', ...trusting('*', { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/deploy-*' } })],
        ['fail', 'roles of one name in every account are', ...trusting('*', { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/deploy' } })],
        ['pass', 'addresses of one network are', ...trusting('*', { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } })],
        ['fail', 'addresses of the whole internet are, by halves', ...trusting('*', { IpAddress: { 'aws:SourceIp': ['0.0.0.0/1', '128.0.0.0/1'] } })],
        ['fail', 'addresses of most of the internet are, in pieces', ...trusting('*', { IpAddress: { 'aws:SourceIp': ['16.0.0.0/4', '32.0.0.0/4', '48.0.0.0/4', '64.0.0.0/4'] } })],
        ['undecided', 'the addresses are a parameter', ...trusting('*', { IpAddress: { 'aws:SourceIp': unknown } })],
        ['undecided', 'whether services only are is a parameter', ...trusting('*', { Bool: { 'aws:PrincipalIsAWSService': unknown } })],
        ['pass', 'everyone is refused', ...trusting('*', undefined, { Effect: 'Deny' })],
        ['undecided', 'the principal is a parameter', ...trusting({ AWS: unknown })],
        ['undecided', 'the condition is a parameter', ...trusting('*', { StringLike: { 'aws:PrincipalArn': unknown } })],
        ['undecided', 'the document is a parameter', { AssumeRolePolicyDocument: unknown }, { assume_role_policy: unknown }],
        ['pass', 'the account is known at deployment only', ...trusting({ AWS: withAccount('arn:aws:iam::', ':root') })],
      ]),
    },
    'oidc-trust-confined': {
      'IAM role': role([
        ['fail', 'no subject is named', ...trusting(github, { StringEquals: audience })],
        ['fail', 'nothing is asked', ...trusting(github)],
        ['fail', 'any subject is accepted', ...trusting(github, subject('*'))],
        ['fail', 'any repository is', ...trusting(github, subject('repo:*'))],
        ['fail', 'any owner is', ...trusting(github, subject('repo:*/app:*'))],
        ['fail', 'owners that begin alike are', ...trusting(github, subject('repo:acme*'))],
        ['fail', 'one of the subjects is any', ...trusting(github, subject(['repo:acme/app:*', 'repo:*']))],
        ['fail', 'tokens without a subject pass', ...trusting(github, { StringLikeIfExists: { 'token.actions.githubusercontent.com:sub': 'repo:acme/*' } })],
        ['pass', 'the owner is named', ...trusting(github, subject('repo:acme/*'))],
        ['pass', 'the repository is named', ...trusting(github, { StringEquals: { 'token.actions.githubusercontent.com:repository': 'acme/app' } })],
        ['pass', 'a wildcard where none works', ...trusting(github, { StringEquals: { 'token.actions.githubusercontent.com:sub': 'repo:*' } })],
        ['pass', 'the organization of a workspace is named', ...trusting({ Federated: 'arn:aws:iam::123456789012:oidc-provider/app.terraform.io' }, { StringLike: { 'app.terraform.io:sub': 'organization:acme:project:*:workspace:*:run_phase:apply' } })],
        ['fail', 'the organization of a workspace is not', ...trusting({ Federated: 'arn:aws:iam::123456789012:oidc-provider/app.terraform.io' }, { StringLike: { 'app.terraform.io:sub': 'organization:*:workspace:prod:run_phase:apply' } })],
        ['pass', 'an identity pool is named', ...trusting({ Federated: 'cognito-identity.amazonaws.com' }, { StringEquals: { 'cognito-identity.amazonaws.com:aud': 'eu-west-1:0000' } })],
        ['fail', 'no identity pool is named', ...trusting({ Federated: 'cognito-identity.amazonaws.com' }, { 'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'authenticated' } })],
        ['pass', 'the issuer is a cluster\'s own', ...trusting({ Federated: 'arn:aws:iam::123456789012:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/A' })],
        ['pass', 'it is no identity provider', ...trusting({ Service: 'ec2.amazonaws.com' })],
        ['fail', 'the provider is made beside it', ...ownProvider('https://token.actions.githubusercontent.com')],
        ['pass', 'the provider beside it is somebody\'s own', ...ownProvider('https://idp.example.com')],
        ['undecided', 'the provider beside it is a parameter', ...ownProvider(unknown)],
        ['undecided', 'the provider is a parameter', ...trusting({ Federated: unknown })],
        ['undecided', 'the owner is a parameter', ...trusting(github, subject(withParameter('repo:', '/*')))],
      ]),
    },
    'cross-account-confined': {
      'IAM role': role([
        ['fail', 'a whole account is trusted', ...trusting(account)],
        ['fail', 'by its number', ...trusting({ AWS: '111122223333' })],
        ['fail', 'a second factor is asked of those who have one', ...trusting(account, { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' } })],
        ['fail', 'any external id will do', ...trusting(account, { StringLike: { 'sts:ExternalId': '*' } })],
        ['pass', 'an external id is asked', ...trusting(account, { StringEquals: { 'sts:ExternalId': 'a' } })],
        ['pass', 'a second factor is asked', ...trusting(account, { Bool: { 'aws:MultiFactorAuthPresent': 'true' } })],
        ['pass', 'the organization is', ...trusting(account, { StringEquals: { 'aws:PrincipalOrgID': 'o-abcdefghij' } })],
        ['pass', 'a role is named', ...trusting({ AWS: 'arn:aws:iam::111122223333:role/deploy' })],
        ['pass', 'it is the account itself', ...trusting({ AWS: withAccount('arn:aws:iam::', ':root') })],
        ['pass', 'it is the account that is asked', null, system(trusting(account)[1], caller)],
        ['fail', 'it is not the account that is asked', null, system(trusting({ AWS: '444455556666' })[1], caller)],
        ['undecided', 'the account is a parameter', ...trusting({ AWS: withParameter('arn:aws:iam::', ':root') })],
        ['undecided', 'the principal is a parameter', ...trusting({ AWS: unknown })],
      ]),
    },
    'iam-no-inverted-grant': {
      'trust of an IAM role': role([
        ['fail', 'all but some are trusted', ...trust({ Effect: 'Allow', NotPrincipal: account, Action: 'sts:AssumeRole' })],
        ['fail', 'for all actions but one', ...trust({ Effect: 'Allow', Principal: account, NotAction: 'sts:TagSession' })],
        ['pass', 'all but some are refused', ...trust({ Effect: 'Deny', NotPrincipal: account, Action: 'sts:AssumeRole' })],
      ]),
    },
  },
}; // prettier-ignore

function trust(statement: object) {
  const document = statements(statement);
  return [{ AssumeRolePolicyDocument: document }, { assume_role_policy: document }] as const;
}
