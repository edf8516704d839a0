import fc from 'fast-check';
import { glob, resourceMatcher, type Border } from '../../src/gate/glob';
import { resource } from './build';

describe('glob', () => {
  test.each<[boolean, string, Border, string]>([
    [true, 'aws_s3_bucket.b', '.', 'aws_s3_bucket.b'],
    [false, 'aws_s3_bucket.b', '.', 'aws_s3_bucket.bb'],
    [true, 'aws_s3_bucket.*', '.', 'aws_s3_bucket.b'],
    [false, 'aws_s3_bucket.*', '.', 'module.m.aws_s3_bucket.b'],
    [true, '**.aws_s3_bucket.b', '.', 'module.m.aws_s3_bucket.b'],
    [true, '**.aws_s3_bucket.b', '.', 'aws_s3_bucket.b'],
    [true, 'module.x[*].aws_s3_bucket.b', '.', 'module.x[0].aws_s3_bucket.b'],
    [true, 'module.x[*].aws_s3_bucket.b', '.', 'module.x["a.b/c"].aws_s3_bucket.b'],
    [true, 'aws_s3_bucket.b["a.b"]', '.', 'aws_s3_bucket.b["a.b"]'],
    [false, 'aws_s3_bucket.b["a.b"]', '.', 'aws_s3_bucket.b["aXb"]'],
    [false, 'aws_s3_bucket.b[ab]', '.', 'aws_s3_bucket.ba'],
    [false, 'module.*.b', '.', 'module.a.c.b'],
    [true, 'module.*.b', '.', 'module.a["x\\".y"].b'],
    [true, 'module.*.b', '.', 'module.a["x\\\\"].b'],
    [false, 'module.*.b', '.', 'module.a["x\\\\"].c.b'],
    [false, 'a?', '.', 'ab'],
    [true, 'a?', '.', 'a?'],
    [true, 'Stack/*/Bucket', '/', 'Stack/example.com/Bucket'],
    [false, 'Stack/*/Bucket', '/', 'Stack/A/B/Bucket'],
    [true, 'Stack/**/Bucket', '/', 'Stack/A/B/Bucket'],
    [true, 'Stack/**/Bucket', '/', 'Stack/Bucket'],
    [false, 'Stack/**/Bucket', '/', 'Stack/MyBucket'],
    [false, 'Stack/**/Bucket', '/', 'Stack/A/MyBucket'],
    [true, 'Stack/**', '/', 'Stack/A/B'],
    [false, 'Stack/**', '/', 'Stack'],
    [false, 'Stack/*', '/', 'Stack/A/B'],
    [true, 'Stack*', '/', 'StackTwo'],
    [true, 'AWS::S3::*', ':', 'AWS::S3::Bucket'],
    [false, 'AWS::*', ':', 'AWS::S3::Bucket'],
    [true, 'AWS::**', ':', 'AWS::S3::Bucket'],
    [false, '*Bucket', ':', 'AWS::S3::Bucket'],
    [true, '***', '/', 'a/b'],
    [true, '*', '/', ''],
    [false, '', '/', 'a'],
    [true, 'iam-*', 'none', 'iam-no-admin'],
  ])('%s: %s (%s) on %s', (expected, pattern, border, text) => {
    expect(glob(pattern, border)(text)).toBe(expected);
  });

  test.each(['*a'.repeat(400), '**a'.repeat(300), '*/'.repeat(400), '**/'.repeat(300), '*'.repeat(1000)])(
    'comes to an end on a hostile pattern, which backtracking would not (%#)',
    (pattern) => {
      const matches = glob(`${pattern}b`, '/');
      expect(matches(`b${'a'.repeat(2000)}`)).toBe(false);
      expect(matches(`b${'a/'.repeat(1000)}`)).toBe(false);
    },
  );
});

test('glob says what a regular expression would', () => {
  const expression = (pattern: string): RegExp =>
    new RegExp(
      `^${pattern
        .replace(/\*{2,}/g, '**')
        .replace(/(?<=^|\/)\*\*\/|\*\*|\*/g, (wildcard) =>
          wildcard === '*' ? '[^/]*' : wildcard === '**' ? '.*' : '(?:.*/)?',
        )}$`,
    );
  const texts = (alphabet: readonly string[]) => fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 9 });
  fc.assert(
    fc.property(texts(['a', 'b', '/', '*', '*']), texts(['a', 'b', '/']), (pattern, text) => {
      expect(glob(pattern, '/')(text)).toBe(expression(pattern).test(text));
    }),
    { numRuns: 3000 },
  );
});

describe('resourceMatcher', () => {
  const bucket = resource('DataBucketE3889A50', {
    type: 'AWS::S3::Bucket',
    constructPath: 'Prod/Data/Bucket/Resource',
  });

  test.each([
    [true, 'DataBucketE3889A50'],
    [true, 'DataBucket*'],
    [true, 'AWS::S3::Bucket'],
    [true, 'AWS::S3::*'],
    [true, 'Prod/Data/Bucket/Resource'],
    [true, 'Prod/Data/Bucket'],
    [true, 'Prod/*/Bucket'],
    [true, 'Prod/**'],
    [true, '*'],
    [false, '*Bucket'],
    [false, 'Prod/Data'],
    [false, 'Prod/*'],
    [false, 'aws_s3_bucket.b'],
  ])('%s: %s', (expected, pattern) => {
    expect(resourceMatcher(pattern)(bucket)).toBe(expected);
  });
});
