import { system, unknown, type ServiceRows } from '../../support/row';

const type = 'google_essential_contacts_contact';
const contact = (...categories: readonly unknown[]) => ({
  email: 's@example.com',
  notification_category_subscriptions: categories,
});

export const securityContactRows: ServiceRows = {
  service: 'essential-contacts',
  controls: {
    'security-contact-set': {
      'essential contact': {
        cloudformation: null,
        terraform: type,
        rows: [
          ['pass', 'it hears of everything', null, contact('ALL')],
          ['pass', 'it hears of security', null, contact('BILLING', 'SECURITY')],
          ['fail', 'nobody hears of security', null, contact('BILLING')],
          ['pass', 'somebody else hears of security', null, system(contact('BILLING'), { other: { type, properties: contact('SECURITY') } })],
          ['undecided', 'the category is a variable', null, contact(unknown)],
        ],
      }, // prettier-ignore
    },
  },
};
