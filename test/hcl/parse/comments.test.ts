import { parseFile } from '../../../src/hcl';

const commentsOf = (text: string): readonly string[] => {
  const { comments } = parseFile(text);
  return comments.map(({ start, end }) => text.slice(start, end));
};

test('each comment is kept once, with its kind and without the end of its line', () => {
  const text = '# one\r\na = 1 // two\n/* three\n */ b = [ # four\n  1, /* five */ 2\n]\nc { # six\n}\n# seven';
  const kinds = parseFile(text).comments.map(({ kind }) => kind);
  expect(commentsOf(text)).toEqual(['# one', '// two', '/* three\n */', '# four', '/* five */', '# six', '# seven']);
  expect(kinds).toEqual(['hash', 'slashes', 'block', 'hash', 'block', 'hash', 'hash']);
});

test('comments between all the tokens', () => {
  const text =
    'a = /* 1 */ f( # 2\n /* 3 */ b /* 4 */ . c /* 5 */ ? /* 6 */ { /* 7 */ d = 1 /* 8 */ } : "${ /* 9 */ e }")\n';
  expect(parseFile(text).errors).toEqual([]);
  expect(commentsOf(text)).toHaveLength(9);
});

test.each([
  ['a heredoc', 'a = <<E\n# no\n// no\n/* no */\nE\n'],
  ['a flushed heredoc', 'a = <<-E\n    # no ${b} # no\n  E\n'],
  ['a string', 'a = "# no // no /* no */"\n'],
  ['a template', 'a = "# no ${b} // no %{ if c }# no%{ endif }"\n'],
])('text in %s is no comment', (_name, text) => {
  expect(parseFile(text).errors).toEqual([]);
  expect(commentsOf(text)).toEqual([]);
});

test.each([
  ['beside it', 'resource "a" "b" {\n  c = <<E\n# no\nE\n  d = @\n}\n# yes\n'],
  ['before it', 'resource "a" "b" {\n  c = @ <<E\n# no\nE\n}\n# yes\n'],
  ['behind it', 'resource "a" "b" {\n  c = f(<<-E\n    # no }\n  E\n  @)\n}\n# yes\n'],
])('an error makes no comment of a text: %s', (_name, text) => {
  expect(parseFile(text).errors).toHaveLength(1);
  expect(commentsOf(text)).toEqual(['# yes']);
});
