import { services } from '../../src/services';
import { hasPath as inCloudFormation } from '../support/cloudformation-schema';
import { entries } from '../support/coverage';
import { types as ofOtherClouds } from '../support/provider-schema';
import { hasPath as inTerraform } from '../support/terraform-schema';

const known = services.flatMap(({ types }) => Object.values(types).flat());

test.each(services.map(({ name, types }) => [name, Object.values(types).flat()] as const))(
  '%s: every type is spelled as one',
  (_, types) => {
    const spelled = /^(?:[a-z]\w*_\w+|provider[.:][\w-]+|(?:AWS|Alexa|Custom)(?:::\w+)+)$/;
    expect(types.filter((type) => !spelled.test(type))).toEqual([]);
  },
);

/** Gone with EC2-Classic: plans of old providers have them. */
const gone = ['aws_db_security_group', 'aws_elasticache_security_group', 'aws_redshift_security_group'];

test('every type of AWS that a service knows is in the schema of CloudFormation or of the provider', () => {
  const strangers = known.filter((type) =>
    type.startsWith('aws_')
      ? inTerraform(type, []) === undefined
      : /^AWS::(?!CDK::)/.test(type) && inCloudFormation(type, []) === undefined,
  );
  expect(strangers.sort()).toEqual(gone);
});

test('a service knows every type that the data of responsibility speak of', () => {
  const spoken = entries.flatMap(({ cfnType, tfType }) => [cfnType ?? [], tfType ?? []].flat());
  expect(spoken.filter((type) => !known.includes(type))).toEqual([]);
});

test('a service knows every type of other clouds whose declarations are kept', () => {
  const strangers = new Set(ofOtherClouds);
  for (const type of known) strangers.delete(type);
  expect([...strangers]).toEqual([]);
});
