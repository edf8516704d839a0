import { policyTables } from '../../support/policy-rows';
import { refer, system, unknown, type Properties, type ServiceRows } from '../../support/row';
import { keptStoreTables, merged } from '../../support/store-rows';
import { lambdaUpkeep } from './lambda-upkeep';

const types = { cloudformation: 'AWS::Lambda::Function', terraform: 'aws_lambda_function' };

const environment = (variables: unknown) =>
  [{ Environment: { Variables: variables } }, { environment: [{ variables }] }] as const;

const permitted = (cloudformation: Properties, terraform: Properties) =>
  [
    system({}, { permission: { type: 'AWS::Lambda::Permission', properties: { FunctionName: refer(), Action: 'lambda:InvokeFunction', ...cloudformation } } }),
    system({}, { permission: { type: 'aws_lambda_permission', properties: { function_name: refer('it', 'function_name'), action: 'lambda:InvokeFunction', ...terraform } } }),
  ] as const; // prettier-ignore

const withUrl = (type: unknown, more: { readonly permission?: string } = {}) => {
  const { permission } = more;
  return [
    system({}, {
      url: { type: 'AWS::Lambda::Url', properties: { TargetFunctionArn: refer('it', 'arn', 'Arn'), AuthType: type } },
      ...(permission !== undefined && { permission: { type: 'AWS::Lambda::Permission', properties: { FunctionName: refer(), Action: 'lambda:InvokeFunctionUrl', Principal: '*', FunctionUrlAuthType: permission } } }),
    }),
    system({}, {
      url: { type: 'aws_lambda_function_url', properties: { function_name: refer('it', 'function_name'), authorization_type: type } },
      ...(permission !== undefined && { permission: { type: 'aws_lambda_permission', properties: { function_name: refer('it', 'function_name'), action: 'lambda:InvokeFunctionUrl', principal: '*', function_url_auth_type: permission } } }),
    }),
  ] as const; // prettier-ignore
};

const topic = 'arn:aws:sns:eu-west-1:111122223333:alerts';
const layerPermission = (cloudformation: Properties, terraform: Properties) =>
  [
    { LayerVersionArn: 'elsewhere', Action: 'lambda:GetLayerVersion', ...cloudformation },
    { layer_name: 'elsewhere', version_number: 1, action: 'lambda:GetLayerVersion', ...terraform },
  ] as const;

export const lambdaRows: ServiceRows = {
  service: 'lambda',
  controls: merged(
    keptStoreTables({
      ...types,
      noun: 'Lambda function',
      inCloudformation: (key) => ({ KmsKeyArn: key }),
      inTerraform: (key) => ({ kms_key_arn: key }),
    }),
    policyTables({
      ...types,
      noun: 'Lambda function with a policy of its own',
      action: 'lambda:InvokeFunction',
      inCloudformation: (document) =>
        system({}, { rules: { type: 'AWS::Lambda::ResourcePolicy', properties: { ResourceArn: refer('it', 'arn', 'Arn'), PolicyDocument: document } } }), // prettier-ignore
      inTerraform: (document) =>
        system({}, { rules: { type: 'aws_lambda_resource_policy', properties: { resource_arn: refer('it', 'arn'), policy: document } } }), // prettier-ignore
    }),
    {
      'resource-policy-not-public': {
        'Lambda function': {
          ...types,
          // prettier-ignore
          rows: [
            ['silent', 'nobody is permitted', {}, {}],
            ['fail', 'everyone is permitted', ...permitted({ Principal: '*' }, { principal: '*' })],
            ['pass', 'an account is permitted', ...permitted({ Principal: '111122223333' }, { principal: '111122223333' })],
            ['pass', 'a service is permitted', ...permitted({ Principal: 'sns.amazonaws.com' }, { principal: 'sns.amazonaws.com' })],
            ['pass', 'everyone of an organization is permitted', ...permitted({ Principal: '*', PrincipalOrgID: 'o-1234567890' }, { principal: '*', principal_org_id: 'o-1234567890' })],
            ['pass', 'everyone is permitted for one source', ...permitted({ Principal: '*', SourceArn: topic }, { principal: '*', source_arn: topic })],
            ['pass', 'the source is created beside it', system({}, {
                topic: { type: 'AWS::SNS::Topic', properties: {} },
                permission: { type: 'AWS::Lambda::Permission', properties: { FunctionName: refer(), Action: 'lambda:InvokeFunction', Principal: '*', SourceArn: refer('topic') } } }),
              system({}, {
                topic: { type: 'aws_sns_topic', properties: {} },
                permission: { type: 'aws_lambda_permission', properties: { function_name: refer('it', 'function_name'), action: 'lambda:InvokeFunction', principal: '*', source_arn: refer('topic', 'arn') } } })],
            ['undecided', 'the principal is a parameter', ...permitted({ Principal: unknown }, { principal: unknown })],
            ['undecided', 'the source is a parameter', ...permitted({ Principal: '*', SourceArn: unknown }, { principal: '*', source_arn: unknown })],
            ['silent', 'its URL asks for no sign-in: that is said once', ...withUrl('NONE', { permission: 'NONE' })],
          ],
        },
        'permission for a function elsewhere': {
          cloudformation: 'AWS::Lambda::Permission',
          terraform: 'aws_lambda_permission',
          rows: [
            ['fail', 'everyone is permitted', { FunctionName: 'elsewhere', Action: 'lambda:InvokeFunction', Principal: '*' }, { function_name: 'elsewhere', action: 'lambda:InvokeFunction', principal: '*' }], // prettier-ignore
            ['pass', 'an account is permitted', { FunctionName: 'elsewhere', Action: 'lambda:InvokeFunction', Principal: '111122223333' }, { function_name: 'elsewhere', action: 'lambda:InvokeFunction', principal: '111122223333' }], // prettier-ignore
          ],
        },
        'permission for a layer elsewhere': {
          cloudformation: 'AWS::Lambda::LayerVersionPermission',
          terraform: 'aws_lambda_layer_version_permission',
          rows: [
            ['fail', 'everyone is permitted', ...layerPermission({ Principal: '*' }, { principal: '*' })],
            ['pass', 'everyone of an organization is permitted', ...layerPermission({ Principal: '*', OrganizationId: 'o-1234567890' }, { principal: '*', organization_id: 'o-1234567890' })], // prettier-ignore
            ['pass', 'an account is permitted', ...layerPermission({ Principal: '111122223333' }, { principal: '111122223333' })], // prettier-ignore
            ['undecided', 'the principal is a parameter', ...layerPermission({ Principal: unknown }, { principal: unknown })], // prettier-ignore
          ],
        },
        'Lambda layer': {
          cloudformation: 'AWS::Lambda::LayerVersion',
          terraform: 'aws_lambda_layer_version',
          // prettier-ignore
          rows: [
            ['fail', 'everyone is permitted',
              system({}, { permission: { type: 'AWS::Lambda::LayerVersionPermission', properties: { LayerVersionArn: refer(), Action: 'lambda:GetLayerVersion', Principal: '*' } } }),
              system({}, { permission: { type: 'aws_lambda_layer_version_permission', properties: { layer_name: refer('it', 'layer_name'), action: 'lambda:GetLayerVersion', principal: '*', version_number: 1 } } })],
            ['silent', 'nobody is permitted', {}, {}],
          ],
        },
      },
      'service-access-confined': {
        'Lambda function': {
          ...types,
          // prettier-ignore
          rows: [
            ['fail', 'a service is permitted for any account', ...permitted({ Principal: 'sns.amazonaws.com' }, { principal: 'sns.amazonaws.com' })],
            ['pass', 'for one source', ...permitted({ Principal: 'sns.amazonaws.com', SourceArn: topic }, { principal: 'sns.amazonaws.com', source_arn: topic })],
            ['pass', 'for one account', ...permitted({ Principal: 's3.amazonaws.com', SourceAccount: '111122223333' }, { principal: 's3.amazonaws.com', source_account: '111122223333' })],
            ['undecided', 'the source is a parameter', ...permitted({ Principal: 'sns.amazonaws.com', SourceArn: unknown }, { principal: 'sns.amazonaws.com', source_arn: unknown })],
          ],
        },
      },
      'service-source-named': {
        'Lambda function': {
          ...types,
          // prettier-ignore
          rows: [
            ['pass', 'one method of an API may call it, at any stage', ...permitted({ Principal: 'apigateway.amazonaws.com', SourceArn: 'arn:aws:execute-api:eu-west-1:111122223333:api/*/GET/pets' }, { principal: 'apigateway.amazonaws.com', source_arn: 'arn:aws:execute-api:eu-west-1:111122223333:api/*/GET/pets' })],
            ['fail', 'every method of an API may', ...permitted({ Principal: 'apigateway.amazonaws.com', SourceArn: 'arn:aws:execute-api:eu-west-1:111122223333:api/*/*' }, { principal: 'apigateway.amazonaws.com', source_arn: 'arn:aws:execute-api:eu-west-1:111122223333:api/*/*' })],
            ['fail', 'every method may, of an API of this account', permitted({ Principal: 'apigateway.amazonaws.com', SourceAccount: { Ref: 'AWS::AccountId' }, SourceArn: 'arn:aws:execute-api:eu-west-1:111122223333:api/*/*' }, {})[0], null],
            ['pass', 'the streams of a log group may', ...permitted({ Principal: 'logs.amazonaws.com', SourceArn: 'arn:aws:logs:eu-west-1:111122223333:log-group:ours:*' }, { principal: 'logs.amazonaws.com', source_arn: 'arn:aws:logs:eu-west-1:111122223333:log-group:ours:*' })],
            ['undecided', 'the source is a parameter', ...permitted({ Principal: 'sns.amazonaws.com', SourceArn: unknown }, { principal: 'sns.amazonaws.com', source_arn: unknown })],
          ],
        },
      },
      'sign-in-required': {
        'Lambda function': {
          ...types,
          // prettier-ignore
          rows: [
            ['silent', 'it has no URL', {}, {}],
            ['fail', 'its URL asks for no sign-in', ...withUrl('NONE')],
            ['pass', 'its URL asks for an identity', ...withUrl('AWS_IAM')],
            ['pass', 'a permission for another kind of URL has no effect', ...withUrl('AWS_IAM', { permission: 'NONE' })],
            ['undecided', 'the kind of sign-in is a parameter', ...withUrl(unknown)],
            ['fail', 'everyone is permitted by a URL that is not in sight', ...permitted({ Principal: '*', FunctionUrlAuthType: 'NONE' }, { principal: '*', function_url_auth_type: 'NONE' })],
          ],
        },
        'URL of a function elsewhere': {
          cloudformation: 'AWS::Lambda::Url',
          terraform: 'aws_lambda_function_url',
          rows: [
            ['fail', 'it asks for no sign-in', { TargetFunctionArn: 'elsewhere', AuthType: 'NONE' }, { function_name: 'elsewhere', authorization_type: 'NONE' }], // prettier-ignore
            ['pass', 'it asks for an identity', { TargetFunctionArn: 'elsewhere', AuthType: 'AWS_IAM' }, { function_name: 'elsewhere', authorization_type: 'AWS_IAM' }], // prettier-ignore
            ['undecided', 'nothing is written', { TargetFunctionArn: 'elsewhere' }, { function_name: 'elsewhere' }],
          ],
        },
      },
      'no-secret-in-clear': {
        'Lambda function': {
          ...types,
          // prettier-ignore
          rows: [
            ['fail', 'a variable is named for a password', ...environment({ DB_PASSWORD: 'not-a-real-secret' })],
            ['fail', 'it is named in one word', ...environment({ dbPassword: 'not-a-real-secret' })],
            ['fail', 'a variable holds an access key', ...environment({ ANYTHING: 'AKIAABCDEFGHIJKLMNOP' })],
            ['fail', 'one of several holds a secret', ...environment({ STAGE: 'test', API_KEY: 'not-a-real-secret' })],
            ['silent', 'none is named for a secret', ...environment({ STAGE: 'test', PARTITION_KEY: 'id' })],
            ['silent', 'it says where the secret is', ...environment({ SECRET_ARN: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:ours', DB_SECRET: '/ours/password', TOKEN_URL: 'https://example.com' })],
            ['silent', 'it says how many there are', ...environment({ MAX_TOKEN: '100' })],
            ['pass', 'the secret comes from elsewhere', { Environment: { Variables: { DB_PASSWORD: '{{resolve:secretsmanager:ours}}' } } }, system({ environment: [{ variables: { DB_PASSWORD: refer('password', 'result') } }] }, { password: { type: 'random_password', properties: {} } })],
            ['pass', 'it says the name of a secret, taken from its ARN', system({ Environment: { Variables: { SECRET: { 'Fn::Join': ['-', [{ 'Fn::Select': [0, { 'Fn::Split': ['-', refer('ours')] }] }, { 'Fn::Select': [1, { 'Fn::Split': ['-', refer('ours')] }] }]] } } } }, { ours: { type: 'AWS::SecretsManager::Secret', properties: {} } }), null],
            ['silent', 'there are no variables', {}, {}],
          ],
        },
      },
    },
    lambdaUpkeep,
  ),
};
