import { refer, system, unknown, type ServiceRows } from '../../support/row';

const permission = {
  cloudformation: 'AWS::Signer::ProfilePermission',
  terraform: 'aws_signer_signing_profile_permission',
};
const elsewhere = (principal: unknown) =>
  [
    { ProfileName: 'elsewhere', StatementId: 'one', Action: 'signer:StartSigningJob', Principal: principal },
    { profile_name: 'elsewhere', statement_id: 'one', action: 'signer:StartSigningJob', principal },
  ] as const;
const permitted = (principal: unknown) => {
  const [cloudformation, terraform] = elsewhere(principal);
  return [
    system({}, { rules: { type: permission.cloudformation, properties: { ...cloudformation, ProfileName: refer('it', 'name', 'ProfileName') } } }),
    system({}, { rules: { type: permission.terraform, properties: { ...terraform, profile_name: refer('it', 'name') } } }),
  ] as const; // prettier-ignore
};

export const signerRows: ServiceRows = {
  service: 'signer',
  controls: {
    'resource-policy-not-public': {
      'signing profile': {
        cloudformation: 'AWS::Signer::SigningProfile',
        terraform: 'aws_signer_signing_profile',
        rows: [
          ['silent', 'nobody is permitted', {}, {}],
          ['fail', 'everyone is permitted', ...permitted('*')],
          ['pass', 'an account is permitted', ...permitted('111122223333')],
          ['undecided', 'the principal is a parameter', ...permitted(unknown)],
        ],
      },
      'permission of a profile elsewhere': {
        ...permission,
        rows: [
          ['fail', 'everyone is permitted', ...elsewhere('*')],
          ['pass', 'an account is permitted', ...elsewhere('111122223333')],
        ],
      },
    },
  },
};
