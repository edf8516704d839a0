import type { Fact } from '../../model/fact';
import type { Resource } from '../../model/resource';
import { map, otherwise } from '../../model/value';
import type { Service } from '../service';
import { encryptionOf } from './encryption';

/**
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/data_fusion_instance (7.12, 2025-11)
 */
export const dataFusion: Service = {
  name: 'data-fusion',
  types: { terraform: ['google_data_fusion_instance'] },
  facts: (instance) => instanceFacts(instance),
};

function* instanceFacts(instance: Resource): Iterable<Fact> {
  const about = { subject: instance, noun: 'Data Fusion instance' };
  const { properties } = instance;
  const key = properties.get('crypto_key_config', 'key_reference');
  yield { kind: 'storage-at-rest', encryption: encryptionOf(key), requested: key.present(), ...about };
  yield {
    kind: 'public-endpoint',
    role: 'compute',
    public: map(
      otherwise(properties.get('private_instance').flag(), false, 'its nodes have public addresses by default'),
      (on) => !on,
    ),
    ...about,
  };
  yield {
    kind: 'audit-log',
    scope: 'execution',
    kept: otherwise(properties.get('enable_stackdriver_logging').flag(), false, 'off by default'),
    ...about,
  };
  yield {
    kind: 'monitoring',
    detailed: otherwise(properties.get('enable_stackdriver_monitoring').flag(), false, 'off by default'),
    ...about,
  };
}
