import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import { member, property, type Resource } from '../../model/resource';
import { any, every, is, settledTruth, truth, type Truth } from '../../model/truth';
import { otherwise, unknown, type Settled, type Value } from '../../model/value';
import { itemsOf } from './items';
import { usageFact } from './usage';

const records = ['AWS::Route53::RecordSet', 'aws_route53_record'];

/** Records, each of its own or several in a group. */
export function* recordFacts(resource: Resource): Iterable<Fact> {
  if (records.includes(resource.type)) yield recordFact(resource, resource.properties);
  if (resource.type === 'AWS::Route53::RecordSetGroup')
    for (const record of itemsOf(property(resource, 'RecordSets', null))) yield recordFact(resource, record);
}

function recordFact(subject: Resource, written: Property): Fact {
  const { vocabulary } = subject;
  const values = member(written, vocabulary, 'ResourceRecords', 'records');
  const alias = member(written, vocabulary, 'AliasTarget', 'alias');
  const type = member(written, vocabulary, 'Type', 'type').text();
  const present = values.present();
  return {
    kind: 'domain-record',
    noun: 'domain record',
    subject,
    target: settledTruth(
      any(
        is(present, (some) => some, 'values'),
        is(alias.present(), (some) => some, 'alias'),
      ),
      written.at,
    ),
    ...(mayBeAddress(type) &&
      (present.state === 'unknown' || present.value) && { targetManaged: targetOf(type, values) }),
  };
}

const mayBeAddress = (type: Value<string>): boolean =>
  type.state === 'known' ? /^A(AAA)?$/i.test(type.value) : type.state === 'unknown';

/** A record of which nobody knows whether it is an address may lead to what it likes. */
function targetOf(type: Value<string>, values: Property): Settled<boolean> {
  const own = managed(values);
  return type.state === 'unknown' && !(own.state === 'known' && own.value) ? unknown(type.why, type.at) : own;
}

/** Whether every value comes from a resource. What nobody has settled yet may be anything. */
function managed(values: Property) {
  const list = otherwise(values.list(), [], 'no value');
  const whole = values.references().length > 0 && list.state === 'unknown';
  return settledTruth(whole ? truth(true, values.at, 'of a resource') : every(list, isOfResource, 'values'), values.at);
}

const isOfResource = (value: Property): Truth =>
  value.references().length > 0
    ? truth(true, value.at, 'of a resource')
    : is(otherwise(value.text(), '', 'no value'), () => false, 'value');

/** A zone is for the records in it. They may also be written where the zone's id is known. */
export const zoneUsage = (about: { readonly noun: string; readonly subject: Resource }, graph: ResourceGraph): Fact =>
  usageFact(
    about,
    [],
    [
      graph.companions(about.subject, ['AWS::Route53::RecordSet', 'AWS::Route53::RecordSetGroup'], 'HostedZoneId'),
      graph.companions(about.subject, ['AWS::Route53::RecordSet', 'AWS::Route53::RecordSetGroup'], 'HostedZoneName'),
      graph.companions(about.subject, ['aws_route53_record'], 'zone_id'),
    ],
  );
