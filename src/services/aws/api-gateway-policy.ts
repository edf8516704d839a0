import type { ResourceGraph } from '../../model/graph';
import type { PolicyDocument, Statement } from '../../model/policy';
import { isConfined } from '../../model/policy-conditions';
import { allows, includesEveryone, namesAction, someStatement } from '../../model/policy-questions';
import { property, type Resource } from '../../model/resource';
import { all, any, is, not, some, truth, type Truth } from '../../model/truth';
import { otherwise } from '../../model/value';
import { attachedPolicies, type AttachedPolicies, type PolicyPlaces } from './resource-policy';

export const restApis = ['AWS::ApiGateway::RestApi', 'aws_api_gateway_rest_api'];

export const restApiPolicies: PolicyPlaces = {
  noun: 'REST API',
  inline: ['Policy', 'policy'],
  companions: [
    {
      types: ['aws_api_gateway_rest_api_policy'],
      target: [null, 'rest_api_id'],
      document: [null, 'policy'],
    },
  ],
};

/** Whether a REST API is reached through VPC endpoints only. */
export const isPrivate = (api: Resource): Truth =>
  some(
    otherwise(property(api, 'EndpointConfiguration.Types', 'endpoint_configuration.types').texts(), [], 'not private'),
    (type) => is(type, (text) => text.toUpperCase() === 'PRIVATE', 'endpoint type'),
    'no endpoint type is named',
  );

/**
 * Whether the policies of a REST API keep the public out: it is private, or a policy denies all but some networks or
 * organizations, which is how the policies of APIs are written.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html
 */
export const refusesPublic = (api: Resource, { policies }: AttachedPolicies): Truth =>
  any(
    isPrivate(api),
    ...policies.map(({ document }) => someStatement(document, deniesStrangers, 'a Deny of everyone but some')),
  );

const strangers = /^(ForAnyValue:|ForAllValues:)?(StringNotEquals|StringNotEqualsIgnoreCase|StringNotLike|NotIpAddress)(IfExists)?$/i; // prettier-ignore
const originKeys = /^aws:(sourceip|vpcsourceip|sourcevpc|sourcevpce|principalorgid|principalaccount|sourceaccount)$/i;

const deniesStrangers = (statement: Statement): Truth =>
  all(
    is(statement.effect, (effect) => effect === 'Deny', 'effect'),
    namesAction(statement, 'execute-api:Invoke'),
    includesEveryone(statement),
    some(
      statement.conditions,
      ({ operator, key, at }) => truth(strangers.test(operator) && originKeys.test(key), at, `condition on ${key}`),
      'no condition',
    ),
  );

/** Whether a REST API has a policy, and that policy lets only some in. */
export function letsSomeIn(api: Resource, graph: ResourceGraph): Truth {
  const attached = attachedPolicies(api, graph, restApiPolicies);
  const at = { id: api.id, path: [] };
  const possible = attached.possible.map(({ resource: { id }, why }) =>
    truth(undefined, { id, path: [] }, `may be its policy: ${why}`),
  );
  const named = attached.policies.length === 0 ? [] : [all(...attached.policies.map(({ document }) => namesCallers(document)))]; // prettier-ignore
  return any(truth(false, at, 'it has no policy of its own'), ...possible, ...named, refusesPublic(api, attached));
}

/** No statement lets everyone in. */
const namesCallers = (document: PolicyDocument): Truth =>
  not(
    someStatement(
      document,
      (statement) => all(allows(statement), includesEveryone(statement), not(isConfined(statement))),
      'lets everyone in',
    ),
  );
