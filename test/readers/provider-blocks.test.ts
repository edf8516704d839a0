import { inspect } from '../../src/inspect';
import type { ReportedFinding, ReportedInput } from '../../src/model/result';
import type { Input } from '../../src/readers/input';
import { readTerraformStacks } from '../../src/readers/cdktf/reader';
import { memorySource } from '../../src/readers/source';
import { readTerraformPlan } from '../../src/readers/terraform-plan';
import { readTerraformSource, type TerraformSourceOptions } from '../../src/readers/terraform-source/reader';
import { demarcIn, folderWith } from '../support/command-line';

const marker = 'S3cr3t/of/a/provider/block/that/nobody/s';
const today = '2026-11-24';

function judged(input: Input): ReportedInput {
  const [only] = inspect([input], { today, includePass: true }).inputs;
  if (!only) throw new Error('nothing was judged');
  return only;
}

const secretsIn = (findings: readonly ReportedFinding[]): readonly string[] =>
  findings
    .filter(({ control }) => control === 'no-secret-in-clear')
    .map(({ verdict, resource }) => `${verdict} ${resource.address}`)
    .toSorted();

const found = (input: Input): readonly string[] => secretsIn(judged(input).findings);

const source = (
  text: string,
  more: Readonly<Record<string, string>> = {},
  options: TerraformSourceOptions = {},
): Input => readTerraformSource(folderWith({ 'main.tf': text, ...more }), options);

const secret = { mode: 'data', type: 'aws_ssm_parameter', name: 'token' };
const queue = { mode: 'managed', type: 'aws_sqs_queue', name: 'jobs' };

interface Configuration {
  readonly providers: object;
  readonly declared?: object;
  readonly given?: object;
  readonly calls?: object;
}

const planText = ({ providers, declared = {}, given = {}, calls = {} }: Configuration): string =>
  JSON.stringify({
    format_version: '1.2',
    terraform_version: '1.14.0',
    variables: given,
    resource_changes: [
      {
        ...queue,
        address: 'aws_sqs_queue.jobs',
        provider_name: 'registry.terraform.io/hashicorp/aws',
        change: { actions: ['no-op'], before: {}, after: {}, after_unknown: {}, before_sensitive: {}, after_sensitive: {} }, // prettier-ignore
      },
    ],
    configuration: {
      provider_config: providers,
      root_module: {
        resources: [
          { ...queue, address: 'aws_sqs_queue.jobs', provider_config_key: 'aws', expressions: {} },
          { ...secret, address: 'data.aws_ssm_parameter.token', provider_config_key: 'aws', expressions: {} },
        ],
        module_calls: calls,
        variables: declared,
      },
    },
  });

const plan = (configuration: Configuration): Input =>
  readTerraformPlan(memorySource('plan.json', Buffer.from(planText(configuration))));

const stack = (content: object): Input =>
  readTerraformStacks([{ name: 'S', document: 'S/cdk.tf.json', content }], { path: 'cdktf.out' });

const github = (token: object) => ({
  github: { name: 'github', full_name: 'registry.terraform.io/integrations/github', expressions: { token } },
});

const ofVariable = github({ references: ['var.token'] });

describe('a secret in the block of a provider', () => {
  const written = `provider "aws" {\n  access_key = "AKIA"\n  secret_key = "${marker}"\n}\nprovider "aws" {\n  alias  = "west"\n  token  = "${marker}"\n}\n`;
  const fails = ['fail provider.aws', 'fail provider.aws.west'];

  test('is found in source, where it stands', () => {
    const { findings } = judged(source(written));
    expect(secretsIn(findings)).toEqual(fails);
    const places = findings.flatMap(({ witnesses }) => witnesses.map(({ file, line }) => [file?.endsWith('main.tf'), line])); // prettier-ignore
    expect(places.toSorted()).toEqual([[true, 3], [true, 7]]); // prettier-ignore
  });

  test('is found in a plan', () => {
    const aws = { name: 'aws', full_name: 'registry.terraform.io/hashicorp/aws' };
    const providers = {
      aws: { ...aws, expressions: { secret_key: { constant_value: marker } } },
      'aws.west': { ...aws, alias: 'west', expressions: { token: { constant_value: marker } } },
    };
    expect(found(plan({ providers })).filter((one) => one.includes('provider'))).toEqual(fails);
  });

  test('is found in a stack of CDKTF', () => {
    const aws = [{ secret_key: marker }, { alias: 'west', token: marker }];
    expect(found(stack({ provider: { aws } }))).toEqual(fails);
  });

  test('is found in an override file too, and in JSON', () => {
    const json = JSON.stringify({ provider: { github: { token: marker } } });
    const overridden = source(written, { 'override.tf': `provider "aws" {\n  token = "${marker}"\n}\n`, 'b.tf.json': json }); // prettier-ignore
    expect(found(overridden)).toEqual(['fail provider.aws', ...fails, 'fail provider.github']);
  });

  test('is found under the name that the configuration gives the provider', () => {
    const required = { gh: { source: 'Integrations/GitHub' } };
    const text = `terraform {\n  required_providers {\n    gh = {\n      source = "Integrations/GitHub"\n    }\n  }\n}\nprovider "gh" {\n  token = "${marker}"\n}\n`;
    const renamed = { gh: { ...github({ constant_value: marker }).github, name: 'gh' } };
    const all = [source(text), plan({ providers: renamed }), stack({ terraform: { required_providers: required }, provider: { gh: [{ token: marker }] } })]; // prettier-ignore
    expect(all.flatMap(found)).toEqual(all.map(() => 'fail provider.gh'));
  });

  test('is found in a module, with what its caller gives it', () => {
    const module = 'variable "token" {}\nprovider "github" {\n  token = var.token\n}\n';
    const call = `module "m" {\n  source = "./m"\n  token  = "${marker}"\n}\n`;
    const providers = { 'module.m:github': { ...ofVariable.github, module_address: 'module.m' } };
    const calls = {
      m: { source: './m', expressions: { token: { constant_value: marker } }, module: { variables: { token: {} } } },
    };
    const all = [source(call, { 'm/main.tf': module }), plan({ providers, calls })];
    expect(all.flatMap(found)).toEqual(all.map(() => 'fail module.m.provider.github'));
  });

  test('is found in blocks within the block, each at its own place', () => {
    const text = `provider "docker" {\n  registry_auth {\n    address = "a"\n  }\n  registry_auth {\n    password = "${marker}"\n  }\n}\n`;
    const blocks = [{ address: { constant_value: 'a' } }, { password: { constant_value: marker } }];
    const providers = { docker: { name: 'docker', expressions: { registry_auth: blocks } } };
    const all = [source(text), plan({ providers }), stack({ provider: { docker: [{ registry_auth: [{ address: 'a' }, { password: marker }] }] } })]; // prettier-ignore
    expect(all.flatMap(found)).toEqual(all.map(() => 'fail provider.docker'));
    const [first] = all.slice(0, 1).flatMap((input) => judged(input).findings);
    expect(first?.witnesses).toMatchObject([{ line: 6 }]);
  });

  test.each(['pretty', 'json', 'sarif', 'markdown', 'github', 'gitlab', 'junit', 'html'])(
    'is never printed, as %s',
    (format) => {
      const hcl = `variable "key" {\n  default = "${marker}"\n}\n${written}provider "datadog" {\n  api_key = var.key\n}\n`;
      const providers = { ...github({ constant_value: marker }), datadog: { name: 'datadog', expressions: { api_key: { references: ['var.key'] } } } }; // prettier-ignore
      const declared = { key: { default: marker, sensitive: true } };
      const cdktf = { '//': { metadata: { stackName: 'S' } }, provider: { github: [{ token: marker }] } };
      const folder = folderWith({
        'source/main.tf': hcl,
        'plan.json': planText({ providers, declared, given: { key: { value: marker } } }),
        'cdk.tf.json': JSON.stringify(cdktf),
      });
      const { code, out, err } = demarcIn(folder, ['check', 'source', 'plan.json', 'cdk.tf.json', '--format', format, '--include', 'pass']); // prettier-ignore
      expect(code).toBe(1);
      expect(out).toContain('provider.datadog');
      expect(`${out}${err}`).not.toContain(marker);
    },
  );
});

describe('a variable in the block of a provider', () => {
  const text = (declaration: string) =>
    `variable "token" {${declaration}}\nprovider "github" {\n  token = var.token\n}\n`;
  const inStack = (declared: object) =>
    stack({ variable: { token: declared }, provider: { github: [{ token: '${var.token}' }] } });
  const inPlan = (declared: object, ...given: readonly unknown[]) =>
    plan({
      providers: ofVariable,
      declared: { token: declared },
      given: given.length > 0 ? { token: { value: given[0] } } : {},
    });

  test.each<[string, string, readonly Input[]]>([
    ['fail', 'a default is written', [source(text(`\n  default = "${marker}"\n`)), inPlan({ default: marker }, marker), inStack({ default: marker })]],
    ['fail', 'a default is written for a sensitive one', [source(text(`\n  default   = "${marker}"\n  sensitive = true\n`)), inPlan({ default: marker, sensitive: true }, marker), inStack({ default: marker, sensitive: true })]],
    ['pass', 'it is given later', [source(text('')), inPlan({}), inStack({ type: 'string' })]],
    ['pass', 'a sensitive one is given later', [source(text('\n  sensitive = true\n')), inPlan({ sensitive: true }), inStack({ sensitive: true })]],
    ['pass', 'a sensitive one is given', [source(text('\n  sensitive = true\n'), {}, { environment: { TF_VAR_token: marker } }), inPlan({ sensitive: true }, marker)]],
    ['fail', 'one that is not sensitive is given, and shown', [source(text(''), { 'terraform.tfvars': `token = "${marker}"\n` }), inPlan({}, marker)]],
    ['silent', 'its default is empty', [source(text('\n  default = ""\n')), inPlan({ default: '' }, ''), inStack({ default: '' })]],
  ])('%s: %s', (verdict, _, inputs) => {
    const expected = inputs.map(() => (verdict === 'silent' ? [] : [`${verdict} provider.github`]));
    expect(inputs.map(found)).toEqual(expected);
  }); // prettier-ignore

  test('that is a map is shown with all that is in it', () => {
    expect(found(inPlan({}, { token: marker }))).toEqual(['fail provider.github']);
  });

  test('that is null sets nothing', () => {
    const all = [source(text('\n  default = null\n')), inPlan({ default: null }, null), inStack({ default: null })];
    expect(all.slice(0, 2).flatMap(found)).toEqual([]);
  });

  test('is not told from others that it is joined with', () => {
    const providers = github({ references: ['var.one', 'var.two'] });
    const declared = { one: { default: 'a' }, two: { default: 'b' } };
    expect(found(plan({ providers, declared, given: { one: { value: 'a' }, two: { value: 'b' } } }))).toEqual([
      'undecided provider.github',
    ]);
  });
});

describe('what a plan does not show of a provider', () => {
  test.each<[string, object, readonly string[]]>([
    ['a data source', { references: ['data.aws_ssm_parameter.token.value', 'data.aws_ssm_parameter.token'] }, ['pass provider.github']],
    ['a local', { references: ['local.token'] }, ['undecided provider.github']],
    ['a function', {}, ['undecided provider.github']],
    ['nothing', { constant_value: null }, []],
    ['an empty text', { constant_value: '' }, []],
  ])('%s', (_, token, expected) => {
    expect(found(plan({ providers: github(token) }))).toEqual(expected);
  }); // prettier-ignore

  test('names are taken from the key where they are left out', () => {
    const providers = { 'module.a.module.b:github.west': { expressions: { token: { constant_value: marker } } } };
    expect(found(plan({ providers }))).toEqual(['fail module.a.module.b.provider.github.west']);
  });

  test('a resource of the plan makes the secret', () => {
    expect(found(plan({ providers: github({ references: ['aws_sqs_queue.jobs.id', 'aws_sqs_queue.jobs'] }) }))).toEqual(['pass provider.github']); // prettier-ignore
  });
});

describe('the block of a provider', () => {
  const bare = 'provider "aws" {\n  region = "eu-central-1"\n  default_tags {\n    tags = {}\n  }\n}\n';
  const providers = {
    aws: { name: 'aws', full_name: 'registry.terraform.io/hashicorp/aws', expressions: { region: { constant_value: 'x' } } }, // prettier-ignore
    other: { name: 'other', expressions: { token: { constant_value: marker } } },
  };

  test('without a secret is not there', () => {
    const all = [source(bare), plan({ providers }), stack({ provider: { aws: [{ region: 'x' }], other: [{ token: marker }] } })]; // prettier-ignore
    const types = all.flatMap(({ after }) => after.resources.map(({ type }) => type));
    expect(types).toEqual(['aws_sqs_queue']);
  });

  test('counts as no resource, in the result or in the matrix', () => {
    const input = judged(source(`provider "aws" {\n  secret_key = "${marker}"\n}\n`));
    expect(input).toMatchObject({ resources: 0, unclassified: [], moves: [] });
    const folder = folderWith({ 'main.tf': `provider "aws" {\n  secret_key = "${marker}"\n}\n` });
    const { code, out } = demarcIn(folder, ['matrix', '.', '--format', 'json']);
    expect(code).toBe(0);
    expect(out).not.toContain('provider.aws');
  });

  test('in a plan is introduced, as a plan does not show what it was', () => {
    const { findings } = judged(plan({ providers: github({ constant_value: marker }) }));
    const [finding] = findings.filter(({ control }) => control === 'no-secret-in-clear');
    expect(finding).toMatchObject({ change: 'introduced', gate: 'block' });
  });

  test('in source was there where the revision before has it', () => {
    const text = `provider "github" {\n  token = "${marker}"\n}\n`;
    const [before, after] = [source(text), source(text)];
    const previous = { path: before.path, graph: before.after };
    const changes = (input: Input) => judged(input).findings.filter(({ control }) => control === 'no-secret-in-clear').map(({ change, gate }) => `${String(change)} ${gate}`); // prettier-ignore
    expect(changes({ ...after, previous })).toEqual(['existing note']);
    expect(changes({ ...after, previous: { ...previous, graph: source(bare).after } })).toEqual(['introduced block']);
  });

  test('takes a waiver beside it, for a plan of that source too', () => {
    const waiver = '# demarc: allow no-secret-in-clear until 2027-03-31 by platform because it opens a sandbox\n';
    const folder = folderWith({
      'source/main.tf': `${waiver}provider "github" {\n  token = "${marker}"\n}\n`,
      'plan.json': planText({ providers: github({ constant_value: marker }) }),
      'demarc.config.yaml': `waivers:\n  - control: no-secret-in-clear\n    resource: provider.datadog\n    until: 2027-03-31\n    owner: platform\n    reason: a sandbox\n`,
      'other/main.tf': `provider "datadog" {\n  api_key = "${marker}"\n}\nprovider "datadog" {\n  alias   = "eu"\n  app_key = "${marker}"\n}\n`,
    });
    const run = (...argv: readonly string[]) => {
      const { out, err } = demarcIn(folder, ['check', ...argv, '--format', 'json', '--date', today]);
      if (out === '') throw new Error(err);
      const { inputs } = JSON.parse(out) as { readonly inputs: readonly ReportedInput[] };
      return inputs.flatMap(
        ({ findings }) =>
        findings.filter(({ control }) => control === 'no-secret-in-clear').map(({ waiver: by, witnesses }) => [by?.source, witnesses[0]?.line]), // prettier-ignore
      );
    };
    expect(run('source')).toEqual([['comment', 3]]);
    expect(run('plan.json', '--source', 'source')).toEqual([['comment', 3]]);
    expect(run('other')).toEqual(expect.arrayContaining([['config', 2], [undefined, 6]])); // prettier-ignore
  });
});
