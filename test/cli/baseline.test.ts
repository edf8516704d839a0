import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demarcIn, folderWith, plan } from '../support/command-line';

/** A template with volumes by logical id: encrypted or not. */
const template = (volumes: Readonly<Record<string, boolean>>, more: object = {}): string =>
  JSON.stringify({
    Resources: {
      ...Object.fromEntries(
        Object.entries(volumes).map(([name, Encrypted]) => [
          name,
          { Type: 'AWS::EC2::Volume', Properties: { AvailabilityZone: 'eu-west-1a', Size: 8, Encrypted } },
        ]),
      ),
      ...more,
    },
  });

interface Found {
  readonly findings: readonly {
    readonly control: string;
    readonly change: string | null;
    readonly resource: { readonly address: string };
  }[];
  readonly fixed: readonly { readonly resource: { readonly address: string } }[];
  readonly notes: readonly string[];
}

function check(folder: string, ...argv: readonly string[]) {
  const ran = demarcIn(folder, ['check', '--only', 'storage-encrypted,public-access-blocked', '--format', 'json', ...argv]); // prettier-ignore
  const { inputs } = (ran.out === '' ? { inputs: [] } : JSON.parse(ran.out)) as { readonly inputs: readonly Found[] };
  return {
    code: ran.code,
    err: ran.err,
    notes: inputs.flatMap(({ notes }) => notes),
    changes: Object.fromEntries(
      inputs.flatMap(({ findings }) => findings.map(({ resource, change }) => [resource.address, change])),
    ),
    fixed: inputs.flatMap(({ fixed }) => fixed.map(({ resource }) => resource.address)),
  };
}

describe('an earlier template', () => {
  test('what was wrong before is noted, what is new blocks', () => {
    const folder = folderWith({
      'old.json': template({ Old: false, Worse: true, Mended: false, Gone: false }),
      'new.json': template({ Old: false, Worse: false, Mended: true, New: false }),
    });
    expect(check(folder, '--baseline', 'old.json', 'new.json')).toMatchObject({
      code: 1,
      changes: { Old: 'existing', Worse: 'worsened', New: 'introduced' },
      fixed: ['Mended'],
    });
    expect(check(folder, 'new.json').changes).toEqual({ Old: null, Worse: null, New: null });
  });

  test('nothing new opens the gate; --block all does not', () => {
    const folder = folderWith({ 'old.json': template({ Old: false }), 'new.json': template({ Old: false }) });
    expect(check(folder, '--baseline', 'old.json', 'new.json').code).toBe(0);
    expect(check(folder, '--block', 'all', '--baseline', 'old.json', 'new.json').code).toBe(1);
  });

  test('a guard that is left out makes its bucket worse', () => {
    const bucket = (more: object) => template({}, { Data: { Type: 'AWS::S3::Bucket', Properties: more } });
    const blocked = {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true,
      },
    }; // prettier-ignore
    const folder = folderWith({ 'old.json': bucket(blocked), 'new.json': bucket({}) });
    expect(check(folder, '--baseline', 'old.json', 'new.json').changes).toEqual({ Data: 'worsened' });
  });

  test('a folder is compared file by file', () => {
    const folder = folderWith({
      'old/a.json': template({ Data: false }),
      'new/a.json': template({ Data: false }),
      'new/b.json': template({ Data: false }),
    });
    const { inputs } = JSON.parse(
      demarcIn(folder, ['check', '--format', 'json', '--only', 'storage-encrypted', '--baseline', 'old', 'new']).out,
    ) as { inputs: { findings: { change: string; resource: { document: string } }[] }[] };
    expect(
      inputs.flatMap(({ findings }) => findings.map(({ change, resource }) => [resource.document, change])),
    ).toEqual([
      ['new/b.json', 'introduced'],
      ['new/a.json', 'existing'],
    ]);
  });

  test.each<[string, readonly string[], string]>([
    ['that is not there', ['--baseline', 'none.json', 'new.json'], 'none.json'],
    ['that is the very same', ['--baseline', './new.json', 'new.json'], 'compared with itself'],
    ['of two paths', ['--baseline', 'old.json', 'new.json', 'old.json'], 'one earlier state'],
    ['of standard input', ['--baseline', 'old.json', '-'], 'one earlier state'],
  ])('%s is refused', (_, argv, message) => {
    const folder = folderWith({ 'old.json': template({}), 'new.json': template({ Old: false }) });
    const { code, err } = check(folder, ...argv);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  test('in a folder, where it cannot be read, excuses nothing, and says so', () => {
    const folder = folderWith({ 'old/a.json': '{ "Resources": ', 'new/a.json': template({ Old: false }) });
    const { code, changes, notes } = check(folder, '--baseline', 'old', 'new');
    expect([code, changes]).toEqual([1, { Old: 'introduced' }]);
    expect(notes.join()).toContain('everything is introduced');
  });

  test.each(['link.json', 'links/new.json'])('that is the very same behind a link is refused: %s', (link) => {
    const folder = folderWith({ 'new.json': template({ Old: false }) });
    symlinkSync('new.json', join(folder, 'link.json'));
    symlinkSync('.', join(folder, 'links'));
    const { code, err } = check(folder, '--baseline', link, 'new.json');
    expect([code, err]).toEqual([2, expect.stringContaining('compared with itself')]);
  });

  test.each([
    ['old', 'new.json'],
    ['new.json', 'old'],
  ])('of another kind is refused: %s for %s', (baseline, inspected) => {
    const folder = folderWith({ 'old/new.json': template({ Old: false }), 'new.json': template({ Old: false }) });
    const { code, err } = check(folder, '--baseline', baseline, inspected);
    expect([code, err]).toEqual([2, expect.stringContaining('of another kind')]);
  });

  test.each<[string, string, string]>([
    ['an empty file', '', 'known.json: is no baseline, and no earlier state'],
    ['a template that was cut off', '{ "Resources": ', 'known.json:1:16: is no baseline'],
    ['a file that was cut off', '{\n  "baseline": "1",\n  "findings": [', 'known.json:3:16: is no baseline'],
    ['the leftovers of a merge', '{\n<<<<<<< HEAD\n}\n', 'known.json:2:1: is no baseline'],
    ['a list', '[]', 'is no baseline, and no earlier state'],
    ['findings alone', '{ "findings": [] }', 'is no baseline, and no earlier state'],
    ['a report', '{ "schemaVersion": "1", "inputs": [] }', 'is no baseline, and no earlier state'],
    ['a configuration', 'preset: baseline\n', 'is no baseline, and no earlier state'],
    ['a baseline of another version', '{ "baseline": "2", "findings": [] }', 'is no baseline'],
  ])('that is %s is refused, with a template, a plan and several of them', (_, content, message) => {
    const folder = folderWith({
      'known.json': content,
      'stack.json': template({ Old: false }),
      'plan.json': plan(false),
    });
    for (const inspected of [['stack.json'], ['plan.json'], ['stack.json', 'plan.json']]) {
      const { code, err } = check(folder, '--baseline', 'known.json', ...inspected);
      expect([inspected, code, err]).toEqual([
        inspected,
        2,
        expect.stringContaining(inspected.length > 1 ? 'is no baseline' : message),
      ]);
    }
  });
});

describe('Terraform source', () => {
  test('is not compared with itself where the folder around it is named', () => {
    const folder = folderWith({ 'live/prod/main.tf': 'resource "aws_ebs_volume" "data" {\n  size = 8\n}\n' });
    const { code, err } = check(folder, '--baseline', 'live', 'live/prod');
    expect([code, err]).toEqual([2, expect.stringContaining('compared with itself')]);
  });

  const module = (name: string, encrypted: boolean, more = ''): string =>
    `${more}\nresource "aws_ebs_volume" "${name}" {\n  availability_zone = "a"\n  size = 8\n  encrypted = ${String(encrypted)}\n}\n`;

  test('a renamed resource is the same; lines have no part in it', () => {
    const folder = folderWith({
      'old/main.tf': module('old', false),
      'new/main.tf': module('new', false, '\n\nmoved {\n  from = aws_ebs_volume.old\n  to = aws_ebs_volume.new\n}\n'),
    });
    expect(check(folder, '--baseline', 'old', 'new').changes).toEqual({ 'aws_ebs_volume.new': 'existing' });
  });

  test('one that is counted from now on is the same', () => {
    const folder = folderWith({
      'old/main.tf': module('data', false),
      'new/main.tf': module('data', false).replace('{\n', '{\n  count = 2\n'),
    });
    expect(check(folder, '--baseline', 'old', 'new').changes).toEqual({
      'aws_ebs_volume.data[0]': 'existing',
      'aws_ebs_volume.data[1]': 'introduced',
    });
  });
});

describe('a revision of the repository', () => {
  const git = (folder: string, ...argv: readonly string[]): void => {
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...argv], {
      cwd: folder,
      stdio: 'pipe',
      env: { PATH: process.env['PATH'], GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
    });
  };

  function repository(files: Readonly<Record<string, string>>): string {
    const folder = folderWith(files);
    git(folder, 'init', '-q', '-b', 'main');
    git(folder, 'add', '.');
    git(folder, 'commit', '-q', '-m', 'before');
    return folder;
  }

  test('is compared with what stands in the working tree, also from a folder below', () => {
    const folder = repository({ 'infra/stack.json': template({ Old: false, Worse: true }) });
    writeFileSync(join(folder, 'infra/stack.json'), template({ Old: false, Worse: false, New: false }));
    writeFileSync(join(folder, 'infra/other.json'), template({ Other: false }));
    const expected = { Old: 'existing', Worse: 'worsened', New: 'introduced', Other: 'introduced' };
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith('demarc-revision-'));
    expect(check(folder, '--baseline', 'git:main', '.').changes).toEqual(expected);
    expect(check(join(folder, 'infra'), '--baseline', 'git:HEAD', '.').changes).toEqual(expected);
    expect(check(folder, '--baseline', 'git:main', 'infra/stack.json', 'infra/other.json').changes).toEqual(expected);
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('demarc-revision-'))).toEqual(before);
  });

  test('brings the modules of Terraform source along', () => {
    const folder = repository({
      'live/main.tf': 'module "store" {\n  source = "../modules/store"\n}\n',
      'modules/store/main.tf': 'resource "aws_ebs_volume" "data" {\n  availability_zone = "a"\n  size = 8\n}\n',
    });
    expect(check(folder, '--baseline', 'git:main', 'live').changes).toEqual({
      'module.store.aws_ebs_volume.data': 'existing',
    });
  });

  test('runs nothing that the repository names', () => {
    const folder = repository({
      '.gitattributes': '* filter=evil diff=evil\n',
      'stack.json': template({ Old: false }),
    });
    const evil = `touch ${join(folder, 'ran')}`;
    const hooks = join(folder, '.git/hooks');
    mkdirSync(hooks, { recursive: true });
    for (const hook of ['post-checkout', 'post-index-change', 'reference-transaction', 'fsmonitor-watchman'])
      writeFileSync(join(hooks, hook), `#!/bin/sh\n${evil}\n`, { mode: 0o755 });
    const settings = [
      `[core]\n\tfsmonitor = ${evil}\n\tpager = ${evil}\n\tsshCommand = ${evil}\n\thooksPath = .git/hooks`,
      `[filter "evil"]\n\tsmudge = ${evil}\n\tclean = ${evil}\n\tprocess = ${evil}`,
      `[diff "evil"]\n\tcommand = ${evil}\n\ttextconv = ${evil}`,
      `[alias]\n\tls-tree = !${evil}\n\tcat-file = !${evil}\n\trev-parse = !${evil}`,
      `[uploadpack]\n\tpackObjectsHook = ${evil}`,
    ];
    writeFileSync(join(folder, '.git/config'), `${readFileSync(join(folder, '.git/config'), 'utf8')}${settings.join('\n')}\n`); // prettier-ignore
    expect(check(folder, '--baseline', 'git:main', 'stack.json').changes).toEqual({ Old: 'existing' });
    expect(existsSync(join(folder, 'ran'))).toBe(false);
  });

  test('follows no link out of the repository, and takes no file for a folder of git', () => {
    const folder = repository({ 'stack.json': template({ Old: false }) });
    execFileSync('ln', ['-s', '/etc/hostname', 'link.json'], { cwd: folder });
    git(folder, 'add', '.');
    git(folder, 'commit', '-q', '-m', 'link');
    expect(check(folder, '--baseline', 'git:main', 'stack.json').changes).toEqual({ Old: 'existing' });
  });

  test.each(['git:nowhere', 'git:--output=x', 'git:'])('%s is refused', (revision) => {
    const folder = repository({ 'stack.json': template({ Old: false }) });
    const { code, err } = check(folder, '--baseline', revision, 'stack.json');
    expect(code).toBe(2);
    expect(err).toContain('no such revision');
  });

  test('outside of a repository it is refused', () => {
    const folder = folderWith({ 'stack.json': template({ Old: false }) });
    const { code, err } = check(folder, '--baseline', 'git:main', 'stack.json');
    expect(code).toBe(2);
    expect(err).toContain('not a git repository');
  });

  test('a plan holds its own before', () => {
    const folder = repository({ 'stack.json': template({ Old: false }) });
    const plan = { format_version: '1.2', terraform_version: '1.14.0', resource_changes: [], configuration: { root_module: {} } }; // prettier-ignore
    writeFileSync(join(folder, 'plan.json'), JSON.stringify(plan));
    expect(check(folder, '--baseline', 'git:main', 'plan.json').notes.join()).toContain('a plan holds its own before');
  });
});

describe('a baseline file', () => {
  const written = (folder: string, ...argv: readonly string[]): void => {
    const ran = demarcIn(folder, ['baseline', ...argv]);
    expect([ran.code, ran.out]).toEqual([0, '']);
  };

  test('knows what was wrong when it was written', () => {
    const folder = folderWith({ 'stack.json': template({ Old: false, Worse: true, Mended: false }) });
    written(folder, 'stack.json');
    expect(check(folder, '--baseline', 'demarc.baseline.json', 'stack.json').code).toBe(0);
    writeFileSync(join(folder, 'stack.json'), template({ Mended: true, New: false, Worse: false, Old: false }));
    expect(check(folder, '--baseline', 'demarc.baseline.json', 'stack.json')).toMatchObject({
      code: 1,
      changes: { Old: 'existing', Worse: 'introduced', New: 'introduced' },
    });
  });

  test('knows documents by their place beside it, wherever the command runs', () => {
    const folder = folderWith({
      'dev/stack.json': template({ Data: false }),
      'prod/stack.json': template({ Data: false }),
    });
    written(folder, '-o', 'known.json', 'dev');
    expect(check(join(folder, 'dev'), '--baseline', '../known.json', 'stack.json').changes).toEqual({
      Data: 'existing',
    });
    expect(check(folder, '--baseline', 'known.json', 'prod').changes).toEqual({ Data: 'introduced' });
  });

  test('is the same for the same input, and one finding a line', () => {
    const folder = folderWith({ 'stack.json': template({ B: false, A: false }) });
    written(folder, 'stack.json');
    const first = readFileSync(join(folder, 'demarc.baseline.json'), 'utf8');
    written(folder, 'stack.json');
    expect(readFileSync(join(folder, 'demarc.baseline.json'), 'utf8')).toBe(first);
    const lines = first.split('\n').filter((line) => line.includes('storage-encrypted'));
    expect(lines.map((line) => /"resource":"(\w+)"/u.exec(line)?.[1])).toEqual(['A', 'B']);
  });

  test('holds nothing that is waived, and is not written of what cannot be judged', () => {
    const waiver = { Metadata: { demarc: { allow: [{ control: 'storage-encrypted', reason: 'scratch data' }] } } };
    const volume = { Type: 'AWS::EC2::Volume', Properties: { AvailabilityZone: 'a', Size: 8 }, ...waiver };
    const folder = folderWith({ 'stack.json': template({}, { Scratch: volume }), 'damaged.json': '{ "Resources": ' });
    written(folder, '--only', 'storage-encrypted', 'stack.json');
    const text = readFileSync(join(folder, 'demarc.baseline.json'), 'utf8');
    rmSync(join(folder, 'demarc.baseline.json'));
    expect(JSON.parse(text)).toEqual({ baseline: '1', findings: [] });
    expect(demarcIn(folder, ['baseline', 'damaged.json']).code).toBe(2);
    expect(existsSync(join(folder, 'demarc.baseline.json'))).toBe(false);
  });

  test('that is damaged is refused', () => {
    const folder = folderWith({ 'known.json': '{ "baseline": "1", "findings": [ {} ] }', 'stack.json': template({}) });
    const { code, err } = check(folder, '--baseline', 'known.json', 'stack.json');
    expect(code).toBe(2);
    expect(err).toContain('is no baseline');
  });
});
