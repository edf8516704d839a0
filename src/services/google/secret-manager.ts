import type { Fact } from '../../model/fact';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { otherwise } from '../../model/value';
import { secretFacts } from '../aws/secret-facts';
import type { Service } from '../service';
import { durationInDays } from './duration';
import { encryptionOf } from './encryption';

const secrets = ['google_secret_manager_regional_secret', 'google_secret_manager_secret'];
const versions = ['google_secret_manager_regional_secret_version', 'google_secret_manager_secret_version'];
const parameters = ['google_parameter_manager_parameter', 'google_parameter_manager_regional_parameter'];

/**
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/secret_manager_secret (7.12, 2025-11)
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/parameter_manager_parameter
 */
export const googleSecretManager: Service = {
  name: 'google-secret-manager',
  types: {
    terraform: [
      ...parameters,
      // A value in the open, which may name secrets: what is secret in it is not told apart.
      'google_parameter_manager_parameter_version',
      'google_parameter_manager_regional_parameter_version',
      ...secrets,
      ...versions,
    ],
  },
  facts(resource): Iterable<Fact> {
    const { properties, type } = resource;
    if (secrets.includes(type)) return secretStoreFacts(resource);
    if (versions.includes(type))
      return secretFacts(resource, 'Secret version', [
        ['secret', properties.get('secret_data')],
        ['secret', properties.get('secret_data_wo')],
      ]);
    if (parameters.includes(type))
      return [
        {
          subject: resource,
          noun: 'Parameter',
          kind: 'storage-at-rest',
          encryption: encryptionOf(properties.get('kms_key')),
        },
      ];
    return [];
  },
};

function* secretStoreFacts(secret: Resource): Iterable<Fact> {
  const about = { subject: secret, noun: 'Secret' };
  const { properties } = secret;
  yield { kind: 'storage-at-rest', encryption: encryptionOf(keyOf(properties)), ...about };
  const period = properties.get('rotation', 'rotation_period');
  yield {
    kind: 'secret-rotation',
    days: otherwise(durationInDays(period.text()), Infinity, 'nobody is reminded to change it'),
    ...about,
  };
  const kept = properties.get('version_destroy_ttl').present();
  yield { kind: 'final-copy', kept, ...about };
  const guard = properties.get('deletion_protection').flag();
  if (guard.state !== 'absent')
    yield { kind: 'deletion-protection', on: otherwise(guard, false, 'it may be deleted by default'), ...about };
}

/** Kept in several places, it has a key in each: one without decides. */
function keyOf(properties: Property): Property {
  const regional = properties.get('customer_managed_encryption', 'kms_key_name');
  const automatic = properties.get('replication', 'auto', 'customer_managed_encryption', 'kms_key_name');
  const replicas = properties.get('replication', 'user_managed', 'replicas').list();
  const keys =
    replicas.state === 'known'
      ? replicas.value.map((replica) => replica.get('customer_managed_encryption', 'kms_key_name'))
      : [];
  const without = keys.find((key) => isMissing(key));
  const [first] = without ? [without] : keys;
  return first ?? (isMissing(regional) ? automatic : regional);
}

const isMissing = (key: Property): boolean => {
  const present = key.present();
  return present.state === 'known' && !present.value;
};
