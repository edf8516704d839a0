import { controls } from '../src/controls';
import { judge } from '../src/judge';
import { ResourceGraph } from '../src/model/graph';
import { Property } from '../src/model/property';
import { unknownLeaf, type Raw } from '../src/model/raw';
import type { Resource } from '../src/model/resource';
import { aws } from '../src/services/aws';

/*
 * No time is measured: what is counted is how often the properties of any resource are asked for. Whoever looks through all
 * resources for each of them asks four times as often where there are twice as many.
 */

let asked = 0;

function resource(type: string, name: string, properties: Raw): Resource {
  const id = `${type}.${name}`;
  return {
    id,
    address: id,
    type,
    vocabulary: 'terraform',
    get properties() {
      asked++;
      return new Property(properties, { id });
    },
    mode: 'managed',
    action: 'create',
    document: 'plan',
  };
}

const open = unknownLeaf('settled at apply');
const policy = JSON.stringify({ Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }] });

/** What stands together in one module, with links that lead nowhere and names that are not known. */
const moduleOf = (n: string): readonly Resource[] => [
  resource('aws_s3_bucket', n, { bucket: `data-${n}` }),
  resource('aws_s3_bucket', `open-${n}`, { bucket: open }),
  resource('aws_s3_bucket_versioning', n, { bucket: `elsewhere-${n}` }),
  resource('aws_s3_bucket_policy', n, { bucket: `data-${n}`, policy }),
  resource('aws_s3_bucket_acl', n, { bucket: `elsewhere-${n}`, acl: 'private' }),
  resource('aws_lambda_function', n, { function_name: `hook-${n}`, role: `arn:aws:iam::111122223333:role/r-${n}` }),
  resource('aws_lambda_permission', n, { function_name: `hook-${n}`, principal: 's3.amazonaws.com' }),
  resource('aws_sqs_queue', n, { name: `jobs-${n}`, redrive_policy: JSON.stringify({ deadLetterTargetArn: `arn:aws:sqs:eu-west-1:111122223333:dead-${n}` }) }),
  resource('aws_sqs_queue', `dead-${n}`, { name: `dead-${n}` }),
  resource('aws_iam_role', n, { name: `r-${n}`, assume_role_policy: policy }),
  resource('aws_iam_role_policy', n, { role: `r-${n}`, policy }),
  resource('aws_iam_policy', n, { name: `p-${n}`, policy }),
  resource('aws_iam_role_policy_attachment', n, { role: `r-${n}`, policy_arn: `arn:aws:iam::111122223333:policy/p-${n}` }),
  resource('aws_security_group', n, { name: `g-${n}` }),
  resource('aws_vpc_security_group_ingress_rule', n, { security_group_id: `sg-elsewhere-${n}`, cidr_ipv4: '10.0.0.0/8', ip_protocol: '-1' }),
  resource('aws_instance', n, { ami: 'ami-1', subnet_id: `subnet-${n}` }),
  resource('aws_ebs_volume', n, { size: 8 }),
  resource('aws_db_instance', n, { identifier: `db-${n}`, engine: 'postgres' }),
  resource('aws_lb', n, { name: `lb-${n}`, access_logs: [{ bucket: `data-${n}`, enabled: true }] }),
  resource('aws_emr_cluster', n, { name: `emr-${n}`, security_configuration: `emr-${n}` }),
  resource('aws_emr_security_configuration', n, { name: `emr-${n}`, configuration: '{}' }),
  resource('aws_dynamodb_table', n, { name: `table-${n}` }),
  resource('aws_efs_file_system', n, { encrypted: true }),
  resource('aws_backup_selection', n, { name: `kept-${n}`, resources: [`arn:aws:dynamodb:eu-west-1:111122223333:table/table-${n}`] }),
  resource('aws_kms_key', n, { description: n }),
  resource('aws_sns_topic', n, { name: `topic-${n}` }),
  resource('aws_cloudwatch_log_group', n, { name: `log-${n}` }),
]; // prettier-ignore

/** How often properties are asked for, by the type of the resource that is judged. */
function askedFor(modules: number): number {
  const resources = Array.from({ length: modules }, (_, n) => moduleOf(String(n))).flat();
  const context = { today: '2026-11-24', providerVersion: () => undefined, assume: {} };
  asked = 0;
  const { errors } = judge(new ResourceGraph(resources), aws, controls, context);
  expect(errors).toEqual([]);
  return asked;
}

test('twice the resources are read twice as often', () => {
  const [once, twice] = [askedFor(20), askedFor(40)];
  expect(once).toBeGreaterThan(500);
  expect(twice / once).toBeLessThan(2.1);
});
