import type { AuditLog, Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { all, any, is, not, settledTruth, some, truth, type Truth } from '../../model/truth';
import { known, otherwise } from '../../model/value';
import { itemsOf } from '../aws/items';
import type { Service } from '../service';
import { policyDocument } from './iam-bindings';
import { sameText } from './written-text';

const projects = ['google_project'];
const ofProjects = 'google_project_iam_audit_config';
const policiesOfProjects = 'google_project_iam_policy';

/** What each kind of configuration is of, by the property that names it. */
const owners: Readonly<Record<string, string>> = {
  google_folder_iam_audit_config: 'folder',
  google_organization_iam_audit_config: 'org_id',
  [ofProjects]: 'project',
};

/**
 * Who changes what is always recorded; who reads and writes data where somebody asks for it.
 *
 * @see https://cloud.google.com/logging/docs/audit (Admin Activity audit logs cannot be switched off)
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/google_project_iam#google_project_iam_audit_config
 */
export const auditConfig: Service = {
  name: 'google-audit-config',
  types: { terraform: Object.keys(owners) },
  facts: (config, graph) => [auditFact(config, graph)],
};

/** Several configurations of one owner add up: each is of one service, or of all. */
function auditFact(config: Resource, graph: ResourceGraph): Fact {
  const { properties } = config;
  const link = graph.follow(properties.get('project'), projects);
  const owner = link.state === 'linked' && link.resource.mode === 'managed' ? link.resource : undefined;
  const records = owner ? recordsOf(owner, graph) : siblingRecords(config, graph);
  return {
    dataEvents: settledTruth(any(...records), properties.at),
    ...(owner
      ? { subject: owner, noun: 'Project', related: [config] }
      : { subject: config, noun: 'Audit configuration' }),
    ...activity(config),
  };
}

/** A project that says nothing of audits records no reading and writing of data. */
export function* projectAuditFacts(project: Resource, graph: ResourceGraph): Iterable<Fact> {
  const configs = graph.companions(project, [ofProjects], 'project');
  if (configs.certain.length > 0) return;
  const { at } = project.properties;
  yield {
    subject: project,
    noun: 'Project',
    ...activity(project),
    dataEvents: settledTruth(
      any(truth(false, at, 'only changes are recorded by default'), ...recordsOf(project, graph)),
      at,
    ),
  };
}

const activity = ({ properties }: Resource): Pick<AuditLog, 'kind' | 'scope' | 'kept'> => ({
  kind: 'audit-log',
  scope: 'trail',
  kept: known(true, properties.at, 'Google always records who changes what'),
});

/** What the configurations and policies of a project record. */
function recordsOf(project: Resource, graph: ResourceGraph): readonly Truth[] {
  const configs = graph.companions(project, [ofProjects], 'project');
  const policies = graph.companions(project, [policiesOfProjects], 'project');
  return [
    ...configs.certain.map(recordsEverything),
    ...policies.certain.map((policy) => policyRecords(policy, graph)),
    ...[...configs.possible, ...policies.possible].map(({ resource, why }) =>
      truth(undefined, { id: resource.id, path: ['project'] }, `may be of the project: ${why}`),
    ),
  ];
}

/** What the configurations of the same owner record, which is not in the input. */
function siblingRecords(config: Resource, graph: ResourceGraph): readonly Truth[] {
  const key = owners[config.type] ?? '';
  const own = config.properties.get(key);
  return graph.ofType(config.type).map((other) => {
    const same = other === config ? true : sameText(own, other.properties.get(key));
    return all(truth(same, own.at, 'of the same owner'), recordsEverything(other));
  });
}

const recordsEverything = ({ properties }: Resource): Truth => isWhole(properties, ownNames);

/** What a policy that replaces all others says of audits, as a block or as the document that is made of it. */
function policyRecords(policy: Resource, graph: ResourceGraph): Truth {
  const written = policy.properties.get('policy_data');
  const link = graph.follow(written, [policyDocument]);
  const none = truth(false, written.at, 'the policy says nothing of audits');
  if (link.state === 'linked')
    return any(none, ...itemsOf(link.resource.properties.get('audit_config')).map((one) => isWhole(one, blockNames)));
  const document = written.document();
  if (document.state === 'unknown') return truth(undefined, document.at, document.why);
  if (document.state === 'absent') return none;
  return any(none, ...itemsOf(document.value.get('auditConfigs')).map((one) => isWhole(one, documentNames)));
}

/** How the same is spelled where it is written. */
interface Names {
  readonly logs: string;
  readonly type: string;
  readonly exempted: string;
}

const ownNames: Names = { logs: 'audit_log_config', type: 'log_type', exempted: 'exempted_members' };
const blockNames: Names = { ...ownNames, logs: 'audit_log_configs' };
const documentNames: Names = { logs: 'auditLogConfigs', type: 'logType', exempted: 'exemptedMembers' };

/** Whether the reading and writing of data is recorded for every service and everybody. */
function isWhole(written: Property, { logs, type, exempted }: Names): Truth {
  const blocks = otherwise(written.get(logs).list(), [], 'nothing is recorded');
  const someBlock = (test: (block: Property) => Truth): Truth => some(blocks, test, 'audit configuration');
  const recordsType = (wanted: string): Truth =>
    someBlock((block) =>
      is(otherwise(block.get(type).text(), '', 'no kind is named'), (name) => name === wanted, `record of ${wanted}`),
    );
  return all(
    is(
      otherwise(written.get('service').text(), '', 'no service is named'),
      (service) => service === 'allServices',
      'services recorded',
    ),
    recordsType('DATA_READ'),
    recordsType('DATA_WRITE'),
    not(someBlock((block) => is(block.get(exempted).present(), (on) => on, 'exempt members'))),
  );
}
