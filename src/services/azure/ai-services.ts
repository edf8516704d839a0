import type { Service } from '../service';
import { platformFacts, type PlatformShape } from './platform-facts';

/** @see https://learn.microsoft.com/azure/ai-services/cognitive-services-virtual-networks */
const cognitive: PlatformShape = {
  noun: 'AI services account',
  keys: ['customer_managed_key.key_vault_key_id', 'customer_managed_key.managed_hsm_key_id'],
  keyBeside: {
    types: ['azurerm_cognitive_account_customer_managed_key'],
    owner: 'cognitive_account_id',
    keys: ['key_vault_key_id'],
  },
  door: ['public_network_access_enabled', 'public_network_access'],
  defaultAction: ['network_acls.default_action'],
  addresses: ['network_acls.ip_rules'],
  localAuth: ['local_auth_enabled'],
  outboundConfined: 'outbound_network_access_restricted',
  secrets: [['key of a search service', 'custom_question_answering_search_service_key']],
  hasIdentity: true,
  isLogged: true,
};

/** Deployments, projects and lists belong to accounts, and mean nothing by themselves. */
export const aiServices: Service = {
  name: 'ai-services',
  types: {
    terraform: [
      'azurerm_ai_services',
      'azurerm_cognitive_account',
      'azurerm_cognitive_account_customer_managed_key',
      'azurerm_cognitive_account_project',
      'azurerm_cognitive_account_rai_blocklist',
      'azurerm_cognitive_account_rai_policy',
      'azurerm_cognitive_deployment',
    ],
  },
  facts(resource, graph) {
    if (resource.type === 'azurerm_cognitive_account') return platformFacts(cognitive, resource, graph);
    return resource.type === 'azurerm_ai_services'
      ? platformFacts({ ...cognitive, localAuth: ['local_authentication_enabled'] }, resource, graph)
      : [];
  },
};
