import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from '../../src/inspect';
import { checkoutOf } from '../../src/readers/terraform-source/checkout';
import { readTerraformSource } from '../../src/readers/terraform-source/reader';
import { decodeYaml } from '../../src/readers/terraform-source/yaml';
import { brief } from '../hcl/evaluate/support';
import { folderWith } from '../support/command-line';

const readAll = (files: Readonly<Record<string, string>>) => readTerraformSource(folderWith(files));
const read = (main: string) => readAll({ 'main.tf': main });
const addressesOf = ({ after }: ReturnType<typeof read>) => after.resources.map(({ address }) => address);
const textOf = ({ after }: ReturnType<typeof read>, address: string, path: string) =>
  after.resources
    .find((one) => one.address === address)
    ?.properties.get(path)
    .text();

const settings = { today: '2026-11-26', preset: 'strict', includePass: true } as const;
const verdictOf = (input: ReturnType<typeof read>, control: string, address: string) =>
  inspect([input], settings).inputs[0]?.findings.find(
    (one) => one.control === control && one.resource.address === address,
  )?.verdict;

describe('blocks that are no resources', () => {
  test('neither add any nor take any away', () => {
    const input = read(`
      removed {
        from = aws_s3_bucket.gone
        lifecycle { destroy = false }
      }
      import {
        for_each = { a = "b" }
        to       = aws_s3_bucket.data
        id       = each.value
      }
      moved {
        from = aws_s3_bucket.old
        to   = aws_s3_bucket.data
      }
      ephemeral "random_password" "db" { length = 16 }
      action "aws_lambda_invoke" "x" {
        config { function_name = "f" }
      }
      resource "aws_s3_bucket" "data" {}
    `);
    expect([addressesOf(input), input.notes, input.incomplete]).toEqual([['aws_s3_bucket.data'], [], undefined]);
  });

  test('a check has a data source of its own', () => {
    const input = read(`
      check "policies" {
        # demarc: allow iam-no-admin until 2027-01-01 by ops because looked at only
        data "aws_iam_policy_document" "all" {
          statement {
            actions   = ["*"]
            resources = ["*"]
          }
        }
        data "aws_s3_bucket" "looked_up" { bucket = "logs" }
        assert {
          condition     = data.aws_s3_bucket.looked_up.id != ""
          error_message = "it is empty"
        }
      }
    `);
    expect(addressesOf(input)).toEqual(['data.aws_iam_policy_document.all', 'data.aws_s3_bucket.looked_up']);
    expect(input.notes).toEqual([]);
    expect(verdictOf(input, 'iam-no-admin', 'data.aws_iam_policy_document.all')).toBe('fail');
    expect(input.comments?.map(({ resource }) => resource)).toEqual(['data.aws_iam_policy_document.all']);
  });
});

describe('a write-only argument', () => {
  const database = (password: string) =>
    read(`
      ephemeral "aws_secretsmanager_secret_version" "db" { secret_id = "db" }
      resource "aws_db_instance" "main" {
        engine              = "postgres"
        password_wo         = ${password}
        password_wo_version = 1
      }
    `);

  test('takes what is fetched for the run, which is no secret in clear text', () => {
    const input = database('ephemeral.aws_secretsmanager_secret_version.db.secret_string');
    expect(textOf(input, 'aws_db_instance.main', 'password_wo')).toMatchObject({
      state: 'unknown',
      source: 'resource',
    });
    expect(verdictOf(input, 'no-secret-in-clear', 'aws_db_instance.main')).not.toMatch(/fail|undecided/);
  });

  test('that is written is one', () => {
    expect(verdictOf(database('"hunter2-Secret-9x"'), 'no-secret-in-clear', 'aws_db_instance.main')).toBe('fail');
  });

  test('what is not declared is said', () => {
    expect(database('ephemeral.other.x.y').notes).toEqual(['not declared: ephemeral.other.x']);
  });
});

describe('what a provider is required to be', () => {
  const required = (version: string) =>
    `terraform {\n  required_providers {\n    aws = {\n      source  = "hashicorp/aws"\n      version = "${version}"\n    }\n  }\n}\nresource "aws_s3_bucket" "data" {}\n`;
  const [terraform, override] = [required('~> 5.0'), required('~> 6.0').replace(/resource.*\n/, '')];

  test('an override file says again', () => {
    expect(readAll({ 'main.tf': terraform, 'z_override.tf': override }).providerVersions).toEqual({ aws: 6 });
  });

  test('a file of OpenTofu says in place of the one of Terraform', () => {
    expect(readAll({ 'main.tf': terraform, 'main.tofu': required('~> 6.0') }).providerVersions).toEqual({ aws: 6 });
  });
});

describe('the account of other credentials', () => {
  const trust = (account: string) => `
    assume_role_policy = jsonencode({
      Version   = "2012-10-17"
      Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "arn:aws:iam::\${${account}}:root" } }]
    })`;
  const input = readAll({
    'main.tf': `
      provider "aws" {}
      provider "aws" {
        alias  = "west"
        region = "us-west-2"
      }
      provider "aws" {
        alias = "peer"
        assume_role { role_arn = "arn:aws:iam::999999999999:role/deploy" }
      }
      data "aws_caller_identity" "main" {}
      data "aws_caller_identity" "west" { provider = aws.west }
      data "aws_caller_identity" "peer" { provider = aws.peer }
      resource "aws_iam_role" "main" {${trust('data.aws_caller_identity.main.account_id')}
      }
      resource "aws_iam_role" "west" {${trust('data.aws_caller_identity.west.account_id')}
      }
      resource "aws_iam_role" "peer" {${trust('data.aws_caller_identity.peer.account_id')}
      }
      resource "aws_iam_role" "at_home" {
        provider = aws.peer${trust('data.aws_caller_identity.peer.account_id')}
      }
      resource "aws_iam_role" "abroad" {
        provider = aws.peer${trust('data.aws_caller_identity.main.account_id')}
      }
      module "inner" {
        source    = "./inner"
        providers = { aws = aws.west, aws.other = aws.peer }
        outer     = data.aws_caller_identity.main.account_id
      }
    `,
    'inner/main.tf': `
      terraform {
        required_providers {
          aws = {
            source                = "hashicorp/aws"
            configuration_aliases = [aws.other]
          }
        }
      }
      variable "outer" {}
      data "aws_caller_identity" "here" {}
      data "aws_caller_identity" "other" { provider = aws.other }
      resource "aws_iam_role" "here" {${trust('data.aws_caller_identity.here.account_id')}
      }
      resource "aws_iam_role" "outer" {${trust('var.outer')}
      }
      resource "aws_iam_role" "other" {${trust('data.aws_caller_identity.other.account_id')}
      }
    `,
  });

  test.each([
    ['main', 'pass'],
    ['west', 'pass'],
    ['at_home', 'pass'],
    ['peer', 'undecided'],
    ['abroad', 'undecided'],
    ['module.inner.aws_iam_role.here', 'pass'],
    ['module.inner.aws_iam_role.outer', 'pass'],
    ['module.inner.aws_iam_role.other', 'undecided'],
  ])('may be another: %s is %s', (name, verdict) => {
    const address = name.includes('.') ? name : `aws_iam_role.${name}`;
    expect(verdictOf(input, 'cross-account-confined', address)).toBe(verdict);
  });
});

describe('files that functions read', () => {
  const using = (expression: string) =>
    `resource "aws_s3_bucket" "data" {\n  bucket = ${expression}\n}\nresource "aws_sqs_queue" "each" {\n  for_each = fileset(path.module, "queues/**/*.json")\n}\n`;
  const files = { 'queues/a.json': '', 'queues/in/b.json': '', 'queues/c.txt': '', 'names.yaml': 'bucket: logs\n' };

  test('are listed, and make instances', () => {
    const input = readAll({ ...files, 'main.tf': using('yamldecode(file("names.yaml")).bucket') });
    expect(addressesOf(input)).toEqual([
      'aws_s3_bucket.data',
      'aws_sqs_queue.each["queues/a.json"]',
      'aws_sqs_queue.each["queues/in/b.json"]',
    ]);
    expect(textOf(input, 'aws_s3_bucket.data', 'bucket')).toMatchObject({ value: 'logs' });
  });

  test('are not listed outside of the checkout', () => {
    const outside = folderWith({ 'secret.json': '' });
    const input = readAll({ 'main.tf': using(`join(",", fileset("${outside}", "*"))`) });
    expect(textOf(input, 'aws_s3_bucket.data', 'bucket')).toMatchObject({ state: 'unknown' });
  });

  test('a folder with links that lead elsewhere is not listed, but for a depth that does not follow them', () => {
    const folder = folderWith({ 'main.tf': '', 'inner/a.txt': '' });
    symlinkSync(folderWith({ 'secret.txt': '' }), join(folder, 'linked'));
    mkdirSync(join(folder, 'empty'));
    const checkout = checkoutOf(folder);
    expect(checkout.filesBelow(folder, undefined)).toBeUndefined();
    expect(checkout.filesBelow(folder, 1)).toEqual(['main.tf']);
    expect(checkout.filesBelow(join(folder, 'linked'), 1)).toBeUndefined();
    expect(checkout.filesBelow(join(folder, 'empty'), 1)).toEqual([]);
  });
});

describe('YAML', () => {
  test.each<[string, unknown]>([
    ['a: 1\nb: [x, "1", true, ~, 1.5]\nc: {}\n', { a: 1, b: ['x', '1', true, null, 1.5], c: {} }],
    ['a: &x [1]\nb: *x\n', { a: [1], b: [1] }],
    ['10.0.0.0/8', '10.0.0.0/8'],
    ['text: |\n  one\n  two\n', { text: 'one\ntwo\n' }],
    ['[yes, 010, 2001-01-01, 1_000, 0x1f, .inf]', ['?', '?', '?', '?', '?', '?']],
    ['a: !tag b', { a: '?' }],
    ['a: &x { b: 1 }\nc: { <<: *x }\n', { a: { b: 1 }, c: '?' }],
    ['', '?'],
    ['a: 1\n---\na: 2\n', undefined],
    ['a: [', undefined],
  ])('%j', (text, expected) => {
    expect(brief(decodeYaml(text))).toEqual(expected);
  });

  test('that grows with its aliases is cut short', () => {
    const lines = Array.from({ length: 30 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]`);
    const start = performance.now();
    expect(decodeYaml(`a0: &a0 [x]\n${lines.join('\n')}\n`)?.kind).toBe('object');
    expect(decodeYaml('a: &a [*a]')?.kind).toBe('object');
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});

describe('what KICS is told', () => {
  const encryption = '5ba6229c-8057-433e-91d0-21cf13569ca9';
  const volumes = (head: string, inner = '') =>
    read(`${head}\nresource "aws_sqs_queue" "one" {\n${inner}\n}\n\nresource "aws_sqs_queue" "two" {}\n`).comments?.map(
      ({ text, ids, ofFile }) => [text, ids.length, ofFile ?? false],
    );

  test('at the head of a file is for all that the file holds', () => {
    const text = `# kics-scan disable=${encryption}`;
    expect(volumes(text)).toEqual([
      [text, 2, true],
      [text, 1, false],
    ]);
    expect(volumes('', text)).toEqual([[text, 1, false]]);
  });
});
