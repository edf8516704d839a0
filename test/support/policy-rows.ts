import { unknown, type Properties, type Row, type System, type Table } from './row';

type Place = (document: unknown) => Properties | System;

/** Where the policy of one kind of resource stands in each vocabulary. */
export interface PolicyOwner {
  readonly noun: string;
  readonly cloudformation: string | null;
  readonly terraform: string | null;
  /** An action of the service, for the statements. */
  readonly action: string;
  readonly inCloudformation?: Place;
  readonly inTerraform?: Place;
  /** The verdict where no policy is written at all; the row is left out where that cannot be written. */
  readonly withoutPolicy?: readonly [cloudformation: Properties | System | null, terraform: Properties | System | null];
}

export const policy = (...statements: readonly object[]): object => ({
  Version: '2012-10-17',
  Statement: statements,
});

const serviceOf = (action: string): string => action.slice(0, action.indexOf(':'));

const role = { AWS: 'arn:aws:iam::111122223333:role/reader' };

/** Rows that every resource policy must pass, wherever it stands. */
export function policyTables(owner: PolicyOwner): Readonly<Record<string, Readonly<Record<string, Table>>>> {
  const { action } = owner;
  const allow = (more: object) => policy({ Effect: 'Allow', Action: action, Resource: '*', ...more });
  const table = (rows: readonly (readonly [Row[0], string, unknown])[], silence: readonly Row[] = []): Table => ({
    cloudformation: owner.cloudformation,
    terraform: owner.terraform,
    rows: [...rows.map(([verdict, when, document]) => rendered(owner, verdict, when, document)), ...silence],
  });
  const silence: readonly Row[] = owner.withoutPolicy
    ? [['silent', 'no policy is written', ...owner.withoutPolicy]]
    : [];
  return {
    'resource-policy-not-public': {
      [owner.noun]: table(
        [
          ['fail', 'everyone is let in', allow({ Principal: '*' })],
          ['fail', 'everyone is let in, as AWS principal', allow({ Principal: { AWS: '*' } })],
          ['fail', 'everyone stands in a list', allow({ Principal: { AWS: [role.AWS, '*'] } })],
          ['fail', 'one of several statements lets everyone in', policy({ Effect: 'Allow', Action: action, Resource: '*', Principal: role }, { Effect: 'Allow', Action: action, Resource: '*', Principal: '*' })], // prettier-ignore
          ['fail', 'the single statement is no list', { Statement: { Effect: 'Allow', Action: action, Resource: '*', Principal: '*' } }], // prettier-ignore
          ['fail', 'the condition confines nobody', allow({ Principal: '*', Condition: { StringLike: { 'aws:UserAgent': 'ours*' } } })], // prettier-ignore
          ['pass', 'a role is let in', allow({ Principal: role })],
          ['pass', 'a condition confines everyone to an organization', allow({ Principal: '*', Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1234567890' } } })], // prettier-ignore
          ['pass', 'everyone is refused', policy({ Effect: 'Deny', Action: action, Resource: '*', Principal: '*' })],
          ['undecided', 'the policy is settled at deployment', unknown],
          ['undecided', 'the principal is settled at deployment', allow({ Principal: { AWS: unknown } })],
        ],
        silence,
      ),
    },
    'iam-no-inverted-grant': {
      [owner.noun]: table([
        ['fail', 'everyone but a role is let in', allow({ NotPrincipal: role })],
        ['pass', 'everyone but a role is refused', policy({ Effect: 'Deny', Action: action, Resource: '*', NotPrincipal: role })], // prettier-ignore
        ['undecided', 'the policy is settled at deployment', unknown],
      ]),
    },
    'resource-policy-actions-named': {
      [owner.noun]: table([
        ['fail', 'every action is allowed', allow({ Principal: role, Action: `${serviceOf(action)}:*` })],
        ['pass', 'one action is allowed', allow({ Principal: role })],
        ['pass', 'every action is refused', policy({ Effect: 'Deny', Action: '*', Resource: '*', Principal: '*' })],
        ['pass', 'an account is let in, whose policies decide', allow({ Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: `${serviceOf(action)}:*` })], // prettier-ignore
        ['undecided', 'the policy is settled at deployment', unknown],
      ]),
    },
    'resource-policy-principals-named': {
      [owner.noun]: table([
        ['fail', 'everyone is let in', allow({ Principal: '*' })],
        ['fail', 'everyone is, under a condition', allow({ Principal: { AWS: '*' }, Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1234567890' } } })], // prettier-ignore
        ['pass', 'a role is let in', allow({ Principal: role })],
        ['pass', 'everyone is refused', policy({ Effect: 'Deny', Action: action, Resource: '*', Principal: '*' })],
        ['undecided', 'the policy is settled at deployment', unknown],
      ]),
    },
    'service-access-confined': {
      [owner.noun]: table([
        ['fail', 'a service is let in for any account', allow({ Principal: { Service: 'sns.amazonaws.com' } })],
        ['pass', 'the service is let in for one source', allow({ Principal: { Service: 'sns.amazonaws.com' }, Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:eu-west-1:111122223333:alerts' } } })], // prettier-ignore
        ['undecided', 'the policy is settled at deployment', unknown],
      ]),
    },
    'service-source-named': {
      [owner.noun]: table([
        ['fail', 'a service is let in for any source of the account', allow({ Principal: { Service: 'sns.amazonaws.com' }, Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:eu-west-1:111122223333:*' } } })], // prettier-ignore
        ['pass', 'the service is let in for one source', allow({ Principal: { Service: 'sns.amazonaws.com' }, Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:eu-west-1:111122223333:alerts' } } })], // prettier-ignore
        ['undecided', 'the policy is settled at deployment', unknown],
      ]),
    },
  };
}

/** The same for what the public cannot get at, whatever a policy says. */
export function guardedPolicyTables(owner: PolicyOwner): Readonly<Record<string, Readonly<Record<string, Table>>>> {
  const everyone = policy({ Effect: 'Allow', Principal: '*', Action: owner.action, Resource: '*' });
  const rows: readonly Row[] = [
    rendered(owner, 'pass', 'everyone is let in, of those who get there', everyone),
    rendered(owner, 'pass', 'the policy is settled at deployment', unknown),
  ];
  const { cloudformation, terraform } = owner;
  return {
    ...policyTables(owner),
    'resource-policy-not-public': { [owner.noun]: { cloudformation, terraform, rows } },
  };
}

/** Terraform writes policies as text; one with a part that is not settled reaches the model as structure. */
function rendered(
  { inCloudformation, inTerraform }: PolicyOwner,
  verdict: Row[0],
  when: string,
  document: unknown,
): Row {
  const text = document === unknown || JSON.stringify(document, marked).includes(mark) ? document : JSON.stringify(document); // prettier-ignore
  return [verdict, when, inCloudformation?.(document) ?? null, inTerraform?.(text) ?? null];
}

const mark = '<unknown>';
const marked = (_: string, value: unknown): unknown => (value === unknown ? mark : value);
