import { controls } from '../../../src/controls';
import { judge } from '../../../src/judge';
import { services } from '../../../src/services';
import { asTerraform } from '../../support/dialects';
import { system } from '../../support/row';

const verdicts = (image_version: string, today: string) =>
  judge(
    asTerraform('google_composer_environment', system({ config: [{ software_config: [{ image_version }] }] })),
    services,
    controls.filter(({ id }) => id === 'runtime-supported'),
    { today, providerVersion: () => undefined, assume: {} },
  ).findings.map(({ verdict }) => verdict);

test('the first generation, and the beginnings of the second, are supported to their last day', () => {
  for (const image of ['composer-1.20.12-airflow-2.4.3', 'composer-2.0.32-airflow-2.3.4']) {
    expect(verdicts(image, '2026-09-15')).toEqual(['pass']);
    expect(verdicts(image, '2026-09-16')).toEqual(['fail']);
  }
});
