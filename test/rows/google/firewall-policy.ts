import { refer, system, unknown, type Properties, type ServiceRows, type System } from '../../support/row';
import { terraformSetting } from './kept-store';

const rule = 'google_compute_network_firewall_policy_rule';

const sshForEveryone: Properties = {
  src_ip_ranges: ['0.0.0.0/0'],
  layer4_configs: [{ ip_protocol: 'tcp', ports: ['22'] }],
};

const written = (more: Properties = {}, match: Properties = {}): Properties => ({
  firewall_policy: 'p',
  priority: 1000,
  direction: 'INGRESS',
  action: 'allow',
  match: [{ ...sshForEveryone, ...match }],
  ...more,
});

/** Two rules of a policy of the input. */
const both = (other: Properties): System =>
  system(written({ firewall_policy: refer('policy') }), {
    policy: { type: 'google_compute_network_firewall_policy', properties: { name: 'p' } },
    other: { type: rule, properties: written({ firewall_policy: refer('policy'), priority: 1, ...other }) },
  });

const inside = (...rules: readonly Properties[]): Properties => ({ rule: rules });
const nested = (more: Properties): Properties => ({
  direction: 'INGRESS',
  priority: 10,
  action: 'allow',
  match: [{ src_ip_ranges: ['0.0.0.0/0'], layer4_config: [{ ip_protocol: 'tcp', ports: ['3389'] }] }],
  ...more,
});

export const firewallPolicyRows: ServiceRows = {
  service: 'firewall-policy',
  controls: {
    'ingress-admin-not-open': {
      'rule of a policy': {
        cloudformation: null,
        terraform: rule,
        rows: [
          ['fail', 'SSH is for everyone', null, written()],
          ['fail', 'no peer is named', null, written({}, { src_ip_ranges: undefined })],
          ['pass', 'a network is named', null, written({}, { src_ip_ranges: ['10.0.0.0/8'] })],
          [
            'pass',
            'machines are named by tag',
            null,
            written({}, { src_ip_ranges: undefined, src_secure_tags: [{ name: 'tagValues/1' }] }),
          ],
          ['pass', 'it is switched off', null, written({ disabled: true })],
          ['silent', 'it denies', null, written({ action: 'deny' })],
          ['silent', 'it passes packets on', null, written({ action: 'goto_next' })],
          ['undecided', 'the peers are settled at apply', null, written({}, { src_ip_ranges: unknown })],
          ['undecided', 'the action is settled at apply', null, written({ action: unknown })],
          ['pass', 'a rule tried before denies it', null, both({ action: 'deny' })],
          ['pass', 'a rule tried before passes it on to the next policy', null, both({ action: 'goto_next' })],
          ['fail', 'the rule that denies is tried later', null, both({ action: 'deny', priority: 2000 })],
          ['undecided', 'a rule tried before may deny it', null, both({ action: unknown })],
          [
            'fail',
            'the rule that denies is for packets of the network alone',
            null,
            both({ action: 'deny', match: [{ ...sshForEveryone, src_network_scope: 'INTRA_VPC' }] }),
          ],
          ['pass', 'only packets of the network count', null, written({}, { src_network_scope: 'NON_INTERNET' })],
          ['fail', 'only packets of the internet count', null, written({}, { src_network_scope: 'INTERNET' })],
          ['undecided', 'which packets count is settled at apply', null, written({}, { src_network_scope: unknown })],
          [
            'pass',
            'a rule of a policy that is elsewhere denies it before',
            null,
            system(written(), { other: { type: rule, properties: written({ action: 'deny', priority: 1 }) } }),
          ],
          [
            'undecided',
            'nobody knows of which policy it is',
            null,
            system(written({ firewall_policy: unknown }), {
              other: { type: rule, properties: written({ action: 'deny', priority: 1 }) },
            }),
          ],
          [
            'fail',
            'the one that denies is of another policy',
            null,
            system(written(), {
              other: { type: rule, properties: written({ action: 'deny', priority: 1, firewall_policy: 'q' }) },
            }),
          ],
        ],
      },
      'policy with its rules': {
        cloudformation: null,
        terraform: 'google_compute_network_firewall_policy_with_rules',
        rows: [
          ['fail', 'a rule is for everyone', null, inside(nested({}))],
          ['pass', 'another denies it before', null, inside(nested({}), nested({ action: 'deny', priority: 1 }))],
          ['undecided', 'the rules are settled at apply', null, { rule: unknown }],
        ],
      },
    },
    'egress-confined': {
      'rule of a policy': {
        cloudformation: null,
        terraform: rule,
        rows: [
          ['fail', 'everything may leave', null, written({ direction: 'EGRESS' }, { src_ip_ranges: undefined })],
          [
            'pass',
            'one network may be called',
            null,
            written({ direction: 'EGRESS' }, { src_ip_ranges: undefined, dest_ip_ranges: ['10.0.0.0/8'] }),
          ],
          [
            'undecided',
            'it is settled at apply',
            null,
            written({ direction: 'EGRESS' }, { src_ip_ranges: undefined, dest_ip_ranges: unknown }),
          ],
        ],
      },
    },
    'execution-logged': {
      'rule of a policy': terraformSetting(rule, 'enable_logging', true, false, 'fail'),
    },
  },
};
