import type { Value } from '../../../src/hcl/evaluate';
import { brief, evaluateFiles, jsonOf, resourceAt } from './support';

function policyOf(body: string, rest = ''): Value | undefined {
  const evaluation = evaluateFiles(
    `variable "n" {}
     ${rest}
     data "aws_iam_policy_document" "this" {
       ${body}
     }
     resource "a_b" "c" {
       policy = data.aws_iam_policy_document.this.json
     }`,
  );
  return resourceAt(evaluation, 'a_b.c').body.members.get('policy');
}

const statement = (...lines: readonly string[]) => `statement {\n${lines.join('\n')}\n}\n`;
const read = ['actions = ["s3:GetObject"]', 'resources = ["*"]'];
const allowRead = { Effect: 'Allow', Action: ['s3:GetObject'], Resource: ['*'] };

test.each([
  ['a statement', statement(...read), [allowRead]],
  ['its elements', statement('sid = "A"', 'effect = "Deny"', 'not_actions = ["a:b"]', 'not_resources = ["x"]'), [{ Sid: 'A', Effect: 'Deny', NotAction: ['a:b'], NotResource: ['x'] }]],
  ['variables of policies', statement('resources = ["a/&{aws:username}", "${var.n}/&{x}"]'), [{ Effect: 'Allow', Resource: ['a/${aws:username}', '{?}/${x}'] }]],
  ['everyone', statement('principals {\n type = "*"\n identifiers = ["*"]\n}'), [{ Effect: 'Allow', Principal: '*' }]],
  ['all accounts', statement('principals {\n type = "AWS"\n identifiers = ["*"]\n}'), [{ Effect: 'Allow', Principal: { AWS: ['*'] } }]],
  ['principals of one type', statement('principals {\n type = "AWS"\n identifiers = ["a"]\n}\nprincipals {\n type = "AWS"\n identifiers = ["b", var.n]\n}'), [{ Effect: 'Allow', Principal: { AWS: ['a', 'b', '?'] } }]],
  ['principals of a type that is not known', statement('principals {\n type = var.n\n identifiers = ["a"]\n}'), [{ Effect: 'Allow', Principal: '?' }]],
  ['conditions', statement('condition {\n test = "StringEquals"\n variable = "a"\n values = ["1"]\n}\ncondition {\n test = "StringEquals"\n variable = "a"\n values = ["2"]\n}\ncondition {\n test = "Bool"\n variable = "b"\n values = ["true"]\n}'), [{ Effect: 'Allow', Condition: { StringEquals: { a: ['1', '2'] }, Bool: { b: ['true'] } } }]],
  ['a condition that is not known', statement('condition {\n test = var.n\n variable = "a"\n values = ["1"]\n}'), [{ Effect: 'Allow', Condition: '?' }]],
  ['actions that are not known', statement('actions = var.n', 'resources = ["*"]'), [{ Effect: 'Allow', Action: '?', Resource: ['*'] }]],
  ['dynamic statements', 'dynamic "statement" {\n for_each = ["a", "b"]\n content {\n actions = [statement.value]\n}\n}', [{ Effect: 'Allow', Action: ['a'] }, { Effect: 'Allow', Action: ['b'] }]],
  ['dynamic statements that are not known', `${statement(...read)}dynamic "statement" {\n for_each = var.n\n content {\n}\n}`, [allowRead, '...']],
  ['a source', `source_policy_documents = [jsonencode({ Statement = [{ Sid = "A", Effect = "Deny" }, { Sid = "B" }] })]\n${statement('sid = "A"')}`, [{ Sid: 'A', Effect: 'Allow' }, { Sid: 'B' }]],
  ['a source as text', 'source_policy_documents = ["{\\"Statement\\":{\\"Effect\\":\\"Deny\\",\\"Resource\\":\\"${var.n}/*\\"}}"]', [{ Effect: 'Deny', Resource: '{?}/*' }]],
  ['a source that is not known', `source_policy_documents = [var.n]\n${statement(...read)}`, [allowRead, '...']],
  ['a source that is no JSON', 'source_policy_documents = ["x"]', ['...']],
  ['an override', `override_policy_documents = [jsonencode({ Statement = [{ Sid = "A", Effect = "Deny" }] })]\n${statement('sid = "A"')}`, [{ Sid: 'A', Effect: 'Deny' }]],
  ['an override that is not known', `override_policy_documents = [var.n]\n${statement('sid = "A"')}${statement(...read)}`, [{ either: [{ Sid: 'A', Effect: 'Allow' }, '?'] }, allowRead, '...']],
])('%s', (_, body, statements) => {
  expect(brief(policyOf(body))).toEqual({ json: { Version: '2012-10-17', Statement: statements } });
}); // prettier-ignore

test('a condition on statements is one on the policy', () => {
  const dynamic = 'dynamic "statement" {\n for_each = var.n ? [1] : []\n content {\n sid = "B"\n}\n}';
  expect(brief(policyOf(`${statement('sid = "A"')}${dynamic}`))).toEqual({
    either: [
      {
        json: {
          Version: '2012-10-17',
          Statement: [
            { Sid: 'A', Effect: 'Allow' },
            { Sid: 'B', Effect: 'Allow' },
          ],
        },
      },
      { json: { Version: '2012-10-17', Statement: [{ Sid: 'A', Effect: 'Allow' }] } },
    ],
  });
});

test('a policy is built from others, and goes through locals and templates', () => {
  const other = `data "aws_iam_policy_document" "other" {\n${statement('sid = "O"')}}\nlocals {\n o = data.aws_iam_policy_document.other.json\n}`;
  expect(brief(policyOf('source_policy_documents = ["${local.o}"]\nversion = "2008-10-17"\npolicy_id = "P"', other))).toEqual({
    json: { Version: '2008-10-17', Id: 'P', Statement: [{ Sid: 'O', Effect: 'Allow' }] },
  });
}); // prettier-ignore

test('one that includes itself comes to an end', () => {
  expect(brief(policyOf('source_policy_documents = [data.aws_iam_policy_document.this.json]'))).toEqual({
    json: { Version: '2012-10-17', Statement: ['...'] },
  });
});

test('references of holes are kept, and it is written as JSON', () => {
  const policy = policyOf(statement('resources = ["${a_b.d.arn}/*"]'), 'resource "a_b" "d" {}');
  expect(jsonOf(policy)).toBe('{"Statement":[{"Effect":"Allow","Resource":["{?}/*"]}],"Version":"2012-10-17"}');
  expect(policy).toMatchObject({ references: [{ address: 'data.aws_iam_policy_document.this', path: ['json'] }] });
});
