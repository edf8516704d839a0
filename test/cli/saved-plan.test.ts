import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demarcIn, folderWith, plan } from '../support/command-line';
import { savedPlan } from '../support/zip';

interface Found {
  readonly path: string;
  readonly findings: readonly {
    readonly gate: string;
    readonly waiver: { readonly owner: string } | null;
    readonly witnesses: readonly { readonly file: string | null; readonly line: number | null }[];
  }[];
  readonly notes: readonly string[];
  readonly error: string | null;
}

const volume = (comment = '') => `${comment}resource "aws_ebs_volume" "data" {
  availability_zone = "eu-west-1a"
  size              = 8
  encrypted         = false
}
`;
const waiver = '# demarc: allow storage-encrypted until 2999-12-31 by data because scratch data\n';
const saved = (source = volume()) => savedPlan([{ key: '', directory: '.', files: { 'main.tf': source } }]);

/** A program in a folder of its own that writes down how it was called, and then does something. */
function program(does: (folder: string) => string, name = 'terraform') {
  const folder = folderWith({ 'plan.json': plan(false) });
  const script = [
    '#!/bin/sh',
    `printf '%s\\n' "$@" > ${folder}/arguments`,
    `pwd > ${folder}/folder`,
    `/usr/bin/env > ${folder}/environment`,
    does(folder),
  ];
  writeFileSync(join(folder, name), script.join('\n'), { mode: 0o755 });
  const said = (file: string) => readFileSync(join(folder, file), 'utf8').trimEnd();
  return { folder, said };
}

const shows = (name?: string) => program((folder) => `exec /bin/cat ${folder}/plan.json`, name);

function check(
  files: Readonly<Record<string, string | Buffer>>,
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
) {
  const folder = folderWith(files);
  const ran = demarcIn(folder, ['check', '--only', 'storage-encrypted', '--format', 'json', ...argv], { env });
  const [input] = (JSON.parse(ran.out) as { readonly inputs: readonly Found[] }).inputs;
  if (!input) throw new Error('there is an input');
  return { folder, code: ran.code, err: ran.err, ...input };
}

describe('without --run-terraform', () => {
  test('nothing is run, and both ways on are said', () => {
    const { folder, said } = shows();
    const { code, error } = check({ tfplan: saved() }, ['tfplan'], { PATH: folder });
    expect(code).toBe(2);
    expect(error).toContain('this is a saved plan');
    expect(error).toContain('`terraform show -json tfplan > plan.json`');
    expect(error).toContain('`demarc check plan.json --source DIR`');
    expect(error).toContain('`demarc check tfplan --run-terraform`');
    expect(() => said('arguments')).toThrow('ENOENT');
  });

  test('however large it is, and whatever is insisted on', () => {
    const large = Buffer.concat([saved(), Buffer.alloc(1 << 25)]);
    expect(check({ tfplan: large }, ['tfplan']).error).toContain('this is a saved plan');
    expect(check({ tfplan: saved() }, ['--as', 'terraform-plan', 'tfplan']).error).toContain('this is a saved plan');
  });

  test('a folder that holds one says so beside what it reads', () => {
    const { code, notes } = check({ 'infra/main.tf': volume(waiver), 'infra/a.tfplan': saved() }, ['infra']);
    expect([code, notes.join()]).toEqual([0, expect.stringContaining('infra/a.tfplan: this is a saved plan')]);
  });
});

describe('with --run-terraform', () => {
  test('terraform is asked for the JSON, in the folder of the plan and by its whole path', () => {
    const terraform = shows();
    const env = { PATH: `relative:${terraform.folder}`, TF_CLI_ARGS: '-help', TF_CLI_ARGS_show: '-help', TF_DATA_DIR: 'here' };
    const { folder, code, path } = check({ 'infra/-tfplan': saved() }, ['--run-terraform', 'infra/-tfplan'], env);
    expect([code, path]).toEqual([1, 'infra/-tfplan']);
    expect(terraform.said('arguments').split('\n')).toEqual([
      'show', '-json', '-no-color', join(folder, 'infra/-tfplan'),
    ]);
    expect(terraform.said('folder')).toBe(join(folder, 'infra'));
    expect(terraform.said('environment')).toContain('TF_DATA_DIR=here');
    expect(terraform.said('environment')).toContain('CHECKPOINT_DISABLE=1');
    expect(terraform.said('environment')).not.toContain('TF_CLI_ARGS');
  }); // prettier-ignore

  test('findings point at the source that the plan carries, and its comments count', () => {
    const env = { PATH: shows().folder };
    const { findings } = check({ 'infra/tfplan': saved() }, ['--run-terraform', 'infra/tfplan'], env);
    expect(findings[0]?.witnesses).toEqual([expect.objectContaining({ file: 'infra/main.tf', line: 4, column: 23 })]);
    const waived = check({ tfplan: saved(volume(waiver)) }, ['--run-terraform', 'tfplan'], env);
    expect([waived.code, waived.findings[0]?.waiver?.owner]).toEqual([0, 'data']);
  });

  test('the line that is shown is that of the plan, whatever stands on the disk', () => {
    const files = { tfplan: saved(), 'main.tf': '# moved on\n'.repeat(9) };
    const { out } = demarcIn(folderWith(files), ['check', '--only', 'storage-encrypted', '--run-terraform', 'tfplan'], {
      env: { PATH: shows().folder },
    });
    expect(out).toContain('encrypted         = false');
    expect(out).not.toContain('moved on');
  });

  test('--source takes its place', () => {
    const terraform = shows();
    const { folder, findings } = check(
      { tfplan: saved(volume(waiver)), 'infra/main.tf': volume() },
      ['--run-terraform', '--source', 'infra', 'tfplan'],
      { PATH: terraform.folder },
    );
    expect(findings[0]?.waiver).toBeNull();
    expect(findings[0]?.witnesses[0]?.file).toBe('infra/main.tf');
    expect(terraform.said('folder')).toBe(join(folder, 'infra'));
  });

  test('tofu is asked where it alone is there, or where it made the plan', () => {
    const [tofu, terraform] = [shows('tofu'), shows()];
    expect(check({ tfplan: saved() }, ['--run-terraform', 'tfplan'], { PATH: tofu.folder }).code).toBe(1);
    const made = savedPlan([{ key: '', directory: '.', files: { 'main.tf': volume() } }], [['.terraform.lock.hcl', 'provider "registry.opentofu.org/hashicorp/aws" {}\n']]); // prettier-ignore
    const both = { PATH: `${terraform.folder}:${tofu.folder}` };
    expect(check({ tfplan: made }, ['--run-terraform', 'tfplan'], both).code).toBe(1);
    expect(() => terraform.said('arguments')).toThrow('ENOENT');
  });

  test('where neither is there, that is said: what stands in the checked folder is none', () => {
    const { folder, said } = shows();
    writeFileSync(join(folder, 'tfplan'), saved());
    const { code, out } = demarcIn(folder, ['check', '--run-terraform', 'tfplan'], { env: { PATH: '.:' } });
    expect([code, out]).toEqual([2, expect.stringContaining('neither is in a folder of the PATH')]);
    expect(() => said('arguments')).toThrow('ENOENT');
  });

  test('what it says when it fails is passed on, in one line that can be printed', () => {
    const failing = program(() => 'printf "╷\\n│ Error: \\033[31mno\\033[0m provider\\n╵\\n" >&2; exit 3');
    const { code, error, err } = check({ tfplan: saved() }, ['--run-terraform', 'tfplan'], { PATH: failing.folder });
    expect(code).toBe(2);
    expect(error).toContain('terraform show -json` ended with exit code 3: Error: ');
    expect(error).toContain(' provider');
    expect(err).toContain('Error: \\u001b[31mno');
    expect(err).not.toContain('\u001b');
  });

  test.each([
    ['endless words', 'while :; do echo "a very long complaint about everything"; done | /usr/bin/head -c 3000000 >&2; exit 1', 'complaint'],
    ['a signal', 'kill -9 $$', 'was ended by SIGKILL'],
    ['something else than JSON', 'echo hello', 'this is no Terraform plan'],
    ['nothing', 'exit 0', 'this is no Terraform plan'],
  ])('%s is no plan', (_, does, problem) => {
    const { code, error } = check({ tfplan: saved() }, ['--run-terraform', 'tfplan'], { PATH: program(() => does).folder });
    expect([code, error]).toEqual([2, expect.stringContaining(problem)]);
    expect(error?.length).toBeLessThan(1500);
  }); // prettier-ignore

  test('nothing is run for an archive that is damaged or is no plan', () => {
    const terraform = shows();
    const env = { PATH: terraform.folder };
    const damaged = check({ tfplan: saved().subarray(0, 300) }, ['--run-terraform', 'tfplan'], env);
    expect([damaged.code, damaged.error]).toEqual([2, expect.stringContaining('this zip archive is damaged')]);
    expect(() => terraform.said('arguments')).toThrow('ENOENT');
  });

  test('standard input has no folder', () => {
    const ran = demarcIn(folderWith({}), ['check', '--run-terraform', '-'], { input: saved(), env: {} });
    expect([ran.code, ran.out]).toEqual([2, expect.stringContaining('Name the file')]);
  });

  test('a plan in JSON needs nothing to be run', () => {
    const terraform = shows();
    expect(check({ 'plan.json': plan(true) }, ['--run-terraform', 'plan.json'], { PATH: terraform.folder }).code).toBe(
      0,
    );
    expect(() => terraform.said('arguments')).toThrow('ENOENT');
  });

  test('what merely lies in a folder is not run', () => {
    const terraform = shows();
    const files = { 'infra/main.tf': volume(waiver), 'infra/a.tfplan': saved() };
    const { code, notes } = check(files, ['--run-terraform', 'infra'], { PATH: terraform.folder });
    expect([code, notes.join()]).toEqual([0, expect.stringContaining('infra/a.tfplan: this is a saved plan')]);
    expect(() => terraform.said('arguments')).toThrow('ENOENT');
  });
});
