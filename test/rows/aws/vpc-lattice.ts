import { guardedPolicyTables, policyTables } from '../../support/policy-rows';
import { refer, system, type ServiceRows } from '../../support/row';
import { merged } from '../../support/store-rows';

export const vpcLatticeRows: ServiceRows = {
  service: 'vpc-lattice',
  controls: merged(
    guardedPolicyTables({
      cloudformation: 'AWS::VpcLattice::Service',
      terraform: 'aws_vpclattice_service',
      noun: 'Lattice service',
      action: 'vpc-lattice-svcs:Invoke',
      inCloudformation: (document) =>
        system(
          {},
          {
            rules: {
              type: 'AWS::VpcLattice::AuthPolicy',
              properties: { ResourceIdentifier: refer('it', 'arn', 'Arn'), Policy: document },
            },
          },
        ),
      inTerraform: (document) =>
        system(
          {},
          {
            rules: {
              type: 'aws_vpclattice_auth_policy',
              properties: { resource_identifier: refer('it', 'arn'), policy: document },
            },
          },
        ),
    }),
    policyTables({
      cloudformation: 'AWS::VpcLattice::ServiceNetwork',
      terraform: 'aws_vpclattice_service_network',
      noun: 'Lattice service network that is shared',
      action: 'vpc-lattice:CreateServiceNetworkVpcAssociation',
      inCloudformation: (document) =>
        system(
          {},
          {
            rules: {
              type: 'AWS::VpcLattice::ResourcePolicy',
              properties: { ResourceArn: refer('it', 'arn', 'Arn'), Policy: document },
            },
          },
        ),
      inTerraform: (document) =>
        system(
          {},
          {
            rules: {
              type: 'aws_vpclattice_resource_policy',
              properties: { resource_arn: refer('it', 'arn'), policy: document },
            },
          },
        ),
    }),
    policyTables({
      cloudformation: 'AWS::VpcLattice::ResourceConfiguration',
      terraform: 'aws_vpclattice_resource_configuration',
      noun: 'Lattice resource configuration that is shared',
      action: 'vpc-lattice:CreateServiceNetworkResourceAssociation',
      inCloudformation: (document) =>
        system(
          {},
          {
            rules: {
              type: 'AWS::VpcLattice::ResourcePolicy',
              properties: { ResourceArn: refer('it', 'arn', 'Arn'), Policy: document },
            },
          },
        ),
      inTerraform: (document) =>
        system(
          {},
          {
            rules: {
              type: 'aws_vpclattice_resource_policy',
              properties: { resource_arn: refer('it', 'arn'), policy: document },
            },
          },
        ),
    }),
    guardedPolicyTables({
      cloudformation: 'AWS::VpcLattice::AuthPolicy',
      terraform: 'aws_vpclattice_auth_policy',
      noun: 'policy of a service elsewhere',
      action: 'vpc-lattice-svcs:Invoke',
      inCloudformation: (document) => ({ ResourceIdentifier: 'elsewhere', Policy: document }),
      inTerraform: (document) => ({ resource_identifier: 'elsewhere', policy: document }),
    }),
  ),
};
