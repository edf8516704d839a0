import type { HeldPolicy, Pattern, Principals } from '../../model/policy';
import { shown } from '../../model/policy-patterns';
import { property, type Resource } from '../../model/resource';
import { typesOf } from './iam-grants';
import { policyDocument } from './policy-document';

/**
 * The policies that AWS writes for what a service of its own does in the account. Where that service alone becomes the
 * role, nobody's code and nobody's request ever has them, and nobody but AWS can make them narrower. The same goes for the
 * add-ons that AWS brings to a cluster, which have a role of their own by EKS Pod Identity.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/security-iam-awsmanpol.html
 * @see https://docs.aws.amazon.com/eks/latest/userguide/security-iam-awsmanpol.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
 */
const duties: Readonly<Record<string, RegExp>> = {
  apigateway: /^service-role\/AmazonAPIGatewayPushToCloudWatchLogs$/,
  autoscaling: /^service-role\/AutoScalingNotificationAccessRole$/,
  backup: /^(service-role\/)?AWSBackupServiceRolePolicyFor\w+$/,
  batch: /^service-role\/AWSBatchServiceRole$/,
  codedeploy: /^(service-role\/)?AWSCodeDeployRole(For(ECS|Lambda)(Limited)?)?$/,
  config: /^service-role\/AWS_ConfigRole$/,
  dlm: /^service-role\/AWSDataLifecycleManagerServiceRole\w*$/,
  dms: /^service-role\/AmazonDMS\w+$/,
  ecs: /^service-role\/(AmazonEC2ContainerServiceRole|AmazonECSInfrastructureRole\w+)$/,
  eks: /^AmazonEKS(Cluster|Service|BlockStorage|Compute|LoadBalancing|Networking)Policy$|^AmazonEKSVPCResourceController$/,
  elasticbeanstalk: /^service-role\/AWSElasticBeanstalkEnhancedHealth$/,
  elasticmapreduce: /^service-role\/AmazonEMRServicePolicy_v2$/,
  'pods.eks': /^AmazonEKS_CNI_Policy$|^service-role\/AmazonE[BF]SCSIDriverPolicy\w*$/,
  rds: /^service-role\/AmazonRDSDirectoryServiceAccess$/,
  sns: /^service-role\/AmazonSNSRole$/,
  spotfleet: /^service-role\/AmazonEC2SpotFleetTaggingRole$/,
};

type Member = Extract<Principals['members'], { readonly state: 'known' }>['value'][number];

/**
 * Whether a policy of AWS is for the duty of the one service that may become a role; undefined where nobody knows who
 * may.
 */
export function isServiceDuty(policy: HeldPolicy, principal: Resource): boolean | undefined {
  if (!('managed' in policy) || !typesOf('role').includes(principal.type)) return false;
  if (!Object.values(duties).some((names) => names.test(policy.managed))) return false;
  const trusted = trustedBy(principal);
  const known = trusted.filter((name) => name !== undefined);
  if (trusted.length === 0 || !known.every((name) => duties[name]?.test(policy.managed))) return false;
  return known.length === trusted.length ? true : undefined;
}

const noService = '(no service)';

/** The services that may become a role, and undefined for whoever is not known. */
function trustedBy(role: Resource): readonly (string | undefined)[] {
  const document = policyDocument(property(role, 'AssumeRolePolicyDocument', 'assume_role_policy'));
  if (!document) return [];
  if (document.statements.state !== 'known') return [undefined];
  return document.statements.value.flatMap(({ effect, principals }) => {
    if (effect.state === 'known' && effect.value === 'Deny') return [];
    if (!principals) return effect.state === 'known' ? [noService] : [undefined];
    if (principals.negated) return [noService];
    return principals.members.state === 'known' ? principals.members.value.flatMap(servicesOf) : [undefined];
  });
}

function servicesOf({ kind, patterns }: Member): readonly (string | undefined)[] {
  if (kind !== 'Service') return [noService];
  if (patterns.state !== 'known') return [undefined];
  return patterns.value.map((pattern) => (pattern.state === 'known' ? serviceNamed(pattern.value) : undefined));
}

function serviceNamed(pattern: Pattern): string | undefined {
  if (pattern.some((part) => typeof part !== 'string')) return undefined;
  return /^([a-z.-]+)\.amazonaws\.com(?:\.cn)?$/.exec(shown(pattern))?.[1] ?? noService;
}
