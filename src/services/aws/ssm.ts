import type { EncryptionState, Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { property, type Resource } from '../../model/resource';
import { chain, known, map, otherwise, unknown, type Settled } from '../../model/value';
import type { Service } from '../service';
import { secretVariables } from './environment-secrets';
import { keyCustody } from './key-custody';
import { sessionDocumentFacts } from './remote-session';
import { companionPolicyFacts, type PolicyPlaces } from './resource-policy';
import { secretFacts } from './secret-facts';
import { patchingFacts } from './ssm-patching';
import { sessionKeyFacts } from './ssm-session';

const parameters = ['AWS::SSM::Parameter', 'aws_ssm_parameter'];
const documents = ['AWS::SSM::Document', 'aws_ssm_document'];
const parameterNoun = 'Parameter Store parameter';

const places: PolicyPlaces = {
  noun: 'Systems Manager resource',
  companions: [{ types: ['AWS::SSM::ResourcePolicy'], target: ['ResourceArn', null], document: ['Policy', null] }],
};

export const ssm: Service = {
  name: 'ssm',
  types: {
    cloudformation: [
      // What runs on machines, and when.
      'AWS::SSM::Association',
      'AWS::SSM::Document',
      'AWS::SSM::MaintenanceWindow',
      'AWS::SSM::MaintenanceWindowTarget',
      'AWS::SSM::MaintenanceWindowTask',
      // CloudFormation creates plain parameters only.
      'AWS::SSM::Parameter',
      'AWS::SSM::PatchBaseline',
      'AWS::SSM::ResourceDataSync',
      'AWS::SSM::ResourcePolicy',
    ],
    terraform: [
      'aws_ssm_activation',
      'aws_ssm_association',
      'aws_ssm_default_patch_baseline',
      'aws_ssm_document',
      'aws_ssm_maintenance_window',
      'aws_ssm_maintenance_window_target',
      'aws_ssm_maintenance_window_task',
      'aws_ssm_parameter',
      'aws_ssm_patch_baseline',
      'aws_ssm_patch_group',
      'aws_ssm_resource_data_sync',
    ],
  },
  *facts(resource, graph) {
    if (parameters.includes(resource.type)) yield* parameterFacts(resource, graph);
    yield* patchingFacts(resource);
    if (resource.type === 'aws_ssm_document') yield* sharingFacts(resource);
    if (documents.includes(resource.type)) yield* sessionDocumentFacts(resource);
    if (documents.includes(resource.type)) yield* sessionKeyFacts(resource, graph);
    yield* companionPolicyFacts(resource, [], graph, places);
  },
};

/** @see https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-ssm-sharing.html */
function* sharingFacts(document: Resource): Iterable<Fact> {
  const accounts = document.properties.get('permissions', 'account_ids').text();
  if (accounts.state === 'absent') return;
  const shared = otherwise(accounts, '', 'shared with nobody');
  yield {
    kind: 'sharing',
    noun: 'Systems Manager document',
    subject: document,
    public: map(shared, (list) => list.split(',').some((account) => account.trim().toLowerCase() === 'all')),
  };
}

/**
 * A SecureString is encrypted with a key of the account, and holds a secret. Plain parameters are for what everyone may
 * read, and encrypted with a key that AWS owns: one whose name or value says that it is a secret is one all the same.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/data-protection.html
 */
function* parameterFacts(parameter: Resource, graph: ResourceGraph): Iterable<Fact> {
  const { properties } = parameter;
  const type = otherwise(property(parameter, 'Type', 'type').text(), 'String', 'no type is written');
  const about = { noun: parameterNoun, subject: parameter };
  // CloudFormation creates no SecureString: there is nothing to ask for.
  const request = parameter.vocabulary === 'terraform' && { requested: map(type, (name) => name === 'SecureString') };
  if (type.state === 'known' && type.value !== 'SecureString') {
    const encryption = known<EncryptionState>('provider-key', type.at, 'every parameter is encrypted');
    if (request) yield { kind: 'storage-at-rest', encryption, ...about, ...request };
    const name = otherwise(property(parameter, 'Name', 'name').text(), '', 'no name is written');
    const value = property(parameter, 'Value', 'value');
    const secrets = secretVariables([[name.state === 'known' ? name.value : '', value]]);
    yield* secretFacts(
      parameter,
      parameterNoun,
      secrets.map(([, secret]) => ['value of the parameter', secret]),
    );
    return;
  }
  const key = properties.get('key_id');
  yield {
    kind: 'storage-at-rest',
    encryption: chain(type, (name): Settled<EncryptionState> =>
      name === 'SecureString'
        ? keyCustody(key, graph, known('provider-kms', key.at, 'a SecureString is always encrypted'))
        : unknown('a plain parameter may be no secret', type.at),
    ),
    ...about,
    ...request,
  };
  if (type.state === 'known')
    yield* secretFacts(parameter, parameterNoun, [['value of the parameter', properties.get('value')]]);
}
