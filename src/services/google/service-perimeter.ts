import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { all, any, is, not, settledTruth, some, truth, type Truth } from '../../model/truth';
import { known, otherwise } from '../../model/value';
import { itemsOf } from '../aws/items';
import type { Service } from '../service';

const perimeters = [
  'google_access_context_manager_service_perimeter',
  'google_access_context_manager_service_perimeters',
];
const members = 'google_access_context_manager_service_perimeter_resource';
const rules: Readonly<Record<string, string>> = {
  google_access_context_manager_egress_policy: 'egress',
  google_access_context_manager_ingress_policy: 'ingress',
  google_access_context_manager_service_perimeter_egress_policy: 'egress',
  google_access_context_manager_service_perimeter_ingress_policy: 'ingress',
};

/** Perimeters that keep data of a service in, whoever has permissions. */
export const servicePerimeter: Service = {
  name: 'service-perimeter',
  types: {
    terraform: [
      'google_access_context_manager_access_level',
      'google_access_context_manager_access_levels',
      ...Object.keys(rules),
      'google_access_context_manager_gcp_user_access_binding',
      ...perimeters,
      // A trial is recorded, and refuses nothing.
      'google_access_context_manager_service_perimeter_dry_run_egress_policy',
      'google_access_context_manager_service_perimeter_dry_run_ingress_policy',
      'google_access_context_manager_service_perimeter_dry_run_resource',
      members,
    ],
  },
  *facts(resource, graph) {
    const direction = rules[resource.type];
    if (direction !== undefined)
      yield policyFact(resource, 'rule of a service perimeter', [ofRule(resource.properties, direction)]);
    if (!perimeters.includes(resource.type)) return;
    const many = resource.type.endsWith('s')
      ? itemsOf(resource.properties.get('service_perimeters'))
      : [resource.properties];
    for (const one of many) yield* perimeterFacts(resource, one, graph);
  },
};

/**
 * A perimeter refuses something when it names services and projects. One that only joins others names no services.
 *
 * @see https://docs.cloud.google.com/vpc-service-controls/docs/service-perimeters
 */
function* perimeterFacts(perimeter: Resource, written: Property, graph: ResourceGraph): Iterable<Fact> {
  const type = otherwise(
    written.get('perimeter_type').text(),
    'PERIMETER_TYPE_REGULAR',
    'a perimeter keeps in unless told otherwise',
  );
  if (type.state === 'known' && type.value === 'PERIMETER_TYPE_BRIDGE') return;
  const status = written.get('status');
  const { certain, possible } = graph.companions(perimeter, [members], 'perimeter_name', perimeters);
  yield {
    kind: 'guardrail',
    noun: 'service perimeter',
    subject: perimeter,
    enforced: settledTruth(
      all(
        is(status.get('restricted_services').present(), (given) => given, 'restricted services'),
        any(
          is(status.get('resources').present(), (given) => given, 'projects inside'),
          ...certain.map(({ id }) => truth(true, { id, path: [] }, 'a project inside')),
          ...possible.map(({ resource, why }) =>
            truth(undefined, { id: resource.id, path: [] }, `may put a project inside: ${why}`),
          ),
        ),
      ),
      status.at,
    ),
    related: certain,
  };
  const ways = ['ingress', 'egress'].flatMap((direction) =>
    itemsOf(status.get(`${direction}_policies`)).map((policy) => ofRule(policy, direction)),
  );
  if (ways.length > 0) yield policyFact(perimeter, 'service perimeter', ways);
}

/** Whether a way through a perimeter is for anybody, from anywhere, to everything. */
function ofRule(policy: Property, direction: string): Truth {
  const from = policy.get(`${direction}_from`);
  const to = policy.get(`${direction}_to`);
  const identity = otherwise(from.get('identity_type').text(), '', 'identities are named');
  const sources = itemsOf(from.get('sources')).map((source) =>
    otherwise(source.get('access_level').text(), '', 'sources are named'),
  );
  const services = itemsOf(to.get('operations')).map((operation) =>
    otherwise(operation.get('service_name').text(), '', 'no service is named'),
  );
  return all(
    is(identity, (text) => text === 'ANY_IDENTITY', 'identities'),
    direction === 'egress'
      ? truth(true, from.at, 'from inside')
      : some(known(sources, from.at), (level) => is(level, (text) => text === '*', 'sources'), 'sources'),
    some(known(services, to.at), (service) => is(service, (text) => text === '*', 'services'), 'services'),
  );
}

const policyFact = (subject: Resource, noun: string, ways: readonly Truth[]): Fact => ({
  kind: 'endpoint-policy',
  noun,
  subject,
  confined: settledTruth(not(any(...ways)), { id: subject.id, path: [] }),
});
