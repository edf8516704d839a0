import { refer, system, unknown, type Properties, type ServiceRows, type System, type Table } from '../../support/row';
import { terraformSetting } from './kept-store';

const policy = 'google_compute_security_policy';

const expression = (text: unknown, more: Properties = {}): Properties => ({
  action: 'deny(403)',
  priority: 1000,
  match: [{ expr: [{ expression: text }] }],
  ...more,
});
const rest = (action: unknown): Properties => ({
  action,
  priority: 2147483647,
  match: [{ versioned_expr: 'SRC_IPS_V1' }],
});
const of = (...rule: readonly unknown[]): Properties => ({ rule });

/** A policy with a rule that stands beside it. */
const beside = (properties: Properties, to: unknown = refer('it', 'name')): System =>
  system(
    { name: 'own' },
    { rule: { type: 'google_compute_security_policy_rule', properties: { security_policy: to, ...properties } } },
  );

const table = (rows: Table['rows']): Table => ({ cloudformation: null, terraform: policy, rows });

export const cloudArmorRows: ServiceRows = {
  service: 'cloud-armor',
  controls: {
    'firewall-filters': {
      policy: table([
        ['fail', 'it has no rule', null, {}],
        ['fail', 'its rules let everything through', null, of(rest('allow'))],
        ['pass', 'a rule denies', null, of(expression("origin.region_code == 'XX'"), rest('allow'))],
        [
          'fail',
          'that rule is a preview',
          null,
          of(expression("origin.region_code == 'XX'", { preview: true }), rest('allow')),
        ],
        ['pass', 'a rule beside it denies', null, beside(expression('true'))],
        ['undecided', 'nobody knows whose rule it is', null, beside(expression('true'), unknown)],
        ['undecided', 'the action is settled at apply', null, of(rest(unknown))],
      ]),
    },
    'firewall-denies-by-default': {
      policy: table([
        ['pass', 'the rest is denied', null, of(rest('deny(403)'))],
        ['fail', 'the rest is let through', null, of(rest('allow'))],
        ['fail', 'nothing is said of the rest', null, of(expression('true'))],
        ['undecided', 'it is settled at apply', null, of(rest(unknown))],
      ]),
    },
    'known-attacks-refused': {
      policy: table([
        ['pass', 'rules against known flaws are on', null, of(expression("evaluatePreconfiguredExpr('cve-canary')"))],
        [
          'pass',
          'they are named by version',
          null,
          of(expression("evaluatePreconfiguredWaf('cve-v33-stable', {'sensitivity': 1})")),
        ],
        [
          'fail',
          'they are a preview',
          null,
          of(expression("evaluatePreconfiguredExpr('cve-canary')", { preview: true })),
        ],
        [
          'fail',
          'they let through',
          null,
          of(expression("evaluatePreconfiguredExpr('cve-canary')", { action: 'allow' })),
        ],
        ['fail', 'rules are about something else', null, of(expression("evaluatePreconfiguredExpr('xss-stable')"))],
        ['undecided', 'it is settled at apply', null, of(expression(unknown))],
      ]),
    },
    'rate-limited': {
      policy: table([
        ['pass', 'calls are limited', null, of(expression('true', { action: 'throttle' }))],
        ['fail', 'they are not', null, of(rest('allow'))],
        ['undecided', 'it is settled at apply', null, of(rest(unknown))],
      ]),
    },
    'threats-watched': {
      policy: terraformSetting(
        policy,
        'adaptive_protection_config.layer_7_ddos_defense_config.enable',
        true,
        false,
        'silent',
      ),
    },
  },
};
