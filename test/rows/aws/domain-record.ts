import { refer, system, unknown, type Other, type Properties, type Table } from '../../support/row';

const zone = { cloudformation: 'AWS::Route53::HostedZone', terraform: 'aws_route53_zone' };
const types = { cloudformation: 'AWS::Route53::RecordSet', terraform: 'aws_route53_record' };
const recordOf = (type: unknown, values: unknown): readonly [Properties, Properties] => [
  { Type: type, ResourceRecords: values },
  { type, records: values },
];
const record = (type: string, values: unknown) => recordOf(type, values);
const alias = [
  { Type: 'A', AliasTarget: { DNSName: 'lb.example.com', HostedZoneId: 'Z1' } },
  { type: 'A', alias: [{ name: 'lb.example.com', zone_id: 'Z1' }] },
] as const;
const address = (type: string): Record<string, Other> => ({ address: { type, properties: {} } });
const written = (zoneOfRecord: unknown) =>
  [
    system({}, { name: { type: 'AWS::Route53::RecordSet', properties: { HostedZoneId: zoneOfRecord, Type: 'A' } } }),
    system({}, { name: { type: 'aws_route53_record', properties: { zone_id: zoneOfRecord, type: 'A' } } }),
  ] as const;

/** Where names lead, and whether a zone has any. */
export const domainRecordTables: Readonly<Record<string, Readonly<Record<string, Table>>>> = {
  'record-target-given': {
    'domain record': {
      ...types,
      rows: [
        ['pass', 'values are written', ...record('CNAME', ['example.com'])],
        ['pass', 'it is an alias', ...alias],
        ['fail', 'nothing is written', { Type: 'NS' }, { type: 'NS' }],
        ['fail', 'the list is empty', ...record('NS', [])],
        ['undecided', 'its values are a parameter', ...record('NS', unknown)],
      ],
    },
    'record of a group': {
      cloudformation: 'AWS::Route53::RecordSetGroup',
      terraform: null,
      rows: [
        ['pass', 'values are written', { RecordSets: [record('NS', ['ns.example.com'])[0]] }, null],
        ['fail', 'nothing is written', { RecordSets: [{ Type: 'NS' }] }, null],
        ['undecided', 'the records are a parameter', { RecordSets: unknown }, null],
      ],
    },
  },
  'record-target-managed': {
    'domain record': {
      ...types,
      rows: [
        ['fail', 'it leads to an address by number', ...record('A', ['192.0.2.1'])],
        ['fail', 'it leads to one of IPv6', ...record('AAAA', ['2001:db8::1'])],
        [
          'pass',
          'it leads to an elastic address',
          system(record('A', [refer('address')])[0], address('AWS::EC2::EIP')),
          system(record('A', [refer('address', 'public_ip')])[1], address('aws_eip')),
        ],
        ['undecided', 'the address is a parameter', ...record('A', [unknown])],
        ['undecided', 'the addresses are a parameter', ...record('A', unknown)],
        ['silent', 'it is an alias', ...alias],
        ['undecided', 'whether it is an address is a parameter', ...recordOf(unknown, ['192.0.2.1'])],
        ['silent', 'it leads to a name', ...record('CNAME', ['example.com'])],
      ],
    },
  },
  'put-to-use': {
    'hosted zone': {
      ...zone,
      rows: [
        ['fail', 'no record is written', {}, {}],
        ['pass', 'a record is written', ...written(refer('it', 'zone_id'))],
        ['undecided', 'a record may be of it', ...written(unknown)],
        [
          'pass',
          'a group of records is written',
          system(
            {},
            { names: { type: 'AWS::Route53::RecordSetGroup', properties: { HostedZoneId: refer(), RecordSets: [] } } },
          ),
          null,
        ],
        [
          'pass',
          'a record names it',
          system(
            { Name: 'example.com.' },
            {
              name: {
                type: 'AWS::Route53::RecordSet',
                properties: { HostedZoneName: 'example.com.', Name: 'www.example.com.', Type: 'A' },
              },
            },
          ),
          null,
        ],
      ],
    },
  },
};
