import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { property, type Resource } from '../../model/resource';
import { known, map, otherwise, unknown, type Settled } from '../../model/value';
import { alwaysEncrypted } from './key-custody';
import { isImage } from './lambda-runtime';
import { placementFact } from './network-placement';
import { userDataFacts } from './user-data';

const signers = ['AWS::Lambda::CodeSigningConfig', 'aws_lambda_code_signing_config'];

/** What else a function says of itself: who signed its code, whether it is traced, what stands in code that is inline. */
export function* settingFacts(resource: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: 'Lambda function', subject: resource };
  yield { kind: 'tracing', on: traced(resource), ...about };
  yield placementFact(about, property(resource, 'VpcConfig.SubnetIds', 'vpc_config.subnet_ids'));
  if (!isImage(resource)) yield { kind: 'code-signing', ...about, ...codeSigning(resource, graph) };
  const key = property(resource, 'Code.SourceKMSKeyArn', 'source_kms_key_arn');
  yield* chosenKeyFact(about, key, graph, 'Lambda always encrypts code');
  yield* userDataFacts(about, [property(resource, 'Code.ZipFile', null)], 'code');
}

/** A key that is named for something which is encrypted with a key of AWS's own otherwise. */
export function* chosenKeyFact(
  about: { readonly noun: string; readonly subject: Resource },
  key: ReturnType<typeof property>,
  graph: ResourceGraph,
  because: string,
): Iterable<Fact> {
  const present = key.present();
  if (present.state === 'known' && !present.value) return;
  yield { kind: 'storage-at-rest', encryption: alwaysEncrypted(key, graph, 'provider-key', because), ...about };
}

/** @see https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html */
const traced = (resource: Resource): Settled<boolean> =>
  map(
    otherwise(
      property(resource, 'TracingConfig.Mode', 'tracing_config.mode').text(),
      'PassThrough',
      'a function samples no requests by itself unless told to',
    ),
    (mode) => mode === 'Active',
  );

/**
 * Code is checked for a signature only with a configuration that names who may sign, and is refused without one only where
 * that says so.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-codesigning.html
 */
function codeSigning(
  resource: Resource,
  graph: ResourceGraph,
): { readonly enforced: Settled<boolean>; readonly related?: readonly Resource[] } {
  const place = property(resource, 'CodeSigningConfigArn', 'code_signing_config_arn');
  const link = graph.follow(place, signers);
  if (link.state === 'absent') return { enforced: known(false, place.at, 'nobody asks who signed the code') };
  if (link.state !== 'linked') {
    const why = link.state === 'unknown' ? link.why : 'what the configuration refuses is not shown here';
    return { enforced: unknown(why, place.at) };
  }
  const policy = property(
    link.resource,
    'CodeSigningPolicies.UntrustedArtifactOnDeployment',
    'policies.untrusted_artifact_on_deployment',
  ).text();
  return {
    enforced: map(otherwise(policy, 'Warn', 'code without a signature is only warned of by default'), isEnforced),
    related: [link.resource],
  };
}

const isEnforced = (policy: string): boolean => policy === 'Enforce';
