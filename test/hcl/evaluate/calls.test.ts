import { argument, brief, evaluateFiles, resourceAt } from './support';
import type { ModuleCall, Value } from '../../../src/hcl/evaluate';

const child = `
  variable "encrypted" { default = false }
  variable "config" {
    type    = object({ size = optional(number, 5), key = optional(string) })
    default = {}
  }
  resource "a_b" "c" {
    encrypted = var.encrypted
    size      = var.config.size
    key       = var.config.key
  }
  output "id" { value = a_b.c.id }
  output "encrypted" { value = var.encrypted }`;

test('a module has what its caller gives, and defaults', () => {
  const evaluation = evaluateFiles(
    `locals { on = true }
     module "m" {
       source    = "./child"
       encrypted = local.on
       config    = { key = a_key.k.arn }
     }
     module "plain" { source = "./child" }
     resource "a_key" "k" {}
     resource "a_d" "e" {
       id = module.m.id
       on = module.m.encrypted
       no = module.m.nothing
     }
     output "id" { value = module.m.id }`,
    { './child': child },
  );
  expect(evaluation.resources.map(({ address }) => address)).toEqual(['a_key.k', 'a_d.e', 'module.m.a_b.c', 'module.plain.a_b.c']); // prettier-ignore
  expect(brief(resourceAt(evaluation, 'module.m.a_b.c').body)).toEqual({ encrypted: true, size: 5, key: '?' });
  expect(brief(resourceAt(evaluation, 'module.plain.a_b.c').body)).toEqual({ encrypted: false, size: 5, key: null });
  expect(resourceAt(evaluation, 'module.m.a_b.c').body.members.get('key')).toMatchObject({
    references: [{ address: 'a_key.k', path: ['arn'] }],
  });
  expect(resourceAt(evaluation, 'a_d.e').body.members.get('id')).toMatchObject({
    references: [{ address: 'module.m.a_b.c', path: ['id'] }],
  });
  expect(argument(evaluation, 'a_d.e', 'on')).toBe(true);
  expect(argument(evaluation, 'a_d.e', 'no')).toBe('?');
  expect(resourceAt(evaluation, 'module.m.a_b.c').module).toMatchObject({ address: 'module.m', directory: './child' });
  expect(brief(evaluation.outputs.get('id'))).toBe('?');
});

test('modules repeat, and what is not known of that is said of all that is in them', () => {
  const evaluation = evaluateFiles(
    `variable "n" {}
     module "two" {
       source    = "./child"
       count     = 2
       encrypted = count.index == 0
     }
     module "each" {
       source   = "./child"
       for_each = { a = true }
       encrypted = each.value
     }
     module "open" {
       source = "./child"
       count  = var.n
     }
     module "perhaps" {
       source = "./child"
       count  = var.n ? 1 : 0
     }
     resource "a_d" "e" {
       two  = module.two[1].id
       each = module.each["a"].id
       all  = [for m in module.each : m.encrypted]
       open = module.open[0].id
       perhaps = try(module.perhaps[0].id, null)
     }`,
    { './child': child },
  );
  const uncertain = evaluation.resources.map((one) => [
    one.address,
    (one.uncertain ?? one.module.uncertain) !== undefined,
  ]);
  expect(uncertain).toEqual([
    ['a_d.e', false],
    ['module.two[0].a_b.c', false],
    ['module.two[1].a_b.c', false],
    ['module.each["a"].a_b.c', false],
    ['module.open.a_b.c', true],
    ['module.perhaps[0].a_b.c', true],
  ]);
  expect(argument(evaluation, 'module.two[0].a_b.c', 'encrypted')).toBe(true);
  expect(argument(evaluation, 'module.two[1].a_b.c', 'encrypted')).toBe(false);
  const { members } = resourceAt(evaluation, 'a_d.e').body;
  const target = (value: Value | undefined) => value?.references?.map(({ address }) => address);
  expect(target(members.get('two'))).toEqual(['module.two[1].a_b.c']);
  expect(target(members.get('each'))).toEqual(['module.each["a"].a_b.c']);
  expect(target(members.get('open'))).toEqual(['module.open.a_b.c']);
  expect(target(members.get('perhaps'))).toEqual(['module.perhaps[0].a_b.c']);
  expect(brief(members.get('all'))).toEqual([true]);
});

test('a module that is not there is noted, and what it gives is not known', () => {
  const evaluation = evaluateFiles(
    'module "m" {\n source = "registry/x/aws"\n version = "~> 1.0"\n}\nresource "a_b" "c" {\n x = module.m.id\n}',
  );
  expect(argument(evaluation, 'a_b.c', 'x')).toBe('?');
  expect(evaluation.modules.map(({ unavailable }) => unavailable)).toEqual([undefined, 'it is not here']);
  expect(evaluation.notes.map(({ message }) => message)).toEqual(['module.m is not read: it is not here']);
});

test('the caller is asked for files once for each call', () => {
  const calls: ModuleCall[] = [];
  const inner = evaluateFiles(
    'module "a" {\n source = "./a"\n count = 2\n}',
    {},
    {
      loadModule: (call) => {
        calls.push(call);
        return { unavailable: 'no' };
      },
    },
  );
  expect(inner.modules).toHaveLength(3);
  expect(calls.map(({ path, source, directory, file }) => [path, source, directory, file])).toEqual([
    [['a'], './a', '.', 'main.tf'],
  ]);
});

test('a module that calls itself comes to an end', () => {
  const twice = 'module "a" {\n source = "./a"\n}\nmodule "b" {\n source = "./a"\n}\nresource "a_b" "c" {\n}';
  const evaluation = evaluateFiles(twice, { './a': twice });
  expect(evaluation.modules.length).toBeLessThan(2001);
  expect(evaluation.notes.map(({ message }) => message)).toContain('not every module is read: there are too many');
});

test('places lead from the resource to where a value was written', () => {
  const main = 'module "m" {\n  source    = "./child"\n  encrypted = local.on\n}\nlocals {\n  on = true\n}\n';
  const evaluation = evaluateFiles(main, { './child': child });
  const text = (value: Value | undefined) =>
    value?.at.map(({ file, start, end }) => [file, (file === 'main.tf' ? main : child).slice(start, end)]);
  const { members } = resourceAt(evaluation, 'module.m.a_b.c').body;
  expect(text(members.get('encrypted'))).toEqual([
    ['./child/main.tf', 'var.encrypted'],
    ['main.tf', 'local.on'],
    ['main.tf', 'true'],
  ]);
  expect(text(members.get('size'))).toEqual([
    ['./child/main.tf', 'var.config.size'],
    ['./child/main.tf', '5'],
  ]);
});

test('providers, requirements and moves', () => {
  const evaluation = evaluateFiles(
    `terraform {
       required_providers {
         aws  = { source = "hashicorp/aws", version = "~> 5.0" }
         mine = { source = "example.com/acme/mine" }
         old  = ">= 1.0"
       }
     }
     provider "aws" { region = "eu-central-1" }
     provider "aws" {
       alias  = "west"
       region = var.r
     }
     variable "r" {}
     resource "aws_x" "plain" {}
     resource "aws_x" "west" { provider = aws.west }
     resource "aws_x" "other" { provider = mine }
     resource "null_resource" "n" {}
     moved {
       from = aws_x.old
       to   = aws_x.plain
     }
     module "m" { source = "./child" }`,
    { './child': 'moved {\n from = aws_y.a[0]\n to = aws_y.a["k"]\n}\nmoved {\n from = f(1)\n to = a.b\n}' },
  );
  expect(evaluation.requirements.map(({ localName, source, version }) => [localName, source, version])).toEqual([
    ['aws', 'hashicorp/aws', '~> 5.0'],
    ['mine', 'example.com/acme/mine', undefined],
    ['old', 'hashicorp/old', '>= 1.0'],
  ]);
  expect(evaluation.providers.map(({ localName, alias, body }) => [localName, alias, brief(body)])).toEqual([
    ['aws', undefined, { region: 'eu-central-1' }],
    ['aws', 'west', { region: '?' }],
  ]);
  expect(evaluation.resources.map(({ name, provider: { localName, alias, source } }) => [name, localName, alias, source])).toEqual([
    ['plain', 'aws', undefined, 'hashicorp/aws'],
    ['west', 'aws', 'west', 'hashicorp/aws'],
    ['other', 'mine', undefined, 'example.com/acme/mine'],
    ['n', 'null', undefined, 'hashicorp/null'],
  ]); // prettier-ignore
  expect(evaluation.moves.map(({ from, to }) => [from, to])).toEqual([
    ['aws_x.old', 'aws_x.plain'],
    ['module.m.aws_y.a[0]', 'module.m.aws_y.a["k"]'],
  ]);
});

test('what a file with errors does not declare may be declared all the same', () => {
  const evaluation = evaluateFiles('resource "a_b" "c" {\n x = local.y\n}\nlocals {\n y = = 1\n}');
  expect(argument(evaluation, 'a_b.c', 'x')).toBe('?');
  expect(evaluation.notes).toEqual([]);
});
