import { Buffer } from 'node:buffer';
import { resources } from './resources.mjs';
import { arn, policy, secureTransport, statement } from './words.mjs';

/** One resource in so many fails. */
const failingEvery = 100;

const provider = 'registry.terraform.io/hashicorp/aws';

const perModule = resources.reduce((sum, { keys }) => sum + (keys?.length ?? 1), 0);
const faulty = resources.filter(({ fault }) => fault);

/** Of ten modules seven stay as they are, one gets a tag, and two are new. */
const actionOf = (number) => (number % 10 < 7 ? 'no-op' : number % 10 === 7 ? 'update' : 'create');

const nameOf = (number) => `service-${String(number).padStart(6, '0')}`;
const addressOf = (number) => `module.${nameOf(number)}`;

/** The resource of the module that fails, if any does. */
function faultOf(number) {
  const before = Math.floor((number * perModule) / failingEvery);
  const after = Math.floor(((number + 1) * perModule) / failingEvery);
  return after > before ? faulty[before % faulty.length] : undefined;
}

/** Everything about the n-th module that its resources are made of. */
function surroundings(number) {
  const account = '111122223333';
  const keyId = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  const tags = { Environment: 'production', Owner: `team-${number % 50}`, Service: nameOf(number) };
  return { number, name: nameOf(number), account, keyId, keyArn: arn('kms', account, `key/${keyId}`), tags };
}

/** Instances of the n-th module, as the plan's sections need them. */
function instancesOf(number) {
  const around = surroundings(number);
  const wrong = faultOf(number);
  return resources.flatMap((resource) =>
    (resource.keys ?? [undefined]).map((key, position) => {
      const right = resource.values({ ...around, key });
      const isFault = resource === wrong && position === 0;
      const suffix = key === undefined ? '' : `[${JSON.stringify(key)}]`;
      const identity = {
        address: `${addressOf(number)}.${resource.type}.${resource.name}${suffix}`,
        mode: 'managed',
        type: resource.type,
        name: resource.name,
        ...(key !== undefined && { index: key }),
        provider_name: provider,
      };
      return {
        resource,
        identity,
        computed: new Set(resource.computed),
        values: isFault ? resource.fault(right) : right,
      };
    }),
  );
}

/** `after_unknown` and `after_sensitive` leave out known leaves in objects, and keep their place in lists. */
function shapeOf(value) {
  if (Array.isArray(value))
    return value.map((item) => (item !== null && typeof item === 'object' ? shapeOf(item) : false));
  const inner = Object.entries(value).filter(([, item]) => item !== null && typeof item === 'object');
  return Object.fromEntries(inner.map(([key, item]) => [key, shapeOf(item)]));
}

const without = (values, keys) => Object.fromEntries(Object.entries(values).filter(([key]) => !keys.has(key)));
const marks = (keys) => Object.fromEntries([...keys].map((key) => [key, true]));

function changeOf(number, { identity, computed, values }) {
  const { address, ...named } = identity;
  const action = actionOf(number);
  const isNew = action === 'create';
  const after = isNew ? without(values, computed) : values;
  const tagged = { ...values, ...(values.tags && { tags: { ...values.tags, CostCenter: '4711' } }) };
  const isUpdate = action === 'update' && values.tags;
  const before = isUpdate ? tagged : values;
  return {
    address,
    module_address: addressOf(number),
    ...named,
    change: {
      actions: [action === 'update' && !isUpdate ? 'no-op' : action],
      before: isNew ? null : before,
      after,
      after_unknown: isNew ? { ...shapeOf(after), ...marks(computed) } : {},
      before_sensitive: isNew ? false : shapeOf(before),
      after_sensitive: shapeOf(after),
    },
  };
}

const stated = ({ identity, values }, more) => ({
  ...identity,
  schema_version: 0,
  values,
  sensitive_values: shapeOf(values),
  ...more,
});

function plannedModule(number) {
  const isNew = actionOf(number) === 'create';
  const planned = instancesOf(number).map((instance) => {
    const values = isNew ? without(instance.values, instance.computed) : instance.values;
    return stated({ ...instance, values });
  });
  return { resources: planned, address: addressOf(number) };
}

/** The two policy documents were read when planning: they stand in the state alone. */
function documentsOf(number) {
  const { name, account } = surroundings(number);
  const bucket = `arn:aws:s3:::${name}-data`;
  const documents = {
    app: policy(
      statement(['s3:GetObject', 's3:PutObject'], [`${bucket}/*`]),
      statement(['sqs:ReceiveMessage', 'sqs:DeleteMessage'], [arn('sqs', account, `${name}-jobs`)]),
    ),
    bucket: policy(secureTransport('s3:*', bucket, `${bucket}/*`)),
  };
  return Object.entries(documents).map(([document, json]) => ({
    address: `${addressOf(number)}.data.aws_iam_policy_document.${document}`,
    mode: 'data',
    type: 'aws_iam_policy_document',
    name: document,
    provider_name: provider,
    schema_version: 0,
    values: {
      id: String(number),
      json,
      minified_json: json,
      override_policy_documents: null,
      policy_id: null,
      version: '2012-10-17',
    },
    sensitive_values: {},
  }));
}

function stateModule(number) {
  const depends = [`${addressOf(number)}.aws_kms_key.main`];
  const managed = instancesOf(number).map((instance) => stated(instance, { depends_on: depends }));
  return { resources: [...documentsOf(number), ...managed], address: addressOf(number) };
}

function configuredModule(number) {
  const called = resources.map(({ type, name, keys, written }) => ({
    address: `${type}.${name}`,
    mode: 'managed',
    type,
    name,
    provider_config_key: 'aws',
    expressions: { ...written, tags: { references: ['var.tags'] } },
    schema_version: 0,
    ...(typeof keys?.[0] === 'number' && { count_expression: { constant_value: keys.length } }),
    ...(typeof keys?.[0] === 'string' && { for_each_expression: { references: [`var.${name}`] } }),
  }));
  const documents = ['app', 'bucket'].map((name) => ({
    address: `data.aws_iam_policy_document.${name}`,
    mode: 'data',
    type: 'aws_iam_policy_document',
    name,
    provider_config_key: 'aws',
    expressions: {
      statement: [{ actions: { constant_value: ['s3:GetObject'] }, resources: { references: ['var.name'] } }],
    },
    schema_version: 0,
  }));
  const inputs = [
    'app',
    'blocks',
    'image',
    'instance_class',
    'name',
    'subnets',
    'tags',
    'target',
    'vpc_id',
    'worker',
    'zone_id',
    'zones',
  ];
  const { tags, name } = surroundings(number);
  return {
    source: './modules/service',
    expressions: {
      name: { constant_value: name },
      tags: { constant_value: tags },
      vpc_id: { references: ['var.vpc_id'] },
    },
    module: {
      outputs: { bucket: { expression: { references: ['aws_s3_bucket.data.id', 'aws_s3_bucket.data'] } } },
      resources: [...called, ...documents],
      variables: Object.fromEntries(inputs.map((input) => [input, {}])),
    },
  };
}

function* joined(count, make) {
  for (let number = 0; number < count; number++) {
    if (number > 0) yield ',';
    yield* make(number);
  }
}

const text = (value) => [JSON.stringify(value)];

/**
 * A plan in pieces, in the order in which `terraform show -json` writes them.
 *
 * @param wanted how many resources at least
 */
export function* planOf(wanted) {
  const modules = Math.max(1, Math.ceil(wanted / perModule));
  yield '{"format_version":"1.2","terraform_version":"1.12.2","variables":{"vpc_id":{"value":"vpc-0c1d2e3f4a5b6c7d8"}},';
  yield '"planned_values":{"root_module":{"child_modules":[';
  yield* joined(modules, (number) => text(plannedModule(number)));
  yield ']}},"resource_changes":[';
  yield* joined(modules, (number) => [
    instancesOf(number)
      .map((one) => JSON.stringify(changeOf(number, one)))
      .join(','),
  ]);
  yield '],"prior_state":{"format_version":"1.0","terraform_version":"1.12.2","values":{"root_module":{"child_modules":[';
  const existing = Math.max(1, Math.floor((modules * 8) / 10));
  yield* joined(existing, (position) => text(stateModule(Math.floor(position / 8) * 10 + (position % 8))));
  yield ']}}},"configuration":{"provider_config":{"aws":{"name":"aws","full_name":"registry.terraform.io/hashicorp/aws",';
  yield '"version_constraint":"~> 5.90","expressions":{"region":{"constant_value":"eu-central-1"}}}},"root_module":{"module_calls":{';
  yield* joined(modules, (number) => [`${JSON.stringify(nameOf(number))}:`, ...text(configuredModule(number))]);
  yield '},"variables":{"vpc_id":{}}}},"timestamp":"2026-01-15T08:00:00Z","applyable":true,"complete":true,"errored":false}\n';
}

/** How many resources make a plan of about so many bytes. */
export function resourcesFor(bytes) {
  const modules = 100;
  let measured = 0;
  for (const piece of planOf(modules * perModule)) measured += Buffer.byteLength(piece);
  return Math.ceil((bytes / measured) * modules * perModule);
}
