import { parseFile, parseTemplate, type Expression, type TemplatePart } from '../../../src/hcl';

function attribute(text: string): Expression {
  const { body, errors } = parseFile(text);
  const item = body.items[0];
  if (errors.length > 0 || item?.kind !== 'attribute') throw new Error(JSON.stringify(errors));
  return item.expression;
}

/** The texts as they are, and `<name>` for what is computed. */
function rendered(parts: readonly TemplatePart[]): string {
  return parts
    .map((part) => {
      if (part.kind === 'text') return part.value;
      if (part.kind === 'interpolation')
        return part.expression.kind === 'variable' ? `<${part.expression.name}>` : '<…>';
      if (part.kind === 'for-directive') return `<for ${rendered(part.body)}>`;
      return `<if ${rendered(part.whenTrue)}|${rendered(part.whenFalse ?? [])}>`;
    })
    .join('');
}

function textOf(text: string): string {
  const expression = attribute(text);
  if (expression.kind === 'literal') return String(expression.value);
  return expression.kind === 'template' ? rendered(expression.parts) : expression.kind;
}

test.each([
  ['escapes', 'a = "\\n\\t\\r\\"\\\\\\u00e9\\U0001F600"\n', '\n\t\r"\\é😀'],
  ['introductions that are doubled', 'a = "$${b} %%{c} $$d 5%"\n', '${b} %{c} $$d 5%'],
  ['a dollar before an interpolation', 'a = "$$$${b}"\n', '$$${b}'],
  ['normal form C', 'a = "e\u0301"\n', 'é'],
  ['stripping', 'a = "x  ${~ b ~}  y ${c}"\n', 'x<b>y <c>'],
  ['stripping a directive', 'a = "%{ if b ~} yes %{~ else ~} no %{~ endif } z"\n', '<if yes|no> z'],
  ['a loop', 'a = "%{ for k, v in m }${v},%{ endfor }"\n', '<for <v>,>'],
])('%s', (_name, text, value) => {
  expect(textOf(text)).toBe(value);
});

test.each([
  ['keeps its text', 'a = <<E\n  x\\n "q" $${y}\nE\n', '  x\\n "q" ${y}\n'],
  ['is empty', 'a = <<E\nE\n', ''],
  ['ends at the marker alone', 'a = <<E\nEE\nE E\n  E\n', 'EE\nE E\n'],
  ['keeps carriage returns', 'a = <<E\r\nx\r\nE\r\n', 'x\r\n'],
  [
    'loses the common indentation',
    'a = <<-E\n      six\n    four\n\n        eight\n  E\n',
    '  six\nfour\n\n    eight\n',
  ],
  ['counts tabs as spaces', 'a = <<-E\n\t\tx\n\t\t\ty\n  E\n', 'x\n\ty\n'],
  ['does not count lines of spaces', 'a = <<-E\n    x\n \n    y\n  E\n', 'x\n \ny\n'],
  ['is not indented where a sequence begins a line', 'a = <<-E\n    x\n${b}\n    y\n  E\n', '    x\n<b>\n    y\n'],
  ['counts the spaces before a sequence', 'a = <<-E\n    x\n  ${b}\n    y\n  E\n', '  x\n<b>\n  y\n'],
  ['is stripped before it is flushed', 'a = <<-E\n    x ${b ~}\n  y\n      z\n  E\n', 'x <b>  y\n  z\n'],
  ['has interpolations of several lines', 'a = <<-E\n    x ${\n  b\n}\n    y\n  E\n', 'x <b>\ny\n'],
])('a heredoc %s', (_name, text, value) => {
  expect(textOf(text)).toBe(value);
});

test('a heredoc is a template, whatever is in it', () => {
  expect(attribute('a = <<-E\n  x\n  E\n')).toMatchObject({ kind: 'template', heredoc: { marker: 'E', flush: true } });
  expect(attribute('a = <<E\n${b ~}\nE\n')).toMatchObject({ kind: 'template', heredoc: { flush: false } });
  expect(attribute('a = "${b}"\n')).toMatchObject({ kind: 'template-wrap', strip: { before: false, after: false } });
  expect(attribute('a = "${~ b ~}"\n')).toMatchObject({ kind: 'template-wrap', strip: { before: true, after: true } });
  expect(attribute('a = " ${~ b }"\n')).toMatchObject({ kind: 'template', parts: [{ kind: 'interpolation' }] });
});

test('parts say where they are written', () => {
  const text = 'a = <<-E\n    one\n    two ${b}\n  E\n';
  const template = attribute(text);
  const parts = template.kind === 'template' ? template.parts : [];
  expect(parts.map(({ start, end }) => text.slice(start, end))).toEqual(['    one\n    two ', '${b}', '\n']);
});

test('a heredoc among other items', () => {
  const tuple = attribute('a = [<<A\none\nA\n, <<B\ntwo\nB\n]\n');
  expect(tuple).toMatchObject({ kind: 'tuple', items: [{ heredoc: { marker: 'A' } }, { heredoc: { marker: 'B' } }] });
});

test.each([
  ['a = <<E\nx\n', 'Unterminated heredoc: "E" expected on a line of its own'],
  ['a = <<E\nx\nE', 'Unterminated heredoc: "E" expected on a line of its own'],
  ['a = <<\n', 'Invalid heredoc: a marker expected behind "<<"'],
  ['a = <<E x\nE\n', 'Invalid heredoc: a newline expected behind the marker'],
  ['a = <<E\nx\ry\nE\n', 'A carriage return can stand only before a newline'],
])('%j is refused', (text, message) => {
  expect(parseFile(text).errors[0]).toMatchObject({ message, start: expect.any(Number) as number });
});

test('a text alone is a template too', () => {
  expect(parseTemplate('plain "text" \\n')).toMatchObject({
    ok: true,
    value: { kind: 'literal', value: 'plain "text" \\n' },
  });
  expect(parseTemplate('${a}')).toMatchObject({ ok: true, value: { kind: 'template-wrap' } });
  expect(parseTemplate('a\n${b}\n')).toMatchObject({ ok: true, value: { kind: 'template', heredoc: undefined } });
  expect(parseTemplate('%{ if a }')).toMatchObject({ ok: false, error: { start: 0 } });
});
