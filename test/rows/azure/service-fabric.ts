import { unknown, type ServiceRows } from '../../support/row';
import { terraformSetting as setting, terraformTable as table } from '../../support/terraform-rows';

const cluster = 'azurerm_service_fabric_cluster';
const managed = 'azurerm_service_fabric_managed_cluster';
const secured = (level: unknown) => ({
  fabric_settings: [{ name: 'Security', parameters: { ClusterProtectionLevel: level } }],
});

export const serviceFabricRows: ServiceRows = {
  service: 'service-fabric',
  controls: {
    'local-auth-disabled': {
      cluster: table(
        cluster,
        ['fail', 'nothing is said', {}],
        ['pass', 'Entra is asked', { azure_active_directory: [{ tenant_id: 'a' }] }],
        ['undecided', 'that is settled at deployment', { azure_active_directory: unknown }],
      ),
      'managed cluster': table(managed, [
        'pass',
        'Entra is asked',
        { authentication: [{ active_directory: [{ tenant_id: 'a' }] }] },
      ]),
    },
    'transit-enforced': {
      cluster: table(
        cluster,
        ['fail', 'nothing is said', {}],
        ['pass', 'nodes encrypt', secured('EncryptAndSign')],
        ['fail', 'nodes sign only', secured('Sign')],
        ['undecided', 'that is settled at deployment', secured(unknown)],
      ),
    },
    'sign-in-required': {
      cluster: table(
        cluster,
        ['fail', 'it has no certificate', {}],
        ['pass', 'it has one', { certificate: [{ thumbprint: 'a', x509_store_name: 'My' }] }],
        ['pass', 'it has one by its name', { certificate_common_names: [{ x509_store_name: 'My' }] }],
        ['undecided', 'that is settled at deployment', { certificate: unknown }],
      ),
    },
    'engine-upgrades-automatic': { cluster: setting(cluster, 'upgrade_mode', ['Automatic', 'Manual'], 'pass') },
    'no-secret-in-clear': {
      'managed cluster': table(
        managed,
        ['silent', 'no secret is set', {}],
        ['fail', 'the password is written', { password: 'written' }],
        ['undecided', 'it is settled at deployment', { password: unknown }],
      ),
    },
  },
};
