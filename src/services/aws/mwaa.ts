import { property, type Resource } from '../../model/resource';
import { map, otherwise, type Settled } from '../../model/value';
import type { Service } from '../service';
import { environmentSecrets } from './environment-secrets';
import { alwaysEncrypted } from './key-custody';
import { secretFacts } from './secret-facts';

const noun = 'MWAA environment';

export const mwaa: Service = {
  name: 'mwaa',
  types: { cloudformation: ['AWS::MWAA::Environment'], terraform: ['aws_mwaa_environment'] },
  *facts(environment, graph) {
    const about = { noun, subject: environment };
    yield {
      kind: 'storage-at-rest',
      ...about,
      // https://docs.aws.amazon.com/mwaa/latest/userguide/encryption-at-rest.html
      encryption: alwaysEncrypted(
        property(environment, 'KmsKey', 'kms_key'),
        graph,
        'provider-key',
        'MWAA always encrypts, with a key of AWS unless one is named',
      ),
    };
    const access = otherwise(
      property(environment, 'WebserverAccessMode', 'webserver_access_mode').text(),
      'PRIVATE_ONLY',
      'the web server is private unless told otherwise',
    );
    yield {
      kind: 'public-endpoint',
      role: 'store',
      public: map(access, (mode) => mode === 'PUBLIC_ONLY'),
      ...about,
    };
    yield {
      kind: 'audit-log',
      scope: 'access',
      kept: logOf(environment, 'WebserverLogs', 'webserver_logs'),
      ...about,
    };
    for (const [cloudformation, terraform] of taskLogs)
      yield { kind: 'audit-log', scope: 'execution', kept: logOf(environment, cloudformation, terraform), ...about };
    yield* secretFacts(
      environment,
      noun,
      environmentSecrets(property(environment, 'AirflowConfigurationOptions', 'airflow_configuration_options')),
    );
  },
};

const taskLogs = [
  ['DagProcessingLogs', 'dag_processing_logs'],
  ['SchedulerLogs', 'scheduler_logs'],
  ['TaskLogs', 'task_logs'],
  ['WorkerLogs', 'worker_logs'],
] as const;

/** @see https://docs.aws.amazon.com/mwaa/latest/userguide/monitoring-airflow.html */
const logOf = (environment: Resource, cloudformation: string, terraform: string): Settled<boolean> =>
  otherwise(
    property(
      environment,
      `LoggingConfiguration.${cloudformation}.Enabled`,
      `logging_configuration.${terraform}.enabled`,
    ).flag(),
    false,
    'off unless told otherwise',
  );
