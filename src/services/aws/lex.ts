import type { Service } from '../service';
import { companionPolicyFacts, type PolicyPlaces } from './resource-policy';

const places: PolicyPlaces = {
  noun: 'Lex bot',
  companions: [{ types: ['AWS::Lex::ResourcePolicy'], target: ['ResourceArn', null], document: ['Policy', null] }],
};

export const lex: Service = {
  name: 'lex',
  types: { cloudformation: ['AWS::Lex::ResourcePolicy'] },
  facts: (resource, graph) => companionPolicyFacts(resource, [], graph, places),
};
