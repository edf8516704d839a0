import { unknown, type Properties, type ServiceRows } from '../../support/row';

const topic = 'arn:aws:sns:eu-west-1:111122223333:people';
const contact = (more: Properties): Properties => ({
  alternate_contact_type: 'SECURITY',
  name: 'Security',
  title: 'Team',
  email_address: 'security@example.com',
  phone_number: '+49301234567',
  ...more,
});

export const incidentResponseRows: ServiceRows = {
  service: 'incident-response',
  controls: {
    'alarm-reaches-someone': {
      'response plan': {
        cloudformation: 'AWS::SSMIncidents::ResponsePlan',
        terraform: 'aws_ssmincidents_response_plan',
        // prettier-ignore
        rows: [
          ['fail', 'it names nobody', { IncidentTemplate: { Title: 'a', Impact: 1 } }, { incident_template: [{ title: 'a', impact: 1 }] }],
          ['fail', 'it runs something, and names nobody', { Actions: [{ SsmAutomation: { DocumentName: 'a', RoleArn: 'b' } }] }, { action: [{ ssm_automation: [{ document_name: 'a', role_arn: 'b' }] }] }],
          ['pass', 'it engages somebody', { Engagements: ['arn'] }, { engagements: ['arn'] }],
          ['pass', 'it has a chat channel', { ChatChannel: { ChatbotSns: [topic] } }, { chat_channel: [topic] }],
          ['pass', 'it tells a topic', { IncidentTemplate: { NotificationTargets: [{ SnsTopicArn: topic }] } }, { incident_template: [{ notification_target: [{ sns_topic_arn: topic }] }] }],
          ['pass', 'it pages somebody elsewhere', { Integrations: [{ PagerDutyConfiguration: { Name: 'a' } }] }, { integration: [{ pagerduty: [{ name: 'a' }] }] }],
          ['undecided', 'whom it engages is a parameter', { Engagements: unknown }, { engagements: unknown }],
        ],
      },
    },
    'security-contact-set': {
      'security contact': {
        cloudformation: null,
        terraform: 'aws_account_alternate_contact',
        // prettier-ignore
        rows: [
          ['pass', 'address and telephone are there', null, contact({})],
          ['fail', 'the address is blank', null, contact({ email_address: '' })],
          ['fail', 'the telephone is missing', null, contact({ phone_number: undefined })],
          ['undecided', 'the address is a variable', null, contact({ email_address: unknown })],
          ['silent', 'it is for bills', null, contact({ alternate_contact_type: 'BILLING', email_address: '' })],
          ['undecided', 'what it is for is a variable', null, contact({ alternate_contact_type: unknown, email_address: '' })],
          ['pass', 'whatever it is for', null, contact({ alternate_contact_type: unknown })],
        ],
      },
      'primary contact': {
        cloudformation: null,
        terraform: 'aws_account_primary_contact',
        // prettier-ignore
        rows: [
          ['pass', 'it has a telephone', null, { full_name: 'A', phone_number: '+49301234567' }],
          ['fail', 'it has none', null, { full_name: 'A', phone_number: '' }],
          ['undecided', 'it is a variable', null, { full_name: 'A', phone_number: unknown }],
        ],
      },
    },
  },
};
