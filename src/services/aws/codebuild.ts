import type { EncryptionState, Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import { member, property, type Resource } from '../../model/resource';
import { map, otherwise } from '../../model/value';
import type { Context, Service } from '../service';
import { buildFacts } from './codebuild-settings';
import { listedSecrets } from './containers';
import { itemsOf } from './items';
import { encryptionBySwitch } from './key-custody';
import { ownersPolicyFacts, type PolicyCompanion, type PolicyOwner } from './resource-policy';
import { secretFacts } from './secret-facts';

const projects = ['AWS::CodeBuild::Project', 'aws_codebuild_project'];
const reports = ['AWS::CodeBuild::ReportGroup', 'aws_codebuild_report_group'];
const credentials = ['AWS::CodeBuild::SourceCredential', 'aws_codebuild_source_credential'];
const noun = 'CodeBuild project';

const companions: readonly PolicyCompanion[] = [
  { types: ['aws_codebuild_resource_policy'], target: [null, 'resource_arn'], document: [null, 'policy'] },
];
const policyOwners: readonly PolicyOwner[] = [
  { types: projects, places: { noun, companions } },
  { types: reports, places: { noun: 'CodeBuild report group', companions } },
];

export const codebuild: Service = {
  name: 'codebuild',
  types: {
    cloudformation: [
      // The machines of builds; AWS keeps them.
      'AWS::CodeBuild::Fleet',
      'AWS::CodeBuild::Project',
      'AWS::CodeBuild::ReportGroup',
      'AWS::CodeBuild::SourceCredential',
    ],
    terraform: [
      'aws_codebuild_fleet',
      'aws_codebuild_project',
      'aws_codebuild_report_group',
      'aws_codebuild_resource_policy',
      'aws_codebuild_source_credential',
      'aws_codebuild_webhook',
    ],
  },
  *facts(resource, graph, context) {
    yield* ownersPolicyFacts(resource, policyOwners, graph);
    if (projects.includes(resource.type)) yield* projectFacts(resource, graph, context);
    if (reports.includes(resource.type)) yield* reportFacts(resource, graph);
    if (credentials.includes(resource.type)) yield* credentialFacts(resource);
  },
};

function* projectFacts(project: Resource, graph: ResourceGraph, context: Context): Iterable<Fact> {
  const about = { noun, subject: project };
  const key = property(project, 'EncryptionKey', 'encryption_key');
  const artifacts = [
    ...itemsOf(property(project, 'Artifacts', 'artifacts')),
    ...itemsOf(property(project, 'SecondaryArtifacts', 'secondary_artifacts')),
  ];
  for (const artifact of artifacts)
    yield { kind: 'storage-at-rest', encryption: outputEncryption(artifact, key, project, graph), ...about };

  const environment = property(project, 'Environment', 'environment');
  yield {
    kind: 'privilege',
    elevated: otherwise(
      member(environment, project.vocabulary, 'PrivilegedMode', 'privileged_mode').flag(),
      false,
      'builds are not privileged unless told to be',
    ),
    ...about,
  };
  // https://docs.aws.amazon.com/codebuild/latest/userguide/public-builds.html
  yield {
    kind: 'public-switch',
    public: map(
      otherwise(
        property(project, 'Visibility', 'project_visibility').text(),
        'PRIVATE',
        'builds are private by default',
      ),
      (text) => text === 'PUBLIC_READ',
    ),
    ...about,
  };
  yield* secretFacts(project, noun, plainVariables(project, environment));
  yield* buildFacts(project, context);
  const records = property(project, 'LogsConfig.S3Logs', 'logs_config.s3_logs');
  const kept = member(records, project.vocabulary, 'Status', 'status').text();
  if (kept.state === 'known' && kept.value === 'ENABLED')
    yield { kind: 'storage-at-rest', encryption: outputEncryption(records, key, project, graph), ...about };
}

/**
 * What builds put out is encrypted, with the key of the account for S3 unless another is named, until that is switched
 * off.
 *
 * @see https://docs.aws.amazon.com/codebuild/latest/userguide/security-encryption.html
 */
function outputEncryption(output: Property, key: Property, { vocabulary }: Resource, graph: ResourceGraph) {
  const disabled = otherwise(
    member(output, vocabulary, 'EncryptionDisabled', 'encryption_disabled').flag(),
    false,
    'CodeBuild encrypts what builds put out unless told otherwise',
  );
  const on = map(disabled, (off) => !off);
  return encryptionBySwitch(on, key, graph, { off: 'none' satisfies EncryptionState, on: 'provider-kms' });
}

/** Variables of another type than plain text name where the secret is. */
function plainVariables(project: Resource, environment: Property) {
  const list = member(environment, project.vocabulary, 'EnvironmentVariables', 'environment_variable');
  const capital = project.vocabulary === 'cloudformation';
  return itemsOf(list).flatMap((variable) => {
    const type = variable.get(capital ? 'Type' : 'type').text();
    return type.state === 'known' && type.value !== 'PLAINTEXT'
      ? []
      : listedSecrets(variable, capital ? ['Name', 'Value'] : ['name', 'value']);
  });
}

/** Only reports that are exported are kept by the customer. */
function* reportFacts(group: Resource, graph: ResourceGraph): Iterable<Fact> {
  const destination = property(group, 'ExportConfig.S3Destination', 'export_config.s3_destination');
  const exported = destination.present();
  if (exported.state === 'known' && !exported.value) return;
  yield {
    kind: 'storage-at-rest',
    noun: 'CodeBuild report group',
    subject: group,
    encryption: outputEncryption(
      destination,
      member(destination, group.vocabulary, 'EncryptionKey', 'encryption_key'),
      group,
      graph,
    ),
  };
}

/** A token is a secret; of the types that only say where one is, the ARN stands in its place. */
function credentialFacts(credential: Resource): Iterable<Fact> {
  const type = property(credential, 'AuthType', 'auth_type').text();
  const isPointer = type.state === 'known' && ['CODECONNECTIONS', 'SECRETS_MANAGER'].includes(type.value);
  return secretFacts(
    credential,
    'CodeBuild source credential',
    isPointer ? [] : [['token', property(credential, 'Token', 'token')]],
  );
}
