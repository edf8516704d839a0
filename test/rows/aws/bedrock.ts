import { policyTables } from '../../support/policy-rows';
import { type ServiceRows } from '../../support/row';
import { merged } from '../../support/store-rows';

export const bedrockRows: ServiceRows = {
  service: 'bedrock',
  controls: merged(
    policyTables({
      cloudformation: 'AWS::Bedrock::ResourcePolicy',
      terraform: null,
      noun: 'policy of a Bedrock resource elsewhere',
      action: 'bedrock:InvokeModel',
      inCloudformation: (document) => ({ ResourceArn: 'elsewhere', PolicyDocument: document }),
    }),
    policyTables({
      cloudformation: 'AWS::Bedrock::KnowledgeBasePolicy',
      terraform: null,
      noun: 'policy of a knowledge base elsewhere',
      action: 'bedrock:Retrieve',
      inCloudformation: (document) => ({ KnowledgeBaseId: 'elsewhere', PolicyDocument: document }),
    }),
    policyTables({
      cloudformation: 'AWS::BedrockAgentCore::ResourcePolicy',
      terraform: 'aws_bedrockagentcore_resource_policy',
      noun: 'policy of an AgentCore resource elsewhere',
      action: 'bedrock-agentcore:InvokeAgentRuntime',
      inCloudformation: (document) => ({ ResourceArn: 'elsewhere', Policy: document }),
      inTerraform: (document) => ({ resource_arn: 'elsewhere', policy: document }),
    }),
  ),
};
