import type { Fact } from '../../model/fact';
import type { Resource } from '../../model/resource';
import { otherwise } from '../../model/value';
import { secretFacts } from '../aws/secret-facts';
import type { Service } from '../service';
import { encryptionOf } from './encryption';

/**
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/looker_instance (7.12, 2025-11)
 */
export const looker: Service = {
  name: 'looker',
  types: { terraform: ['google_looker_instance'] },
  facts: (instance) => instanceFacts(instance),
};

function* instanceFacts(instance: Resource): Iterable<Fact> {
  const about = { subject: instance, noun: 'Looker instance' };
  const { properties } = instance;
  const key = properties.get('encryption_config', 'kms_key_name');
  yield { kind: 'storage-at-rest', encryption: encryptionOf(key), requested: key.present(), ...about };
  yield {
    kind: 'public-endpoint',
    role: 'front',
    public: otherwise(properties.get('public_ip_enabled').flag(), true, 'it has a public address by default'),
    ...about,
  };
  yield* secretFacts(instance, about.noun, [['client secret', properties.get('oauth_config', 'client_secret')]]);
}
