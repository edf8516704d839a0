import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import { property, type Resource } from '../../model/resource';
import { any, is, settledTruth } from '../../model/truth';
import type { Service } from '../service';
import {
  attachedPolicies,
  companionPolicyFacts,
  resourcePolicyFacts,
  policyFacts,
  type PolicyPlaces,
} from './resource-policy';
import { accessPointBlock, type PublicAccessBlockState } from './s3-public-access-block';

interface AccessPointKind {
  readonly owners: readonly string[];
  readonly places: PolicyPlaces;
  /** The block of public access, where the kind of access point has one. */
  readonly block?: (point: Resource) => Property;
}

const accessPoint: AccessPointKind = {
  owners: ['AWS::S3::AccessPoint', 'aws_s3_access_point'],
  places: {
    noun: 'S3 access point',
    inline: ['Policy', 'policy'],
    companions: [
      {
        types: ['aws_s3control_access_point_policy'],
        target: [null, 'access_point_arn'],
        document: [null, 'policy'],
      },
    ],
  },
  block: (point) => property(point, 'PublicAccessBlockConfiguration', 'public_access_block_configuration'),
};

const multiRegion: AccessPointKind = {
  owners: ['AWS::S3::MultiRegionAccessPoint', 'aws_s3control_multi_region_access_point'],
  places: {
    noun: 'S3 multi-region access point',
    companions: [
      {
        types: ['AWS::S3::MultiRegionAccessPointPolicy', 'aws_s3control_multi_region_access_point_policy'],
        target: ['MrapName', 'details.name'],
        document: ['Policy', 'details.policy'],
      },
    ],
  },
  block: (point) => property(point, 'PublicAccessBlockConfiguration', 'details.public_access_block'),
};

const objectLambda: AccessPointKind = {
  owners: ['AWS::S3ObjectLambda::AccessPoint', 'aws_s3control_object_lambda_access_point'],
  places: {
    noun: 'S3 Object Lambda access point',
    companions: [
      {
        types: ['AWS::S3ObjectLambda::AccessPointPolicy', 'aws_s3control_object_lambda_access_point_policy'],
        target: ['ObjectLambdaAccessPoint', 'name'],
        document: ['PolicyDocument', 'policy'],
      },
    ],
  },
};

const fileSystem: AccessPointKind = {
  owners: ['AWS::FSx::S3AccessPointAttachment', 'aws_fsx_s3_access_point_attachment'],
  places: {
    noun: 'S3 access point of a file system',
    inline: ['S3AccessPoint.Policy', 's3_access_point.policy'],
    // https://docs.aws.amazon.com/fsx/latest/OpenZFSGuide/s3-ap-manage-access-fsx.html
    neverPublic: 'access points of file systems always block public access',
  },
};

const kinds = [accessPoint, multiRegion, objectLambda, fileSystem];

export const s3AccessPoint: Service = {
  name: 's3-access-point',
  types: {
    cloudformation: [
      'AWS::FSx::S3AccessPointAttachment',
      'AWS::S3::AccessPoint',
      'AWS::S3::MultiRegionAccessPoint',
      'AWS::S3::MultiRegionAccessPointPolicy',
      'AWS::S3ObjectLambda::AccessPoint',
      'AWS::S3ObjectLambda::AccessPointPolicy',
    ],
    terraform: [
      'aws_fsx_s3_access_point_attachment',
      'aws_s3_access_point',
      'aws_s3control_access_point_policy',
      'aws_s3control_multi_region_access_point',
      'aws_s3control_multi_region_access_point_policy',
      'aws_s3control_object_lambda_access_point',
      'aws_s3control_object_lambda_access_point_policy',
    ],
  },
  *facts(resource, graph, context) {
    for (const { owners, places, block } of kinds)
      if (!owners.includes(resource.type)) yield* companionPolicyFacts(resource, owners, graph, places);
      else if (block)
        yield* blockedFacts(resource, graph, places, accessPointBlock(resource, block(resource), graph, context));
      else yield* policyFacts(resource, owners, graph, places);
  },
};

/**
 * Access points have all four switches on unless told otherwise. One that is bound to a VPC is never public.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-vpc.html
 */
function* blockedFacts(
  point: Resource,
  graph: ResourceGraph,
  places: PolicyPlaces,
  { complete, explicit, switches, refusesPolicies, related }: PublicAccessBlockState,
): Iterable<Fact> {
  const vpc = property(point, 'VpcConfiguration', 'vpc_configuration').present();
  yield { kind: 'public-access-block', noun: places.noun, subject: point, complete, explicit, switches, related };
  yield* resourcePolicyFacts(
    point,
    places.noun,
    attachedPolicies(point, graph, places),
    settledTruth(
      any(
        is(refusesPolicies, (on) => on, 'public policies refused'),
        is(vpc, (bound) => bound, 'bound to a VPC'),
      ),
      refusesPolicies.at,
    ),
  );
}
