import { placementTables } from '../../support/placement-rows';
import { refer, system, unknown, type Table } from '../../support/row';

const types = { cloudformation: 'AWS::Lambda::Function', terraform: 'aws_lambda_function' };
const runtime = (name: unknown) => [{ Runtime: name }, { runtime: name }] as const;
const traced = (mode: unknown) => [{ TracingConfig: { Mode: mode } }, { tracing_config: [{ mode }] }] as const;

const updated = (mode: unknown) =>
  [
    { Runtime: 'python3.13', RuntimeManagementConfig: { UpdateRuntimeOn: mode } },
    system({ runtime: 'python3.13' }, { manager: { type: 'aws_lambda_runtime_management_config', properties: { function_name: refer('it', 'function_name'), update_runtime_on: mode } } }),
  ] as const; // prettier-ignore

const signed = (cloudformation: object, terraform: object) =>
  [
    system({ CodeSigningConfigArn: refer('signing', 'arn', 'CodeSigningConfigArn') }, { signing: { type: 'AWS::Lambda::CodeSigningConfig', properties: { AllowedPublishers: {}, ...cloudformation } } }),
    system({ code_signing_config_arn: refer('signing', 'arn') }, { signing: { type: 'aws_lambda_code_signing_config', properties: { allowed_publishers: [{}], ...terraform } } }),
  ] as const; // prettier-ignore

const policy = (word: unknown) =>
  signed(
    { CodeSigningPolicies: { UntrustedArtifactOnDeployment: word } },
    { policies: [{ untrusted_artifact_on_deployment: word }] },
  );

const callers = (origins: unknown, headers?: unknown) =>
  [
    system({}, { url: { type: 'AWS::Lambda::Url', properties: { TargetFunctionArn: refer('it', 'arn', 'Arn'), AuthType: 'AWS_IAM', Cors: { AllowOrigins: origins, AllowHeaders: headers } } } }),
    system({}, { url: { type: 'aws_lambda_function_url', properties: { function_name: refer('it', 'function_name'), authorization_type: 'AWS_IAM', cors: [{ allow_origins: origins, allow_headers: headers }] } } }),
  ] as const; // prettier-ignore

const key = 'arn:aws:kms:eu-west-1:111122223333:key/1234';

export const lambdaUpkeep: Readonly<Record<string, Readonly<Record<string, Table>>>> = {
  ...placementTables('Lambda function', {
    types: ['AWS::Lambda::Function', 'aws_lambda_function'],
    subnets: ['VpcConfig.SubnetIds', 'vpc_config.subnet_ids'],
  }),
  'cross-origin-headers-named': {
    'Lambda function URL': {
      ...types,
      rows: [
        ['fail', 'callers may send every header', ...callers(['https://example.com'], ['*'])],
        ['pass', 'headers are named', ...callers(['https://example.com'], ['content-type'])],
        ['pass', 'no header is named', ...callers(['https://example.com'])],
        ['undecided', 'the header is a parameter', ...callers(['https://example.com'], [unknown])],
      ],
    },
  },
  'runtime-supported': {
    'Lambda function': {
      ...types,
      // prettier-ignore
      rows: [
        ['fail', 'support of its runtime has ended', ...runtime('nodejs16.x')],
        ['fail', 'the runtime has no version', ...runtime('go1.x')],
        ['pass', 'its runtime is supported', ...runtime('python3.13')],
        ['pass', 'its runtime is of its own making, on a system that is supported', ...runtime('provided.al2023')],
        ['undecided', 'nobody knows the runtime', ...runtime('cobol85.x')],
        ['undecided', 'the runtime is a parameter', ...runtime(unknown)],
        ['silent', 'it brings an image', { PackageType: 'Image', Code: { ImageUri: 'ours' } }, { package_type: 'Image', image_uri: 'ours' }],
        ['silent', 'an image is named alone', { Code: { ImageUri: 'ours' }, Runtime: 'nodejs16.x' }, { image_uri: 'ours', runtime: 'nodejs16.x' }],
      ],
    },
  },
  'engine-upgrades-automatic': {
    'Lambda function': {
      ...types,
      // prettier-ignore
      rows: [
        ['pass', 'nothing is said', ...runtime('python3.13')],
        ['pass', 'Lambda updates the runtime', ...updated('Auto')],
        ['fail', 'the runtime waits for an update of the function', ...updated('FunctionUpdate')],
        ['fail', 'somebody names the runtime', ...updated('Manual')],
        ['undecided', 'it is a parameter', ...updated(unknown)],
        ['undecided', 'whose settings they are is not known', null, system({ runtime: 'python3.13' }, { manager: { type: 'aws_lambda_runtime_management_config', properties: { function_name: unknown, update_runtime_on: 'Manual' } } })],
        ['silent', 'it brings an image', { PackageType: 'Image' }, { package_type: 'Image' }],
      ],
    },
  },
  'requests-traced': {
    'Lambda function': {
      ...types,
      rows: [
        ['fail', 'nothing is said', {}, {}],
        ['pass', 'tracing is on', ...traced('Active')],
        ['fail', 'it only passes traces on', ...traced('PassThrough')],
        ['undecided', 'it is a parameter', ...traced(unknown)],
      ],
    },
  },
  'code-signed': {
    'Lambda function': {
      ...types,
      // prettier-ignore
      rows: [
        ['fail', 'nobody asks for a signature', {}, {}],
        ['pass', 'code without a signature is refused', ...policy('Enforce')],
        ['fail', 'code without a signature is warned of', ...policy('Warn')],
        ['fail', 'the configuration says nothing of code without a signature', ...signed({}, {})],
        ['undecided', 'the configuration says it by a parameter', ...policy(unknown)],
        ['undecided', 'the configuration is elsewhere', { CodeSigningConfigArn: 'arn:aws:lambda:eu-west-1:111122223333:code-signing-config:csc-1' }, { code_signing_config_arn: 'arn:aws:lambda:eu-west-1:111122223333:code-signing-config:csc-1' }],
        ['undecided', 'the configuration is a parameter', { CodeSigningConfigArn: unknown }, { code_signing_config_arn: unknown }],
        ['silent', 'an image is not signed here', { PackageType: 'Image' }, { package_type: 'Image' }],
      ],
    },
  },
  'cross-origin-confined': {
    'Lambda function URL': {
      ...types,
      rows: [
        ['silent', 'it has no URL', {}, {}],
        ['fail', 'pages of every site may call', ...callers(['*'])],
        ['fail', 'those of every site that speaks TLS may', ...callers(['https://*'])],
        ['pass', 'pages of one site may call', ...callers(['https://example.com'])],
        ['undecided', 'the site is a parameter', ...callers([unknown])],
      ],
    },
  },
  'customer-managed-key': {
    'Lambda function with a key for its code': {
      ...types,
      // prettier-ignore
      rows: [
        ['pass', 'both keys are named', { KmsKeyArn: key, Code: { SourceKMSKeyArn: key } }, { kms_key_arn: key, source_kms_key_arn: key }],
        ['undecided', 'the key of the code is a parameter', { KmsKeyArn: key, Code: { SourceKMSKeyArn: unknown } }, { kms_key_arn: key, source_kms_key_arn: unknown }],
      ],
    },
    'Lambda event source mapping': {
      cloudformation: 'AWS::Lambda::EventSourceMapping',
      terraform: 'aws_lambda_event_source_mapping',
      rows: [
        ['silent', 'no key is named', {}, {}],
        ['pass', 'a key is named', { KmsKeyArn: key }, { kms_key_arn: key }],
        ['undecided', 'the key is a parameter', { KmsKeyArn: unknown }, { kms_key_arn: unknown }],
      ],
    },
  },
  'no-secret-in-clear': {
    'Lambda function with code inline': {
      cloudformation: types.cloudformation,
      terraform: null,
      // prettier-ignore
      rows: [
        ['pass', 'the code holds no secret', { Code: { ZipFile: 'def handler(event, context): return 1' } }, null],
        ['fail', 'the code holds a password', { Code: { ZipFile: 'import os\npassword = "correct-horse-staple"\n' } }, null],
      ],
    },
  },
};
