import type { PolicyDocument } from '../../model/policy';
import type { Resource } from '../../model/resource';
import { chain, known, otherwise, type Place } from '../../model/value';
import type { Service } from '../service';
import { membersOf } from './grant';
import { conditions, statement } from './policy-document';
import { companionPolicyFacts, type PolicyPlaces } from './resource-policy';

/** A statement whose keys are the properties; its principals are a plain list, its conditions a text. */
function statementDocument({ id, properties }: Resource): PolicyDocument {
  const at: Place = { id, path: [] };
  const condition = properties.get('Condition');
  const written = {
    ...statement(properties),
    principals: { negated: false, members: membersOf(properties.get('Principal')) },
    conditions: chain(otherwise(condition.document(), condition, 'no condition'), conditions),
  };
  return { at, statements: known([written], at) };
}

const places: PolicyPlaces = {
  noun: 'Entity Resolution resource',
  companions: [
    { types: ['AWS::EntityResolution::PolicyStatement'], target: ['Arn', null], document: statementDocument },
  ],
};

export const entityResolution: Service = {
  name: 'entity-resolution',
  types: { cloudformation: ['AWS::EntityResolution::PolicyStatement'] },
  facts: (resource, graph) => companionPolicyFacts(resource, [], graph, places),
};
