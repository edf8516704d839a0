import { known } from '../../model/value';
import type { Service } from '../service';
import { ownersPolicyFacts, type PolicyCompanion, type PolicyOwner } from './resource-policy';

/**
 * Who may call services, and (by the policy of a resource share) which accounts may connect to them. Callers come from
 * VPCs that somebody connected to the network: a policy that names nobody still lets no stranger in.
 *
 * @see https://docs.aws.amazon.com/vpc-lattice/latest/ug/access-management-overview.html
 */
const callers: PolicyCompanion = {
  types: ['AWS::VpcLattice::AuthPolicy', 'aws_vpclattice_auth_policy'],
  target: ['ResourceIdentifier', 'resource_identifier'],
  document: ['Policy', 'policy'],
  refusesPublic: ({ id }) => known(true, { id, path: [] }, 'only VPCs that are connected to the network reach it'),
};

const sharing: PolicyCompanion = {
  types: ['AWS::VpcLattice::ResourcePolicy', 'aws_vpclattice_resource_policy'],
  target: ['ResourceArn', 'resource_arn'],
  document: ['Policy', 'policy'],
};

const owner = (noun: string, types: readonly string[], companions: readonly PolicyCompanion[]): PolicyOwner => ({
  types,
  places: { noun, companions },
});

const owners: readonly PolicyOwner[] = [
  owner('VPC Lattice service', ['AWS::VpcLattice::Service', 'aws_vpclattice_service'], [callers, sharing]),
  owner(
    'VPC Lattice service network',
    ['AWS::VpcLattice::ServiceNetwork', 'aws_vpclattice_service_network'],
    [callers, sharing],
  ),
  owner(
    'VPC Lattice resource configuration',
    ['AWS::VpcLattice::ResourceConfiguration', 'aws_vpclattice_resource_configuration'],
    [callers, sharing],
  ),
];

export const vpcLattice: Service = {
  name: 'vpc-lattice',
  types: {
    cloudformation: [
      'AWS::VpcLattice::AuthPolicy',
      'AWS::VpcLattice::ResourceConfiguration',
      'AWS::VpcLattice::ResourcePolicy',
      'AWS::VpcLattice::Service',
      'AWS::VpcLattice::ServiceNetwork',
    ],
    terraform: [
      'aws_vpclattice_auth_policy',
      'aws_vpclattice_resource_configuration',
      'aws_vpclattice_resource_policy',
      'aws_vpclattice_service',
      'aws_vpclattice_service_network',
    ],
  },
  facts: (resource, graph) => ownersPolicyFacts(resource, owners, graph),
};
