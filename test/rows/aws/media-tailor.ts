import { policyTables } from '../../support/policy-rows';
import { refer, system, type ServiceRows } from '../../support/row';
import { merged } from '../../support/store-rows';

export const mediaTailorRows: ServiceRows = {
  service: 'media-tailor',
  controls: merged(
    policyTables({
      cloudformation: 'AWS::MediaTailor::Channel',
      terraform: null,
      noun: 'MediaTailor channel',
      action: 'mediatailor:GetManifest',
      inCloudformation: (document) =>
        system(
          {},
          {
            rules: { type: 'AWS::MediaTailor::ChannelPolicy', properties: { ChannelName: refer(), Policy: document } },
          },
        ),
      withoutPolicy: [{}, null],
    }),
    policyTables({
      cloudformation: 'AWS::MediaTailor::ChannelPolicy',
      terraform: null,
      noun: 'policy of a channel elsewhere',
      action: 'mediatailor:GetManifest',
      inCloudformation: (document) => ({ ChannelName: 'elsewhere', Policy: document }),
    }),
  ),
};
