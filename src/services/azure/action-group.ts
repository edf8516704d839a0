import type { Fact } from '../../model/fact';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { all, any, is, not, settledTruth, type Truth } from '../../model/truth';
import { map, otherwise } from '../../model/value';
import { itemsOf } from '../aws/items';
import type { Service } from '../service';
import { at, switched } from './platform-service';

/** Everything that may be told; machines that act count as somebody, for people set them up to act. */
const receivers = [
  'arm_role_receiver',
  'automation_runbook_receiver',
  'azure_app_push_receiver',
  'azure_function_receiver',
  'email_receiver',
  'event_hub_receiver',
  'itsm_receiver',
  'logic_app_receiver',
  'sms_receiver',
  'voice_receiver',
  'webhook_receiver',
];

/**
 * Groups of people and programs that alerts are sent to.
 *
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/monitor_action_group
 */
export const actionGroup: Service = {
  name: 'action-group',
  types: { terraform: ['azurerm_monitor_action_group'] },
  facts: (group) => groupFacts(group),
};

function* groupFacts(group: Resource): Iterable<Fact> {
  const about = { noun: 'action group', subject: group };
  const enabled = switched(group, ['enabled'], true, 'on unless told otherwise');
  const told = any(...receivers.map((receiver) => is(at(group, receiver).present(), (set) => set, 'receiver')));
  yield {
    kind: 'alarm',
    reachesSomeone: settledTruth(
      all(
        is(enabled, (on) => on, 'group'),
        told,
      ),
      enabled.at,
    ),
    ...about,
  };
  for (const hook of itemsOf(at(group, 'webhook_receiver')))
    yield { kind: 'data-in-transit', plaintext: settledTruth(not(isEncrypted(hook)), hook.at), ...about };
}

const isEncrypted = (hook: Property): Truth =>
  is(
    map(otherwise(hook.get('service_uri').text(), '', 'no address is named'), (uri) => /^http:/i.test(uri)),
    (plain) => !plain,
    'address of the webhook',
  );
