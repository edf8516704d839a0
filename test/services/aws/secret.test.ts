import { Property } from '../../../src/model/property';
import { choiceLeaf, notedLeaf, templateLeaf, unknownLeaf, type Raw } from '../../../src/model/raw';
import { secretInClear } from '../../../src/services/aws/secret';

const inClear = (raw: Raw): boolean | undefined => {
  const settled = secretInClear(new Property(raw, { id: 'r' }));
  return settled.state === 'known' ? settled.value : undefined;
};

const resource = unknownLeaf('settled at apply: random_password.it.result', [{ id: 'it', attribute: 'result' }]);
const parameter = unknownLeaf('parameter "P" is given at deployment', [], { source: 'parameter' });
const masked = unknownLeaf('parameter "P" is given at deployment', [], { source: 'secret-parameter' });
const masksDefault = notedLeaf('hunter2', {
  because: 'the default of parameter "P"',
  source: 'secret-parameter',
  sensitive: true,
});
const managed = '{{resolve:secretsmanager:db:SecretString:password}}';

describe('a secret is in clear', () => {
  test.each<[string, Raw]>([
    ['a text that is written', 'hunter2'],
    ['a number', 12345678],
    ["a parameter's default", notedLeaf('hunter2', { because: 'the default of parameter "P"', source: 'parameter' })],
    ["a masked parameter's default", masksDefault],
    ['a parameter that is not masked', parameter],
    ['what is given for one', notedLeaf('hunter2', { source: 'parameter' })],
    ['a plain entry of Parameter Store', '{{resolve:ssm:db-password:1}}'],
    ['a text in one branch of a condition', choiceLeaf('condition C', ['hunter2', undefined])],
    ['plain parameters in both branches', choiceLeaf('condition C', [parameter, parameter])],
  ])('%s', (_, raw) => {
    expect(inClear(raw)).toBe(true);
  });
});

describe('a secret is not in clear', () => {
  test.each<[string, Raw]>([
    ['nothing', undefined],
    ['an empty text', ''],
    ['a masked parameter', masked],
    ['what is given for one', notedLeaf('hunter2', { source: 'secret-parameter', sensitive: true })],
    ['an entry of Secrets Manager', managed],
    [
      'an entry whose name has a hole',
      templateLeaf(['{{resolve:secretsmanager:', unknownLeaf('settled', [{ id: 'it' }]), ':SecretString:password::}}']),
    ],
    ['a SecureString', '{{resolve:ssm-secure:db-password:1}}'],
    [
      'a parameter whose default refers to an entry',
      notedLeaf(managed, { because: 'the default', source: 'parameter' }),
    ],
    ['what another resource makes', resource],
    ['what another resource made', notedLeaf('hunter2', { source: 'resource' })],
    ['a masked parameter or nothing, by condition', choiceLeaf('condition C', [undefined, masked])],
  ])('%s', (_, raw) => {
    expect(inClear(raw)).toBe(false);
  });
});

describe('nobody can say of', () => {
  test.each<[string, Raw]>([
    ['a value from elsewhere', unknownLeaf('settled at deployment')],
    ['a plain parameter or nothing, by condition', choiceLeaf('condition C', [undefined, parameter])],
    ['a text with a hole', templateLeaf(['postgres://app:hunter2@', resource])],
    ['a local value, of which a plan shows no more', notedLeaf('hunter2', { source: 'elsewhere' })],
    ['a structure', { a: 1 }],
  ])('%s', (_, raw) => {
    expect(inClear(raw)).toBeUndefined();
  });
});
