import type { ServiceRows } from '../../support/row';

/** Services of what is classified, and states nothing. */
const silent = (service: string, what: string, cloudformation: string, terraform: string | null): ServiceRows => ({
  service,
  controls: {
    'endpoint-not-public': {
      [what]: {
        cloudformation,
        terraform,
        rows: [['silent', 'it states nothing', {}, terraform === null ? null : {}]],
      },
    },
  },
});

export const accountManagementRows = silent(
  'account-management',
  'budget',
  'AWS::Budgets::Budget',
  'aws_budgets_budget',
);
export const applicationWiringRows = silent(
  'application-wiring',
  'application to deploy',
  'AWS::CodeDeploy::Application',
  'aws_codedeploy_app',
);
export const cdkCustomResourceRows = silent(
  'cdk-custom-resource',
  'retention of a log group',
  'Custom::LogRetention',
  null,
);
export const lakeFormationRows = silent(
  'lake-formation',
  'grant in a data lake',
  'AWS::LakeFormation::PrincipalPermissions',
  'aws_lakeformation_permissions',
);
export const networkWiringRows = silent(
  'network-wiring',
  'customer gateway',
  'AWS::EC2::CustomerGateway',
  'aws_customer_gateway',
);
