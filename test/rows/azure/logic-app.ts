import { refer, system, unknown, type ServiceRows } from '../../support/row';
import { terraformSetting as setting, terraformTable as table } from '../../support/terraform-rows';

const workflow = 'azurerm_logic_app_workflow';
const action = 'azurerm_logic_app_action_http';
const started = (it: object) =>
  system(
    { ...it },
    { start: { type: 'azurerm_logic_app_trigger_http_request', properties: { logic_app_id: refer() } } },
  );
const trigger = (written: object) => started({ access_control: [{ trigger: [written] }] });

export const logicAppRows: ServiceRows = {
  service: 'logic-app',
  controls: {
    'machine-role-given': { workflow: setting(workflow, 'identity.type', ['SystemAssigned', ''], 'fail') },
    'access-logged': { workflow: table(workflow, ['fail', 'nothing is said', {}]) },
    'front-private': {
      workflow: table(
        workflow,
        ['silent', 'no request starts it', {}],
        ['fail', 'everybody may start it', started({})],
        ['pass', 'addresses are named', trigger({ allowed_caller_ip_address_range: ['198.51.100.0/24'] })],
        ['undecided', 'that is settled at deployment', trigger({ allowed_caller_ip_address_range: unknown })],
      ),
    },
    'callers-signed-in': {
      workflow: table(
        workflow,
        ['fail', 'nothing is said', started({})],
        ['pass', 'a token is asked for', trigger({ open_authentication_policy: [{ name: 'a' }] })],
        ['undecided', 'that is settled at deployment', trigger({ open_authentication_policy: unknown })],
      ),
    },
    'transit-encrypted': { action: setting(action, 'uri', ['https://example.com', 'http://example.com'], 'pass') },
    'no-secret-in-clear': {
      workflow: table(
        workflow,
        ['silent', 'no secret is set', {}],
        ['fail', 'a parameter is written', { parameters: { password: 'written' } }],
        ['undecided', 'it is settled at deployment', { parameters: { password: unknown } }],
      ),
      action: table(action, ['fail', 'a header is written', { headers: { 'x-api-key': 'written' } }]),
    },
  },
};
