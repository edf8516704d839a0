import { property, type Resource } from '../../model/resource';
import type { Service } from '../service';
import { grantDocument } from './grant';
import { ownersPolicyFacts, type PolicyOwner } from './resource-policy';

/**
 * A permission lets Certificate Manager renew certificates, for one account or (where none is named) for any whose
 * certificates it renews; a policy lets other accounts have certificates issued.
 *
 * @see https://docs.aws.amazon.com/privateca/latest/userguide/granting-ca-access.html
 */
const permissionDocument = (permission: Resource) =>
  grantDocument(permission, {
    action: property(permission, 'Actions', 'actions'),
    service: 'acm-pca',
    principal: property(permission, 'Principal', 'principal'),
    conditions: [
      {
        operator: 'StringEquals',
        key: 'aws:SourceAccount',
        value: property(permission, 'SourceAccount', 'source_account'),
      },
    ],
  });

const owners: readonly PolicyOwner[] = [
  {
    types: ['AWS::ACMPCA::CertificateAuthority', 'aws_acmpca_certificate_authority'],
    places: {
      noun: 'private certificate authority',
      companions: [
        { types: ['aws_acmpca_policy'], target: [null, 'resource_arn'], document: [null, 'policy'] },
        {
          types: ['AWS::ACMPCA::Permission', 'aws_acmpca_permission'],
          target: ['CertificateAuthorityArn', 'certificate_authority_arn'],
          document: permissionDocument,
        },
      ],
    },
  },
];

export const acmPca: Service = {
  name: 'acm-pca',
  types: {
    cloudformation: [
      // Certificates are public by nature; the keys of authorities never leave the hardware of AWS.
      'AWS::ACMPCA::Certificate',
      'AWS::ACMPCA::CertificateAuthority',
      'AWS::ACMPCA::CertificateAuthorityActivation',
      'AWS::ACMPCA::Permission',
    ],
    terraform: [
      'aws_acmpca_certificate',
      'aws_acmpca_certificate_authority',
      'aws_acmpca_certificate_authority_certificate',
      'aws_acmpca_permission',
      'aws_acmpca_policy',
    ],
  },
  facts: (resource, graph) => ownersPolicyFacts(resource, owners, graph),
};
