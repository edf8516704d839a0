import { policyTables } from '../../support/policy-rows';
import { type ServiceRows } from '../../support/row';

export const lexRows: ServiceRows = {
  service: 'lex',
  controls: policyTables({
    cloudformation: 'AWS::Lex::ResourcePolicy',
    terraform: null,
    noun: 'policy of a bot elsewhere',
    action: 'lex:StartConversation',
    inCloudformation: (document) => ({ ResourceArn: 'elsewhere', Policy: document }),
  }),
};
