import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { PolicyDocument } from '../../model/policy';
import { property, type Resource } from '../../model/resource';
import { all, is, truth } from '../../model/truth';
import { known, map, orElse, otherwise, unknown, type Settled } from '../../model/value';
import type { Context, Service } from '../service';
import { crossOriginFacts } from './cross-origin';
import { environmentSecrets } from './environment-secrets';
import { grantDocument } from './grant';
import { alwaysEncrypted } from './key-custody';
import { functions, ownRole } from './lambda-role';
import { runtimeFacts } from './lambda-runtime';
import { chosenKeyFact, settingFacts } from './lambda-settings';
import { attachedPolicies, companionPolicyFacts, policyFacts, resourcePolicyFacts, type PolicyPlaces } from './resource-policy'; // prettier-ignore
import { secretFacts } from './secret-facts';

const urls = ['AWS::Lambda::Url', 'aws_lambda_function_url'];
const permissions = ['AWS::Lambda::Permission', 'aws_lambda_permission'];
const sources = ['AWS::Lambda::EventSourceMapping', 'aws_lambda_event_source_mapping'];
const layers = ['AWS::Lambda::LayerVersion', 'aws_lambda_layer_version'];

const places: PolicyPlaces = {
  noun: 'Lambda function',
  companions: [
    {
      types: permissions,
      target: ['FunctionName', 'function_name'],
      document: (permission) => (opensUrl(permission) ? undefined : permissionDocument(permission)),
    },
    {
      types: ['AWS::Lambda::ResourcePolicy', 'aws_lambda_resource_policy'],
      target: ['ResourceArn', 'resource_arn'],
      document: ['PolicyDocument', 'policy'],
    },
  ],
};

const layerPlaces: PolicyPlaces = {
  noun: 'Lambda layer',
  companions: [
    {
      types: ['AWS::Lambda::LayerVersionPermission', 'aws_lambda_layer_version_permission'],
      target: ['LayerVersionArn', 'layer_name'],
      document: (permission) =>
        grantDocument(permission, {
          action: property(permission, 'Action', 'action'),
          principal: property(permission, 'Principal', 'principal'),
          conditions: [
            {
              operator: 'StringEquals',
              key: 'aws:PrincipalOrgID',
              value: property(permission, 'OrganizationId', 'organization_id'),
            },
          ],
        }),
    },
  ],
};

export const lambda: Service = {
  name: 'lambda',
  types: {
    cloudformation: [
      // Names, versions, settings and sources of a function, which has the facts itself.
      'AWS::Lambda::Alias',
      'AWS::Lambda::CodeSigningConfig',
      'AWS::Lambda::EventInvokeConfig',
      'AWS::Lambda::EventSourceMapping',
      'AWS::Lambda::Function',
      'AWS::Lambda::LayerVersion',
      'AWS::Lambda::LayerVersionPermission',
      'AWS::Lambda::Permission',
      'AWS::Lambda::ResourcePolicy',
      'AWS::Lambda::Url',
      'AWS::Lambda::Version',
    ],
    terraform: [
      'aws_lambda_alias',
      'aws_lambda_code_signing_config',
      'aws_lambda_event_source_mapping',
      'aws_lambda_function',
      'aws_lambda_function_event_invoke_config',
      'aws_lambda_function_recursion_config',
      'aws_lambda_function_scaling_config',
      'aws_lambda_function_url',
      'aws_lambda_invocation',
      'aws_lambda_layer_version',
      'aws_lambda_layer_version_permission',
      'aws_lambda_permission',
      'aws_lambda_provisioned_concurrency_config',
      'aws_lambda_resource_policy',
      'aws_lambda_runtime_management_config',
    ],
  },
  *facts(resource, graph, context) {
    if (functions.includes(resource.type)) yield* functionFacts(resource, graph, context);
    else if (urls.includes(resource.type) || opensUrl(resource)) yield* urlFacts(resource, graph);
    else if (sources.includes(resource.type))
      yield* chosenKeyFact(
        { noun: 'Lambda event source mapping', subject: resource },
        property(resource, 'KmsKeyArn', 'kms_key_arn'),
        graph,
        'Lambda always encrypts the criteria of filters',
      );
    else {
      yield* companionPolicyFacts(resource, functions, graph, places);
      yield* policyFacts(resource, layers, graph, layerPlaces);
    }
  },
};

function* functionFacts(resource: Resource, graph: ResourceGraph, context: Context): Iterable<Fact> {
  const about = { noun: places.noun, subject: resource };
  yield {
    kind: 'storage-at-rest',
    ...about,
    // https://docs.aws.amazon.com/lambda/latest/dg/security-encryption-at-rest.html
    encryption: alwaysEncrypted(
      property(resource, 'KmsKeyArn', 'kms_key_arn'),
      graph,
      'provider-kms',
      'Lambda always encrypts code and environment',
    ),
  };
  yield* secretFacts(
    resource,
    places.noun,
    environmentSecrets(property(resource, 'Environment.Variables', 'environment.variables')),
  );
  yield* runtimeFacts(resource, graph, context);
  yield* settingFacts(resource, graph);
  yield ownRole(places.noun, resource, graph);
  yield* resourcePolicyFacts(resource, places.noun, attachedPolicies(resource, graph, places));
}

/** A statement that the function's policy gets. */
function permissionDocument(permission: Resource): PolicyDocument {
  const condition = (operator: string, key: string, cloudformation: string, terraform: string) => ({
    operator,
    key,
    value: property(permission, cloudformation, terraform),
  });
  return grantDocument(permission, {
    action: property(permission, 'Action', 'action'),
    principal: property(permission, 'Principal', 'principal'),
    conditions: [
      condition('ArnLike', 'aws:SourceArn', 'SourceArn', 'source_arn'),
      condition('StringEquals', 'aws:SourceAccount', 'SourceAccount', 'source_account'),
      condition('StringEquals', 'aws:PrincipalOrgID', 'PrincipalOrgID', 'principal_org_id'),
      condition('StringEquals', 'lambda:EventSourceToken', 'EventSourceToken', 'event_source_token'),
      condition('StringEquals', 'lambda:FunctionUrlAuthType', 'FunctionUrlAuthType', 'function_url_auth_type'),
      condition('Bool', 'lambda:InvokedViaFunctionUrl', 'InvokedViaFunctionUrl', 'invoked_via_function_url'),
    ],
  });
}

/**
 * A permission that lets everyone call the function by a URL without sign-in: it says of the URL what the URL says
 * itself, and is judged as that.
 */
function opensUrl(permission: Resource): boolean {
  const type = property(permission, 'FunctionUrlAuthType', 'function_url_auth_type').text();
  const principal = property(permission, 'Principal', 'principal').text();
  return (
    permissions.includes(permission.type) &&
    all(
      is(otherwise(principal, '', 'nobody'), (name) => name === '*', 'principal'),
      type.state === 'absent' ? truth(false, type.at, 'no URL') : is(type, (name) => name === 'NONE', 'sign-in of the URL'),
    ).holds === true
  ); // prettier-ignore
}

/** A URL, or a permission for one that is not in sight, is stated of its function. */
function* urlFacts(resource: Resource, graph: ResourceGraph): Iterable<Fact> {
  const isUrl = urls.includes(resource.type);
  const target = isUrl
    ? property(resource, 'TargetFunctionArn', 'function_name')
    : property(resource, 'FunctionName', 'function_name');
  const link = graph.follow(target, functions);
  const owner = link.state === 'linked' && link.resource.mode === 'managed' ? link.resource : undefined;
  if (!isUrl && owner && hasUrl(owner, graph)) return;
  const about = {
    noun: 'Lambda function URL',
    subject: owner ?? resource,
    ...(owner && { related: [resource] }),
  };
  if (isUrl)
    yield* crossOriginFacts(
      about,
      property(resource, 'Cors.AllowOrigins', 'cors.allow_origins'),
      property(resource, 'Cors.AllowHeaders', 'cors.allow_headers'),
    );
  yield {
    kind: 'sign-in',
    required: isUrl ? signIn(resource) : known(false, target.at, 'everyone may call it by a URL without sign-in'),
    ...about,
  };
}

const hasUrl = (owner: Resource, graph: ResourceGraph): boolean => {
  const path = owner.vocabulary === 'cloudformation' ? 'TargetFunctionArn' : 'function_name';
  return graph.companions(owner, urls, path).certain.length > 0;
};

/** @see https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html */
function signIn(url: Resource): Settled<boolean> {
  const type = property(url, 'AuthType', 'authorization_type').text();
  return orElse(
    map(type, (name) => name !== 'NONE'),
    () => unknown('no kind of sign-in is written', type.at),
  );
}
