import type { Fact } from '../../model/fact';
import { member, property, type Resource } from '../../model/resource';
import { all, any, is, settledTruth, type Truth } from '../../model/truth';
import { chain, known, otherwise, unknown, type Settled, type Value } from '../../model/value';
import type { Service } from '../service';

const plans = ['AWS::SSMIncidents::ResponsePlan', 'aws_ssmincidents_response_plan'];

/** Whom incidents and abuse reports reach. */
export const incidentResponse: Service = {
  name: 'incident-response',
  types: {
    cloudformation: [
      'AWS::SSMIncidents::ReplicationSet',
      'AWS::SSMIncidents::ResponsePlan',
      // People, their telephones, and whose turn it is: whether the plan names anybody is what counts.
      'AWS::SSMContacts::Contact',
      'AWS::SSMContacts::ContactChannel',
      'AWS::SSMContacts::Plan',
      'AWS::SSMContacts::Rotation',
    ],
    terraform: [
      'aws_account_alternate_contact',
      'aws_account_primary_contact',
      'aws_account_region',
      'aws_ssmcontacts_contact',
      'aws_ssmcontacts_contact_channel',
      'aws_ssmcontacts_plan',
      'aws_ssmcontacts_rotation',
      'aws_ssmincidents_replication_set',
      'aws_ssmincidents_response_plan',
    ],
  },
  *facts(resource) {
    if (plans.includes(resource.type)) yield planFact(resource);
    if (resource.type === 'aws_account_alternate_contact') yield* alternateContactFacts(resource);
    if (resource.type === 'aws_account_primary_contact')
      yield {
        kind: 'contact',
        noun: 'Primary contact',
        subject: resource,
        set: written(resource.properties.get('phone_number').text(), resource),
      };
  },
};

/** A plan reaches whoever it engages, and those who read its chat channel or topics. */
function planFact(plan: Resource): Fact {
  const { vocabulary } = plan;
  const template = property(plan, 'IncidentTemplate', 'incident_template');
  const ways = [
    property(plan, 'Engagements', 'engagements'),
    vocabulary === 'cloudformation' ? plan.properties.get('ChatChannel', 'ChatbotSns') : plan.properties.get('chat_channel'),
    member(template, vocabulary, 'NotificationTargets', 'notification_target'),
    property(plan, 'Integrations', 'integration'),
  ];
  return {
    kind: 'alarm',
    noun: 'Response plan',
    subject: plan,
    reachesSomeone: settledTruth(
      any(...ways.map((way) => is(way.present(), (set) => set, 'somebody to reach'))),
      plan.properties.at,
    ),
  };
} // prettier-ignore

/** Contacts for bills and for operations are no concern of security. */
function* alternateContactFacts(contact: Resource): Iterable<Fact> {
  const { properties } = contact;
  const type = properties.get('alternate_contact_type').text();
  if (type.state === 'known' && type.value !== 'SECURITY') return;
  const reached = all(
    isWritten(properties.get('email_address').text(), contact),
    isWritten(properties.get('phone_number').text(), contact),
  );
  const set = settledTruth(reached, properties.at);
  yield {
    kind: 'contact',
    noun: 'Security contact',
    subject: contact,
    set: type.state === 'unknown' && !(set.state === 'known' && set.value) ? unknown(type.why, type.at) : set,
  };
}

const written = (text: Value<string>, contact: Resource): Settled<boolean> =>
  chain(otherwise(text, '', `${contact.type} demands it`), (value) => known(value.trim() !== '', text.at));

const isWritten = (text: Value<string>, contact: Resource): Truth =>
  is(written(text, contact), (set) => set, 'address and telephone');
