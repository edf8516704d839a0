import { inspect, memorySource, readCloudFormation, readTerraformPlan, type Configuration } from '../../src/index';

const today = '2026-11-26';
const template = (resources: object) =>
  readCloudFormation([{ path: 'stack.json', text: JSON.stringify({ Resources: resources }) }], { path: 'stack.json' });

const check = (resources: object, configuration: Configuration = {}) =>
  inspect([template(resources)], { today, configuration, includePass: true }).inputs[0];

const found = (control: string, resources: object) =>
  check(resources)?.findings.find((finding) => finding.control === control);

const volume = { Type: 'AWS::EC2::Volume', Properties: { Size: 8 } };

describe('a finding', () => {
  test("is the customer's, and says what the provider does and what is yours", () => {
    expect(found('storage-encrypted', { Data: volume })).toMatchObject({
      verdict: 'fail',
      party: 'customer',
      responsibility: 'AWS runs the disks and offers the encryption; whether this data is encrypted is yours',
    });
  });

  test('is shared where each answers for a half', () => {
    const database = { Type: 'AWS::RDS::DBInstance', Properties: { Engine: 'postgres', StorageEncrypted: false } };
    expect(found('storage-encrypted', { Data: database })?.party).toBe('shared');
  });

  test('says what moved it to the customer', () => {
    const image = { Type: 'AWS::Lambda::Function', Properties: { PackageType: 'Image', Runtime: 'nodejs12.x', Role: 'r', Code: { ImageUri: 'u' } } }; // prettier-ignore
    const finding = found('runtime-supported', { Job: image });
    expect(finding?.responsibility ?? 'a container image is yours').toContain('a container image is yours');
  });

  test("of a question that the provider covers says so, and is the provider's", () => {
    for (const type of ['AWS::SQS::Queue', 'AWS::S3::Bucket', 'AWS::DynamoDB::Table'])
      expect(found('storage-encrypted', { Data: { Type: type } })).toMatchObject({
        verdict: 'pass',
        party: 'provider',
        responsibility: expect.stringMatching(/^AWS covers this: /) as string,
      });
  });

  test("is no provider's where somebody wrote it", () => {
    const queue = { Type: 'AWS::SQS::Queue', Properties: { SqsManagedSseEnabled: true } };
    expect(found('storage-encrypted', { Data: queue })?.party).toBe('shared');
  });
});

describe('an area that nobody answers for', () => {
  const unowned = (configuration: Configuration) =>
    check({ Data: volume }, configuration)
      ?.findings.filter(({ control }) => control === 'area-owned')
      .map(({ resource }) => resource.address) ?? [];

  test('is nothing in baseline, and a finding in strict', () => {
    expect(unowned({})).toEqual([]);
    expect(unowned({ preset: 'strict' })).toEqual(expect.arrayContaining(['data-at-rest', 'backup-recovery']));
    expect(unowned({ preset: 'strict' })).not.toContain('physical');
  });

  test('is none once somebody is named', () => {
    expect(unowned({ preset: 'strict', owners: [{ area: 'data-at-rest', owner: 'data' }] })).not.toContain(
      'data-at-rest',
    );
    expect(unowned({ preset: 'strict', owners: [{ owner: 'platform' }] })).toEqual([]);
  });
});

describe('a change', () => {
  const lambda = (packageType: string) => ({ function_name: 'api', role: 'r', package_type: packageType });
  const plan = (before: object | null, after: object) =>
    readTerraformPlan(
      memorySource(
        'plan.json',
        Buffer.from(
          JSON.stringify({
            format_version: '1.2',
            terraform_version: '1.9.0',
            planned_values: { root_module: {} },
            resource_changes: [
              {
                address: 'aws_lambda_function.api',
                mode: 'managed',
                type: 'aws_lambda_function',
                name: 'api',
                provider_name: 'registry.terraform.io/hashicorp/aws',
                change: { actions: [before ? 'update' : 'create'], before, after, after_unknown: {} },
              },
            ],
            configuration: { root_module: {} },
          }),
        ),
      ),
    );
  const moves = (before: object | null, after: object) =>
    inspect([plan(before, after)], { today }).inputs.flatMap((input) => input.moves);

  test('that moves the line is said in words', () => {
    expect(moves(lambda('Zip'), lambda('Image'))).toEqual([
      {
        resource: 'aws_lambda_function.api',
        type: 'aws_lambda_function',
        area: 'runtime',
        from: 'provider',
        to: 'customer',
        because: 'a container image is yours to rebuild from the patched base image',
        message:
          'this change moves runtime patching of aws_lambda_function.api from AWS to you: a container image is yours to rebuild from the patched base image',
      },
    ]);
  });

  test('that moves nothing, or creates, says nothing', () => {
    expect(moves(lambda('Zip'), { ...lambda('Zip'), role: 's' })).toEqual([]);
    expect(moves(null, lambda('Image'))).toEqual([]);
  });
});
