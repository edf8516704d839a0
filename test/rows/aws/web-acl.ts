import { deciding } from '../../support/deciding-rows';
import { refer, system, unknown, type Properties, type Row, type Table } from '../../support/row';

const types = { cloudformation: 'AWS::WAFv2::WebACL', terraform: 'aws_wafv2_web_acl' };
const classic = { cloudformation: 'AWS::WAFRegional::WebACL', terraform: 'aws_wafregional_web_acl' };
const acts = (action: 'Allow' | 'Block', more: Properties = {}, terraform: Properties = {}) =>
  [
    { DefaultAction: { [action]: {} }, ...more },
    { default_action: [{ [action.toLowerCase()]: [{}] }], ...terraform },
  ] as const;
const logging = (destinations: unknown, acl: unknown = refer('it', 'arn', 'Arn')) =>
  [
    system(
      {},
      {
        log: {
          type: 'AWS::WAFv2::LoggingConfiguration',
          properties: { ResourceArn: acl, LogDestinationConfigs: destinations },
        },
      },
    ),
    system(
      {},
      {
        log: {
          type: 'aws_wafv2_web_acl_logging_configuration',
          properties: { resource_arn: acl, log_destination_configs: destinations },
        },
      },
    ),
  ] as const;
const open: Row = ['undecided', 'it is a parameter', { DefaultAction: unknown }, { default_action: unknown }];

export const webAclRows: Readonly<Record<string, Readonly<Record<string, Table>>>> = {
  'firewall-filters': {
    'web ACL': {
      ...types,
      rows: [
        ['fail', 'it allows, and has no rules', ...acts('Allow')],
        ['pass', 'it blocks by default', ...acts('Block')],
        ['pass', 'it has a rule', ...acts('Allow', { Rules: [{ Name: 'one' }] }, { rule: [{ name: 'one' }] })],
        ['pass', 'its rules are a document', null, acts('Allow', {}, { rule_json: '[]' })[1]],
        ['undecided', 'its rules are a parameter', ...acts('Allow', { Rules: unknown }, { rule: unknown })],
        open,
      ],
    },
    'classic web ACL': {
      cloudformation: 'AWS::WAF::WebACL',
      terraform: 'aws_waf_web_acl',
      rows: [
        [
          'fail',
          'it allows, and has no rules',
          { DefaultAction: { Type: 'ALLOW' } },
          { default_action: [{ type: 'ALLOW' }] },
        ],
        [
          'pass',
          'it has a rule',
          { DefaultAction: { Type: 'ALLOW' }, Rules: [{ RuleId: '1' }] },
          { default_action: [{ type: 'ALLOW' }], rules: [{ rule_id: '1' }] },
        ],
        open,
      ],
    },
  },
  'firewall-denies-by-default': {
    'web ACL': {
      ...types,
      rows: [
        ['fail', 'it allows', ...acts('Allow')],
        ['pass', 'it blocks', ...acts('Block')],
        ['undecided', 'nothing is said', {}, {}],
        open,
      ],
    },
    'classic web ACL': deciding(
      classic,
      {
        cloudformation: (Type) => ({ DefaultAction: { Type } }),
        terraform: (type) => ({ default_action: [{ type }] }),
      },
      'undecided',
      [
        ['pass', 'BLOCK'],
        ['fail', 'ALLOW'],
      ],
    ),
  },
  'access-logged': {
    'web ACL': {
      ...types,
      rows: [
        ['fail', 'nothing is said', {}, {}],
        ['pass', 'it has a log', ...logging(['arn:1'])],
        ['fail', 'its log goes nowhere', ...logging([])],
        ['undecided', 'where its log goes is a parameter', ...logging(unknown)],
        ['undecided', 'some web ACL has a log', ...logging(['arn:1'], unknown)],
      ],
    },
    'classic web ACL': {
      ...classic,
      rows: [
        ['fail', 'nothing is said', null, {}],
        ['pass', 'it has a log', null, { logging_configuration: [{ log_destination: 'arn:1' }] }],
        ['silent', 'CloudFormation cannot say', {}, null],
      ],
    },
  },
};
