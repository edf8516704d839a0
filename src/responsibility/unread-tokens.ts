/**
 * Properties that the responsibility data name as deciding an area, and that no service reads: what they say is judged
 * elsewhere, or cannot be judged before deployment. Each with its reason; the first that matches counts.
 */
export interface UnreadToken {
  /** The type, as a regular expression over its name; every one where it is left out. */
  readonly type?: RegExp;
  /** The property path, as a regular expression over the whole of it. */
  readonly path: RegExp;
  readonly reason: string;
}

export const unreadTokens: readonly UnreadToken[] = [
  {
    path: /(^|\.)(\w*Role|\w*Role(Arn|ARN)|IamRoles?|JobFlowRole|RoleARN|IAMRoleARN|\w*IAMInstanceProfile|IamInstanceProfile|InstanceProfile)$/,
    reason: 'says whom it acts as: the role is judged itself, with everything attached to it',
  },
  {
    path: /(^|\.)(role|\w*_role|\w*role_arn|iam_roles?|iam_instance_profile|custom_iam_instance_profile|instance_profile|instance_role)$/,
    reason: 'says whom it acts as: the role is judged itself, with everything attached to it',
  },
  {
    path: /(^|\.)(\w*SecurityGroup(s|Ids)?|\w*SubnetIds?|Subnets|\w*SubnetGroupName|VPCZoneIdentifier|VpcId|VpcConfig|AvailabilityZones|VPCSecurityGroups|Ec2SubnetId)$/,
    reason: 'says where it stands: the networks and security groups are judged themselves',
  },
  {
    path: /(^|\.)(\w*security_groups?(_ids)?|subnet_ids?|subnets|\w*subnet_group_name|vpc_zone_identifier|vpc_id|vpc_config|availability_zones)$/,
    reason: 'says where it stands: the networks and security groups are judged themselves',
  },
];
