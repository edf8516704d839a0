import { refer, system, unknown, type Other, type ServiceRows } from '../../support/row';
import { merged } from '../../support/store-rows';
import { domainRecordTables } from './domain-record';

const types = { cloudformation: 'AWS::Route53::HostedZone', terraform: 'aws_route53_zone' };
const beside = (cloudformation: Other | null, terraform: Other) =>
  [cloudformation && system({}, { more: cloudformation }), system({}, { more: terraform })] as const;
const signing = (zone: unknown, more: object = {}) =>
  beside(
    { type: 'AWS::Route53::DNSSEC', properties: { HostedZoneId: zone } },
    { type: 'aws_route53_hosted_zone_dnssec', properties: { hosted_zone_id: zone, ...more } },
  );
const log = (zone: unknown): Other => ({
  type: 'aws_route53_query_log',
  properties: { zone_id: zone, cloudwatch_log_group_arn: 'arn:1' },
});

export const route53Rows: ServiceRows = {
  service: 'route53',
  controls: merged(domainRecordTables, {
    'zone-signed': {
      'hosted zone': {
        ...types,
        rows: [
          ['fail', 'nothing is said', {}, {}],
          ['pass', 'it is signed', ...signing(refer())],
          ['fail', 'signing is switched off', null, signing(refer(), { signing_status: 'NOT_SIGNING' })[1]],
          ['undecided', 'some zone is signed', ...signing(unknown)],
          ['silent', 'it is private', { VPCs: [{ VPCId: 'vpc-1' }] }, { vpc: [{ vpc_id: 'vpc-1' }] }],
          ['undecided', 'it may be private', { VPCs: unknown }, { vpc: unknown }],
        ],
      },
    },
    'access-logged': {
      'hosted zone': {
        ...types,
        rows: [
          ['fail', 'nothing is said', {}, {}],
          [
            'pass',
            'queries are logged',
            { QueryLoggingConfig: { CloudWatchLogsLogGroupArn: 'arn:1' } },
            beside(null, log(refer()))[1],
          ],
          ['undecided', 'the log is a parameter', { QueryLoggingConfig: unknown }, beside(null, log(unknown))[1]],
          ['silent', 'it is private', { VPCs: [{ VPCId: 'vpc-1' }] }, { vpc: [{ vpc_id: 'vpc-1' }] }],
        ],
      },
    },
  }),
};
