import type { ResourceGraph } from '../../model/graph';
import { perGraph } from '../../model/per-graph';
import { property, type Resource } from '../../model/resource';
import { balancersV2 } from './balancer';
import { accessLogBucket } from './balancer-attributes';

/*
 * What sends its records of requests to a bucket. CloudTrail is not among them: what is done to the bucket of a trail is
 * worth a record of its own.
 */

const buckets = ['AWS::S3::Bucket', 'aws_s3_bucket'];

const targets: readonly (readonly [type: string, path: string])[] = [
  ['AWS::S3::Bucket', 'LoggingConfiguration.DestinationBucketName'],
  ['aws_s3_bucket', 'logging.target_bucket'],
  ['aws_s3_bucket_logging', 'target_bucket'],
  ['AWS::CloudFront::Distribution', 'DistributionConfig.Logging.Bucket'],
  ['aws_cloudfront_distribution', 'logging_config.bucket'],
  ['AWS::EC2::FlowLog', 'LogDestination'],
  ['aws_flow_log', 'log_destination'],
  ['AWS::ElasticLoadBalancing::LoadBalancer', 'AccessLoggingPolicy.S3BucketName'],
  ['aws_elb', 'access_logs.bucket'],
  ['aws_alb', 'access_logs.bucket'],
  ['aws_lb', 'access_logs.bucket'],
];

/** A bucket that takes the records of others keeps none of its own: they would go round in circles. */
export function takesRecords(bucket: Resource, graph: ResourceGraph): boolean {
  if (targets.some(([type, path]) => graph.companions(bucket, [type], path).certain.some((from) => from !== bucket)))
    return true;
  if (takesFromBalancer(bucket, graph)) return true;
  const acl = property(bucket, 'AccessControl', 'acl').text();
  if (acl.state === 'known' && /^log-?delivery-?write$/i.test(acl.value)) return true;
  return graph.companions(bucket, ['aws_s3_bucket_acl'], 'bucket').certain.some(({ properties }) => {
    const text = properties.get('acl').text();
    return text.state === 'known' && text.value === 'log-delivery-write';
  });
}

/** CloudFormation lists the attributes of balancers. */
const takesFromBalancer = (bucket: Resource, graph: ResourceGraph): boolean =>
  bucketsOfBalancers(graph, bucket.id) !== undefined;

/** Balancers by the id of the bucket that they write to. */
const bucketsOfBalancers = perGraph((graph) => {
  const named = graph.ofType(...balancersV2).flatMap((balancer) => {
    const target = accessLogBucket(balancer);
    const links = target ? buckets.map((type) => graph.follow(target, [type])) : [];
    return links.flatMap((link) => (link.state === 'linked' ? [[link.resource.id, balancer] as const] : []));
  });
  return new Map(named);
});
