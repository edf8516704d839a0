import type { Fact } from '../../model/fact';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { any, is, settledTruth } from '../../model/truth';
import { known, map, orElse, otherwise, type Settled } from '../../model/value';
import { secretVariables } from '../aws/environment-secrets';
import { itemsOf } from '../aws/items';
import { secretFacts } from '../aws/secret-facts';
import type { Context, Service } from '../service';
import { guardedSince } from './deletion';
import { encryptionOf } from './encryption';
import { accountFact } from './machine-account';

/** Where each kind of workload writes what it runs. */
const templates: Readonly<Record<string, readonly string[]>> = {
  google_cloud_run_service: ['template', 'spec'],
  google_cloud_run_v2_job: ['template', 'template'],
  google_cloud_run_v2_service: ['template'],
  google_cloud_run_v2_worker_pool: ['template'],
};

export const cloudRun: Service = {
  name: 'cloud-run',
  types: { terraform: Object.keys(templates) },
  *facts(resource, graph, context) {
    const noun = resource.type.endsWith('_job') ? 'Cloud Run job' : 'Cloud Run service';
    const about = { noun, subject: resource };
    const written = resource.properties.get(...(templates[resource.type] ?? []));
    yield* containerFacts(about, written);
    const first = resource.type === 'google_cloud_run_service';
    yield accountFact(resource, noun, written.get(first ? 'service_account_name' : 'service_account'), graph);
    if (first) yield* firstVersionFacts(about);
    else yield* secondVersionFacts(about, written, context);
  },
};

interface About {
  readonly noun: string;
  readonly subject: Resource;
}

function* containerFacts(about: About, written: Property): Iterable<Fact> {
  const containers = itemsOf(written.get('containers'));
  const variables = containers
    .flatMap((container) => itemsOf(container.get('env')))
    .flatMap((variable) => {
      const name = variable.get('name').text();
      return name.state === 'known' ? [[name.value, variable.get('value')] as const] : [];
    });
  yield* secretFacts(about.subject, about.noun, secretVariables(variables));
  for (const container of containers) yield* digestFacts(about, container.get('image'));
}

/** A tag may mean another image tomorrow; a digest does not. */
function* digestFacts(about: About, image: Property): Iterable<Fact> {
  const parts = image.parts();
  const last = parts.state === 'known' ? parts.value.at(-1) : undefined;
  if (typeof last !== 'string') return;
  yield {
    kind: 'image',
    ...about,
    noun: `image of a ${about.noun}`,
    immutable: known(/@sha256:[0-9a-f]{64}$/.test(last), image.at),
  };
}

/** @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/cloud_run_service */
function* firstVersionFacts(about: About): Iterable<Fact> {
  const { properties: written } = about.subject;
  const onService = written.get('metadata', 'annotations');
  const onRevision = written.get('template', 'metadata', 'annotations');
  yield reachFact(about, onService.get('run.googleapis.com/ingress'), 'all');
  yield wayOut(about, onRevision.get('run.googleapis.com/vpc-access-egress'), 'all-traffic');
  const key = onRevision.get('run.googleapis.com/encryption-key');
  yield { kind: 'storage-at-rest', encryption: encryptionOf(key), requested: key.present(), ...about };
  const disabled = onService.get('run.googleapis.com/invoker-iam-disabled').flag();
  if (disabled.state !== 'absent') yield { kind: 'sign-in', required: map(disabled, (off) => !off), ...about };
}

/** @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/cloud_run_v2_service */
function* secondVersionFacts(about: About, template: Property, context: Context): Iterable<Fact> {
  const { properties: written, type } = about.subject;
  const key = template.get('encryption_key');
  yield { kind: 'storage-at-rest', encryption: encryptionOf(key), requested: key.present(), ...about };
  yield wayOut(about, template.get('vpc_access', 'egress'), 'ALL_TRAFFIC');
  const policy = written.get('binary_authorization');
  yield {
    kind: 'code-signing',
    enforced: settledTruth(
      any(
        is(
          otherwise(policy.get('use_default').flag(), false, 'images are checked only when told to'),
          (on) => on,
          'binary authorization',
        ),
        is(policy.get('policy').present(), (given) => given, 'binary authorization'),
      ),
      policy.at,
    ),
    ...about,
  };
  yield {
    kind: 'deletion-protection',
    of: 'service',
    on: guardedSince(6, written.get('deletion_protection'), context),
    ...about,
  };
  if (type !== 'google_cloud_run_v2_service') return;
  yield reachFact(about, written.get('ingress'), 'INGRESS_TRAFFIC_ALL');
  yield {
    kind: 'sign-in',
    required: map(
      otherwise(
        written.get('invoker_iam_disabled').flag(),
        false,
        'callers need the permission to call it unless told otherwise',
      ),
      (off) => !off,
    ),
    ...about,
  };
  yield* buildFacts(about, written.get('build_config'));
}

/** Whether callers come from the internet. Nothing written means from everywhere. */
const reachFact = (about: About, ingress: Property, everywhere: string): Fact => ({
  kind: 'public-endpoint',
  role: 'front',
  public: map(
    otherwise(ingress.text(), everywhere, 'callers from everywhere unless told otherwise'),
    (text) => text === everywhere,
  ),
  ...about,
});

/** What is called outside leaves by the network only when all of it is told to. */
export const wayOut = (about: About, egress: Property, all: string): Fact => ({
  kind: 'way-out',
  open: map(
    otherwise(egress.text(), '', 'calls to the internet do not pass the network unless told to'),
    (text) => text !== all,
  ),
  ...about,
});

/** Google keeps the base of what it builds current, when it is told to. */
function* buildFacts(about: About, build: Property): Iterable<Fact> {
  const given = build.present();
  if (given.state === 'known' && !given.value) return;
  const base = build.get('base_image').present();
  const automatic: Settled<boolean> = orElse(build.get('enable_automatic_updates').flag(), () =>
    map(base, () => false),
  );
  yield { kind: 'patching', of: 'engine', automatic, ...about };
}
