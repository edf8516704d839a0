import { unknown, type ServiceRows } from '../../support/row';
import { terraformSetting, terraformTable } from '../../support/terraform-rows';

const component = 'azurerm_application_insights';
const key = 'azurerm_application_insights_api_key';

export const applicationInsightsRows: ServiceRows = {
  service: 'application-insights',
  controls: {
    'logs-kept': {
      component: terraformSetting(component, 'retention_in_days', [365, 30], 'fail', {}, [
        'silent',
        'its workspace says it',
        { workspace_id: 'workspace', retention_in_days: 30 },
      ]),
    },
    'local-secrets-refused': {
      component: terraformSetting(
        component,
        'local_authentication_disabled',
        [true, false],
        'fail',
        {},
        ['pass', 'keys are refused, by the newer name', { local_authentication_enabled: false }],
        ['fail', 'keys are accepted, by the newer name', { local_authentication_enabled: true }],
      ),
    },
    'sensitive-data-masked': {
      component: terraformSetting(component, 'disable_ip_masking', [false, true], 'pass', {}, [
        'fail',
        'addresses are shown, by the newer name',
        { ip_masking_enabled: false },
      ]),
    },
    'front-private': {
      component: terraformTable(
        component,
        ['fail', 'nothing is said', {}],
        ['pass', 'both ways are shut', { internet_ingestion_enabled: false, internet_query_enabled: false }],
        ['fail', 'one way is open', { internet_query_enabled: false }],
        ['undecided', 'one is settled at deployment', { internet_ingestion_enabled: unknown, internet_query_enabled: false }],
      ), // prettier-ignore
    },
    'no-long-lived-credentials': {
      'API key': terraformTable(key, ['fail', 'it has no end', {}]),
    },
  },
};
