import { property } from '../../model/resource';
import type { Service } from '../service';
import { grantDocument } from './grant';
import { ownersPolicyFacts, type PolicyOwner } from './resource-policy';

const profile: PolicyOwner = {
  types: ['AWS::Signer::SigningProfile', 'aws_signer_signing_profile'],
  places: {
    noun: 'signing profile',
    companions: [
      {
        types: ['AWS::Signer::ProfilePermission', 'aws_signer_signing_profile_permission'],
        target: ['ProfileName', 'profile_name'],
        document: (permission) =>
          grantDocument(permission, {
            action: property(permission, 'Action', 'action'),
            principal: property(permission, 'Principal', 'principal'),
            conditions: [],
          }),
      },
    ],
  },
};

export const signer: Service = {
  name: 'signer',
  types: {
    cloudformation: ['AWS::Signer::ProfilePermission', 'AWS::Signer::SigningProfile'],
    terraform: ['aws_signer_signing_job', 'aws_signer_signing_profile', 'aws_signer_signing_profile_permission'],
  },
  facts: (resource, graph) => ownersPolicyFacts(resource, [profile], graph),
};
