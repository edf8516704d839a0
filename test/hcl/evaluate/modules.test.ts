import { argument, brief, evaluateFiles, moduleOf, resourceAt } from './support';

const addresses = (...input: Parameters<typeof evaluateFiles>) =>
  evaluateFiles(...input).resources.map(({ address, uncertain }) =>
    uncertain === undefined ? address : `${address}?`,
  );

describe('instances', () => {
  test.each([
    ['one', '', ['a_b.c']],
    ['a count', 'count = 2', ['a_b.c[0]', 'a_b.c[1]']],
    ['a count of none', 'count = 0', []],
    ['a flag as count', 'count = true ? 1 : 0', ['a_b.c[0]']],
    ['a count that is not known', 'count = var.n', ['a_b.c?']],
    ['a count that is one of two', 'count = var.n == 1 ? 1 : 0', ['a_b.c[0]?']],
    ['a count of which one is certain', 'count = var.n == 1 ? 1 : 2', ['a_b.c[0]', 'a_b.c[1]?']],
    ['a count that is no number', 'count = "x"', ['a_b.c?']],
    ['a hostile count', 'count = 1000000000', ['a_b.c?']],
    ['a set', 'for_each = toset(["b", "a"])', ['a_b.c["a"]', 'a_b.c["b"]']],
    ['a map', 'for_each = { x = 1, "y\\"z" = 2, "$${d}" = 3 }', ['a_b.c["$${d}"]', 'a_b.c["x"]', 'a_b.c["y\\"z"]']],
    ['a map that is not known', 'for_each = var.n', ['a_b.c?']],
    ['a map known in part', 'for_each = merge(var.n, { a = 1 })', ['a_b.c["a"]', 'a_b.c?']],
    ['a set with a key that is not known', 'for_each = toset(["a", var.n])', ['a_b.c["a"]', 'a_b.c?']],
    ['values that are not known', 'for_each = { a = var.n }', ['a_b.c["a"]']],
    ['one of two maps', 'for_each = var.n ? { a = 1, b = 2 } : { b = 3 }', ['a_b.c["a"]?', 'a_b.c["b"]']],
    ['no collection', 'for_each = "x"', ['a_b.c?']],
    ['itself', 'count = length(a_b.c)', ['a_b.c?']],
  ])('%s', (_, repetition, expected) => {
    expect(addresses(`variable "n" {}\nresource "a_b" "c" {\n${repetition}\n}`)).toEqual(expected);
  });

  test('each and count have their values', () => {
    const evaluation = evaluateFiles(`
      resource "a_b" "counted" {
        count = 2
        name  = "n-\${count.index}"
      }
      resource "a_b" "each" {
        for_each = { x = { size = 1 } }
        name     = each.key
        size     = each.value.size
      }
      variable "m" {}
      resource "a_b" "open" {
        for_each = var.m
        name     = each.key
        literal  = true
      }`);
    expect(argument(evaluation, 'a_b.counted[1]', 'name')).toBe('n-1');
    expect(argument(evaluation, 'a_b.each["x"]', 'name')).toBe('x');
    expect(argument(evaluation, 'a_b.each["x"]', 'size')).toBe(1);
    expect(argument(evaluation, 'a_b.open', 'name')).toBe('?');
    expect(argument(evaluation, 'a_b.open', 'literal')).toBe(true);
  });
});

describe('variables', () => {
  const value = (declaration: string, more: Parameters<typeof evaluateFiles>[2] = {}) =>
    brief(
      evaluateFiles(`variable "v" {\n${declaration}\n}\noutput "o" {\nvalue = var.v\n}`, {}, more).outputs.get('o'),
    );

  test.each([
    ['nothing is given', '', '?'],
    ['a default', 'default = 1', 1],
    ['a default of null', 'default = null', null],
    ['a default that is converted', 'type = string\ndefault = 1', '1'],
    ['a list of texts', 'type = list(string)\ndefault = [1, "a"]', ['1', 'a']],
    ['a set', 'type = set(string)\ndefault = ["b", "a", "b"]', ['a', 'b']],
    ['a map', 'type = map(bool)\ndefault = { a = "true" }', { a: true }],
    ['a tuple', 'type = tuple([string, number])\ndefault = [1, "2"]', ['1', 2]],
    ['optional attributes', 'type = object({ a = optional(string), b = optional(bool, true), c = optional(object({ d = optional(number, 5) }), {}) })\ndefault = {}', { a: null, b: true, c: { d: 5 } }],
    ['attributes that the type does not have', 'type = object({ a = number })\ndefault = { a = "1", z = 2 }', { a: 1 }],
    ['a required attribute is missing', 'type = object({ a = number })\ndefault = {}', '?'],
    ['a list of objects', 'type = list(object({ a = optional(number, 1) }))\ndefault = [{}]', [{ a: 1 }]],
    ['any', 'type = any\ndefault = { a = [1] }', { a: [1] }],
    ['a value of another type', 'type = number\ndefault = "x"', '?'],
    ['another variable', 'default = var.other', '?'],
  ])('%s', (_, declaration, expected) => {
    expect(value(declaration)).toEqual(expected);
  }); // prettier-ignore

  const files = (...texts: readonly string[]) =>
    texts.flatMap((text, index) => moduleOf('.', { [`${String(index)}.tfvars`]: text }).files);

  test('what is given goes before the default, and the later file before the earlier', () => {
    expect(value('default = 1', { variableFiles: files('v = 2', 'v = 3') })).toBe(3);
    expect(value('default = 1', { variableFiles: files('v = 2'), environment: { TF_VAR_v: '4' } })).toBe(2);
    expect(value('default = 1', { environment: { TF_VAR_v: '4' } })).toBe('4');
    expect(value('type = number', { environment: { TF_VAR_v: '4' } })).toBe(4);
    expect(value('type = list(string)', { environment: { TF_VAR_v: '["a"]' } })).toEqual(['a']);
    expect(value('type = list(string)', { environment: { TF_VAR_v: '[' } })).toBe('?');
    expect(value('default = 1', { variableFiles: files('v = null') })).toBe(null);
    expect(value('default = 1\nnullable = false', { variableFiles: files('v = null') })).toBe(1);
    expect(value('', { variableFiles: files('v = var.w') })).toBe('?');
  });

  test('say on whose word they hold, who supplies them, and whether they are secret', () => {
    const evaluation = evaluateFiles(
      `variable "d" { default = true }
       variable "g" {}
       variable "u" {}
       variable "s" {
         sensitive = true
       }
       resource "a_b" "c" {
         d = var.d
         g = var.g
         u = var.u
         s = "x-\${var.s}"
         n = !var.d
       }`,
      {},
      { variableFiles: files('g = 1') },
    );
    const { members } = resourceAt(evaluation, 'a_b.c').body;
    expect(members.get('d')).toMatchObject({ because: 'the default of variable "d"' });
    expect(members.get('n')).toMatchObject({ value: false, because: 'the default of variable "d"' });
    expect(members.get('g')).toMatchObject({ value: 1, source: 'parameter' });
    expect(members.get('u')).toMatchObject({ source: 'parameter', why: 'variable "u" is given at apply' });
    expect(members.get('s')).toMatchObject({ source: 'secret-parameter', sensitive: true });
  });
});

test('locals, and those that go in circles', () => {
  const { outputs } = evaluateFiles(`
    locals {
      a = local.b + 1
      b = 1
      c = local.d
      d = [local.c]
    }
    output "a" { value = local.a }
    output "c" { value = local.c }
    output "none" { value = local.none }
    output "tried" { value = try(local.none, 1) }`);
  expect([...outputs].map(([name, value]) => [name, brief(value)])).toEqual([
    ['a', 2],
    ['c', ['?']],
    ['none', '?'],
    ['tried', '?'],
  ]);
});

describe('references', () => {
  const evaluation = evaluateFiles(`
    variable "create" {}
    resource "aws_kms_key" "main" {
      description = "key"
      policy      = null
    }
    resource "aws_kms_key" "counted" {
      count = 2
    }
    resource "aws_kms_key" "perhaps" {
      count = var.create ? 1 : 0
    }
    resource "aws_kms_key" "many" {
      count = var.create
    }
    resource "aws_kms_key" "each" {
      for_each = toset(["a", "b"])
    }
    data "aws_vpc" "this" {
      tags = { Name = "x" }
    }
    data "aws_caller_identity" "current" {}
    data "aws_region" "other" { name = "eu-west-1" }
    resource "a_b" "c" {
      arn       = aws_kms_key.main.arn
      text      = "\${aws_kms_key.main.arn}/*"
      known     = aws_kms_key.main.description
      unset     = aws_kms_key.main.policy
      nested    = aws_kms_key.main.x[0].y
      indexed   = aws_kms_key.counted[1].arn
      all       = aws_kms_key.counted[*].arn
      perhaps   = aws_kms_key.perhaps[0].arn
      tried     = try(aws_kms_key.perhaps[0].arn, "none")
      one       = one(aws_kms_key.perhaps[*].arn)
      many      = aws_kms_key.many[0].arn
      manyAll   = join("", aws_kms_key.many[*].arn)
      each      = aws_kms_key.each["b"].arn
      values    = values(aws_kms_key.each)[*].arn
      for       = [for k in aws_kms_key.each : k.arn]
      missing   = aws_kms_key.counted[7].arn
      whole     = aws_kms_key.main
      data      = data.aws_vpc.this.id
      argument  = data.aws_vpc.this.tags.Name
      account   = data.aws_caller_identity.current.account_id
      region    = data.aws_region.other.id
      nothing   = aws_none.x.y
      workspace = terraform.workspace
      path      = "\${path.module}/x"
      isNull    = aws_kms_key.main.arn == null
    }`);
  const { members } = resourceAt(evaluation, 'a_b.c').body;
  const to = (address: string, ...path: readonly (string | number)[]) => ({ address, path });

  test.each([
    ['arn', [to('aws_kms_key.main', 'arn')]],
    ['known', [to('aws_kms_key.main', 'description')]],
    ['unset', [to('aws_kms_key.main', 'policy')]],
    ['nested', [to('aws_kms_key.main', 'x', 0, 'y')]],
    ['indexed', [to('aws_kms_key.counted[1]', 'arn')]],
    ['perhaps', [to('aws_kms_key.perhaps[0]', 'arn')]],
    ['tried', [to('aws_kms_key.perhaps[0]', 'arn')]],
    ['many', [to('aws_kms_key.many', 'arn')]],
    ['manyAll', [to('aws_kms_key.many', 'arn')]],
    ['each', [to('aws_kms_key.each["b"]', 'arn')]],
    ['whole', [to('aws_kms_key.main')]],
    ['data', [to('data.aws_vpc.this', 'id')]],
    ['account', [to('data.aws_caller_identity.current', 'account_id')]],
  ])('%s', (name, references) => {
    expect(members.get(name)).toMatchObject({ references, source: name === 'account' ? 'platform' : 'resource' });
  });

  test('lists of them', () => {
    const lists = ['all', 'values', 'for'].map((name) => {
      const value = members.get(name);
      return value?.kind === 'list' ? value.items.map(({ references }) => references?.[0]?.address) : value;
    });
    expect(lists).toEqual([
      ['aws_kms_key.counted[0]', 'aws_kms_key.counted[1]'],
      ['aws_kms_key.each["a"]', 'aws_kms_key.each["b"]'],
      ['aws_kms_key.each["a"]', 'aws_kms_key.each["b"]'],
    ]);
  });

  test('values', () => {
    expect(brief(members.get('known'))).toBe('key');
    expect(brief(members.get('text'))).toBe('{?}/*');
    expect(brief(members.get('argument'))).toBe('x');
    expect(brief(members.get('one'))).toEqual({ either: [null, '?'] });
    expect(brief(members.get('path'))).toBe('./x');
    expect(brief(members.get('isNull'))).toBe(false);
    expect(members.get('account')).toMatchObject({ symbol: 'account' });
    expect(members.get('region')).not.toHaveProperty('symbol');
    for (const name of ['missing', 'nothing', 'workspace']) expect(brief(members.get(name))).toBe('?');
  });

  test('what is not there is noted', () => {
    const messages = evaluation.notes.map(({ message }) => message);
    expect(messages).toContain('not declared: aws_none.x');
    expect(messages.some((message) => message.includes('has no item 7'))).toBe(true);
  });
});
