import type { ResourceGraph } from '../../model/graph';
import type { Pattern, PolicyDocument, Statement } from '../../model/policy';
import { isConfined } from '../../model/policy-conditions';
import { allows, includesEveryone, namesAction, someStatement } from '../../model/policy-questions';
import type { Property } from '../../model/property';
import { property, type Resource } from '../../model/resource';
import { all, any, is, not, some, truth, type Truth } from '../../model/truth';
import { map, otherwise, type Settled } from '../../model/value';
import { policyDocument } from './policy-document';
import { attachedPolicies, type AttachedPolicies, type PolicyOwner, type PolicyPlaces } from './resource-policy';

export const restApis = ['AWS::ApiGateway::RestApi', 'aws_api_gateway_rest_api'];

/**
 * The policy of an API may write the API's own ARN, which nobody knows before it is there, as `execute-api:/`.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-create-attach.html
 */
function restPolicy(written: Property): PolicyDocument | undefined {
  const document = policyDocument(written);
  return document && { ...document, statements: map(document.statements, (list) => list.map(withOwnArn)) };
}

const withOwnArn = ({ resources, ...statement }: Statement): Statement => ({
  ...statement,
  ...(resources && { resources: { ...resources, patterns: map(resources.patterns, (list) => list.map(spellOut)) } }),
});

const spellOut = (resource: Settled<Pattern>): Settled<Pattern> =>
  map(resource, (parts) =>
    parts.map((part, index) =>
      index === 0 && typeof part === 'string' ? part.replace(/^execute-api:\//, 'arn:aws:execute-api:*:*:*/') : part,
    ),
  );

/** An OpenAPI document may hold the policy; the property of the API itself comes first. */
function inlinePolicy(api: Resource): PolicyDocument | undefined {
  const body = property(api, 'Body', 'body').document();
  const described = body.state === 'known' ? body.value.get('x-amazon-apigateway-policy') : undefined;
  return restPolicy(property(api, 'Policy', 'policy')) ?? (described && restPolicy(described));
}

export const restApiPolicies: PolicyPlaces = {
  noun: 'REST API',
  inline: inlinePolicy,
  companions: [
    {
      types: ['aws_api_gateway_rest_api_policy'],
      target: [null, 'rest_api_id'],
      document: (companion) => restPolicy(property(companion, null, 'policy')),
    },
  ],
};

/**
 * Names of which only private ones have a policy.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-custom-domains.html
 */
export const domains: PolicyOwner = {
  types: ['AWS::ApiGateway::DomainNameV2', 'aws_api_gateway_domain_name'],
  places: {
    noun: 'API domain name',
    inline: (domain) => restPolicy(property(domain, 'Policy', 'policy')),
    neverPublic: 'only private domain names have a policy',
  },
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
