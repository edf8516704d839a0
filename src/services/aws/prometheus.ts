import type { Service } from '../service';
import { encryptedStoreFacts, withKey, type EncryptedStore } from './encrypted-store';

const stores: readonly EncryptedStore[] = [
  {
    types: ['AWS::APS::Workspace', 'aws_prometheus_workspace'],
    places: {
      noun: 'Prometheus workspace',
      companions: [
        {
          types: ['AWS::APS::ResourcePolicy', 'aws_prometheus_resource_policy'],
          target: ['WorkspaceArn', 'workspace_id'],
          document: ['PolicyDocument', 'policy_document'],
        },
      ],
    },
    // https://docs.aws.amazon.com/prometheus/latest/userguide/encryption-at-rest-Amazon-Service-Prometheus.html
    encryption: withKey(['KmsKeyArn', 'kms_key_arn'], 'provider-key', 'Prometheus workspaces are always encrypted'),
  },
];

export const prometheus: Service = {
  name: 'prometheus',
  types: {
    cloudformation: ['AWS::APS::ResourcePolicy', 'AWS::APS::Workspace'],
    terraform: ['aws_prometheus_resource_policy', 'aws_prometheus_workspace'],
  },
  facts: (resource, graph) => encryptedStoreFacts(resource, graph, stores),
};
