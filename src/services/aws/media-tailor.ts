import type { Service } from '../service';
import { ownersPolicyFacts, type PolicyOwner } from './resource-policy';

const owners: readonly PolicyOwner[] = [
  {
    types: ['AWS::MediaTailor::Channel'],
    places: {
      noun: 'MediaTailor channel',
      companions: [
        { types: ['AWS::MediaTailor::ChannelPolicy'], target: ['ChannelName', null], document: ['Policy', null] },
      ],
    },
  },
];

/** A channel puts streams together that other services keep. */
export const mediaTailor: Service = {
  name: 'media-tailor',
  types: { cloudformation: ['AWS::MediaTailor::Channel', 'AWS::MediaTailor::ChannelPolicy'] },
  facts: (resource, graph) => ownersPolicyFacts(resource, owners, graph),
};
