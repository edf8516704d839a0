import type { Service } from '../service';

/**
 * What joins, names or watches other resources, and holds nothing that a control judges today: classified, so that
 * `unclassified` means a type nobody has thought about. Listeners, rules and subnets, which do decide, have services of
 * their own.
 */
export const wiring: Service = {
  name: 'wiring',
  types: {
    cloudformation: [
      'AWS::ApiGateway::Account',
      'AWS::ApiGateway::ApiKey',
      'AWS::ApiGateway::ClientCertificate',
      'AWS::ApplicationAutoScaling::ScalableTarget',
      'AWS::ApplicationAutoScaling::ScalingPolicy',
      'AWS::AutoScaling::LifecycleHook',
      'AWS::AutoScaling::ScalingPolicy',
      'AWS::CDK::Metadata',
      'AWS::CloudFormation::Stack',
      'AWS::CloudFormation::WaitCondition',
      'AWS::CloudFormation::WaitConditionHandle',
      'AWS::CodeDeploy::DeploymentConfig',
      'AWS::CodeDeploy::DeploymentGroup',
      'AWS::EC2::InternetGateway',
      'AWS::EC2::NatGateway',
      'AWS::EC2::VPCGatewayAttachment',
      'AWS::EC2::VolumeAttachment',
    ],
    terraform: [
      'aws_api_gateway_documentation_part',
      'aws_api_gateway_documentation_version',
      'aws_appautoscaling_policy',
      'aws_appautoscaling_target',
      'aws_autoscaling_attachment',
      'aws_autoscaling_policy',
      'aws_ec2_tag',
      'aws_egress_only_internet_gateway',
      'aws_internet_gateway',
      'aws_key_pair',
      'aws_lb_target_group_attachment',
      'aws_nat_gateway',
      'aws_volume_attachment',
      'aws_vpc_dhcp_options',
      'aws_vpn_gateway',
    ],
  },
  facts: () => [],
};
