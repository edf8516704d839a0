import { refer, system, unknown, withParameter, type ServiceRows, type Table } from '../../support/row';
import { terraformSetting as setting, terraformTable as table } from '../../support/terraform-rows';

const web = 'azurerm_linux_web_app';
const windows = 'azurerm_windows_web_app';
const functions = 'azurerm_linux_function_app';
const older = 'azurerm_app_service';
const olderFunctions = 'azurerm_function_app';
const flexible = 'azurerm_function_app_flex_consumption';
const logic = 'azurerm_logic_app_standard';
const slots = [
  'azurerm_app_service_slot',
  'azurerm_function_app_slot',
  'azurerm_linux_function_app_slot',
  'azurerm_linux_web_app_slot',
  'azurerm_windows_function_app',
  'azurerm_windows_function_app_slot',
  'azurerm_windows_web_app_slot',
];

const each = (types: readonly string[], of: (type: string) => Table): Readonly<Record<string, Table>> =>
  Object.fromEntries(types.map((type) => [type, of(type)]));

const stack = (written: object) => ({ site_config: [{ application_stack: [written] }] });
const reference = '@Microsoft.KeyVault(SecretUri=https://vault.example/secrets/a)';
const connection = (value: unknown) => ({ connection_string: [{ name: 'Database', type: 'SQLServer', value }] });

export const appServiceRows: ServiceRows = {
  service: 'app-service',
  controls: {
    'transit-encrypted': each([web, windows, functions, older, olderFunctions, flexible, logic, ...slots], (type) =>
      setting(type, 'https_only', [true, false], 'fail'),
    ),
    'tls-modern': {
      'web app': setting(web, 'site_config.minimum_tls_version', ['1.3', '1.1'], 'pass', {}, [
        'fail',
        'the site that deploys takes an old version',
        { site_config: [{ scm_minimum_tls_version: '1.0' }] },
      ]),
      'web app, older type': setting(older, 'site_config.min_tls_version', ['1.2', '1.0'], 'pass'),
      'logic app': setting(logic, 'site_config.min_tls_version', ['1.2', '1.1'], 'pass'),
    },
    'transit-enforced': {
      'web app': setting(web, 'site_config.ftps_state', ['FtpsOnly', 'AllAllowed'], 'pass'),
      'web app, older type': setting(older, 'site_config.ftps_state', ['Disabled', 'AllAllowed'], 'fail'),
    },
    'front-private': {
      'web app': setting(
        web,
        'public_network_access_enabled',
        [false, true],
        'fail',
        {},
        ['pass', 'whom no restriction names is kept out', { site_config: [{ ip_restriction_default_action: 'Deny' }] }],
        [
          'fail',
          'restrictions are written, and whom none names is let in',
          { site_config: [{ ip_restriction: [{ ip_address: '198.51.100.0/24' }] }] },
        ],
      ),
      'web app, older type': table(
        older,
        ['fail', 'nothing is said', {}],
        [
          'pass',
          'restrictions are written',
          { site_config: [{ ip_restriction: [{ ip_address: '198.51.100.0/24' }] }] },
        ],
        ['undecided', 'they are settled at deployment', { site_config: [{ ip_restriction: unknown }] }],
      ),
      'logic app': setting(logic, 'public_network_access', ['Disabled', 'Enabled'], 'fail', {}, [
        'pass',
        'it is spelled as before',
        { site_config: [{ public_network_access_enabled: false }] },
      ]),
    },
    'placed-in-network': { 'web app': setting(web, 'virtual_network_subnet_id', ['/subnet', ''], 'fail') },
    'callers-signed-in': {
      'web app': table(
        web,
        ['fail', 'nothing is said', {}],
        [
          'pass',
          'strangers are sent to sign in',
          { auth_settings_v2: [{ auth_enabled: true, require_authentication: true }] },
        ],
        [
          'fail',
          'strangers are let through',
          { auth_settings_v2: [{ auth_enabled: true, unauthenticated_action: 'AllowAnonymous' }] },
        ],
        ['fail', 'nothing is said of whether it is required', { auth_settings_v2: [{ auth_enabled: true }] }],
        ['fail', 'sign-in is lifted', { auth_settings_v2: [{ auth_enabled: true, require_authentication: false }] }],
        ['fail', 'it is switched off', { auth_settings_v2: [{ auth_enabled: false }] }],
        [
          'undecided',
          'that is settled at deployment',
          { auth_settings_v2: [{ auth_enabled: unknown, require_authentication: true }] },
        ],
        ['pass', 'it is switched on as before', { auth_settings: [{ enabled: true }] }],
        [
          'fail',
          'it lets strangers through as before',
          { auth_settings: [{ enabled: true, unauthenticated_client_action: 'AllowAnonymous' }] },
        ],
      ),
    },
    'peers-authenticated': {
      'web app': setting(web, 'client_certificate_enabled', [true, false], 'fail', {}, [
        'fail',
        'certificates are optional',
        { client_certificate_enabled: true, client_certificate_mode: 'Optional' },
      ]),
      'function app': table(
        functions,
        ['fail', 'certificates are optional unless told otherwise', { client_certificate_enabled: true }],
        ['pass', 'they are required', { client_certificate_enabled: true, client_certificate_mode: 'Required' }],
        [
          'undecided',
          'that is settled at deployment',
          { client_certificate_enabled: true, client_certificate_mode: unknown },
        ],
      ),
      'web app, older type': setting(older, 'client_cert_enabled', [true, false], 'fail'),
    },
    'users-in-directory': {
      'web app': table(
        web,
        ['fail', 'nothing is said', {}],
        [
          'pass',
          'both passwords are off',
          { ftp_publish_basic_authentication_enabled: false, webdeploy_publish_basic_authentication_enabled: false },
        ],
        ['fail', 'one of them is on', { webdeploy_publish_basic_authentication_enabled: false }],
        [
          'undecided',
          'that is settled at deployment',
          { ftp_publish_basic_authentication_enabled: false, webdeploy_publish_basic_authentication_enabled: unknown },
        ],
      ),
      'function app of the flexible plan': setting(
        flexible,
        'webdeploy_publish_basic_authentication_enabled',
        [false, true],
        'fail',
      ),
    },
    'machine-role-given': { 'web app': setting(web, 'identity.type', ['SystemAssigned', ''], 'fail') },
    'cross-origin-confined': {
      'web app': table(
        web,
        ['pass', 'nothing is said', {}],
        ['pass', 'one page may call', { site_config: [{ cors: [{ allowed_origins: ['https://example.com'] }] }] }],
        ['fail', 'every page may', { site_config: [{ cors: [{ allowed_origins: ['*'] }] }] }],
        ['undecided', 'that is settled at deployment', { site_config: [{ cors: [{ allowed_origins: unknown }] }] }],
      ),
    },
    'details-not-disclosed': {
      'web app': setting(web, 'site_config.remote_debugging_enabled', [false, true], 'pass'),
    },
    'access-logged': {
      'web app': table(
        web,
        ['fail', 'nothing is said', {}],
        [
          'pass',
          'requests are logged',
          { logs: [{ http_logs: [{ file_system: [{ retention_in_days: 30, retention_in_mb: 35 }] }] }] },
        ],
        ['undecided', 'that is settled at deployment', { logs: unknown }],
        [
          'pass',
          'a diagnostic setting sends them',
          system(
            {},
            {
              log: {
                type: 'azurerm_monitor_diagnostic_setting',
                properties: {
                  target_resource_id: refer(),
                  storage_account_id: '/s',
                  enabled_log: [{ category: 'AppServiceHTTPLogs' }],
                },
              },
            },
          ),
        ],
      ),
    },
    'execution-logged': {
      'function app': setting(
        functions,
        'site_config.application_insights_connection_string',
        ['InstrumentationKey=1', ''],
        'fail',
        {},
        [
          'pass',
          'a setting names it',
          { app_settings: { APPLICATIONINSIGHTS_CONNECTION_STRING: 'InstrumentationKey=1' } },
        ],
      ),
    },
    'backup-kept': {
      'web app': table(
        web,
        ['silent', 'nothing is said', {}],
        ['pass', 'a backup is written', { backup: [{ name: 'daily' }] }],
        ['fail', 'it is switched off', { backup: [{ name: 'daily', enabled: false }] }],
        ['undecided', 'that is settled at deployment', { backup: [{ name: 'daily', enabled: unknown }] }],
      ),
    },
    'no-secret-in-clear': {
      'web app': table(
        web,
        ['silent', 'no secret is set', {}],
        ['fail', 'a setting is written', { app_settings: { DB_PASSWORD: 'written' } }],
        ['silent', 'a vault keeps it', { app_settings: { DB_PASSWORD: reference } }],
        ['fail', 'a setting is a connection string with a key', { app_settings: { AzureWebJobsStorage: 'DefaultEndpointsProtocol=https;AccountName=a;AccountKey=c2VjcmV0;EndpointSuffix=core.windows.net' } }], // prettier-ignore
        ['fail', 'a setting is the key of an account', { app_settings: { COSMOS: `${'Ab1/'.repeat(21)}Ab==` } }],
        ['silent', 'Application Insights is named', { app_settings: { APPLICATIONINSIGHTS_CONNECTION_STRING: 'InstrumentationKey=1;IngestionEndpoint=https://westeurope.in.applicationinsights.azure.com/' } }], // prettier-ignore
        ['fail', 'a connection string holds the password of a cache', { app_settings: { Cache: 'c.redis.cache.windows.net:6380,password=c2VjcmV0,ssl=True' } }], // prettier-ignore
        ['silent', 'a connection string signs in by an identity', { app_settings: { Sql: 'Server=tcp:s.database.windows.net;Authentication=Active Directory Default' } }], // prettier-ignore
        ['silent', 'a setting is no secret', { app_settings: { COLOUR: 'green' } }],
        ['undecided', 'it is settled at deployment', { app_settings: { DB_PASSWORD: unknown } }],
        ['fail', 'a connection string holds a password', connection('Server=db;User Id=app;Password=written')],
        ['silent', 'a connection string holds none', connection('Server=db;Integrated Security=SSPI')],
        ['undecided', 'a part of it is settled at deployment', connection(withParameter('Server=db;Password=', ';'))],
        ['fail', 'the password of the registry is written', stack({ docker_registry_password: 'written' })],
        ['fail', 'the key of a share is written', { storage_account: [{ name: 'a', access_key: 'written' }] }],
        [
          'fail',
          'the secret of a sign-in provider is written',
          { auth_settings: [{ enabled: true, active_directory: [{ client_id: 'a', client_secret: 'written' }] }] },
        ],
      ),
      'function app': table(
        functions,
        ['fail', 'the key of the storage account is written', { storage_account_access_key: 'written' }],
        [
          'pass',
          'it comes from the account',
          system(
            { storage_account_access_key: refer('account', 'primary_access_key') },
            { account: { type: 'azurerm_storage_account', properties: {} } },
          ),
        ],
        ['undecided', 'it is settled at deployment', { storage_account_access_key: unknown }],
      ),
    },
    'runtime-supported': {
      'web app': table(
        web,
        ['silent', 'no language is named', {}],
        ['pass', 'the language is supported', stack({ python_version: '3.12' })],
        ['fail', 'it is not', stack({ python_version: '3.8' })],
        ['fail', 'it is not, to the patch', stack({ python_version: '3.8.10' })],
        ['fail', 'PHP is not', stack({ php_version: '8.0' })],
        ['fail', 'Node.js is not', stack({ node_version: '18-lts' })],
        ['pass', 'Node.js is', stack({ node_version: '24-lts' })],
        ['fail', '.NET is not', stack({ dotnet_version: '6.0' })],
        ['pass', 'Java is', stack({ java_version: '17' })],
        ['undecided', 'the version is settled at deployment', stack({ python_version: unknown })],
        ['undecided', 'the version is not known', stack({ python_version: '4.0' })],
        ['silent', 'the version is the empty text', stack({ python_version: '' })],
        ['fail', 'PowerShell is not', stack({ powershell_core_version: '7.2' })],
      ),
      'web app of Windows': table(
        windows,
        ['fail', '.NET is not', stack({ dotnet_version: 'v6.0' })],
        ['silent', '.NET Framework is part of Windows', stack({ dotnet_version: 'v4.0' })],
        ['pass', '.NET is', stack({ dotnet_version: 'v10.0' })],
        ['fail', '.NET Core is not', stack({ dotnet_core_version: 'v2.1' })],
        ['fail', 'Node.js is not', stack({ node_version: '~16' })],
      ),
      'web app, older type': table(
        older,
        ['fail', 'PHP is not supported', { site_config: [{ php_version: '7.4' }] }],
        ['fail', 'the stack is not', { site_config: [{ linux_fx_version: 'PYTHON|3.7' }] }],
        ['silent', 'an image is brought along', { site_config: [{ linux_fx_version: 'DOCKER|nginx:latest' }] }],
        ['pass', 'the stack is supported', { site_config: [{ linux_fx_version: 'NODE|22-lts' }] }],
        ['undecided', 'PHP is settled at deployment', { site_config: [{ php_version: unknown }] }],
        ['fail', 'Python is not', { site_config: [{ python_version: '3.4' }] }],
        ['pass', 'Java is supported', { site_config: [{ java_version: '17' }] }],
        ['fail', '.NET is not', { site_config: [{ dotnet_framework_version: 'v5.0' }] }],
        [
          'silent',
          'the stack is a part of something else',
          { site_config: [{ linux_fx_version: 'DOCKER|python|3.7' }] },
        ],
      ),
      'function app': setting(functions, 'functions_extension_version', ['~4', '~3'], 'pass'),
      'function app, older type': setting(olderFunctions, 'version', ['~4', '~2'], 'fail'),
      'function app of the flexible plan': table(
        flexible,
        ['pass', 'the language is supported', { runtime_name: 'python', runtime_version: '3.12' }],
        ['fail', 'it is not', { runtime_name: 'dotnet-isolated', runtime_version: '8.0' }],
        ['undecided', 'the version is settled at deployment', { runtime_name: 'node', runtime_version: unknown }],
        ['silent', 'the language has no dates here', { runtime_name: 'custom', runtime_version: '1.0' }],
        ['fail', 'PowerShell of long ago', { runtime_name: 'powershell', runtime_version: '7.2' }],
      ),
    },
  },
};
