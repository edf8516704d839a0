import fc from 'fast-check';
import { controls } from '../../src/controls';
import { judge } from '../../src/judge';
import { ResourceGraph } from '../../src/model/graph';
import { Property } from '../../src/model/property';
import { choiceLeaf, partialLeaf, templateLeaf, unknownLeaf, type Raw } from '../../src/model/raw';
import type { Resource } from '../../src/model/resource';
import { iam, identityCenter } from '../../src/services/aws/iam';

const context = { today: '2026-11-24', providerVersion: () => undefined, assume: {} };

const words = [
  '*', 's3:*', 'iam:PassRole', 'arn:aws:iam::aws:policy/AdministratorAccess', 'Allow', 'Deny', '', '__proto__',
  'arn:aws:s3:::data/*', '{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}', '111122223333',
]; // prettier-ignore
const keys = [
  'Policies', 'PolicyDocument', 'ManagedPolicyArns', 'AssumeRolePolicyDocument', 'Statement', 'Effect', 'Action', 'NotAction',
  'Resource', 'NotResource', 'Principal', 'NotPrincipal', 'AWS', 'Federated', 'Condition', 'StringLike', 'aws:PrincipalOrgID',
  'Roles', 'Users', 'Groups', 'LoginProfile', 'Password', 'UserName', 'policy', 'role', 'inline_policy', 'policy_arn', '__proto__',
]; // prettier-ignore

const hole = fc.constantFrom(
  unknownLeaf('a parameter'),
  unknownLeaf('the account', [], { source: 'platform' }),
  unknownLeaf('a resource', [{ id: 'r1', attribute: 'Arn' }]),
);

/** Whatever may stand in a template, leaves that are not settled included. */
const { anything } = fc.letrec<{ anything: Raw }>((tie) => ({
  anything: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    fc.constantFrom(...words),
    fc.constantFrom<Raw>(null, true, 7),
    hole,
    fc.tuple(fc.constantFrom(...words), hole).map((parts) => templateLeaf(parts)),
    fc.array(tie('anything'), { maxLength: 3 }),
    fc.array(tie('anything'), { maxLength: 2 }).map((list) => partialLeaf(list, 'a part')),
    fc.array(tie('anything'), { minLength: 2, maxLength: 3 }).map((branches) => choiceLeaf('a condition', branches)),
    fc.dictionary(fc.constantFrom(...keys), tie('anything'), { maxKeys: 5 }),
    fc.dictionary(fc.constantFrom(...keys), tie('anything'), { maxKeys: 5 }),
  ),
}));

const types = [iam, identityCenter].flatMap((service) =>
  Object.entries(service.types).flatMap(([vocabulary, list]) =>
    list.map((type) => [vocabulary as Resource['vocabulary'], type] as const),
  ),
);

const resources = fc.array(fc.tuple(fc.constantFrom(...types), anything), { minLength: 1, maxLength: 6 }).map((list) =>
  list.map(([[vocabulary, type], raw], i): Resource => ({
    id: `r${String(i)}`,
    address: `r${String(i)}`,
    type,
    vocabulary,
    properties: new Property(raw, { id: `r${String(i)}` }),
    mode: 'managed',
    action: 'create',
    document: 'garbage',
  })),
);

test('whatever stands in a policy, it is judged without an error', () => {
  fc.assert(
    fc.property(resources, (list) => {
      const { findings, errors } = judge(new ResourceGraph(list), [iam, identityCenter], controls, context);
      expect(errors).toEqual([]);
      for (const { witnesses } of findings)
        for (const { note } of witnesses) expect(note).not.toContain('internal error');
    }),
    // Policies of nonsense are the dearest to judge; a longer run sets the number.
    { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 12), seed: Number(process.env['PROPERTY_SEED'] ?? 7) },
  );
});
