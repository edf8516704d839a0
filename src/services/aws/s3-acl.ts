import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import { property, type Resource } from '../../model/resource';
import { all, any, is, some, truth, type Truth } from '../../model/truth';
import { map, otherwise, unknown, type Settled } from '../../model/value';
import { existing, type PublicAccessBlockState } from './s3-public-access-block';

/** Canned ACLs that grant to everyone, or to everyone who has an AWS account; without their hyphens. */
const publicAcls = ['publicread', 'publicreadwrite', 'authenticatedread'];

const isPublicAcl = (acl: string): boolean => publicAcls.includes(acl.replaceAll('-', '').toLowerCase());

/** Groups that everyone, or everyone who has an AWS account, belongs to. */
const isPublicGroup = (uri: string): boolean => /\/groups\/global\/(AllUsers|AuthenticatedUsers)$/.test(uri);

/**
 * Whether the ACL that a bucket, an object or an ACL resource writes grants to everyone. Private where nothing is
 * written.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl
 */
export function aclIsPublic(resource: Resource): Truth {
  const acl = otherwise(property(resource, 'AccessControl', 'acl').text(), 'private', 'private unless told otherwise');
  const grants = grantsOf(resource).map(({ uri }) => is(uri, isPublicGroup, 'grant to a group'));
  return any(is(acl, isPublicAcl, acl.state === 'known' ? `ACL ${acl.value}` : 'ACL'), ...grants);
}

/** Whether it lets everyone write, or change the list itself. */
export function aclIsWritable(resource: Resource): Truth {
  const acl = otherwise(property(resource, 'AccessControl', 'acl').text(), 'private', 'private unless told otherwise');
  const grants = grantsOf(resource).map(({ uri, permissions }) =>
    all(
      is(uri, isPublicGroup, 'grant to a group'),
      some(permissions, (one) => is(one, writes, 'permission'), 'permission'),
    ),
  );
  return any(
    is(acl, (name) => name.replaceAll('-', '').toLowerCase() === 'publicreadwrite', 'ACL'),
    ...grants,
  );
}

const writes = (permission: string): boolean => /^(WRITE|WRITE_ACP|FULL_CONTROL)$/.test(permission);

interface Grant {
  readonly uri: Settled<string>;
  readonly permissions: Settled<readonly Settled<string>[]>;
}

const grantsOf = (resource: Resource): readonly Grant[] => [
  ...grantsIn(property(resource, null, 'grant'), ['uri'], 'permissions'),
  ...grantsIn(property(resource, null, 'access_control_policy.grant'), ['grantee', 'uri'], 'permission'),
];

function grantsIn(grants: Property, path: readonly string[], key: string): readonly Grant[] {
  const list = otherwise(grants.list(), [], 'no grant');
  if (list.state === 'unknown') return [{ uri: unknown(list.why, list.at), permissions: unknown(list.why, list.at) }];
  return list.value.map((grant) => ({
    uri: otherwise(grant.get(...path).text(), '', 'no group'),
    permissions: otherwise(grant.get(key).texts(), [], 'no permission'),
  }));
}

interface Ownership {
  /** With the platform's initial setting where nothing is written. */
  readonly aclDisabled: Settled<boolean>;
  /** Somebody switched ACLs off in so many words. */
  readonly written: Settled<boolean>;
  readonly related: readonly Resource[];
}

/**
 * Whether ACLs are switched off. New buckets have them off; whoever writes a public ACL means it, and does not rely on
 * that.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html (since 2023-04)
 */
export function objectOwnership(bucket: Resource, graph: ResourceGraph): Ownership {
  const { certain, possible } = graph.companions(bucket, ['aws_s3_bucket_ownership_controls'], 'bucket');
  const [companion] = certain;
  const [maybe] = possible;
  if (maybe && !companion) {
    const open = unknown<boolean>(
      `object ownership controls may belong to it: ${maybe.why}`,
      { id: maybe.resource.id, path: ['bucket'] },
    ); // prettier-ignore
    return { aclDisabled: open, written: open, related: [maybe.resource] };
  }
  const setting = companion
    ? companion.properties.get('rule', 'object_ownership')
    : property(bucket, 'OwnershipControls.Rules.ObjectOwnership', null);
  const written = map(setting.text(), (value) => value === 'BucketOwnerEnforced');
  const related = companion ? [companion] : [];
  const off = otherwise(written, false, 'nobody switched ACLs off');
  if (written.state === 'absent' && existing(bucket))
    return { aclDisabled: unknown('an existing bucket without visible ownership controls', written.at), written: off, related }; // prettier-ignore
  return { aclDisabled: otherwise(written, true, 'new buckets have ACLs switched off since 2023-04'), written: off, related }; // prettier-ignore
}

/** What ownership controls whose bucket is not in the graph switch. */
export const ownershipControls = (controls: Resource): Settled<boolean> =>
  otherwise(
    map(controls.properties.get('rule', 'object_ownership').text(), (value) => value === 'BucketOwnerEnforced'),
    false,
    'no rule',
  );

/** ACLs that are switched off in so many words, or ignored by the block, grant nothing. */
export const aclsWithoutEffect = (block: PublicAccessBlockState, { written }: Ownership): Truth =>
  any(
    is(block.ignoresAcls, (ignored) => ignored, 'public ACLs ignored'),
    is(written, (disabled) => disabled, 'ACLs switched off'),
  );

/** An ACL that may belong to the bucket keeps the answer open. */
export const possibleAcls = (bucket: Resource, graph: ResourceGraph): readonly Truth[] =>
  graph
    .companions(bucket, ['aws_s3_bucket_acl'], 'bucket')
    .possible.map(({ resource, why }) =>
      truth(undefined, { id: resource.id, path: ['bucket'] }, `an ACL may belong to it: ${why}`),
    );
