import type { Fact } from '../../model/fact';
import type { Resource } from '../../model/resource';
import { any, is, settledTruth } from '../../model/truth';
import { map, otherwise } from '../../model/value';
import type { Service } from '../service';

/**
 * Calls that are made at set times.
 *
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/cloud_scheduler_job (7.12, 2025-11)
 */
export const scheduledCall: Service = {
  name: 'cloud-scheduler',
  types: { terraform: ['google_cloud_scheduler_job'] },
  facts: (job) => callFacts(job),
};

function* callFacts(job: Resource): Iterable<Fact> {
  const target = job.properties.get('http_target');
  const present = target.present();
  if (present.state === 'known' && !present.value) return;
  const about = { subject: job, noun: 'Scheduled job' };
  yield {
    kind: 'data-in-transit',
    plaintext: map(otherwise(target.get('uri').text(), '', 'it calls nothing'), (uri) => /^http:/i.test(uri.trim())),
    ...about,
  };
  yield {
    kind: 'delivery',
    signed: settledTruth(
      any(
        is(target.get('oidc_token').present(), (on) => on, 'identity token'),
        is(target.get('oauth_token').present(), (on) => on, 'access token'),
      ),
      target.at,
    ),
    ...about,
  };
}
