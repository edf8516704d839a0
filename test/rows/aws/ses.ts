import { policyTables } from '../../support/policy-rows';
import { refer, system, unknown, type ServiceRows } from '../../support/row';
import { merged } from '../../support/store-rows';

const delivery = (policy: unknown) =>
  [{ DeliveryOptions: { TlsPolicy: policy } }, { delivery_options: [{ tls_policy: policy }] }] as const;

export const sesRows: ServiceRows = {
  service: 'ses',
  controls: merged(
    {
      'transit-enforced': {
        'SES configuration set': {
          cloudformation: 'AWS::SES::ConfigurationSet',
          terraform: 'aws_sesv2_configuration_set',
          rows: [
            ['fail', 'nothing is said', {}, {}],
            ['fail', 'TLS is optional', ...delivery('OPTIONAL')],
            ['pass', 'TLS is required', ...delivery('REQUIRE')],
            ['undecided', 'it is a parameter', ...delivery(unknown)],
          ],
        },
        'SES configuration set, as the older API has it': {
          cloudformation: null,
          terraform: 'aws_ses_configuration_set',
          rows: [
            ['pass', 'TLS is required', null, delivery('Require')[1]],
            ['fail', 'TLS is optional', null, delivery('Optional')[1]],
          ],
        },
        'SES receipt rule': {
          cloudformation: 'AWS::SES::ReceiptRule',
          terraform: 'aws_ses_receipt_rule',
          rows: [
            ['fail', 'nothing is said', {}, {}],
            ['pass', 'TLS is required', { Rule: { TlsPolicy: 'Require' } }, { tls_policy: 'Require' }],
            ['undecided', 'it is a parameter', { Rule: { TlsPolicy: unknown } }, { tls_policy: unknown }],
          ],
        },
      },
    },
    policyTables({
      noun: 'SES identity',
      cloudformation: null,
      terraform: 'aws_sesv2_email_identity',
      action: 'ses:SendEmail',
      inTerraform: (document) =>
        system({}, { rules: { type: 'aws_sesv2_email_identity_policy', properties: { email_identity: refer('it', 'email_identity'), policy: document, policy_name: 'ours' } } }), // prettier-ignore
      withoutPolicy: [null, {}],
    }),
    policyTables({
      noun: 'SES domain',
      cloudformation: null,
      terraform: 'aws_ses_domain_identity',
      action: 'ses:SendEmail',
      inTerraform: (document) =>
        system({}, { rules: { type: 'aws_ses_identity_policy', properties: { identity: refer('it', 'arn'), policy: document, name: 'ours' } } }), // prettier-ignore
    }),
  ),
};
