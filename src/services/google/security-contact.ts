import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { any, is, settledTruth, some, type Truth } from '../../model/truth';
import { otherwise } from '../../model/value';
import type { Service } from '../service';

const contacts = 'google_essential_contacts_contact';

/**
 * Whom Google tells of what concerns security.
 *
 * @see https://cloud.google.com/resource-manager/docs/manage-essential-contacts
 */
export const securityContact: Service = {
  name: 'essential-contacts',
  types: {
    terraform: [
      // Who must agree before Google's own people look at something.
      'google_folder_access_approval_settings',
      'google_organization_access_approval_settings',
      'google_project_access_approval_settings',
      contacts,
    ],
  },
  facts: (resource, graph) => (resource.type === contacts ? [contactFact(resource, graph)] : []),
};

/** A contact for bills alone is enough where somebody else is told of security. */
const contactFact = (contact: Resource, graph: ResourceGraph): Fact => ({
  subject: contact,
  noun: 'Essential contact',
  kind: 'contact',
  set: settledTruth(any(...graph.ofType(contacts).map(hearsOfSecurity)), contact.properties.at),
});

const hearsOfSecurity = ({ properties }: Resource): Truth => {
  const address = is(properties.get('email').present(), (on) => on, 'address');
  if (address.holds === false) return address;
  return some(
    otherwise(properties.get('notification_category_subscriptions').texts(), [], 'no category is named'),
    (category) => is(category, (name) => name === 'ALL' || name === 'SECURITY', 'category of messages'),
    'categories of messages',
  );
};
