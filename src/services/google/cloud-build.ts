import type { Fact } from '../../model/fact';
import type { Resource } from '../../model/resource';
import { map, otherwise } from '../../model/value';
import type { Service } from '../service';

/**
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/cloudbuild_worker_pool (7.12, 2025-11)
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/cloudbuild_trigger
 */
export const cloudBuild: Service = {
  name: 'cloud-build',
  types: {
    terraform: [
      // Where code comes from: tokens for it are names of secrets.
      'google_cloudbuild_bitbucket_server_config',
      'google_cloudbuild_trigger',
      'google_cloudbuild_worker_pool',
      'google_cloudbuildv2_connection',
      'google_cloudbuildv2_repository',
      'google_clouddeploy_automation',
      'google_clouddeploy_custom_target_type',
      'google_clouddeploy_delivery_pipeline',
      'google_clouddeploy_deploy_policy',
      'google_clouddeploy_target',
      'google_developer_connect_account_connector',
      'google_developer_connect_connection',
      'google_developer_connect_git_repository_link',
      'google_developer_connect_insights_config',
      'google_secure_source_manager_branch_rule',
      'google_secure_source_manager_hook',
      'google_secure_source_manager_repository',
      'google_sourcerepo_repository',
    ],
  },
  facts(resource): Iterable<Fact> {
    if (resource.type === 'google_cloudbuild_worker_pool') return [poolFact(resource)];
    return resource.type === 'google_cloudbuild_trigger' ? [triggerFact(resource)] : [];
  },
};

const poolFact = (pool: Resource): Fact => ({
  subject: pool,
  noun: 'Build worker pool',
  kind: 'public-endpoint',
  role: 'compute',
  public: map(
    otherwise(
      pool.properties.get('worker_config', 'no_external_ip').flag(),
      false,
      'workers have public addresses by default',
    ),
    (none) => !none,
  ),
});

/** @see https://cloud.google.com/build/docs/cloud-build-service-account (a shared one where none is named) */
const triggerFact = (trigger: Resource): Fact => ({
  subject: trigger,
  noun: 'Build trigger',
  kind: 'machine-role',
  shared: map(trigger.properties.get('service_account').present(), (own) => !own),
});
