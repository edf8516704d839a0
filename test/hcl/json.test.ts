import fc from 'fast-check';
import {
  evaluateModule,
  parseFile,
  parseJsonFile,
  parseJsonVariables,
  positionAt,
  type SourceFile,
  type Value,
} from '../../src/hcl';

const evaluated = (source: SourceFile, variables?: SourceFile) =>
  evaluateModule({
    root: { directory: '.', files: [{ path: 'main', source }] },
    loadModule: () => ({ unavailable: 'it is not there' }),
    ...(variables && { variableFiles: [{ path: 'values', source: variables }] }),
  });

/** Values without their places. */
function plain(value: Value): unknown {
  switch (value.kind) {
    case 'object':
      return Object.fromEntries([...value.members].map(([name, member]) => [name, plain(member)]));
    case 'list':
      return value.items.map(plain);
    case 'json':
      return plain(value.value);
    case 'boolean':
    case 'number':
    case 'string':
      return value.value;
    default:
      return value.kind;
  }
}

const bodies = (source: SourceFile, variables?: SourceFile) =>
  evaluated(source, variables).resources.map(({ address, body, provider }) => [address, provider.alias, plain(body)]);

describe('JSON says what native syntax says', () => {
  test.each<[string, string, string]>([
    [
      'of arguments',
      'resource "a_b" "c" {\n  text = "t-${1 + 1}"\n  number = 2.5\n  list = [true, null]\n  map = { "x y" = "z" }\n}\n',
      '{ "resource": { "a_b": { "c": { "text": "t-${1 + 1}", "number": 2.5, "list": [true, null], "map": { "x y": "z" } } } } }',
    ],
    [
      'of locals, variables and their defaults',
      'variable "v" {\n  type = list(string)\n  default = ["$${a}"]\n}\nlocals {\n  l = var.v[0]\n}\nresource "a_b" "c" {\n  x = local.l\n}\n',
      '{ "variable": { "v": { "type": "list(string)", "default": ["${a}"] } }, "locals": { "l": "${var.v[0]}" }, "resource": { "a_b": { "c": { "x": "${local.l}" } } } }',
    ],
    [
      'of repeats and providers',
      'resource "a_b" "c" {\n  for_each = toset(["x", "y"])\n  provider = a.west\n  name = each.key\n}\n',
      '{ "resource": { "a_b": { "c": { "for_each": "${toset([\\"x\\", \\"y\\"])}", "provider": "a.west", "name": "${each.key}" } } } }',
    ],
    [
      'of dynamic blocks',
      'resource "a_b" "c" {\n  dynamic "rule" {\n    for_each = [1, 2]\n    iterator = it\n    content {\n      port = it.value\n    }\n  }\n}\n',
      '{ "resource": { "a_b": { "c": { "dynamic": { "rule": [{ "for_each": [1, 2], "iterator": "it", "content": { "port": "${it.value}" } }] } } } } }',
    ],
    [
      'of several blocks under one name, and of comments',
      'resource "a_b" "c" {\n  x = 1\n}\nresource "a_b" "d" {\n  x = 2\n}\n',
      '{ "//": "no block", "resource": [{ "a_b": { "c": { "//": "no argument", "x": 1 } } }, { "a_b": [{ "d": { "x": 2 } }] }] }',
    ],
  ])('%s', (_, native, json) => {
    expect(parseJsonFile(json).errors).toEqual([]);
    expect(bodies(parseJsonFile(json))).toEqual(bodies(parseFile(native)));
  });

  test('of values for variables, in which texts are no templates', () => {
    const main = parseFile('variable "v" {}\nresource "a_b" "c" {\n  x = var.v\n}\n');
    const json = parseJsonVariables('{ "v": { "a": "${b}", "c": [1] } }');
    expect(bodies(main, json)).toEqual(bodies(main, parseFile('v = { a = "$${b}", c = [1] }\n')));
  });

  test('of the versions of providers', () => {
    const json = parseJsonFile(
      '{ "terraform": { "required_providers": { "aws": { "source": "x/aws", "version": "~> 6.0" } } } }',
    );
    expect(evaluated(json).requirements).toMatchObject([{ localName: 'aws', source: 'x/aws', version: '~> 6.0' }]);
  });
});

describe('places', () => {
  const text =
    '\ufeff{\n  "resource": { "a_b": { "c": {\n    "x": "\\u0061${1}",\n    "y": "a${local.no}"\n  } } }\n}\n';
  const file = parseJsonFile(text);
  const [resource] = evaluated(file).resources;
  const at = (name: string) => positionAt(file, resource?.body.members.get(name)?.at[0]?.start ?? -1);

  test('are those in the JSON; behind an escape those of the whole text', () => {
    expect(positionAt(file, resource?.block.start ?? -1)).toEqual({ line: 2, column: 26 });
    expect(at('x')).toEqual({ line: 3, column: 10 });
    expect(at('y').line).toBe(4);
  });
});

describe('what is no JSON', () => {
  test.each<[string, number, number]>([
    ['', 1, 1],
    ['[]', 1, 1],
    ['{ "a": 1, }', 1, 11],
    ['{ "a" 1 }', 1, 7],
    ['{ "a": 01 }', 1, 9],
    ['{ "a": "\\x" }', 1, 8],
    ['{ "a": "line\nbreak" }', 1, 8],
    ['{ "a": "open', 1, 8],
    ['{} {}', 1, 4],
    ['{\n  "resource": { "a_b": "c" }\n}', 2, 24],
    ['{ "locals": { "a": "${" } }', 1, 20],
    ['{ "locals": { "a": 1, "a": 2 } }', 1, 23],
  ])('%j is an error where it is', (text, line, column) => {
    const file = parseJsonFile(text);
    expect(file.body).toMatchObject({ items: [], damaged: true });
    expect(file.errors.map(({ start }) => positionAt(file, start))).toEqual([{ line, column }]);
  });

  test.each([
    ['deep', `{ "a": ${'['.repeat(100_000)}`],
    ['deep in a text', `{ "locals": { "a": "\${${'('.repeat(100_000)}}" } }`],
  ])('nor what is too %s', (_, text) => {
    expect(parseJsonFile(text).errors).toHaveLength(1);
  });

  test('a long text is read', () => {
    expect(parseJsonVariables(`{ "a": "${'x'.repeat(20_000_000)}" }`).errors).toEqual([]);
  });

  test('whatever it is, it never throws', () => {
    const whole = '{ "resource": { "a_b": { "c": { "x": "t-${1}", "y": [1.5e3, null, true], "dynamic": {} } } } }';
    const damaged = fc.tuple(fc.nat(whole.length), fc.nat(4), fc.string({ maxLength: 3 }));
    fc.assert(
      fc.property(damaged, ([at, length, inserted]) => {
        const file = parseJsonFile(whole.slice(0, at) + inserted + whole.slice(at + length));
        return file.errors.length === 0 || file.body.damaged;
      }),
    );
  });
});
