import { deciding } from '../../support/deciding-rows';
import { refer, system, unknown, type Properties, type Table } from '../../support/row';

const stage = { cloudformation: 'AWS::ApiGateway::Stage', terraform: 'aws_api_gateway_stage' };
const api = { cloudformation: 'AWS::ApiGateway::RestApi', terraform: 'aws_api_gateway_rest_api' };
const setting = (written: (value: unknown) => Properties, terraform: (value: unknown) => Properties) => ({
  cloudformation: (value: unknown) => ({
    MethodSettings: [{ HttpMethod: '*', ResourcePath: '/*', ...written(value) }],
  }),
  terraform: (value: unknown) =>
    system(
      { stage_name: 'live' },
      {
        methods: {
          type: 'aws_api_gateway_method_settings',
          properties: { stage_name: refer('it', 'stage_name'), settings: [terraform(value)] },
        },
      },
    ),
});
const mapped = (disabled: Properties, terraform: Properties) =>
  [
    system(disabled, { path: { type: 'AWS::ApiGateway::BasePathMapping', properties: { RestApiId: refer() } } }),
    system(terraform, { path: { type: 'aws_api_gateway_base_path_mapping', properties: { api_id: refer() } } }),
  ] as const;

export const apiStageTables: Readonly<Record<string, Readonly<Record<string, Table>>>> = {
  'access-logged': {
    'API stage': deciding(
      stage,
      {
        cloudformation: (arn) => ({ AccessLogSetting: { DestinationArn: arn } }),
        terraform: (arn) => ({ access_log_settings: [{ destination_arn: arn }] }),
      },
      'fail',
      [['pass', 'arn:1']],
    ),
    'stage of a deployment': deciding(
      { cloudformation: 'AWS::ApiGateway::Deployment', terraform: null },
      { cloudformation: (arn) => ({ StageDescription: { AccessLogSetting: { DestinationArn: arn } } }) },
      'silent',
      [['pass', 'arn:1']],
    ),
  },
  'execution-logged': {
    'settings of a stage elsewhere': deciding(
      { cloudformation: null, terraform: 'aws_api_gateway_method_settings' },
      { terraform: (value) => ({ stage_name: 'live', settings: [{ logging_level: value }] }) },
      'fail',
      [['pass', 'INFO']],
    ),
    'API stage': deciding(
      stage,
      setting(
        (LoggingLevel) => ({ LoggingLevel }),
        (level) => ({ logging_level: level }),
      ),
      'fail',
      [
        ['pass', 'INFO'],
        ['pass', 'ERROR'],
        ['fail', 'OFF'],
      ],
    ),
  },
  'rate-limited': {
    'API stage': deciding(
      stage,
      setting(
        (limit) => ({ ThrottlingRateLimit: limit, ThrottlingBurstLimit: 50 }),
        (limit) => ({ throttling_rate_limit: limit, throttling_burst_limit: 50 }),
      ),
      'fail',
      [
        ['pass', 100],
        ['fail', -1],
      ],
    ),
  },
  'details-not-disclosed': {
    'settings of a stage elsewhere': deciding(
      { cloudformation: null, terraform: 'aws_api_gateway_method_settings' },
      { terraform: (value) => ({ stage_name: 'live', settings: [{ data_trace_enabled: value }] }) },
      'pass',
      [['fail', true]],
    ),
    'API stage': deciding(
      stage,
      setting(
        (DataTraceEnabled) => ({ DataTraceEnabled }),
        (on) => ({ data_trace_enabled: on }),
      ),
      'pass',
      [
        ['fail', true],
        ['pass', false],
      ],
    ),
  },
  'requests-traced': {
    'API stage': deciding(
      stage,
      { cloudformation: (TracingEnabled) => ({ TracingEnabled }), terraform: (on) => ({ xray_tracing_enabled: on }) },
      'fail',
      [
        ['pass', true],
        ['fail', false],
      ],
    ),
  },
  'peers-authenticated': {
    'API stage': deciding(
      stage,
      {
        cloudformation: (ClientCertificateId) => ({ ClientCertificateId }),
        terraform: (id) => ({ client_certificate_id: id }),
      },
      'fail',
      [['pass', 'cert-1']],
    ),
    'API domain name': {
      cloudformation: 'AWS::ApiGateway::DomainName',
      terraform: 'aws_api_gateway_domain_name',
      rows: [
        ['fail', 'nothing is said', {}, {}],
        [
          'pass',
          'a trust store is named',
          { MutualTlsAuthentication: { TruststoreUri: 's3://ours' } },
          { mutual_tls_authentication: [{ truststore_uri: 's3://ours' }] },
        ],
        [
          'undecided',
          'it is a parameter',
          { MutualTlsAuthentication: unknown },
          { mutual_tls_authentication: unknown },
        ],
      ],
    },
  },
  'storage-encrypted': {
    'API stage without a cache': {
      ...stage,
      rows: [
        [
          'silent',
          'its settings do nothing',
          { CacheClusterEnabled: false, MethodSettings: [{ CachingEnabled: true }] },
          { cache_cluster_enabled: false },
        ],
        [
          'fail',
          'its cache is not encrypted',
          { CacheClusterEnabled: true, MethodSettings: [{ CachingEnabled: true }] },
          null,
        ],
      ],
    },
  },
  'origin-confined': {
    'REST API': {
      ...api,
      rows: [
        ['silent', 'it has no domain name', {}, {}],
        ['fail', 'its own address is open beside a domain name', ...mapped({}, {})],
        [
          'pass',
          'its own address is closed',
          ...mapped({ DisableExecuteApiEndpoint: true }, { disable_execute_api_endpoint: true }),
        ],
        [
          'fail',
          'its own address is left open',
          ...mapped({ DisableExecuteApiEndpoint: false }, { disable_execute_api_endpoint: false }),
        ],
        [
          'undecided',
          'it is a parameter',
          ...mapped({ DisableExecuteApiEndpoint: unknown }, { disable_execute_api_endpoint: unknown }),
        ],
      ],
    },
  },
  'sign-in-required': {
    'REST API described in a bucket': {
      cloudformation: api.cloudformation,
      terraform: null,
      rows: [
        ['silent', 'it is not', {}, null],
        ['undecided', 'its methods cannot be seen', { BodyS3Location: { Bucket: 'ours', Key: 'api.yaml' } }, null],
        ['undecided', 'it may be', { BodyS3Location: unknown }, null],
      ],
    },
  },
  'api-key-required': {
    'API method': deciding(
      { cloudformation: 'AWS::ApiGateway::Method', terraform: 'aws_api_gateway_method' },
      { cloudformation: (ApiKeyRequired) => ({ ApiKeyRequired }), terraform: (on) => ({ api_key_required: on }) },
      'fail',
      [
        ['pass', true],
        ['fail', false],
      ],
    ),
  },
  'callers-known': {
    'API method': {
      cloudformation: 'AWS::ApiGateway::Method',
      terraform: 'aws_api_gateway_method',
      rows: [
        ['fail', 'nothing is said', {}, {}],
        ['pass', 'callers send a key', { ApiKeyRequired: true }, { api_key_required: true }],
        ['pass', 'callers sign in', { AuthorizationType: 'AWS_IAM' }, { authorization: 'AWS_IAM' }],
        ['undecided', 'the key is a parameter', { ApiKeyRequired: unknown }, { api_key_required: unknown }],
      ],
    },
  },
};

const routed = { cloudformation: 'AWS::ApiGatewayV2::Stage', terraform: 'aws_apigatewayv2_stage' };

export const routeStageTables: Readonly<Record<string, Readonly<Record<string, Table>>>> = {
  'access-logged': {
    'API stage': deciding(
      routed,
      {
        cloudformation: (arn) => ({ AccessLogSettings: { DestinationArn: arn } }),
        terraform: (arn) => ({ access_log_settings: [{ destination_arn: arn }] }),
      },
      'fail',
      [['pass', 'arn:1']],
    ),
  },
  'rate-limited': {
    'API stage': deciding(
      routed,
      {
        cloudformation: (limit) => ({
          DefaultRouteSettings: { ThrottlingRateLimit: 100, ThrottlingBurstLimit: limit },
        }),
        terraform: (limit) => ({
          default_route_settings: [{ throttling_rate_limit: 100, throttling_burst_limit: limit }],
        }),
      },
      'fail',
      [['pass', 50]],
    ),
  },
};
