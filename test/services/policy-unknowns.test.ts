import fc from 'fast-check';
import { controls } from '../../src/controls';
import { judge } from '../../src/judge';
import { ResourceGraph } from '../../src/model/graph';
import { Property } from '../../src/model/property';
import { choiceLeaf, templateLeaf, unknownLeaf, type Raw } from '../../src/model/raw';
import { iam } from '../../src/services/aws/iam';

const context = { today: '2026-11-24', providerVersion: () => undefined, assume: {} };

/** Part of a policy, before and after what is not settled in it is. */
interface Part {
  readonly before: Raw;
  readonly after: Raw;
}

const settled = (raw: Raw): Part => ({ before: raw, after: raw });

const words = [
  '*', 's3:*', 's3:GetObject', 'iam:PassRole', 'iam:Put*', 'PassRole', 'secretsmanager:GetSecretValue', 'lambda:UpdateFunctionCode', 'arn:aws:s3:::*',
  'arn:aws:s3:::data/*', 'arn:aws:iam::111122223333:role/*', 'arn:aws:iam::111122223333:root', '111122223333', 'o-abcdefghij', 'true', 'false',
  'repo:acme/app:*', 'repo:*', 'acme', '0.0.0.0/0', '10.0.0.0/8', 'NONE', 'sns.amazonaws.com', 'cognito-identity.amazonaws.com',
  'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com', 'arn:aws:iam::aws:policy/AdministratorAccess', '', 'arn', 'x',
]; // prettier-ignore

const word = fc.constantFrom(...words);
const stems = fc.constantFrom('arn:aws:s3:::', 'arn:aws:iam::', 's3:', 'iam:', 'repo:', '', 'arn:aws:iam::111122223333:role/app-', 'arn:aws:iam::111122223333:oidc-provider/'); // prettier-ignore
const tails = fc.constantFrom('', ':root', '/*', ':*');

const text: fc.Arbitrary<Part> = fc.oneof(
  word.map(settled),
  word.map((value) => ({ before: unknownLeaf('a parameter', [], { source: 'parameter' }), after: value })),
  // What stands between two colons is one field.
  fc
    .tuple(
      stems,
      word.filter((value) => !value.includes(':')),
      tails,
    )
    .map(([stem, value, tail]) => ({
      before: templateLeaf([stem, unknownLeaf('a parameter', [], { source: 'parameter' }), tail]),
      after: `${stem}${value}${tail}`,
    })),
  fc.tuple(word, word, fc.boolean()).map(([left, right, first]) => ({
    before: choiceLeaf('a condition', [left, right]),
    after: first ? left : right,
  })),
);

const listOf = (item: fc.Arbitrary<Part>): fc.Arbitrary<Part> =>
  fc.oneof(
    item,
    fc.array(item, { minLength: 1, maxLength: 3 }).map((items) => ({
      before: items.map(({ before }) => before),
      after: items.map(({ after }) => after),
    })),
  );

const object = (members: Record<string, Part>): Part => ({
  before: Object.fromEntries(Object.entries(members).map(([key, { before }]) => [key, before])),
  after: Object.fromEntries(Object.entries(members).map(([key, { after }]) => [key, after])),
});

const one = (keys: readonly string[], value: fc.Arbitrary<Part>): fc.Arbitrary<Part> =>
  fc.tuple(fc.constantFrom(...keys), value).map(([key, part]) => object({ [key]: part }));

const condition = one(
  ['StringEquals', 'StringLike', 'StringNotEquals', 'ArnLike', 'Bool', 'BoolIfExists', 'IpAddress'],
  one(
    ['aws:PrincipalOrgID', 'aws:SourceArn', 'aws:SourceIp', 'aws:MultiFactorAuthPresent', 'aws:SecureTransport', 'sts:ExternalId', 'token.actions.githubusercontent.com:sub', 'aws:ResourceTag/a'], // prettier-ignore
    listOf(text),
  ),
);

const effect = fc.oneof(
  fc.constantFrom('Allow', 'Allow', 'Deny').map(settled),
  fc.constantFrom('Allow', 'Deny').map((value) => ({ before: unknownLeaf('a parameter'), after: value })),
);

const members = (parts: readonly Part[]): Part => ({
  before: Object.assign({}, ...parts.map(({ before }) => before)) as Raw,
  after: Object.assign({}, ...parts.map(({ after }) => after)) as Raw,
});

const statement = (principal: boolean): fc.Arbitrary<Part> =>
  fc
    .tuple(
      effect.map((part) => object({ Effect: part })),
      one(['Action', 'Action', 'NotAction'], listOf(text)),
      principal
        ? one(['Principal', 'NotPrincipal'], one(['AWS', 'Federated', 'Service'], listOf(text)))
        : one(['Resource', 'Resource', 'NotResource'], listOf(text)),
      fc.option(condition).map((part) => (part ? object({ Condition: part }) : settled({}))),
    )
    .map(members)
    .chain((part) => fc.constantFrom(part, part, part, { before: unknownLeaf('a parameter'), after: part.after }));

const document = (principal: boolean): fc.Arbitrary<Part> =>
  fc
    .array(statement(principal), { minLength: 1, maxLength: 3 })
    .map((list) =>
      object({ Statement: { before: list.map(({ before }) => before), after: list.map(({ after }) => after) } }),
    ) // prettier-ignore
    .chain((part) => fc.constantFrom(part, part, part, { before: unknownLeaf('a parameter'), after: part.after }));

const role = fc.tuple(document(false), document(true), listOf(text)).map(
  ([own, trust, arns]) =>
    object({ Policies: { before: [{ PolicyDocument: own.before }], after: [{ PolicyDocument: own.after }] }, AssumeRolePolicyDocument: trust, ManagedPolicyArns: arns }), // prettier-ignore
);

function verdicts(properties: Raw): ReadonlyMap<string, string> {
  const graph = new ResourceGraph([
    {
      id: 'it',
      address: 'it',
      type: 'AWS::IAM::Role',
      vocabulary: 'cloudformation',
      properties: new Property(properties, { id: 'it' }),
      mode: 'managed',
      action: 'unknown',
      document: 'row',
    },
  ]);
  return new Map(judge(graph, [iam], controls, context).findings.map(({ control, verdict }) => [control, verdict]));
}

test('a verdict on a policy survives whatever its unknowns turn out to be', () => {
  fc.assert(
    fc.property(role, ({ before, after }) => {
      const later = verdicts(after);
      for (const [control, verdict] of verdicts(before))
        if (verdict !== 'undecided') expect([control, later.get(control)]).toEqual([control, verdict]);
    }),
    // Policies of nonsense are the dearest to judge; a longer run sets the number.
    { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 12), seed: Number(process.env['PROPERTY_SEED'] ?? 7) },
  );
});
