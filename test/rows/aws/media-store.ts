import { policyTables } from '../../support/policy-rows';
import { refer, system, type ServiceRows } from '../../support/row';
import { merged } from '../../support/store-rows';

export const mediaStoreRows: ServiceRows = {
  service: 'media-store',
  controls: merged(
    policyTables({
      cloudformation: 'AWS::MediaStore::Container',
      terraform: 'aws_media_store_container',
      noun: 'MediaStore container',
      action: 'mediastore:GetObject',
      inCloudformation: (document) => ({ Policy: document }),
      inTerraform: (document) =>
        system(
          {},
          {
            rules: {
              type: 'aws_media_store_container_policy',
              properties: { container_name: refer('it', 'name'), policy: document },
            },
          },
        ),
      withoutPolicy: [{}, {}],
    }),
    policyTables({
      cloudformation: null,
      terraform: 'aws_media_store_container_policy',
      noun: 'policy of a container elsewhere',
      action: 'mediastore:GetObject',
      inTerraform: (document) => ({ container_name: 'elsewhere', policy: document }),
    }),
    {
      'storage-encrypted': {
        'MediaStore container': {
          cloudformation: 'AWS::MediaStore::Container',
          terraform: 'aws_media_store_container',
          rows: [['pass', 'nothing is said', {}, {}]],
        },
      },
    },
  ),
};
