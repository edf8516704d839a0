import { markup, plain } from '../../../../src/responsibility/formats/oscal/text';

test.each([
  ['module.web.aws_instance.it', 'module.web.aws_instance.it'],
  ['AWS::S3::Bucket', 'AWS::S3::Bucket'],
  ['<img src=x onerror=alert(1)>', '\\<img src=x onerror=alert(1)\\>'],
  ['[click](javascript:alert(1))', '\\[click\\](javascript:alert(1))'],
  ['{{ insert: param, ac-1_prm_1 }}', '\\{\\{ insert: param, ac-1_prm_1 \\}\\}'],
  ['_bold_ a_b', '\\_bold\\_ a_b'],
  ['# title', '\\# title'],
  ['1. item', '1\\. item'],
  ['a\n\n- b', 'a - b'],
  [' \u202eevil\u0000 ', 'evil'],
  ['\ud800', '(nothing that can be shown)'],
  ['', '(nothing that can be shown)'],
])('%j is shown as it is', (text, shown) => {
  expect(markup(text)).toBe(shown);
});

test('a plain text keeps what Markdown would take for markup', () => {
  expect(plain('\t<b>*\n[x] ')).toBe('<b>* [x]');
});
