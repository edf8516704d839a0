import type { Fact } from '../../model/fact';
import type { Resource } from '../../model/resource';
import { map, otherwise } from '../../model/value';
import type { Service } from '../service';
import { projectAuditFacts } from './audit-config';

/**
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/google_project (7.12, 2025-11)
 */
export const googleProject: Service = {
  name: 'google-project',
  types: { terraform: ['google_project', 'google_folder', 'google_resource_manager_lien'] },
  *facts(resource, graph): Iterable<Fact> {
    if (resource.type === 'google_project') {
      yield networkFact(resource);
      yield* projectAuditFacts(resource, graph);
    }
    if (resource.type !== 'google_resource_manager_lien') yield guardFact(resource);
  },
};

/** A default network comes with rules that let administration in from everywhere. */
const networkFact = (project: Resource): Fact => ({
  subject: project,
  noun: 'Project',
  kind: 'default-network',
  used: otherwise(
    project.properties.get('auto_create_network').flag(),
    true,
    'a default network is made unless told otherwise',
  ),
});

/** @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/guides/version_6_upgrade (kept by default) */
const guardFact = (subject: Resource): Fact => {
  const { properties } = subject;
  const project = subject.type === 'google_project';
  return {
    subject,
    noun: project ? 'Project' : 'Folder',
    kind: 'deletion-protection',
    of: 'service',
    on: project
      ? map(
          otherwise(
            properties.get('deletion_policy').text(),
            'PREVENT',
            'the provider refuses to delete it by default',
          ),
          (policy) => policy !== 'DELETE',
        )
      : otherwise(properties.get('deletion_protection').flag(), true, 'the provider refuses to delete it by default'),
  };
};
