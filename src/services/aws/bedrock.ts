import type { Service } from '../service';
import { ownersPolicyFacts, type PolicyCompanion, type PolicyOwner } from './resource-policy';

const owner = (noun: string, companion: PolicyCompanion): PolicyOwner => ({
  types: [],
  places: { noun, companions: [companion] },
});

/** Who may use what Bedrock keeps: knowledge bases, guardrails, agents and their gateways. */
const owners: readonly PolicyOwner[] = [
  owner('Bedrock resource', {
    types: ['AWS::Bedrock::ResourcePolicy'],
    target: ['ResourceArn', null],
    document: ['PolicyDocument', null],
  }),
  owner('Bedrock knowledge base', {
    types: ['AWS::Bedrock::KnowledgeBasePolicy'],
    target: ['KnowledgeBaseId', null],
    document: ['PolicyDocument', null],
  }),
  owner('Bedrock AgentCore resource', {
    types: ['AWS::BedrockAgentCore::ResourcePolicy', 'aws_bedrockagentcore_resource_policy'],
    target: ['ResourceArn', 'resource_arn'],
    document: ['Policy', 'policy'],
  }),
];

export const bedrock: Service = {
  name: 'bedrock',
  types: {
    cloudformation: [
      'AWS::Bedrock::KnowledgeBasePolicy',
      'AWS::Bedrock::ResourcePolicy',
      'AWS::BedrockAgentCore::ResourcePolicy',
    ],
    terraform: ['aws_bedrockagentcore_resource_policy'],
  },
  facts: (resource, graph) => ownersPolicyFacts(resource, owners, graph),
};
