import type { Fact } from '../../model/fact';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { chain, map, otherwise, type Settled } from '../../model/value';
import { supported } from '../aws/end-of-support';
import { environmentSecrets } from '../aws/environment-secrets';
import { secretFacts } from '../aws/secret-facts';
import type { Context, Service } from '../service';
import { wayOut } from './cloud-run';
import { encryptionOf } from './encryption';
import { accountFact } from './machine-account';

export const cloudFunctions: Service = {
  name: 'cloud-functions',
  types: { terraform: ['google_cloudfunctions2_function', 'google_cloudfunctions_function'] },
  *facts(resource, graph, context) {
    const about = { noun: 'function', subject: resource };
    const second = resource.type === 'google_cloudfunctions2_function';
    const service = second ? resource.properties.get('service_config') : resource.properties;
    const build = second ? resource.properties.get('build_config') : resource.properties;
    yield accountFact(resource, about.noun, service.get('service_account_email'), graph);
    yield* networkFacts(about, service);
    yield* runtimeFacts(about, build, context);
    yield* secretFacts(resource, about.noun, [
      ...environmentSecrets(service.get('environment_variables')),
      ...environmentSecrets(build.get(second ? 'environment_variables' : 'build_environment_variables')),
    ]);
    const key = resource.properties.get('kms_key_name');
    yield { kind: 'storage-at-rest', encryption: encryptionOf(key), requested: key.present(), ...about };
    if (second) yield signedFact(about, service);
    else yield* transportFacts(about);
  },
};

interface About {
  readonly noun: string;
  readonly subject: Resource;
}

/** @see https://docs.cloud.google.com/functions/docs/networking/network-settings */
function* networkFacts(about: About, service: Property): Iterable<Fact> {
  const ingress = otherwise(
    service.get('ingress_settings').text(),
    'ALLOW_ALL',
    'callers from everywhere unless told otherwise',
  );
  yield { kind: 'public-endpoint', role: 'front', public: map(ingress, (text) => text === 'ALLOW_ALL'), ...about };
  yield wayOut(about, service.get('vpc_connector_egress_settings'), 'ALL_TRAFFIC');
}

/**
 * Runtimes are updated by themselves unless updates wait for the next deployment.
 *
 * @see https://cloud.google.com/functions/docs/runtime-support
 * @see https://docs.cloud.google.com/functions/docs/securing/execution-environment-security#security_update_policy
 */
function* runtimeFacts(about: About, build: Property, context: Context): Iterable<Fact> {
  const runtime = build.get('runtime').text();
  if (runtime.state !== 'absent')
    yield { kind: 'runtime', supported: supported('google-functions', runtime, context.today), ...about };
  const waits = build.get('on_deploy_update_policy').present();
  const automatic: Settled<boolean> = map(waits, (given) => !given);
  yield { kind: 'patching', of: 'engine', automatic, ...about };
  build.get('automatic_update_policy').present();
}

const signedFact = (about: About, service: Property): Fact => ({
  kind: 'code-signing',
  enforced: service.get('binary_authorization_policy').present(),
  ...about,
});

/**
 * Only what is called by HTTP says whether plain text is turned away.
 *
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/cloudfunctions_function#https_trigger_security_level
 */
function* transportFacts(about: About): Iterable<Fact> {
  const { properties: written } = about.subject;
  const called = otherwise(written.get('trigger_http').flag(), false, 'it is called by events unless told otherwise');
  if (called.state === 'known' && !called.value) return;
  const level = otherwise(
    written.get('https_trigger_security_level').text(),
    'SECURE_OPTIONAL',
    'plain text is served as well unless told otherwise',
  );
  yield {
    kind: 'transit-enforcement',
    enforced: chain(called, () => map(level, (text) => text === 'SECURE_ALWAYS')),
    ...about,
  };
}
