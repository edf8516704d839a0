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

const badInputs = 'AWSManagedRulesKnownBadInputsRuleSet';
const managedRule = (
  name: unknown,
  rule: Properties = {},
  terraformRule: Properties = {},
  group: Properties = {},
  terraformGroup: Properties = {},
) =>
  [
    { Name: 'one', Statement: { ManagedRuleGroupStatement: { VendorName: 'AWS', Name: name, ...group } }, ...rule },
    {
      name: 'one',
      statement: [{ managed_rule_group_statement: [{ vendor_name: 'AWS', name, ...terraformGroup }] }],
      ...terraformRule,
    },
  ] as const;
const managed = (...written: Parameters<typeof managedRule>) => {
  const [cloudformation, terraform] = managedRule(...written);
  return acts('Allow', { Rules: [cloudformation] }, { rule: [terraform] });
};
const separate = (type: string, rule: Properties) =>
  system(acts('Allow')[1], { rule: { type, properties: { web_acl_arn: refer('it', 'arn'), ...rule } } });

export const webAclRows: Readonly<Record<string, Readonly<Record<string, Table>>>> = {
  'firewall-filters': {
    'web ACL': {
      ...types,
      rows: [
        ['fail', 'it allows, and has no rules', ...acts('Allow')],
        ['pass', 'it blocks by default', ...acts('Block')],
        ['pass', 'it has a rule', ...acts('Allow', { Rules: [{ Name: 'one' }] }, { rule: [{ name: 'one' }] })],
        ['fail', 'it has a rule of which nothing is written', ...acts('Allow', { Rules: [{}] }, { rule: [{}] })],
        ['pass', 'its rules are a document', null, acts('Allow', {}, { rule_json: '[]' })[1]],
        ['pass', 'a rule stands beside it', null, separate('aws_wafv2_web_acl_rule', managedRule(badInputs)[1])],
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
  'known-attacks-refused': {
    'web ACL': {
      ...types,
      rows: [
        ['fail', 'it has no rules', ...acts('Allow')],
        ['fail', 'it has another managed group', ...managed('AWSManagedRulesCommonRuleSet')],
        ['pass', 'it has the managed group', ...managed(badInputs)],
        [
          'fail',
          'the group only counts',
          ...managed(badInputs, { OverrideAction: { Count: {} } }, { override_action: [{ count: [{}] }] }),
        ],
        [
          'fail',
          'a rule of the group only counts',
          ...managed(
            badInputs,
            {},
            {},
            { RuleActionOverrides: [{ Name: 'Log4JRCE_HEADER', ActionToUse: { Count: {} } }] },
            { rule_action_override: [{ name: 'Log4JRCE_HEADER', action_to_use: [{ count: [{}] }] }] },
          ),
        ],
        [
          'fail',
          'a rule of the group is left out',
          managed(badInputs, {}, {}, { ExcludedRules: [{ Name: 'Log4JRCE' }] })[0],
          managed(badInputs, {}, {}, {}, { excluded_rule: [{ name: 'Log4JRCE' }] })[1],
        ],
        ['undecided', 'the group is a parameter', ...managed(unknown)],
        ['undecided', 'its rules are a document', null, acts('Allow', {}, { rule_json: '[]' })[1]],
        ['undecided', 'its rules are a parameter', ...acts('Allow', { Rules: unknown }, { rule: unknown })],
        ['pass', 'a separate rule has the group', null, separate('aws_wafv2_web_acl_rule', managedRule(badInputs)[1])],
        [
          'pass',
          'a separate group is the group',
          null,
          separate('aws_wafv2_web_acl_rule_group_association', {
            managed_rule_group: [{ name: badInputs, vendor_name: 'AWS' }],
          }),
        ],
        [
          'fail',
          'a separate group only counts',
          null,
          separate('aws_wafv2_web_acl_rule_group_association', {
            override_action: 'count',
            managed_rule_group: [{ name: badInputs, vendor_name: 'AWS' }],
          }),
        ],
      ],
    },
    'classic web ACL': {
      ...classic,
      rows: [['silent', 'it has no managed groups of AWS', { DefaultAction: { Type: 'ALLOW' } }, { default_action: [{ type: 'ALLOW' }] }]], // prettier-ignore
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
