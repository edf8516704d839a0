import { isOpenToInternet } from '../../model/cidr';
import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { any, is, not, settledTruth, some, type Truth } from '../../model/truth';
import { chain, known, otherwise, unknown, type Settled } from '../../model/value';
import { environmentSecrets } from '../aws/environment-secrets';
import { itemsOf } from '../aws/items';
import { secretFacts } from '../aws/secret-facts';
import type { Context, Service } from '../service';
import { encryptionOf } from './encryption';
import { accountFact } from './machine-account';

/** Environments of Airflow. */
export const composer: Service = {
  name: 'composer',
  types: { terraform: ['google_composer_environment', 'google_composer_user_workloads_secret'] },
  *facts(resource, graph, context) {
    if (resource.type === 'google_composer_environment') yield* environmentFacts(resource, graph, context);
    else yield* secretsOf(resource);
  },
};

const noun = 'Composer environment';

/** @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/composer_environment */
function* environmentFacts(environment: Resource, graph: ResourceGraph, context: Context): Iterable<Fact> {
  const about = { noun, subject: environment };
  const config = environment.properties.get('config');
  yield { kind: 'public-endpoint', role: 'compute', public: publicMachines(config), ...about };
  yield {
    kind: 'public-endpoint',
    ...about,
    noun: `web server of a ${noun}`,
    role: 'front',
    public: publicWebServer(config),
  };
  const key = config.get('encryption_config', 'kms_key_name');
  yield { kind: 'storage-at-rest', encryption: encryptionOf(key), requested: key.present(), ...about };
  yield accountFact(environment, noun, config.get('node_config', 'service_account'), graph);
  yield* versionFacts(about, config.get('software_config', 'image_version'), context);
  yield* secretFacts(environment, noun, environmentSecrets(config.get('software_config', 'env_variables')));
}

/** Machines have public addresses unless the environment is a private one, which each version says in its own way. */
function publicMachines(config: Property): Settled<boolean> {
  const block = config.get('private_environment_config');
  const flag = config.get('enable_private_environment').flag();
  return settledTruth(
    not(
      any(
        is(block.present(), (given) => given, 'private environment'),
        is(otherwise(flag, false, 'an environment is private only when told to'), (on) => on, 'private environment'),
      ),
    ),
    block.at,
  );
}

/** Everybody may ask the web server, which lets in who has permissions, unless networks are named that may. */
function publicWebServer(config: Property): Settled<boolean> {
  const control = config.get('web_server_network_access_control');
  const given = control.present();
  const ranges = itemsOf(control.get('allowed_ip_range')).map((range) =>
    otherwise(range.get('value').text(), '', 'no network is named'),
  );
  const open: Truth = any(
    not(is(given, (yes) => yes, 'networks that may ask the web server')),
    some(
      known(ranges, control.at),
      (range) => is(range, (cidr) => isOpenToInternet([cidr]), 'network'),
      'networks that may ask',
    ),
  );
  return settledTruth(open, control.at);
}

/**
 * The first generation of environments, and the beginnings of the second, ended on 2026-09-15; the third, and the rest of
 * the second where no version of it is named, are mended. How long one version is mended is not said here.
 *
 * @see https://docs.cloud.google.com/composer/docs/apis (2025-12)
 */
function* versionFacts(
  about: { readonly noun: string; readonly subject: Resource },
  image: Property,
  context: Context,
): Iterable<Fact> {
  const named = image.text();
  if (named.state === 'absent') return;
  const ended = (name: string): boolean => /^composer-(1|2\.0)\b/.test(name);
  const newest = (name: string): boolean => /^composer-[23]-airflow-\d+(\.\d+)?$/.test(name);
  if (named.state === 'known' && !ended(named.value) && !newest(named.value)) return;
  yield {
    kind: 'runtime',
    supported: chain(named, (name) =>
      ended(name)
        ? known(context.today <= '2026-09-15', image.at, 'the last day of support was 2026-09-15')
        : newest(name)
          ? known(true, image.at, 'the newest of its generation')
          : unknown(`no date is known until which ${name} is supported`, image.at),
    ),
    ...about,
  };
}

function* secretsOf(resource: Resource): Iterable<Fact> {
  const entries = resource.properties.get('data').entries();
  if (entries.state !== 'known') return;
  yield* secretFacts(
    resource,
    'secret of a Composer environment',
    entries.value.map(([key, value]) => [`entry ${key}`, value] as const),
  );
}
