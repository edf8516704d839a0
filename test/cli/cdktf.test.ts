import type { ReportedInput } from '../../src/model/result';
import { demarcIn, folderWith } from '../support/command-line';

const stack = (name: string, resource: object): string =>
  JSON.stringify({ '//': { metadata: { backend: 'local', stackName: name, version: '0.24.0' } }, resource });

const volume = stack('one', { aws_ebs_volume: { disk: { availability_zone: 'eu-west-1a', size: 1 } } });
const queue = stack('two', { aws_sqs_queue: { jobs: { sqs_managed_sse_enabled: false } } });

function inputsOf(folder: string, path: string): readonly ReportedInput[] {
  const { out } = demarcIn(folder, ['check', path, '--format', 'json', '--only', 'storage-encrypted']);
  return (JSON.parse(out) as { inputs: readonly ReportedInput[] }).inputs;
}

const failing = ({ findings }: ReportedInput) => findings.map(({ resource }) => resource.address);

test('a synthesized stack is read by itself', () => {
  const [input] = inputsOf(folderWith({ 'cdk.tf.json': volume }), 'cdk.tf.json');
  expect(input).toMatchObject({ dialect: 'cdktf', error: null });
  expect(input && failing(input)).toEqual(['aws_ebs_volume.disk']);
});

test('the stacks of a folder are one input', () => {
  const folder = folderWith({ 'cdktf.out/stacks/one/cdk.tf.json': volume, 'cdktf.out/stacks/two/cdk.tf.json': queue });
  const inputs = inputsOf(folder, 'cdktf.out');
  expect(inputs).toHaveLength(1);
  expect(inputs.flatMap(failing).sort()).toEqual(['aws_ebs_volume.disk', 'aws_sqs_queue.jobs']);
});

test('a damaged stack is an error, and not silence', () => {
  const folder = folderWith({ 'cdk.tf.json': volume.slice(0, -5) });
  const { code, out, err } = demarcIn(folder, ['check', 'cdk.tf.json']);
  expect(code).toBe(2);
  expect(`${out}${err}`).toContain('the JSON is damaged');
});
