import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { property, type Resource } from '../../model/resource';
import { map, orElse, otherwise, unknown } from '../../model/value';
import type { Service } from '../service';
import { administratorName } from './administrator-name';
import { isOn, listedParameter } from './database-parameter';
import { accessRecord } from './database-upkeep';
import { encryptedStoreFacts, withKey, type EncryptedStore } from './encrypted-store';
import { managedSecretFacts } from './managed-secret';
import { wayOut } from './redshift-upkeep';
import { secretFacts } from './secret-facts';

const namespaces: EncryptedStore = {
  types: ['AWS::RedshiftServerless::Namespace', 'aws_redshiftserverless_namespace'],
  places: {
    noun: 'Redshift Serverless namespace',
    inline: ['NamespaceResourcePolicy', null],
    companions: [
      {
        types: ['aws_redshiftserverless_resource_policy'],
        target: [null, 'resource_arn'],
        document: [null, 'policy'],
      },
    ],
  },
  encryption: withKey(['KmsKeyId', 'kms_key_id'], 'provider-key', 'namespaces are always encrypted'),
};

export const redshiftServerless: Service = {
  name: 'redshift-serverless',
  types: {
    cloudformation: ['AWS::RedshiftServerless::Namespace', 'AWS::RedshiftServerless::Workgroup'],
    terraform: [
      'aws_redshiftserverless_namespace',
      'aws_redshiftserverless_resource_policy',
      'aws_redshiftserverless_workgroup',
    ],
  },
  *facts(resource, graph) {
    yield* encryptedStoreFacts(resource, graph, [namespaces]);
    if (namespaces.types.includes(resource.type))
      yield* secretFacts(resource, namespaces.places.noun, [
        ['admin password', property(resource, 'AdminUserPassword', 'admin_user_password')],
        ['admin password', property(resource, null, 'admin_user_password_wo')],
      ]);
    if (namespaces.types.includes(resource.type)) yield* namespaceFacts(resource, graph);
    if (/workgroup$/i.test(resource.type)) yield* workgroupFacts(resource);
  },
};

/** Every log that can be exported is a record of users, connections or what they asked. */
function* namespaceFacts(namespace: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: namespaces.places.noun, subject: namespace };
  yield* administratorName(about, property(namespace, 'AdminUsername', 'admin_username'));
  yield accessRecord(about, property(namespace, 'LogExports', 'log_exports').present());
  yield* managedSecretFacts(
    about,
    {
      managed: property(namespace, 'ManageAdminPassword', 'manage_admin_password'),
      passwords: [
        property(namespace, 'AdminUserPassword', 'admin_user_password'),
        property(namespace, null, 'admin_user_password_wo'),
      ],
      key: property(namespace, 'AdminPasswordSecretKmsKeyId', 'admin_password_secret_kms_key_id'),
    },
    graph,
  );
}

function* workgroupFacts(workgroup: Resource): Iterable<Fact> {
  const about = { noun: 'Redshift Serverless workgroup', subject: workgroup };
  yield wayOut(about);
  yield {
    kind: 'public-endpoint',
    role: 'store',
    public: otherwise(
      property(workgroup, 'PubliclyAccessible', 'publicly_accessible').flag(),
      false,
      'private unless told otherwise',
    ),
    ...about,
  };
  const parameters = property(workgroup, 'ConfigParameters', 'config_parameter');
  const [key, value] =
    workgroup.vocabulary === 'cloudformation'
      ? (['ParameterKey', 'ParameterValue'] as const)
      : (['parameter_key', 'parameter_value'] as const);
  yield {
    kind: 'transit-enforcement',
    enforced: orElse(map(listedParameter(parameters, key, value, 'require_ssl'), isOn), () =>
      unknown('what a workgroup does that says nothing of require_ssl is not documented', parameters.at),
    ),
    ...about,
  };
}
