import type { Fact } from '../../model/fact';
import type { Resource } from '../../model/resource';
import { map, otherwise } from '../../model/value';
import type { Service } from '../service';

/**
 * A service that networks of others may connect to.
 *
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_service_attachment
 */
export const serviceAttachment: Service = {
  name: 'service-attachment',
  types: { terraform: ['google_compute_service_attachment'] },
  facts: (attachment) => [acceptanceFact(attachment)],
};

const acceptanceFact = (attachment: Resource): Fact => ({
  subject: attachment,
  noun: 'Service attachment',
  kind: 'acceptance',
  required: map(
    otherwise(attachment.properties.get('connection_preference').text(), '', 'it must be written'),
    (preference) => preference === 'ACCEPT_MANUAL',
  ),
});
