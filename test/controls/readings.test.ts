import { iamNoAdmin } from '../../src/controls/iam-no-admin';
import { judge } from '../../src/judge';
import { readCloudFormation } from '../../src/readers/cloudformation/reader';
import { services } from '../../src/services';
import { allow, statements } from '../support/policies';

const context = { today: '2026-11-24', providerVersion: () => undefined, assume: {} };
const branch = (one: unknown, other: unknown) => ({ 'Fn::If': ['Production', one, other] });
const policy = (statement: object) => ({ PolicyName: 'own', PolicyDocument: statements(statement) });
const admin = allow('*', '*', { Sid: 'Everything' });
const rewriter = allow(['iam:*'], '*', { Sid: 'Rewriting' });
const reader = allow('s3:GetObject', 'arn:aws:s3:::reports/*');

/** What is found of a role with a policy, in a template with a condition that nobody knows. */
function found(written: unknown) {
  const template = {
    Parameters: { Stage: { Type: 'String' }, Action: { Type: 'String' } },
    Conditions: { Production: { 'Fn::Equals': [{ Ref: 'Stage' }, 'production'] } },
    Resources: {
      Role: {
        Type: 'AWS::IAM::Role',
        Properties: { Policies: [written] },
      },
    },
  };
  const { after } = readCloudFormation([{ path: 'one.json', text: JSON.stringify(template) }], { path: 'one.json' });
  return judge(after, services, [iamNoAdmin], context).findings.map(({ verdict, witnesses }) => ({
    verdict,
    notes: [...new Set(witnesses.map(({ note }) => note))],
    ids: [...new Set(witnesses.map(({ at }) => at.id))],
  }));
}

test('where readings of a condition differ, the condition keeps the answer open', () => {
  expect(found(branch(policy(admin), policy(reader)))).toEqual([
    { verdict: 'undecided', notes: [expect.stringContaining('Production')], ids: ['one.json#Role'] },
  ]);
});

test('where one reading is open itself, what keeps that one open is told', () => {
  const notes = [expect.stringContaining('Action')];
  const open = allow({ Ref: 'Action' }, '*');
  expect(found(branch(policy(admin), policy(open)))).toEqual([{ verdict: 'undecided', notes, ids: ['one.json#Role'] }]);
  expect(found(branch(policy(reader), policy(open)))).toEqual([
    { verdict: 'undecided', notes, ids: ['one.json#Role'] },
  ]);
});

test('where both readings fail, both say why', () => {
  expect(found(branch(policy(admin), policy(rewriter)))).toEqual([
    {
      verdict: 'fail',
      notes: ['"Everything" allows every action on every resource', '"Rewriting" allows rewriting every policy, and so everything'],
      ids: ['one.json#Role'],
    },
  ]); // prettier-ignore
});

test('a statement is told by its place', () => {
  expect(found(policy(admin))).toEqual([
    { verdict: 'fail', notes: ['"Everything" allows every action on every resource'], ids: ['one.json#Role'] },
  ]);
  expect(found(policy(reader))).toMatchObject([{ verdict: 'pass', ids: ['one.json#Role'] }]);
});
