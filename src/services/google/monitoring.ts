import type { Fact } from '../../model/fact';
import type { Resource } from '../../model/resource';
import { all, is, settledTruth, some } from '../../model/truth';
import { otherwise } from '../../model/value';
import { secretFacts } from '../aws/secret-facts';
import type { Service } from '../service';

/**
 * What is watched, and whether anybody hears of it.
 *
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/monitoring_alert_policy
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/monitoring_notification_channel
 */
export const googleMonitoring: Service = {
  name: 'cloud-monitoring',
  types: {
    terraform: [
      'google_monitoring_alert_policy',
      'google_monitoring_custom_service',
      'google_monitoring_dashboard',
      'google_monitoring_group',
      'google_monitoring_metric_descriptor',
      'google_monitoring_monitored_project',
      'google_monitoring_notification_channel',
      'google_monitoring_service',
      'google_monitoring_slo',
      'google_monitoring_uptime_check_config',
    ],
  },
  facts(resource): Iterable<Fact> {
    const { properties, type } = resource;
    if (type === 'google_monitoring_alert_policy') return [alarmFact(resource)];
    if (type === 'google_monitoring_notification_channel')
      return secretFacts(
        resource,
        'Notification channel',
        ['auth_token', 'password', 'service_key'].map(
          (key) => [key.replace('_', ' '), properties.get('sensitive_labels', key)] as const,
        ),
      );
    if (type === 'google_monitoring_uptime_check_config') return checkFacts(resource);
    return [];
  },
};

const alarmFact = (policy: Resource): Fact => {
  const { properties } = policy;
  return {
    subject: policy,
    noun: 'Alert policy',
    kind: 'alarm',
    reachesSomeone: settledTruth(
      all(
        is(otherwise(properties.get('enabled').flag(), true, 'enabled by default'), (on) => on, 'switched on'),
        some(
          otherwise(properties.get('notification_channels').list(), [], 'nobody is told'),
          (channel) => is(channel.present(), (on) => on, 'notification channel'),
          'notification channels',
        ),
      ),
      properties.at,
    ),
  };
};

/** A check may sign in with a password. */
function* checkFacts(check: Resource): Iterable<Fact> {
  const http = check.properties.get('http_check');
  const present = http.present();
  if (present.state === 'unknown' || present.value)
    yield* secretFacts(check, 'Uptime check', [
      ['password', http.get('auth_info', 'password')],
      ['password', http.get('auth_info', 'password_wo')],
    ]);
}
