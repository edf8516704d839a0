import { controls } from '../../../src/controls';
import { judge } from '../../../src/judge';
import { services } from '../../../src/services';
import { asTerraform } from '../../support/dialects';
import { system, type Properties } from '../../support/row';

/** The verdicts of one control on something, as a version of the provider applies it. */
const verdicts = (id: string, type: string, properties: Properties, version: number | undefined) =>
  judge(
    asTerraform(type, system(properties)),
    services,
    controls.filter((control) => control.id === id),
    {
      today: '2026-11-24',
      providerVersion: (name) => (name === 'google' ? version : undefined),
      assume: {},
    },
  ).findings.map(({ verdict }) => verdict);

describe('whether something is kept that says nothing depends on the version of the provider', () => {
  test.each([
    ['deletion-protected', 'google_alloydb_cluster', 7],
    ['deletion-protected', 'google_redis_cluster', 6],
    ['removal-guarded', 'google_cloud_run_v2_service', 6],
    ['removal-guarded', 'google_container_cluster', 5],
    ['removal-guarded', 'google_folder', 6],
    ['removal-guarded', 'google_project', 6],
  ])('%s: %s since version %i', (id, type, since) => {
    expect(verdicts(id, type, {}, since - 1)).toEqual(['fail']);
    expect(verdicts(id, type, {}, since)).toEqual(['pass']);
    expect(verdicts(id, type, {}, undefined)).toEqual(['pass']);
  });

  test('what is written overrules it', () => {
    expect(verdicts('deletion-protected', 'google_alloydb_cluster', { deletion_protection: true }, 6)).toEqual([
      'pass',
    ]);
    expect(verdicts('removal-guarded', 'google_project', { skip_delete: true }, 5)).toEqual(['pass']);
    expect(verdicts('removal-guarded', 'google_project', { deletion_policy: 'DELETE' }, 7)).toEqual(['fail']);
  });
});
