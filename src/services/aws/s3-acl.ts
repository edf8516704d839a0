import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import { property, type Resource } from '../../model/resource';
import { any, is, truth, type Truth } from '../../model/truth';
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
  const grants = [
    ...granteesOf(property(resource, null, 'grant'), ['uri']),
    ...granteesOf(property(resource, null, 'access_control_policy.grant'), ['grantee', 'uri']),
  ];
  return any(
    is(acl, isPublicAcl, acl.state === 'known' ? `ACL ${acl.value}` : 'ACL'),
    ...grants.map((uri) => is(uri, isPublicGroup, 'grant to a group')),
  );
}

function granteesOf(grants: Property, path: readonly string[]): readonly Settled<string>[] {
  const list = otherwise(grants.list(), [], 'no grant');
  if (list.state === 'unknown') return [unknown(list.why, list.at)];
  return list.value.map((grant) => otherwise(grant.get(...path).text(), '', 'no group'));
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
