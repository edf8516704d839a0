import { settingTables, spelled } from '../../support/setting-rows';

/** Whether an API is for everybody, and whether it checks what it passes on. */
export const apiExposure = {
  'front-private': settingTables({
    'REST API': {
      types: ['AWS::ApiGateway::RestApi', 'aws_api_gateway_rest_api'],
      path: ['EndpointConfiguration.Types', 'endpoint_configuration.types'],
      pass: ['PRIVATE'],
      fail: ['REGIONAL'],
      silence: ['fail', 'fail'],
    },
  }),
  'requests-validated': settingTables({
    'API method': {
      types: ['AWS::ApiGateway::Method', 'aws_api_gateway_method'],
      path: ['RequestValidatorId', 'request_validator_id'],
      pass: 'abc',
      fail: '',
      silence: ['fail', 'fail'],
      beside: [{ HttpMethod: 'GET' }, { http_method: 'GET' }],
      more: [['silent', 'browsers ask what they may ask for', { HttpMethod: 'OPTIONS' }, { http_method: 'OPTIONS' }]],
    },
  }),
};

/** Whether a balancer is for everybody. */
export const balancerExposure = settingTables({
  'load balancer': {
    types: ['AWS::ElasticLoadBalancingV2::LoadBalancer', 'aws_lb'],
    path: ['Scheme', 'internal'],
    pass: spelled('internal', true),
    fail: spelled('internet-facing', false),
    silence: ['fail', 'fail'],
  },
});

export const classicBalancerExposure = settingTables({
  'classic load balancer': {
    types: ['AWS::ElasticLoadBalancing::LoadBalancer', 'aws_elb'],
    path: ['Scheme', 'internal'],
    pass: spelled('internal', true),
    fail: spelled('internet-facing', false),
    silence: ['fail', 'fail'],
  },
});

export const graphQlExposure = settingTables({
  'GraphQL API': {
    types: ['AWS::AppSync::GraphQLApi', 'aws_appsync_graphql_api'],
    path: ['Visibility', 'visibility'],
    pass: 'PRIVATE',
    fail: 'GLOBAL',
    silence: ['fail', 'fail'],
  },
});
