import { deciding } from '../../support/deciding-rows';
import { refer, system, unknown, type Row, type ServiceRows, type Table } from '../../support/row';
import { graphQlExposure } from './api-exposure';

const graphQl = { cloudformation: 'AWS::AppSync::GraphQLApi', terraform: 'aws_appsync_graphql_api' };
const api = (rows: readonly Row[]): Record<string, Table> => ({
  'GraphQL API': { ...graphQl, rows },
});
const cache = (rows: readonly Row[]): Record<string, Table> => ({
  'API cache': { cloudformation: 'AWS::AppSync::ApiCache', terraform: 'aws_appsync_api_cache', rows },
});
const signsIn = (type: unknown) => [{ AuthenticationType: type }, { authentication_type: type }] as const;
const seenBy = (visibility: unknown) => [{ Visibility: visibility }, { visibility }] as const;

export const appsyncRows: ServiceRows = {
  service: 'appsync',
  controls: {
    'front-private': graphQlExposure,
    'sign-in-required': api([
      ['fail', 'an API key is enough', ...signsIn('API_KEY')],
      ['pass', 'IAM decides', ...signsIn('AWS_IAM')],
      ['pass', 'a user pool decides', ...signsIn('AMAZON_COGNITO_USER_POOLS')],
      ['undecided', 'it is a parameter', ...signsIn(unknown)],
      [
        'undecided',
        'some fields are open by API key',
        { AuthenticationType: 'AWS_IAM', AdditionalAuthenticationProviders: [{ AuthenticationType: 'API_KEY' }] },
        { authentication_type: 'AWS_IAM', additional_authentication_provider: [{ authentication_type: 'API_KEY' }] },
      ],
    ]),
    'firewall-attached': api([
      ['fail', 'nothing is said', {}, {}],
      ['silent', 'it is private', ...seenBy('PRIVATE')],
      ['fail', 'it is global', ...seenBy('GLOBAL')],
      [
        'pass',
        'a web ACL is associated',
        system(
          {},
          { wall: { type: 'AWS::WAFv2::WebACLAssociation', properties: { ResourceArn: refer('it', 'Arn') } } },
        ),
        system(
          {},
          { wall: { type: 'aws_wafv2_web_acl_association', properties: { resource_arn: refer('it', 'arn') } } },
        ),
      ],
    ]),
    'access-logged': {
      'GraphQL API': deciding(
        graphQl,
        {
          cloudformation: (FieldLogLevel) => ({ LogConfig: { FieldLogLevel } }),
          terraform: (level) => ({ log_config: [{ field_log_level: level }] }),
        },
        'fail',
        [
          ['pass', 'ALL'],
          ['pass', 'ERROR'],
          ['fail', 'NONE'],
        ],
      ),
    },
    'details-not-disclosed': {
      'GraphQL API': deciding(
        graphQl,
        {
          cloudformation: (IntrospectionConfig) => ({ IntrospectionConfig }),
          terraform: (introspection) => ({ introspection_config: introspection }),
        },
        'fail',
        [
          ['pass', 'DISABLED'],
          ['fail', 'ENABLED'],
        ],
      ),
    },
    'requests-traced': {
      'GraphQL API': deciding(
        graphQl,
        { cloudformation: (XrayEnabled) => ({ XrayEnabled }), terraform: (on) => ({ xray_enabled: on }) },
        'fail',
        [
          ['pass', true],
          ['fail', false],
        ],
      ),
    },
    'storage-encrypted': cache([
      ['pass', 'nothing is said', {}, {}],
      [
        'pass',
        'the switch, which is deprecated, is off',
        { AtRestEncryptionEnabled: false },
        { at_rest_encryption_enabled: false },
      ],
    ]),
    'transit-encrypted': cache([['pass', 'nothing is said', {}, {}]]),
  },
};
