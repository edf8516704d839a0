import type { Fact } from '../../model/fact';
import type { Resource } from '../../model/resource';
import { map, orElse, otherwise, type Settled } from '../../model/value';
import type { Context, Service } from '../service';
import { projectAuditFacts } from './audit-config';
import { guardedSince } from './deletion';

/**
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/google_project (7.12, 2025-11)
 */
export const googleProject: Service = {
  name: 'google-project',
  types: { terraform: ['google_project', 'google_folder', 'google_resource_manager_lien'] },
  *facts(resource, graph, context): Iterable<Fact> {
    if (resource.type === 'google_project') {
      yield networkFact(resource);
      yield* projectAuditFacts(resource, graph);
    }
    if (resource.type !== 'google_resource_manager_lien') yield guardFact(resource, context);
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

const guardFact = (subject: Resource, context: Context): Fact => {
  const project = subject.type === 'google_project';
  return {
    subject,
    noun: project ? 'Project' : 'Folder',
    kind: 'deletion-protection',
    of: 'service',
    on: project
      ? keptProject(subject, context)
      : guardedSince(6, subject.properties.get('deletion_protection'), context),
  };
};

/**
 * A project is kept by its policy, or by the switch that came before it.
 *
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/guides/version_6_upgrade
 */
function keptProject({ properties }: Resource, context: Context): Settled<boolean> {
  const version = context.providerVersion('google');
  const kept = map(properties.get('deletion_policy').text(), (policy) => policy !== 'DELETE');
  return version !== undefined && version < 6
    ? orElse(kept, () =>
        otherwise(properties.get('skip_delete').flag(), false, 'the provider refuses only since its version 6'),
      )
    : otherwise(kept, true, 'the provider refuses to delete it by default');
}
