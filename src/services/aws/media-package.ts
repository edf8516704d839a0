import { property } from '../../model/resource';
import type { Service } from '../service';
import { ownersPolicyFacts, type PolicyOwner } from './resource-policy';

const owners: readonly PolicyOwner[] = [
  {
    types: ['AWS::MediaPackageV2::Channel'],
    places: {
      noun: 'MediaPackage channel',
      companions: [
        { types: ['AWS::MediaPackageV2::ChannelPolicy'], target: ['ChannelName', null], document: ['Policy', null] },
      ],
    },
  },
  {
    types: ['AWS::MediaPackageV2::OriginEndpoint'],
    places: {
      noun: 'MediaPackage origin endpoint',
      companions: [
        {
          types: ['AWS::MediaPackageV2::OriginEndpointPolicy'],
          target: ['OriginEndpointName', null],
          document: ['Policy', null],
          // Then only requests with the secret header of the content delivery network are served.
          // https://docs.aws.amazon.com/mediapackage/latest/userguide/cdn-auth.html
          refusesPublic: (policy) => property(policy, 'CdnAuthConfiguration', null).present(),
        },
      ],
    },
  },
];

/** Channels and endpoints pass streams on. */
export const mediaPackage: Service = {
  name: 'media-package',
  types: {
    cloudformation: [
      'AWS::MediaPackageV2::Channel',
      'AWS::MediaPackageV2::ChannelGroup',
      'AWS::MediaPackageV2::ChannelPolicy',
      'AWS::MediaPackageV2::OriginEndpoint',
      'AWS::MediaPackageV2::OriginEndpointPolicy',
    ],
  },
  facts: (resource, graph) => ownersPolicyFacts(resource, owners, graph),
};
