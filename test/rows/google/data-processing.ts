import { unknown, type ServiceRows } from '../../support/row';
import { merged } from '../../support/store-rows';
import { keptStore, terraformSetting } from './kept-store';

const cluster = 'google_dataproc_cluster';
const job = 'google_dataflow_job';

const image = (image_version: unknown) => ({ cluster_config: [{ software_config: [{ image_version }] }] });

export const dataProcessingRows: ServiceRows = {
  service: 'data-processing',
  controls: merged(
    keptStore('cluster', cluster, 'cluster_config.encryption_config.kms_key_name'),
    keptStore('job', job, 'kms_key_name'),
    {
      'no-public-address': {
        cluster: terraformSetting(
          cluster,
          'cluster_config.gce_cluster_config.internal_ip_only',
          true,
          false,
          'undecided',
          [
            ['fail', 'the image is an old one', null, image('2.1-debian11')],
            ['pass', 'the image keeps machines inside', null, image('2.2-debian12')],
            ['undecided', 'the image is settled at apply', null, image(unknown)],
            ['undecided', 'the image is a preview', null, image('preview-debian12')],
          ],
        ),
        job: terraformSetting(job, 'ip_configuration', 'WORKER_IP_PRIVATE', 'WORKER_IP_PUBLIC', 'fail'),
      },
      'role-not-shared': {
        cluster: terraformSetting(
          cluster,
          'cluster_config.gce_cluster_config.service_account',
          'own@p.iam.gserviceaccount.com',
          '1-compute@developer.gserviceaccount.com',
          'fail',
        ),
        job: terraformSetting(
          job,
          'service_account_email',
          'own@p.iam.gserviceaccount.com',
          '1-compute@developer.gserviceaccount.com',
          'fail',
        ),
      },
      'boot-verified': {
        cluster: terraformSetting(
          cluster,
          'cluster_config.gce_cluster_config.shielded_instance_config.enable_secure_boot',
          true,
          false,
          'fail',
        ),
      },
      'access-fine-grained': {
        cluster: terraformSetting(
          cluster,
          'cluster_config.security_config.kerberos_config.enable_kerberos',
          true,
          false,
          'fail',
        ),
      },
      'runtime-supported': {
        cluster: {
          cloudformation: null,
          terraform: cluster,
          rows: [
            ['silent', 'no image is named', null, {}],
            ['fail', 'it is an old one', null, image('1.5-debian10')],
            ['silent', 'its end is not known', null, image('2.2-debian12')],
            ['silent', 'the end of the one before is not known', null, image('2.1-debian11')],
            ['silent', 'it names no version', null, image('preview-debian12')],
            ['fail', 'it is of the beginnings of the second', null, image('2.0.35-debian10')],
            ['undecided', 'it is settled at apply', null, image(unknown)],
          ],
        },
      },
      'no-secret-in-clear': {
        job: {
          cloudformation: null,
          terraform: job,
          rows: [
            ['fail', 'a parameter holds one', null, { parameters: { password: 'Tr0ub4dor-and-3' } }],
            ['silent', 'none does', null, { parameters: { inputTopic: 't' } }],
          ],
        },
      },
    },
  ),
};
