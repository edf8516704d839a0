import { refer, system, unknown, type Properties, type ServiceRows, type System, type Table } from '../../support/row';
import { terraformSetting } from './kept-store';

const firewall = 'google_compute_firewall';

const allow = (ports: unknown, more: Properties = {}): Properties => ({
  network: 'own',
  allow: [{ protocol: 'tcp', ports }],
  source_ranges: ['0.0.0.0/0'],
  ...more,
});

/** Port 22 for everyone, and a rule that denies beside it. */
const denied = (deny: Properties, more: Properties = {}): System =>
  system(allow(['22'], more), {
    other: {
      type: firewall,
      properties: {
        network: 'own',
        deny: [{ protocol: 'tcp', ports: ['22'] }],
        source_ranges: ['0.0.0.0/0'],
        priority: 900,
        ...deny,
      },
    },
  });

/** Two rules for machines of accounts that have no name before they are made. */
const forAccounts = (allowed: string, other: string): System => {
  const of = (name: string): Properties => ({ target_service_accounts: [refer(name, 'email')] });
  const { it, others } = denied(of(other), of(allowed));
  const account = (id: string) => ({ type: 'google_service_account', properties: { account_id: id } });
  return system(it, { ...others, web: account('web'), other_account: account('o') });
};

const table = (rows: Table['rows']): Table => ({ cloudformation: null, terraform: firewall, rows });

export const computeFirewallRows: ServiceRows = {
  service: 'compute-firewall',
  controls: {
    'ingress-admin-not-open': {
      'firewall rule': table([
        ['fail', 'SSH is for everyone', null, allow(['22'])],
        ['fail', 'a range holds it', null, allow(['20-30'])],
        [
          'fail',
          'no port is named',
          null,
          { network: 'own', allow: [{ protocol: 'tcp' }], source_ranges: ['0.0.0.0/0'] },
        ],
        ['fail', 'every protocol', null, { network: 'own', allow: [{ protocol: 'all' }], source_ranges: ['::/0'] }],
        ['fail', 'no source is written', null, { network: 'own', allow: [{ protocol: 'tcp', ports: ['22'] }] }],
        ['pass', 'a network is named', null, allow(['22'], { source_ranges: ['10.0.0.0/8'] })],
        [
          'pass',
          'machines are named by tag',
          null,
          { network: 'own', allow: [{ protocol: 'tcp', ports: ['22'] }], source_tags: ['front'] },
        ],
        ['pass', 'another port', null, allow(['80'])],
        [
          'pass',
          'it is for tunnels alone',
          null,
          { network: 'own', allow: [{ protocol: 'esp' }], source_ranges: ['0.0.0.0/0'] },
        ],
        ['pass', 'it is switched off', null, allow(['22'], { disabled: true })],
        ['silent', 'it denies', null, { network: 'own', deny: [{ protocol: 'all' }], source_ranges: ['0.0.0.0/0'] }],
        [
          'silent',
          'it lets out',
          null,
          { network: 'own', direction: 'EGRESS', allow: [{ protocol: 'tcp', ports: ['22'] }] },
        ],
        ['undecided', 'the sources are settled at apply', null, allow(['22'], { source_ranges: unknown })],
        ['undecided', 'the ports are settled at apply', null, allow(unknown)],
        ['undecided', 'nobody knows whether it is on', null, allow(['22'], { disabled: unknown })],
        ['undecided', 'a port is no port', null, allow(['ssh'])],
        ['pass', 'a rule tried before denies it', null, denied({})],
        ['pass', 'one of the same priority denies it', null, denied({ priority: 1000 })],
        ['pass', 'one that denies everything is tried before', null, denied({ deny: [{ protocol: 'all' }] })],
        ['fail', 'the one that denies is tried later', null, denied({ priority: 1001 })],
        ['fail', 'the one that denies is switched off', null, denied({ disabled: true })],
        [
          'fail',
          'the one that denies is for other ports',
          null,
          denied({ deny: [{ protocol: 'tcp', ports: ['23'] }] }),
        ],
        ['fail', 'the one that denies is for other peers', null, denied({ source_ranges: ['10.0.0.0/8'] })],
        ['fail', 'the one that denies is for some machines', null, denied({ target_tags: ['front'] })],
        [
          'pass',
          'both are for the same machines',
          null,
          denied({ target_tags: ['front'] }, { target_tags: ['front'] }),
        ],
        ['pass', 'both are for one account', null, forAccounts('web', 'web')],
        ['fail', 'the one that denies is for another account', null, forAccounts('web', 'other_account')],
        ['fail', 'the one that denies is of another network', null, denied({ network: 'other' })],
        ['fail', 'the one that denies is for what goes out', null, denied({ direction: 'EGRESS' })],
        ['fail', 'its network is of another project', null, denied({ project: 'q' }, { project: 'p' })],
        ['pass', 'both say the project', null, denied({ network: 'projects/p/global/networks/own' }, { project: 'p' })],
        ['undecided', 'one says the project', null, denied({ project: 'p' })],
        ['undecided', 'nobody knows of which network it is', null, denied({}, { network: unknown })],
        ['undecided', 'nobody knows when the other is tried', null, denied({ priority: unknown })],
        ['undecided', 'nobody knows whom the other denies', null, denied({ source_ranges: unknown })],
        [
          'pass',
          'both are of a network of the input',
          null,
          system(allow(['22'], { network: refer('net', 'name') }), {
            net: { type: 'google_compute_network', properties: { name: 'own' } },
            other: {
              type: firewall,
              properties: {
                network: refer('net', 'self_link'),
                deny: [{ protocol: 'all' }],
                source_ranges: ['0.0.0.0/0'],
                priority: 1,
              },
            },
          }),
        ],
      ]),
    },
    'ingress-not-open': {
      'firewall rule': table([
        ['fail', 'a port is for everyone', null, allow(['8080'])],
        [
          'pass',
          'messages of the network alone',
          null,
          { network: 'own', allow: [{ protocol: 'icmp' }], source_ranges: ['0.0.0.0/0'] },
        ],
        ['undecided', 'it is settled at apply', null, allow(['8080'], { source_ranges: [unknown] })],
      ]),
    },
    'egress-confined': {
      'firewall rule': table([
        ['fail', 'everything may leave', null, { network: 'own', direction: 'EGRESS', allow: [{ protocol: 'all' }] }],
        [
          'pass',
          'one network may be called',
          null,
          { network: 'own', direction: 'EGRESS', allow: [{ protocol: 'all' }], destination_ranges: ['10.0.0.0/8'] },
        ],
        [
          'undecided',
          'it is settled at apply',
          null,
          { network: 'own', direction: 'EGRESS', allow: [{ protocol: 'all' }], destination_ranges: unknown },
        ],
      ]),
    },
    'default-network-unused': {
      'firewall rule': terraformSetting(firewall, 'name', 'allow-front', 'default-allow-ssh', 'pass'),
    },
    'purpose-described': {
      'firewall rule': terraformSetting(firewall, 'description', 'The front', '', 'fail'),
    },
    'execution-logged': {
      'firewall rule': table([
        ['fail', 'nothing is said', null, {}],
        ['pass', 'it is asked for', null, { log_config: [{ metadata: 'INCLUDE_ALL_METADATA' }] }],
        ['pass', 'the old switch is on', null, { enable_logging: true }],
        ['undecided', 'it is settled at apply', null, { enable_logging: unknown }],
      ]),
    },
  },
};
