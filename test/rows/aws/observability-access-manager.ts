import { policyTables } from '../../support/policy-rows';
import { refer, system, type ServiceRows } from '../../support/row';
import { merged } from '../../support/store-rows';

export const observabilityAccessManagerRows: ServiceRows = {
  service: 'observability-access-manager',
  controls: merged(
    policyTables({
      cloudformation: 'AWS::Oam::Sink',
      terraform: 'aws_oam_sink',
      noun: 'observability sink',
      action: 'oam:CreateLink',
      inCloudformation: (document) => ({ Policy: document }),
      inTerraform: (document) =>
        system(
          {},
          {
            rules: {
              type: 'aws_oam_sink_policy',
              properties: { sink_identifier: refer('it', 'arn'), policy: document },
            },
          },
        ),
      withoutPolicy: [{}, {}],
    }),
    policyTables({
      cloudformation: null,
      terraform: 'aws_oam_sink_policy',
      noun: 'policy of a sink elsewhere',
      action: 'oam:CreateLink',
      inTerraform: (document) => ({ sink_identifier: 'elsewhere', policy: document }),
    }),
  ),
};
