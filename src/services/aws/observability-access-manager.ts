import type { Service } from '../service';
import { ownersPolicyFacts, type PolicyOwner } from './resource-policy';

/** Which accounts may send their metrics, logs and traces here. */
const sink: PolicyOwner = {
  types: ['AWS::Oam::Sink', 'aws_oam_sink'],
  places: {
    noun: 'observability sink',
    inline: ['Policy', null],
    companions: [{ types: ['aws_oam_sink_policy'], target: [null, 'sink_identifier'], document: [null, 'policy'] }],
  },
};

export const observabilityAccessManager: Service = {
  name: 'observability-access-manager',
  types: {
    cloudformation: ['AWS::Oam::Link', 'AWS::Oam::Sink'],
    terraform: ['aws_oam_link', 'aws_oam_sink', 'aws_oam_sink_policy'],
  },
  facts: (resource, graph) => ownersPolicyFacts(resource, [sink], graph),
};
