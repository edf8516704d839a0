import type { Fact } from '../../model/fact';
import { property } from '../../model/resource';
import { map, otherwise } from '../../model/value';
import type { Service } from '../service';
import { policyFacts, type PolicyPlaces } from './resource-policy';

const identities = ['AWS::SES::EmailIdentity', 'aws_ses_domain_identity', 'aws_ses_email_identity', 'aws_sesv2_email_identity']; // prettier-ignore

const places: PolicyPlaces = {
  noun: 'SES identity',
  companions: [
    { types: ['aws_ses_identity_policy'], target: [null, 'identity'], document: [null, 'policy'] },
    { types: ['aws_sesv2_email_identity_policy'], target: [null, 'email_identity'], document: [null, 'policy'] },
  ],
};

/** Where SES offers TLS, the property that makes it insist. */
const tlsPolicies: Readonly<Record<string, readonly [noun: string, cloudformation: string | null, terraform: string]>> =
  {
    'AWS::SES::ConfigurationSet': ['SES configuration set', 'DeliveryOptions.TlsPolicy', ''],
    'AWS::SES::ReceiptRule': ['SES receipt rule', 'Rule.TlsPolicy', ''],
    aws_ses_configuration_set: ['SES configuration set', null, 'delivery_options.tls_policy'],
    aws_ses_receipt_rule: ['SES receipt rule', null, 'tls_policy'],
    aws_sesv2_configuration_set: ['SES configuration set', null, 'delivery_options.tls_policy'],
  };

export const ses: Service = {
  name: 'ses',
  types: {
    cloudformation: [
      'AWS::SES::ConfigurationSet',
      // Which events are told to whom, which addresses are on which list, and from which addresses mail goes out: none
      // of the concerns is about that.
      'AWS::SES::ConfigurationSetEventDestination',
      'AWS::SES::ContactList',
      'AWS::SES::DedicatedIpPool',
      'AWS::SES::EmailIdentity',
      'AWS::SES::ReceiptFilter',
      'AWS::SES::ReceiptRule',
      'AWS::SES::ReceiptRuleSet',
      'AWS::SES::Template',
      'AWS::SES::VdmAttributes',
    ],
    terraform: [
      'aws_ses_active_receipt_rule_set',
      'aws_ses_configuration_set',
      'aws_ses_domain_dkim',
      'aws_ses_domain_identity',
      'aws_ses_domain_identity_verification',
      'aws_ses_domain_mail_from',
      'aws_ses_email_identity',
      'aws_ses_event_destination',
      'aws_ses_identity_notification_topic',
      'aws_ses_identity_policy',
      'aws_ses_receipt_filter',
      'aws_ses_receipt_rule',
      'aws_ses_receipt_rule_set',
      'aws_ses_template',
      'aws_sesv2_account_suppression_attributes',
      'aws_sesv2_account_vdm_attributes',
      'aws_sesv2_configuration_set',
      'aws_sesv2_configuration_set_event_destination',
      'aws_sesv2_contact_list',
      'aws_sesv2_dedicated_ip_assignment',
      'aws_sesv2_dedicated_ip_pool',
      'aws_sesv2_email_identity',
      'aws_sesv2_email_identity_feedback_attributes',
      'aws_sesv2_email_identity_mail_from_attributes',
      'aws_sesv2_email_identity_policy',
    ],
  },
  *facts(resource, graph): Iterable<Fact> {
    const tls = tlsPolicies[resource.type];
    if (tls) {
      const [noun, cloudformation, terraform] = tls;
      // Optional unless told otherwise: mail goes, or comes, in plain text where the other side knows no TLS.
      // https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_DeliveryOptions.html
      const policy = otherwise(
        property(resource, cloudformation, terraform).text(),
        'Optional',
        'SES does without TLS where the other side does, unless told otherwise',
      );
      yield {
        kind: 'transit-enforcement',
        noun,
        subject: resource,
        enforced: map(policy, (text) => text.toLowerCase() === 'require'),
      };
    }
    yield* policyFacts(resource, identities, graph, places);
  },
};
