import type { Detector, Fact } from '../../model/fact';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { all, is, settledTruth, type Truth } from '../../model/truth';
import { map, otherwise, type Settled } from '../../model/value';
import type { Service } from '../service';
import { at, switched } from './platform-service';

/** What each kind of resource says of whether it watches. */
const detectors: Readonly<Record<string, { readonly noun: string; readonly on: (one: Resource) => Settled<boolean> }>> =
  {
    azurerm_advanced_threat_protection: {
      noun: 'threat protection of a resource',
      on: (one) => switched(one, ['enabled'], false, 'not switched on'),
    },
    azurerm_security_center_auto_provisioning: {
      noun: 'provisioning of agents',
      on: (one) => said(at(one, 'auto_provision'), 'on'),
    },
    azurerm_security_center_setting: {
      noun: 'setting of Defender for Cloud',
      on: (one) => switched(one, ['enabled'], false, 'not switched on'),
    },
    azurerm_security_center_subscription_pricing: {
      noun: 'plan of Defender for Cloud',
      on: (one) => said(at(one, 'tier'), 'standard'),
    },
  };
const storageDefenders = ['azurerm_security_center_storage_defender'];
const contacts = ['azurerm_security_center_contact'];

/**
 * Microsoft Defender for Cloud: what watches a subscription, and who hears of it.
 *
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/security_center_subscription_pricing
 * @see https://learn.microsoft.com/azure/defender-for-cloud/defender-for-cloud-introduction
 */
export const defender: Service = {
  name: 'defender',
  types: {
    terraform: [
      ...Object.keys(detectors),
      ...storageDefenders,
      ...contacts,
      // Findings of one's own, where they go, and which scanner looks at machines.
      'azurerm_security_center_assessment',
      'azurerm_security_center_assessment_policy',
      'azurerm_security_center_automation',
      'azurerm_security_center_server_vulnerability_assessment_virtual_machine',
      'azurerm_security_center_server_vulnerability_assessments_setting',
      'azurerm_security_center_workspace',
    ],
  },
  *facts(resource) {
    const detector = detectors[resource.type];
    if (detector) yield watching(resource, detector.noun, detector.on(resource));
    if (storageDefenders.includes(resource.type)) yield storageFact(resource);
    if (contacts.includes(resource.type)) yield contactFact(resource);
  },
};

const said = (property: Property, wanted: string): Settled<boolean> =>
  map(otherwise(property.text(), '', 'not written'), (text) => text.toLowerCase() === wanted);

const watching = (subject: Resource, noun: string, on: Settled<boolean>): Detector => ({
  kind: 'detector',
  noun,
  subject,
  on,
});

/** Both are part of the plan, and stay off where they are not named. */
function storageFact(defender: Resource): Detector {
  const parts = ['malware_scanning_on_upload_enabled', 'sensitive_data_discovery_enabled'];
  return {
    kind: 'detector',
    noun: 'Defender of a storage account',
    subject: defender,
    whole: settledTruth(
      all(
        ...parts.map((part): Truth =>
          is(switched(defender, [part], false, 'off unless told otherwise'), (on) => on, part.replaceAll('_', ' ')),
        ),
      ),
      defender.properties.at,
    ),
  };
}

/**
 * A contact to whom nothing is sent hears nothing.
 *
 * @see https://learn.microsoft.com/azure/defender-for-cloud/configure-email-notifications
 */
function contactFact(contact: Resource): Fact {
  return {
    kind: 'contact',
    noun: 'security contact',
    subject: contact,
    set: settledTruth(
      all(
        is(otherwise(at(contact, 'email').text(), '', 'no address is written'), (text) => text !== '', 'address'),
        is(
          switched(contact, ['alert_notifications'], false, 'nothing is sent unless told otherwise'),
          (on) => on,
          'alerts are sent',
        ),
      ),
      contact.properties.at,
    ),
  };
}
