import type { AuditLog, Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { all, is, not, settledTruth, some } from '../../model/truth';
import { known, otherwise } from '../../model/value';
import type { Service } from '../service';

const projects = ['google_project'];

/**
 * Who changes what is always recorded; who reads and writes data where somebody asks for it.
 *
 * @see https://cloud.google.com/logging/docs/audit (Admin Activity audit logs cannot be switched off)
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/google_project_iam#google_project_iam_audit_config
 */
export const auditConfig: Service = {
  name: 'google-audit-config',
  types: {
    terraform: [
      'google_folder_iam_audit_config',
      'google_organization_iam_audit_config',
      'google_project_iam_audit_config',
    ],
  },
  facts: (config, graph) => [auditFact(config, graph)],
};

function auditFact(config: Resource, graph: ResourceGraph): Fact {
  const { properties } = config;
  const link = graph.follow(properties.get('project'), projects);
  const owner = link.state === 'linked' && link.resource.mode === 'managed' ? link.resource : undefined;
  return {
    ...(owner
      ? { subject: owner, noun: 'Project', related: [config] }
      : { subject: config, noun: 'Audit configuration' }),
    ...activity(config),
    dataEvents: settledTruth(
      all(
        is(
          otherwise(properties.get('service').text(), '', 'no service is named'),
          (service) => service === 'allServices',
          'services recorded',
        ),
        recordsType(properties, 'DATA_READ'),
        recordsType(properties, 'DATA_WRITE'),
        not(
          someBlock(properties, (block) => is(block.get('exempted_members').present(), (on) => on, 'exempt members')),
        ),
      ),
      properties.at,
    ),
  };
}

/** A project that says nothing of audits records no reading and writing of data. */
export function* projectAuditFacts(project: Resource, graph: ResourceGraph): Iterable<Fact> {
  const configs = graph.companions(project, ['google_project_iam_audit_config'], 'project');
  if (configs.certain.length > 0 || configs.possible.length > 0) return;
  yield {
    subject: project,
    noun: 'Project',
    ...activity(project),
    dataEvents: known(false, project.properties.at, 'only changes are recorded by default'),
  };
}

const activity = ({ properties }: Resource): Pick<AuditLog, 'kind' | 'scope' | 'kept'> => ({
  kind: 'audit-log',
  scope: 'trail',
  kept: known(true, properties.at, 'Google always records who changes what'),
});

const recordsType = (properties: Property, type: string) =>
  someBlock(properties, (block) =>
    is(otherwise(block.get('log_type').text(), '', 'no kind is named'), (name) => name === type, `record of ${type}`),
  );

const someBlock = (properties: Property, test: Parameters<typeof some<Property>>[1]) =>
  some(otherwise(properties.get('audit_log_config').list(), [], 'nothing is recorded'), test, 'audit configuration');
