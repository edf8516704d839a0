import { deciding } from '../../support/deciding-rows';
import { policyTables } from '../../support/policy-rows';
import { refer, system, unknown, type Properties, type ServiceRows } from '../../support/row';
import { merged, keptStoreTables } from '../../support/store-rows';

const firewall = { cloudformation: 'AWS::NetworkFirewall::Firewall', terraform: 'aws_networkfirewall_firewall' };
const rules = { cloudformation: 'AWS::NetworkFirewall::FirewallPolicy', terraform: 'aws_networkfirewall_firewall_policy' }; // prettier-ignore
const acts = (actions: unknown, more: Properties = {}, terraform: Properties = {}) =>
  [
    { FirewallPolicy: { StatelessDefaultActions: actions, ...more } },
    { firewall_policy: [{ stateless_default_actions: actions, ...terraform }] },
  ] as const;
const logged = (of: unknown) =>
  [
    system({}, { log: { type: 'AWS::NetworkFirewall::LoggingConfiguration', properties: { FirewallArn: of } } }),
    system({}, { log: { type: 'aws_networkfirewall_logging_configuration', properties: { firewall_arn: of } } }),
  ] as const;

export const networkFirewallRows: ServiceRows = {
  service: 'network-firewall',
  controls: merged(
    policyTables({
      cloudformation: null,
      terraform: 'aws_networkfirewall_resource_policy',
      noun: 'policy of a rule group elsewhere',
      action: 'network-firewall:ListRuleGroups',
      inTerraform: (document) => ({ resource_arn: 'elsewhere', policy: document }),
    }),
    keptStoreTables({
      noun: 'network firewall',
      cloudformation: null,
      terraform: firewall.terraform,
      inTerraform: (key) => ({ encryption_configuration: [{ key_id: key, type: 'CUSTOMER_KMS' }] }),
    }),
    keptStoreTables({
      noun: 'firewall policy',
      cloudformation: null,
      terraform: rules.terraform,
      inTerraform: (key) => ({ encryption_configuration: [{ key_id: key, type: 'CUSTOMER_KMS' }] }),
    }),
    {
      'removal-guarded': {
        'network firewall': deciding(
          firewall,
          {
            cloudformation: (DeleteProtection) => ({ DeleteProtection }),
            terraform: (on) => ({ delete_protection: on }),
          },
          undefined,
          [
            ['pass', true],
            ['fail', false],
          ],
        ),
        'network firewall that says nothing': {
          ...firewall,
          rows: [
            ['pass', 'a new one is protected', {}, null],
            ['fail', 'Terraform switches it off', null, {}],
          ],
        },
      },
      'access-logged': {
        'network firewall': {
          ...firewall,
          rows: [
            ['fail', 'nothing is said', {}, {}],
            ['pass', 'it has a log', ...logged(refer('it', 'arn'))],
            ['undecided', 'some firewall has a log', ...logged(unknown)],
          ],
        },
      },
      'firewall-filters': {
        'firewall policy': {
          ...rules,
          rows: [
            ['fail', 'everything passes, and there are no rules', ...acts(['aws:pass'])],
            ['pass', 'what no rule is about is dropped', ...acts(['aws:drop'])],
            [
              'pass',
              'stateful rules decide',
              ...acts(
                ['aws:forward_to_sfe'],
                { StatefulRuleGroupReferences: [{ ResourceArn: 'arn:1' }] },
                { stateful_rule_group_reference: [{ resource_arn: 'arn:1' }] },
              ),
            ],
            ['fail', 'stateful rules decide, and there are none', ...acts(['aws:forward_to_sfe'])],
            ['undecided', 'the action is a parameter', ...acts(unknown)],
          ],
        },
      },
      'firewall-denies-by-default': {
        'firewall policy': deciding(
          rules,
          { cloudformation: (action) => acts([action])[0], terraform: (action) => acts([action])[1] },
          undefined,
          [
            ['fail', 'aws:pass'],
            ['pass', 'aws:drop'],
            ['pass', 'aws:forward_to_sfe'],
          ],
        ),
      },
    },
  ),
};
