import { argument, brief, evaluateFiles, resourceAt } from './support';

/** How public modules write things: what is wanted is given as an object of any shape, and taken apart with `try`. */
const bucket = `
  variable "create" {
    type    = bool
    default = true
  }
  variable "encryption" {
    type    = any
    default = {}
  }
  variable "grants" {
    type    = any
    default = []
  }
  variable "tags" {
    type    = map(string)
    default = {}
  }
  locals {
    create = var.create && length(keys(var.encryption)) > 0
    grants = try(jsondecode(var.grants), var.grants)
  }
  resource "aws_s3_bucket" "this" {
    count = var.create ? 1 : 0
    tags  = merge(var.tags, { module = "bucket" })
  }
  resource "aws_s3_bucket_server_side_encryption_configuration" "this" {
    count  = local.create ? 1 : 0
    bucket = aws_s3_bucket.this[0].id
    dynamic "rule" {
      for_each = try(flatten([var.encryption["rule"]]), [])
      content {
        bucket_key_enabled = try(rule.value.bucket_key_enabled, null)
        dynamic "apply_server_side_encryption_by_default" {
          for_each = try([rule.value.apply_server_side_encryption_by_default], [])
          content {
            sse_algorithm     = apply_server_side_encryption_by_default.value.sse_algorithm
            kms_master_key_id = try(apply_server_side_encryption_by_default.value.kms_master_key_id, null)
          }
        }
      }
    }
  }
  resource "aws_s3_bucket_acl" "this" {
    for_each = { for index, grant in local.grants : index => grant }
    grantee  = each.value.id
  }
  output "id" {
    value = try(aws_s3_bucket.this[0].id, aws_s3_bucket.none[0].id, "")
  }
  output "arn" {
    value = element(concat(aws_s3_bucket.this[*].arn, [""]), 0)
  }`;

const call = (text: string) => `
  variable "n" {}
  resource "aws_kms_key" "k" {}
  module "b" {
    source = "./bucket"
    ${text}
  }
  resource "a_b" "c" {
    id  = module.b.id
    arn = module.b.arn
  }`;

const evaluated = (text: string) => evaluateFiles(call(text), { './bucket': bucket });
const encryption = 'module.b.aws_s3_bucket_server_side_encryption_configuration.this[0]';

test('everything is known', () => {
  const evaluation = evaluated(
    'encryption = { rule = { apply_server_side_encryption_by_default = { sse_algorithm = "aws:kms", kms_master_key_id = aws_kms_key.k.arn } } }\ngrants = [{ id = "x" }]\ntags = { a = 1 }',
  );
  expect(brief(resourceAt(evaluation, encryption).body)).toEqual({
    bucket: '?',
    rule: [
      {
        bucket_key_enabled: null,
        apply_server_side_encryption_by_default: [{ sse_algorithm: 'aws:kms', kms_master_key_id: '?' }],
      },
    ],
  });
  expect(argument(evaluation, 'module.b.aws_s3_bucket.this[0]', 'tags')).toEqual({ a: '1', module: 'bucket' });
  expect(argument(evaluation, 'module.b.aws_s3_bucket_acl.this["0"]', 'grantee')).toBe('x');
  const { members } = resourceAt(evaluation, 'a_b.c').body;
  expect(members.get('id')).toMatchObject({
    references: [{ address: 'module.b.aws_s3_bucket.this[0]', path: ['id'] }],
  });
  expect(members.get('arn')).toMatchObject({
    references: [{ address: 'module.b.aws_s3_bucket.this[0]', path: ['arn'] }],
  });
});

test('what is given is not known', () => {
  const evaluation = evaluated('create = var.n\nencryption = var.n\ngrants = var.n\ntags = var.n');
  const addresses = evaluation.resources.map(({ address, uncertain }) => [address, uncertain !== undefined]);
  expect(addresses).toEqual([
    ['aws_kms_key.k', false],
    ['a_b.c', false],
    ['module.b.aws_s3_bucket.this[0]', true],
    [encryption, true],
    ['module.b.aws_s3_bucket_acl.this', true],
  ]);
  expect(brief(resourceAt(evaluation, encryption).body)).toEqual({ bucket: '?', rule: ['...'] });
  expect(argument(evaluation, 'module.b.aws_s3_bucket.this[0]', 'tags')).toEqual({ module: 'bucket', '...': true });
});

test('nothing is given', () => {
  const evaluation = evaluated('create = false');
  expect(evaluation.resources.map(({ address }) => address)).toEqual(['aws_kms_key.k', 'a_b.c']);
});

test('one resource for each of another', () => {
  const evaluation = evaluateFiles(`
    resource "a_b" "all" {
      for_each = toset(["x", "y"])
      name     = each.key
    }
    resource "a_c" "each" {
      for_each = a_b.all
      id       = each.value.id
      name     = each.value.name
    }
    resource "a_d" "counted" {
      count = length(a_b.all)
      id    = values(a_b.all)[count.index].id
    }`);
  const references = (address: string) => resourceAt(evaluation, address).body.members.get('id')?.references;
  expect(references('a_c.each["y"]')).toEqual([{ address: 'a_b.all["y"]', path: ['id'] }]);
  expect(argument(evaluation, 'a_c.each["y"]', 'name')).toBe('y');
  expect(references('a_d.counted[1]')).toEqual([{ address: 'a_b.all["y"]', path: ['id'] }]);
});
