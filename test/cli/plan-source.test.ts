import { demarcIn, folderWith, plan } from '../support/command-line';

const source = (comment: string) => `
${comment}
resource "aws_ebs_volume" "data" {
  availability_zone = "eu-west-1a"
  size              = 8
  encrypted         = false
}
`;

interface Found {
  readonly findings: readonly {
    readonly control: string;
    readonly gate: string;
    readonly waiver: { readonly owner: string } | null;
    readonly witnesses: readonly {
      readonly file: string | null;
      readonly line: number | null;
      readonly column: number;
    }[];
  }[];
  readonly notes: readonly string[];
  readonly error: string | null;
}

function check(files: Readonly<Record<string, string>>, ...argv: readonly string[]) {
  const ran = demarcIn(folderWith({ 'plan.json': plan(false), ...files }), [
    'check', '--only', 'storage-encrypted', '--format', 'json', ...argv, 'plan.json',
  ]); // prettier-ignore
  const [input] = (JSON.parse(ran.out) as { readonly inputs: readonly Found[] }).inputs;
  if (!input) throw new Error('there is an input');
  return { code: ran.code, ...input };
}

test('a plan with its source points at the argument that decided it', () => {
  const { findings, notes } = check({ 'infra/main.tf': source('') }, '--source', 'infra');
  expect(findings[0]?.witnesses).toEqual([expect.objectContaining({ file: 'infra/main.tf', line: 6, column: 23 })]);
  expect(notes.join()).not.toContain('written in this source');
});

test('without it, it points nowhere', () => {
  expect(check({}).findings[0]?.witnesses[0]?.file).toBeNull();
});

test('a waiver beside the code counts for the plan', () => {
  const waiver = '# demarc: allow storage-encrypted until 2999-12-31 by data because scratch data';
  const { code, findings } = check({ 'infra/main.tf': source(waiver) }, '--source', 'infra');
  expect([code, findings[0]?.waiver?.owner]).toEqual([0, 'data']);
});

test('resources that the source does not hold are said', () => {
  const { notes, findings } = check({ 'infra/main.tf': 'locals {}\n' }, '--source', 'infra');
  expect(notes).toContain('infra: 0 of 1 resources of the plan are written in this source');
  expect(findings).toHaveLength(1);
});

test('what stands in a module that is not there points at the call of the module', () => {
  const inModule = plan(false).replaceAll('"aws_ebs_volume.data"', '"module.disks[\\"a\\"].aws_ebs_volume.data"');
  const { findings } = check(
    { 'plan.json': inModule, 'infra/main.tf': '\nmodule "disks" {\n  source = "example/disks/aws"\n}\n' },
    '--source',
    'infra',
  );
  expect(findings[0]?.witnesses).toEqual([expect.objectContaining({ file: 'infra/main.tf', line: 2, column: 1 })]);
});

test('a source that is not there is no open gate', () => {
  const { code, error } = check({}, '--source', 'missing');
  expect(code).toBe(2);
  expect(error).toContain('missing');
});
