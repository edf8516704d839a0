import { policy, policyTables } from '../../support/policy-rows';
import { refer, system, unknown, type ServiceRows } from '../../support/row';
import { merged } from '../../support/store-rows';

const everyone = policy({ Effect: 'Allow', Principal: '*', Action: 'mediapackagev2:GetObject', Resource: '*' });

export const mediaPackageRows: ServiceRows = {
  service: 'media-package',
  controls: merged(
    policyTables({
      cloudformation: 'AWS::MediaPackageV2::Channel',
      terraform: null,
      noun: 'MediaPackage channel',
      action: 'mediapackagev2:PutObject',
      inCloudformation: (document) =>
        system(
          {},
          {
            rules: {
              type: 'AWS::MediaPackageV2::ChannelPolicy',
              properties: { ChannelName: refer('it', 'name', 'ChannelName'), Policy: document },
            },
          },
        ),
      withoutPolicy: [{}, null],
    }),
    policyTables({
      cloudformation: 'AWS::MediaPackageV2::OriginEndpoint',
      terraform: null,
      noun: 'MediaPackage origin endpoint',
      action: 'mediapackagev2:GetObject',
      inCloudformation: (document) =>
        system(
          {},
          {
            rules: {
              type: 'AWS::MediaPackageV2::OriginEndpointPolicy',
              properties: { OriginEndpointName: refer('it', 'name', 'OriginEndpointName'), Policy: document },
            },
          },
        ),
      withoutPolicy: [{}, null],
    }),
    {
      'resource-policy-not-public': {
        'policy of an origin endpoint elsewhere': {
          cloudformation: 'AWS::MediaPackageV2::OriginEndpointPolicy',
          terraform: null,
          rows: [
            ['fail', 'everyone is let in', { OriginEndpointName: 'elsewhere', Policy: everyone }, null],
            ['pass', 'only the content delivery network is served', { OriginEndpointName: 'elsewhere', Policy: everyone, CdnAuthConfiguration: { SecretsRoleArn: 'arn:aws:iam::111122223333:role/reader' } }, null], // prettier-ignore
            ['undecided', 'whether only a network is served is a parameter', { OriginEndpointName: 'elsewhere', Policy: everyone, CdnAuthConfiguration: unknown }, null], // prettier-ignore
          ],
        },
      },
    },
  ),
};
