import { system, unknown, type Table } from '../../support/row';

const types = { cloudformation: 'AWS::Glue::Job', terraform: 'aws_glue_job' };
const version = (name: unknown) => [{ GlueVersion: name }, { glue_version: name }] as const;
const fixed = (value: string) =>
  [
    { NonOverridableArguments: { '--db_password': value } },
    { non_overridable_arguments: { '--db_password': value } },
  ] as const;

export const glueVersion: Readonly<Record<string, Readonly<Record<string, Table>>>> = {
  'runtime-supported': {
    'Glue job': {
      ...types,
      rows: [
        ['pass', 'nothing is said: Glue chooses', {}, {}],
        ['undecided', 'nothing is shown of one that is there', null, system({}, {}, 'no-op')],
        ['fail', 'its version has ended', ...version('2.0')],
        ['pass', 'its version is supported', ...version('5.0')],
        ['undecided', 'its version is a parameter', ...version(unknown)],
        ['silent', 'a shell of Python is bound to none', { Command: { Name: 'pythonshell' } }, { command: [{ name: 'pythonshell' }] }], // prettier-ignore
      ],
    },
  },
  'no-secret-in-clear': {
    'Glue job with arguments that nobody changes': {
      ...types,
      rows: [
        ['fail', 'one holds a password', ...fixed('correct-horse-staple')],
        [
          'silent',
          'one says where the password is',
          ...fixed('arn:aws:secretsmanager:eu-west-1:111122223333:secret:db'),
        ],
      ],
    },
  },
};
