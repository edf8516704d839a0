import { parseExpression, type Expression, type Traversal } from '../../../src/hcl';
import { shapeOf } from '../../support/hcl/shape';

function read(text: string): Expression {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(`${parsed.error.message} at ${parsed.error.start} of ${text}`);
  return parsed.value;
}

test.each([
  ['null', '=null'],
  ['true', '=true'],
  ['1.50', '=1.50'],
  ['"text"', 'template(")'],
  ['"${var.x}"', 'wrap(scope(var x))'],
  ['"a${b}c"', 'template(" scope(b) ")'],
  ['"${a}${b}"', 'template(scope(a) scope(b))'],
  ['"%{ if a }b%{ else }c%{ endif }"', 'template(?(scope(a) template(") template(")))'],
  ['"%{ for k, v in m }${v}%{ endfor }"', 'template(join(for k,v false(scope(m) template(scope(v)))))'],
  ['null_resource', 'scope(null_resource)'],
  ['var.list[0].name["a.b"]', 'scope(var list 0 name "a.b")'],
  ['var.map[each.key].x', 'relative(index(scope(var map) scope(each key)) x)'],
  ['aws_instance.web[*].id', 'splat(scope(aws_instance web) relative(() id))'],
  ['aws_instance.web.*.tags[0]', 'relative(splat(scope(aws_instance web) relative(() tags)) 0)'],
  ['a[*].b[*].c', 'splat(scope(a) splat(relative(() b) relative(() c)))'],
  ['a.0.b', 'scope(a 0 b)'],
  ['(a).b', 'relative((scope(a)) b)'],
  ['f()', 'call f false()'],
  ['f(1, [2]...)', 'call f true(=1 tuple(=2))'],
  ['f(1,)', 'call f false(=1)'],
  ['provider::aws::arn_parse(x).region', 'relative(call provider::aws::arn_parse false(scope(x)) region)'],
  ['a ? b : c ? d : e', '?(scope(a) scope(b) ?(scope(c) scope(d) scope(e)))'],
  ['-a + !b', '+(unary -(scope(a)) unary !(scope(b)))'],
  ['1 + 2 * 3', '+(=1 *(=2 =3))'],
  ['1 - 2 - 3', '-(-(=1 =2) =3)'],
  ['a || b && c == d', '||(scope(a) &&(scope(b) ==(scope(c) scope(d))))'],
  ['1 <= 2 != 3 > 4', '!=(<=(=1 =2) >(=3 =4))'],
  ['a % 2', '%(scope(a) =2)'],
  ['a-b', 'scope(a-b)'],
  ['[1, [], 2,]', 'tuple(=1 tuple() =2)'],
  ['{ a = 1, "b" : 2\n (c) = 3 }', 'object(() =1 (template(")) =2 ((scope(c))) =3)'],
  ['[for v in l : v if v != null]', 'for ,v false(scope(l) scope(v) !=(scope(v) =null))'],
  ['{ for k, v in m : k => v... }', 'for k,v true(scope(m) scope(k) scope(v))'],
  ['(\n  a\n  + b\n)', '(+(scope(a) scope(b)))'],
  ['var . x [ 0 ]', 'scope(var x 0)'],
  ['größe', 'scope(größe)'],
])('%s', (text, shape) => {
  expect(shapeOf(read(text))).toBe(shape);
});

test('a chain is one flat list, and each step says where it is', () => {
  const text = 'var.list[0].name';
  const traversal = read(text) as Traversal;
  expect(traversal.from).toEqual({ kind: 'variable', name: 'var', start: 0, end: 3 });
  expect(traversal.steps.map(({ start, end }) => text.slice(start, end))).toEqual(['.list', '[0]', '.name']);
  expect(traversal.steps.map(({ kind }) => kind)).toEqual(['attribute-step', 'index-step', 'attribute-step']);
  expect(read('a.0')).toMatchObject({ steps: [{ kind: 'index-step', legacy: true, key: { value: 0 } }] });
});

test('a splat holds the steps that are taken from each item', () => {
  expect(read('a[*].b[0]')).toMatchObject({
    steps: [{ kind: 'splat-step', style: 'full', each: [{ name: 'b' }, { kind: 'index-step' }], start: 1, end: 9 }],
  });
  expect(read('a.*.b[0]')).toMatchObject({
    steps: [
      { kind: 'splat-step', style: 'attribute-only', each: [{ name: 'b' }], start: 1, end: 5 },
      { kind: 'index-step' },
    ],
  });
});

test('keys of objects are names or computed', () => {
  const object = read(
    '{ a = 1, "b c" = 2, null = 3, 1.50 = 4, 123456789012345678901 = 5, (d) = 6, "${e}" = 7, f.g = 8 }',
  );
  const keys = object.kind === 'object' ? object.items.map(({ key }) => key) : [];
  expect(keys.map((key) => (key.kind === 'named-key' ? [key.name, key.quoted] : key.expression.kind))).toEqual([
    ['a', false],
    ['b c', true],
    ['null', false],
    ['1.5', false],
    ['123456789012345678901', false],
    'parentheses',
    'template-wrap',
    'traversal',
  ]);
});

test('a number that a double cannot hold is exact as it was written', () => {
  expect(read('12345678901234567890')).toMatchObject({ kind: 'literal', raw: '12345678901234567890' });
});

test('an expression in the middle of a chain begins and ends where it is written', () => {
  const text = '  a + f( b )  ';
  const sum = read(text);
  expect(text.slice(sum.start, sum.end)).toBe('a + f( b )');
});

test.each([
  ['', 'Invalid expression: a value is missing', 0],
  ['a +', 'Invalid expression: a value is missing', 3],
  ['a b', 'The expression should end here', 2],
  ['[1 2]', 'Missing "," between the items of a list', 3],
  ['f(1 2)', 'Missing "," between the arguments of a function', 4],
  ['f(a..., b)', 'Missing ")": nothing may follow the argument with "..."', 6],
  ['{ a = 1 b = 2 }', 'Missing newline or "," between the items of an object', 8],
  ['{ a 1 }', 'Missing "=" between a key and its value', 4],
  ['{ for = 1 }', 'Invalid "for": the name of a variable expected', 6],
  ['[for a, in b : a]', 'Invalid "for": "in" expected', 11],
  ['[for a of b : a]', 'Invalid "for": "in" expected', 7],
  ['{for a in b : a}', 'Missing "=>" and a value: a "for" in braces makes an object', 15],
  ['[for a in b : a => a]', 'A list has no keys: "=>" belongs into a "for" in braces', 16],
  ['a ? b', 'Missing the other alternative of the conditional: ":" expected', 5],
  ['(a', 'Missing ")"', 2],
  ['a[0', 'Missing "]" behind the index', 3],
  ['a.0.1', 'Two legacy indices cannot follow one another: write them in brackets', 2],
  ['a.', 'Attribute name expected after the dot', 2],
  ['a::b', 'Missing "(": only functions have names with "::"', 4],
  ['1.5.2', 'Invalid number', 0],
  ['@', 'Invalid expression: unexpected "@"', 0],
  ['"a', "Unterminated string: '\"' expected", 0],
  ['"a\nb"', 'A quoted string cannot be split over lines: write "\\n" or use a heredoc', 2],
  ['"\\q"', 'Invalid escape sequence "\\q"', 1],
  ['"\\ud800"', 'Invalid escape sequence "\\u"', 1],
  ['"${a b}"', 'Missing "}" behind the interpolation of a template', 5],
  ['"%{ if a }b"', 'Missing "%{ endif }" in a template', 1],
  ['"%{ endfor }"', 'Unexpected "endfor" in a template: it closes nothing', 1],
  ['"%{ while a }"', 'Invalid template directive: "while" is none', 4],
])('%s is refused', (text, message, start) => {
  expect(parseExpression(text)).toMatchObject({ ok: false, error: { message, start } });
});
