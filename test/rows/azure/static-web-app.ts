import { unknown, type ServiceRows } from '../../support/row';
import { terraformSetting as setting, terraformTable as table } from '../../support/terraform-rows';

const app = 'azurerm_static_web_app';

export const staticWebAppRows: ServiceRows = {
  service: 'static-web-app',
  controls: {
    'machine-role-given': {
      app: setting(app, 'identity.type', ['SystemAssigned', ''], 'fail'),
      'app, older type': setting('azurerm_static_site', 'identity.type', ['SystemAssigned', ''], 'fail'),
    },
    'front-private': { app: setting(app, 'public_network_access_enabled', [false, true], 'fail') },
    'callers-signed-in': {
      app: table(
        app,
        ['fail', 'nothing is said', {}],
        ['pass', 'a password is asked for', { basic_auth: [{ environments: 'AllEnvironments', password: 'written' }] }],
        ['undecided', 'that is settled at deployment', { basic_auth: unknown }],
      ),
    },
    'no-secret-in-clear': {
      app: table(
        app,
        ['silent', 'no secret is set', {}],
        ['fail', 'a setting is written', { app_settings: { DB_PASSWORD: 'written' } }],
        [
          'fail',
          'the password of visitors is written',
          { basic_auth: [{ environments: 'AllEnvironments', password: 'written' }] },
        ],
        ['fail', 'the token is written', { repository_token: 'written' }],
        ['undecided', 'it is settled at deployment', { repository_token: unknown }],
      ),
    },
  },
};
