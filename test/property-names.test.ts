import { identityKeys } from '../src/model/names';
import { noProperty } from '../src/model/property';
import { services } from '../src/services';
import { hasPath as inCloudFormation } from './support/cloudformation-schema';
import { readings } from './support/coverage';
import { otherVersions } from './support/other-versions';
import { hasPath as ofOtherClouds } from './support/provider-schema';
import { hasPath as inTerraform } from './support/terraform-schema';

const exceptions: readonly { readonly path: RegExp; readonly reason: string }[] = [
  {
    path: /#(LaunchTemplateData|SpotFleetRequestConfigData\.LaunchSpecifications|launch_specification)\./,
    reason: 'a machine is read alike wherever it is described, whichever of its properties may be said there',
  },
  {
    path: /_security_group#(in|e)gress\.(cidr_ipv[46]|prefix_list_id)$/,
    reason: 'a rule is read alike in its group and in a resource of its own',
  },
  {
    path: /(FirehoseDestination|DeliveryStream#|delivery_stream#)/,
    reason: 'the destinations of a stream are read alike; some encrypt for themselves',
  },
  { path: /^AWS::DMS::Endpoint#\w+Settings\.Password$/, reason: 'the engines of an endpoint are read alike' },
  {
    path: /(MemoryDB::User|memorydb_user)#/,
    reason: 'users of caches are read alike; some say their passwords in a block',
  },
  { path: /_cluster_snapshot#encrypted$/, reason: 'snapshots of databases are read alike' },
  {
    path: /^aws_s3_(bucket_)?object(_copy)?#access_control_policy/,
    reason: 'ACLs of buckets and objects are read alike',
  },
  {
    path: /^AWS::EntityResolution::PolicyStatement#/,
    reason: 'the resource is a statement, and read as statements are; the platform fills the rest in',
  },
  { path: /#(Path|path)$/, reason: 'part of an ARN, where the type has one' },
  { path: /^aws_redshift_cluster#logging/, reason: 'removed in version 6 of the provider' },
  { path: /^aws_ssm_association#instance_id$/, reason: 'removed in version 6 of the provider' },
  {
    path: /#(DistributionConfig\.Logging\.Enabled|EncryptionConfiguration(\.KeyId)?)$/,
    reason: "the service's API has it, and CloudFormation does not yet",
  },
  {
    path: /#((Redrive|redrive_)[Pp]olicy|DataProtectionPolicy|ingress|lifecycle_rule\.status)$/,
    reason: 'one of several spellings that are asked for alike',
  },
  ...otherVersions,
  { path: /#advanced_event_selector\.field_selector\.equals$/, reason: 'has another name in CDKTN: equalTo' },
];

const schemaOf = (type: string): typeof inTerraform | undefined =>
  type.startsWith('aws_') ? inTerraform : /^(AWS|Alexa)::/.test(type) ? inCloudFormation : ofOtherClouds;

/** The types of the services that know a type, in its vocabulary: what is read of all of them need not be in each. */
function siblings(type: string): readonly string[] {
  const lists = services.flatMap(({ types }) => Object.values(types));
  return [type, ...new Set(lists.filter((list) => list.includes(type)).flat())];
}

/** What is asked of whatever a reference leads to, to know it by, or what a vocabulary does not have. */
const isNoProperty = (path: string): boolean => identityKeys.includes(path) || path.split('.').includes(noProperty);

/** Properties that are read, and that no type has that is read alike. */
const strangers = [...readings()]
  .flatMap(([type, paths]) => {
    const has = schemaOf(type);
    if (has?.(type, []) === undefined) return [];
    const alike = siblings(type);
    return [...paths]
      .filter((path) => !isNoProperty(path) && !alike.some((one) => has(one, path.split('.')) === true))
      .map((path) => `${type}#${path}`);
  })
  .sort();

test('every property that a service reads is in the schema of one of its types', () => {
  expect(strangers.filter((path) => !exceptions.some((one) => one.path.test(path)))).toEqual([]);
});

test('every reason is needed', () => {
  expect(exceptions.filter((one) => !strangers.some((path) => one.path.test(path)))).toEqual([]);
});
