import { join } from 'node:path';
import { inspect } from '../src/inspect';
import { readTerraformSource } from '../src/readers/terraform-source/reader';

const judged = (name: string) =>
  inspect([readTerraformSource(join(__dirname, '../fixtures/clouds', name))], { today: '2026-11-24' });

describe.each(['azure', 'google', 'saas'])('%s', (cloud) => {
  const hardened = judged(`${cloud}-hardened`);
  const leaky = judged(`${cloud}-leaky`);

  test('a hardened system has nothing that fails, at any level of the baseline preset', () => {
    const failing = hardened.inputs.flatMap(({ findings }) =>
      findings
        .filter(({ verdict }) => verdict === 'fail')
        .map(({ control, resource }) => `${control} ${resource.address}`),
    );
    expect(failing).toEqual([]);
  });

  test('nothing of either is unclassified', () => {
    expect([hardened, leaky].flatMap(({ inputs }) => inputs.flatMap(({ unclassified }) => unclassified))).toEqual([]);
  });

  test('a leaky system is blocked', () => {
    expect(leaky.decision).toBe('blocked');
  });
});

test.each<[string, readonly string[]]>([
  [
    'azure',
    [
      'iam-no-admin azurerm_role_assignment.owner',
      'ingress-admin-not-open azurerm_mssql_server.open',
      'ingress-admin-not-open azurerm_network_security_group.open',
      'no-secret-in-clear azurerm_mssql_server.open',
      'storage-not-public azurerm_storage_container.open',
      'transit-encrypted azurerm_storage_account.open',
    ],
  ],
])('%s: what is found first', (cloud, expected) => {
  const blocking = judged(`${cloud}-leaky`).inputs.flatMap(({ findings }) =>
    findings.filter(({ gate }) => gate === 'block').map(({ control, resource }) => `${control} ${resource.address}`),
  );
  expect(blocking.toSorted()).toEqual(expected);
});
