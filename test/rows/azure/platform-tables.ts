import { refer, system, unknown, type Properties, type Table } from '../../support/row';
import { terraformSetting, terraformTable } from '../../support/terraform-rows';

type Tables = Readonly<Record<string, Readonly<Record<string, Table>>>>;

/** What a platform service says in its own words, of what most of them have. */
interface PlatformTables {
  readonly noun: string;
  readonly type: string;
  readonly beside?: Properties;
  /** Property that names a key. */
  readonly key?: string;
  /** Resource that names the key in its stead, and how that names its owner. */
  readonly keyBeside?: readonly [type: string, owner: string, key: string];
  /** Property that opens the door to the public network, with the words for shut and open. */
  readonly door?: readonly [path: string, shut: unknown, open: unknown];
  readonly isStore?: boolean;
  /** Property that accepts keys of the service. */
  readonly localAuth?: string;
  readonly tls?: readonly [path: string, modern: string, old: string];
  readonly hasIdentity?: boolean;
  readonly isLogged?: boolean;
  /** It may be placed in a network by a private endpoint. */
  readonly isPlaced?: boolean;
  readonly twice?: string;
}

const versionless = 'https://vault.vault.azure.net/keys/key';

/** Rows for the facts that a platform shape tells how to read. */
export function platformTables(shape: PlatformTables): Tables {
  const { noun, type, beside = {}, door, localAuth, tls, twice } = shape;
  const control = (id: string, table: Table | undefined) => (table ? { [id]: { [noun]: table } } : {});
  return {
    ...control('storage-encrypted', shape.key === undefined && !shape.keyBeside ? undefined : terraformTable(type, ['pass', 'nothing is said', beside])), // prettier-ignore
    ...control('customer-managed-key', keyTable(shape)),
    ...control('encrypted-twice', twice === undefined ? undefined : terraformSetting(type, twice, [true, false], 'fail', beside)), // prettier-ignore
    ...control(shape.isStore ? 'ingress-not-open' : 'front-private', door && terraformSetting(type, door[0], [door[1], door[2]], 'fail', beside)), // prettier-ignore
    ...control('local-secrets-refused', localAuth === undefined ? undefined : terraformSetting(type, localAuth, [false, true], 'fail', beside)), // prettier-ignore
    ...control('tls-modern', tls && terraformSetting(type, tls[0], [tls[1], tls[2]], 'pass', beside, ['undecided', 'the version is one that nobody knows', put(tls[0], 'newest', beside)])), // prettier-ignore
    ...control('machine-role-given', shape.hasIdentity ? identityTable(type, beside) : undefined),
    ...control('access-logged', shape.isLogged ? loggedTable(type, beside) : undefined),
    ...control('placed-in-network', shape.isPlaced ? placedTable(type, beside) : undefined),
  };
}

const put = (path: string, value: unknown, beside: Properties): Properties => {
  const [key = '', ...rest] = path.split('.');
  return { ...beside, [key]: rest.length === 0 ? value : put(rest.join('.'), value, {}) };
};

function keyTable({ type, key, keyBeside, beside = {} }: PlatformTables): Table | undefined {
  const other = ([companion, owner, named]: readonly [string, string, string], value: unknown, of: unknown = refer()) =>
    system(beside, { key: { type: companion, properties: { [owner]: of, [named]: value } } });
  const more = keyBeside
    ? ([
        ['pass', 'a resource beside it names a key', other(keyBeside, versionless)],
        ['undecided', 'the key beside it may be of another', other(keyBeside, versionless, unknown)],
      ] as const)
    : [];
  if (key !== undefined) return terraformSetting(type, key, [versionless, ''], 'fail', beside, ...more);
  return keyBeside && terraformTable(type, ['fail', 'nothing is said', beside], ...more);
}

const identityTable = (type: string, beside: Properties): Table =>
  terraformTable(
    type,
    ['fail', 'nothing is said', beside],
    ['pass', 'it has an identity', { ...beside, identity: [{ type: 'SystemAssigned' }] }],
    ['undecided', 'the kind of identity is settled at deployment', { ...beside, identity: [{ type: unknown }] }],
  );

const setting = (of: unknown, logs: unknown): Properties => ({
  target_resource_id: of,
  enabled_log: [{ category_group: logs }],
});

const loggedTable = (type: string, beside: Properties): Table => {
  const logged = (properties: Properties) =>
    system(beside, { setting: { type: 'azurerm_monitor_diagnostic_setting', properties } });
  return terraformTable(
    type,
    ['fail', 'nothing is said', beside],
    ['pass', 'a diagnostic setting sends its log', logged(setting(refer(), 'allLogs'))],
    ['undecided', 'nobody can tell whose setting it is', logged(setting(unknown, 'allLogs'))],
  );
};

const placedTable = (type: string, beside: Properties): Table => {
  const endpoint = (of: unknown) =>
    system(beside, {
      endpoint: {
        type: 'azurerm_private_endpoint',
        properties: { private_service_connection: [{ private_connection_resource_id: of }] },
      },
    });
  return terraformTable(
    type,
    ['fail', 'nothing is said', beside],
    ['pass', 'a private endpoint leads to it', endpoint(refer())],
    ['undecided', 'nobody can tell where a private endpoint leads', endpoint(unknown)],
  );
};

/** Rows for firewall rules that stand beside a server, and for one whose server is elsewhere. */
export function addressRuleTables(
  [noun, type]: readonly [string, string],
  [rule, owner, first, last]: readonly [rule: string, owner: string, first: string, last: string],
  { beside = {}, isAdministration = true }: { readonly beside?: Properties; readonly isAdministration?: boolean } = {},
): Tables {
  const range = (from: unknown, to: unknown): Properties => ({ [first]: from, [last]: to });
  const ruled = (from: unknown, to: unknown, more: Properties = {}) =>
    system({ ...beside, ...more }, { rule: { type: rule, properties: { [owner]: refer('it', owner.endsWith('_id') ? 'id' : 'name'), ...range(from, to) } } }); // prettier-ignore
  const open = isAdministration ? 'ingress-admin-not-open' : 'ingress-not-open';
  return {
    [open]: {
      [noun]: terraformTable(
        type,
        ['fail', 'a rule lets everybody in', ruled('0.0.0.0', '255.255.255.255')],
        ['pass', 'a rule lets a few addresses in', ruled('203.0.113.4', '203.0.113.9')],
        ['fail', 'a rule lets an eighth of the internet in', ruled('96.0.0.1', '127.255.255.254')],
        ['pass', 'a rule lets the services of Azure in', ruled('0.0.0.0', '0.0.0.0')],
        ['undecided', 'where a rule ends is settled at deployment', ruled('0.0.0.0', unknown)],
        ['undecided', 'a rule ends before it begins', ruled('10.0.0.0', '0.0.0.0')],
        ['undecided', 'a rule begins with no address', ruled('first', '10.0.0.0')],
      ),
      [`${noun}: rule of one elsewhere`]: terraformTable(
        rule,
        ['fail', 'it lets everybody in', { [owner]: 'elsewhere', ...range('0.0.0.0', '255.255.255.255') }],
        ['pass', 'it lets one address in', { [owner]: 'elsewhere', ...range('203.0.113.4', '203.0.113.4') }],
        ['undecided', 'where it begins is settled at deployment', { [owner]: 'elsewhere', ...range(unknown, '255.255.255.255') }],
      ), // prettier-ignore
    },
    'network-account-confined': {
      [noun]: terraformTable(
        type,
        ['pass', 'nothing is said', beside],
        ['fail', 'a rule lets the services of Azure in', ruled('0.0.0.0', '0.0.0.0')],
        ['pass', 'a rule lets a few addresses in', ruled('203.0.113.4', '203.0.113.9')],
        ['undecided', 'a rule is settled at deployment', ruled(unknown, unknown)],
      ),
      [`${noun}: rule of one elsewhere`]: terraformTable(
        rule,
        ['fail', 'it lets the services of Azure in', { [owner]: 'elsewhere', ...range('0.0.0.0', '0.0.0.0') }],
        ['pass', 'it lets everybody in, which another control says', { [owner]: 'elsewhere', ...range('0.0.0.0', '255.255.255.255') }],
        ['undecided', 'it is settled at deployment', { [owner]: 'elsewhere', ...range(unknown, '0.0.0.0') }],
      ), // prettier-ignore
    },
  };
}

/** Rows for a password that stands in what is deployed. A plan shows no difference between a variable and another resource. */
export const passwordTable = (type: string, path: string, beside: Properties = {}): Table =>
  terraformTable(
    type,
    ['fail', 'it is written', put(path, 'hunter2-hunter2', beside)],
    ['pass', 'another resource makes it', system(put(path, refer('password', 'result'), beside), { password: { type: 'random_password', properties: {} } })],
    ['undecided', 'it is settled at deployment', put(path, unknown, beside)],
  ); // prettier-ignore
