import type { Service } from '../service';

/**
 * What the CDK does at deployment by functions of its own, where CloudFormation has no resource for it: none of it lets
 * anybody in. What others bring, and calls of any API (`Custom::AWS`), nobody can judge by their names.
 */
export const cdkCustomResource: Service = {
  name: 'cdk-custom-resource',
  types: {
    cloudformation: [
      'Custom::AWSCDKCfnJson',
      'Custom::AWSCDKCfnJsonStringify',
      'Custom::AWSCDKOpenIdConnectProvider',
      'Custom::CDKBucketDeployment',
      'Custom::CrossRegionExportReader',
      'Custom::CrossRegionExportWriter',
      'Custom::CrossRegionStringParameterReader',
      'Custom::DescribeCognitoUserPoolClient',
      'Custom::ECRAutoDeleteImages',
      'Custom::LogRetention',
      'Custom::S3AutoDeleteObjects',
      'Custom::S3BucketNotifications',
      'Custom::Trigger',
      'Custom::UserPoolCloudFrontDomainName',
      // A network whose default group it closes says so itself.
      'Custom::VpcRestrictDefaultSG',
    ],
  },
  facts: () => [],
};
