import { refer, system, unknown, type Properties, type Row, type ServiceRows, type Table } from '../../support/row';
import { merged } from '../../support/store-rows';
import { eksUpkeep } from './eks-upkeep';

const cluster = (rows: readonly Row[]): Record<string, Table> => ({
  'EKS cluster': { cloudformation: 'AWS::EKS::Cluster', terraform: 'aws_eks_cluster', rows },
});

const endpoint = (open: unknown, networks?: unknown) =>
  [
    { ResourcesVpcConfig: { EndpointPublicAccess: open, PublicAccessCidrs: networks } },
    { vpc_config: [{ endpoint_public_access: open, public_access_cidrs: networks }] },
  ] as const;

const key = (arn: unknown): readonly [Properties, Properties] => [
  { EncryptionConfig: [{ Provider: { KeyArn: arn }, Resources: ['secrets'] }] },
  { encryption_config: [{ provider: [{ key_arn: arn }], resources: ['secrets'] }] },
];

const remote = (groups?: unknown, name: unknown = 'admin') =>
  [
    { RemoteAccess: { Ec2SshKey: name, SourceSecurityGroups: groups } },
    { remote_access: [{ ec2_ssh_key: name, source_security_group_ids: groups }] },
  ] as const;

export const eksRows: ServiceRows = {
  service: 'eks',
  controls: merged(
    {
      'endpoint-not-public': cluster([
        ['fail', 'nothing is said', {}, {}],
        ['pass', 'the public endpoint is off', ...endpoint(false)],
        ['fail', 'the public endpoint is on', ...endpoint(true)],
        ['undecided', 'it is a parameter', ...endpoint(unknown)],
        ['pass', 'it is on for one network', ...endpoint(true, ['192.0.2.0/24'])],
        ['fail', 'it is on for all networks', ...endpoint(true, ['0.0.0.0/0'])],
        ['fail', 'it is on for two halves', ...endpoint(true, ['0.0.0.0/1', '128.0.0.0/1'])],
        ['fail', 'no network is named', ...endpoint(true, [])],
        ['undecided', 'the networks are a parameter', ...endpoint(true, unknown)],
        ['undecided', 'one network is a parameter', ...endpoint(true, ['192.0.2.0/24', unknown])],
        ['pass', 'it is off, whatever the networks', ...endpoint(false, unknown)],
      ]),
      'storage-encrypted': cluster([
        ['pass', 'nothing is said', {}, {}],
        ['pass', 'a key is named', ...key('arn:aws:kms:eu-west-1:111122223333:key/1a')],
        ['pass', 'the key is a parameter', ...key(unknown)],
        ['pass', 'its version is old', { Version: '1.27' }, { version: '1.27' }],
      ]),
      'customer-managed-key': cluster([
        ['fail', 'nothing is said', {}, {}],
        ['pass', 'a key is named', ...key('arn:aws:kms:eu-west-1:111122223333:key/1a')],
        [
          'pass',
          'a key beside it is named',
          system(key(refer('key', 'arn', 'Arn'))[0], { key: { type: 'AWS::KMS::Key', properties: {} } }),
          system(key(refer('key', 'arn', 'Arn'))[1], { key: { type: 'aws_kms_key', properties: {} } }),
        ],
        ['undecided', 'the key is a parameter', ...key(unknown)],
        ['undecided', 'everything is a parameter', { EncryptionConfig: unknown }, { encryption_config: unknown }],
        ['fail', 'its version is old, and no key is named', { Version: '1.21' }, { version: '1.21' }],
      ]),
      'ingress-admin-not-open': {
        'EKS node group': {
          cloudformation: 'AWS::EKS::Nodegroup',
          terraform: 'aws_eks_node_group',
          rows: [
            ['silent', 'nobody may log in', {}, {}],
            ['fail', 'a key is named, and no group', ...remote()],
            ['fail', 'a key is named, and the groups are empty', ...remote([])],
            ['pass', 'a key and a group are named', ...remote(['sg-1'])],
            ['undecided', 'the groups are a parameter', ...remote(unknown)],
            ['undecided', 'the key is a parameter', ...remote(undefined, unknown)],
          ],
        },
      },
    },
    eksUpkeep,
  ),
};
