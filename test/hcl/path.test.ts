import { parsePath } from '../../src/hcl';

const stepsOf = (text: string) => parsePath(text)?.map((step) => (step.kind === 'name' ? step.name : [step.key]));

test.each([
  ['aws_s3_bucket.logs', ['aws_s3_bucket', 'logs']],
  [
    'module.a["x.y"].module.b[0].data.aws_ami.c["q\\"]"]',
    ['module', 'a', ['x.y'], 'module', 'b', [0], 'data', 'aws_ami', 'c', ['q"]']],
  ],
  ['module.a["$${b}"].aws_iam_role.c', ['module', 'a', ['${b}'], 'aws_iam_role', 'c']],
  ['rule[0].filter', ['rule', [0], 'filter']],
  ['tags', ['tags']],
])('%s', (text, steps) => {
  expect(stepsOf(text)).toEqual(steps);
});

test.each(['', 'a.b[*]', 'a[b]', 'f(x).y', '1', 'a.b[', '"a"', 'a["${b}"]'])('%j is no path', (text) => {
  expect(parsePath(text)).toBeUndefined();
});
