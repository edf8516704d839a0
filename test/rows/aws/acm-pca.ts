import { policyTables } from '../../support/policy-rows';
import { refer, system, unknown, type Properties, type ServiceRows } from '../../support/row';
import { merged } from '../../support/store-rows';

const types = {
  cloudformation: 'AWS::ACMPCA::CertificateAuthority',
  terraform: 'aws_acmpca_certificate_authority',
};
const permission = { cloudformation: 'AWS::ACMPCA::Permission', terraform: 'aws_acmpca_permission' };

const granted = (authority: readonly [unknown, unknown], principal: unknown, account?: string) =>
  [
    { CertificateAuthorityArn: authority[0], Actions: ['IssueCertificate'], Principal: principal, SourceAccount: account },
    { certificate_authority_arn: authority[1], actions: ['IssueCertificate'], principal, source_account: account },
  ] as const; // prettier-ignore
const beside = ([cloudformation, terraform]: readonly [Properties, Properties]) =>
  [
    system({}, { rules: { type: permission.cloudformation, properties: cloudformation } }),
    system({}, { rules: { type: permission.terraform, properties: terraform } }),
  ] as const;
const here = [refer('it', 'arn', 'Arn'), refer('it', 'arn')] as const;
const elsewhere = ['elsewhere', 'elsewhere'] as const;
const renewal = 'acm.amazonaws.com';

export const acmPcaRows: ServiceRows = {
  service: 'acm-pca',
  controls: merged(
    policyTables({
      ...types,
      cloudformation: null,
      noun: 'private certificate authority',
      action: 'acm-pca:IssueCertificate',
      inTerraform: (document) =>
        system({}, { rules: { type: 'aws_acmpca_policy', properties: { resource_arn: refer('it', 'arn'), policy: document } } }), // prettier-ignore
      withoutPolicy: [null, {}],
    }),
    {
      'resource-policy-not-public': {
        'private certificate authority with a permission': {
          ...types,
          rows: [
            ['fail', 'everyone is permitted', ...beside(granted(here, '*'))],
            ['pass', 'the service that renews is permitted', ...beside(granted(here, renewal))],
            ['pass', 'everyone is permitted for one account', ...beside(granted(here, '*', '111122223333'))],
            ['undecided', 'the principal is a parameter', ...beside(granted(here, unknown))],
          ],
        },
        'permission of an authority elsewhere': {
          ...permission,
          rows: [
            ['fail', 'everyone is permitted', ...granted(elsewhere, '*')],
            ['pass', 'the service that renews is permitted', ...granted(elsewhere, renewal)],
          ],
        },
      },
    },
  ),
};
