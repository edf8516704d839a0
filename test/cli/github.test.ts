import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { appendJobSummary } from '../../src/cli/job-summary';
import { sourceLink } from '../../src/cli/source-link';
import { demarcIn, folderWith, volume } from '../support/command-line';
import { finding, input, options, result } from '../support/result';

const sha = '0123456789abcdef0123456789abcdef01234567';
const github = {
  GITHUB_ACTIONS: 'true',
  GITHUB_SERVER_URL: 'https://github.example',
  GITHUB_REPOSITORY: 'org/repo',
  GITHUB_SHA: sha,
};
const gitlab = { GITLAB_CI: 'true', CI_PROJECT_URL: 'https://gitlab.example/group/sub/repo', CI_COMMIT_SHA: sha };

describe('the job summary', () => {
  const check = (argv: readonly string[], before = '') => {
    const folder = folderWith({ 'template.json': volume(false), summary: before });
    const ran = demarcIn(folder, ['check', 'template.json', ...argv], {
      env: { ...github, GITHUB_STEP_SUMMARY: join(folder, 'summary') },
    });
    return { ...ran, summary: readFileSync(join(folder, 'summary'), 'utf8') };
  };

  test('is the markdown report, with links to the commit, behind what the step wrote before', () => {
    const { code, out, err, summary } = check(['--format', 'github'], 'before');
    expect(code).toBe(1);
    expect(summary).toMatch(/^before\n<!-- demarc -->\n## Demarc: gate blocked\n/);
    expect(summary).toContain(`](https://github.example/org/repo/blob/${sha}/template.json#L`);
    expect(out).toMatch(/^::error file=template\.json,line=/);
    // The log has the decision once: both streams are shown in it.
    expect(out).toContain('demarc: gate blocked');
    expect(err).toBe('');
  });

  test('is written where the annotations go to a file, and by no other format', () => {
    expect(check(['--format', 'github=annotations.txt']).summary).toContain('gate blocked');
    expect(check(['--format', 'markdown']).summary).toBe('');
    expect(check(['--format', 'pretty']).summary).toBe('');
  });

  test('that cannot be written is said, and changes nothing about the decision', () => {
    const folder = folderWith({ 'template.json': volume(true) });
    const missing = join(folder, 'not', 'there');
    const { code, err } = demarcIn(folder, ['check', 'template.json', '--format', 'github'], {
      env: { GITHUB_STEP_SUMMARY: missing },
    });
    expect(code).toBe(0);
    expect(err).toMatch(/^demarc: the job summary was not written: .*no such file.*\n$/);
  });

  test('is not asked for outside of GitHub Actions', () => {
    const folder = folderWith({ 'template.json': volume(true) });
    for (const env of [{}, { GITHUB_STEP_SUMMARY: '' }])
      expect(demarcIn(folder, ['check', 'template.json', '--format', 'github'], { env }).err).toBe('');
  });

  const append = (before: number, count: number) => {
    const file = join(folderWith({ summary: 'x'.repeat(before) }), 'summary');
    let err = '';
    const many = Array.from({ length: count }, (_, i) =>
      finding({}, { address: `module.m${String(i)}.aws_ebs_volume.a` }),
    );
    appendJobSummary(result([input(many)]), options(), {
      out: () => undefined,
      err: (text) => (err += text),
      input: () => Buffer.from(''),
      terminal: undefined,
      env: { GITHUB_STEP_SUMMARY: file },
    });
    return { err, size: statSync(file).size, text: readFileSync(file, 'utf8') };
  };

  test('holds 5,000 findings, and of more as many as the 1 MiB of a step do', () => {
    const all = append(0, 5000);
    expect(all.text).not.toContain('left out');
    expect(all.size).toBeLessThan(1024 * 1024);
    const some = append(300_000, 20_000);
    expect(some.text).toMatch(/\*\*\d+ of 20000 findings are left out here/);
    expect(some.size).toBeLessThan(1024 * 1024);
    expect(some.size).toBeGreaterThan(1_000_000);
    expect(some.err).toBe('');
  });

  test('that has no room left is said to be missing, and the text before it stays', () => {
    const { err, size } = append(1024 * 1024 - 100, 1);
    expect(size).toBe(1024 * 1024 - 100);
    expect(err).toContain('leaves no room');
  });
});

test.each([
  ['GitHub', github, `https://github.example/org/repo/blob/${sha}/infra/main.tf#L4`],
  ['GitLab', gitlab, `https://gitlab.example/group/sub/repo/-/blob/${sha}/infra/main.tf#L4`],
  ['a terminal', {}, undefined],
  ['GitHub without a commit', { ...github, GITHUB_SHA: 'main' }, undefined],
  ['a server that is none', { ...github, GITHUB_SERVER_URL: 'javascript:alert(1)' }, undefined],
  ['a project with markup', { ...gitlab, CI_PROJECT_URL: 'https://x.example/a) [b](c' }, undefined],
])('a line has an address in %s', (_, env, address) => {
  expect(sourceLink('infra/main.tf', 4, env)).toBe(address);
});

test.each([
  '/elsewhere/main.tf',
  '../main.tf',
  'a//b.tf',
  'a/./b.tf',
  '.',
  '',
  '.terraform/modules/m/main.tf',
  'cdk.out/a.json',
])('what is not in the repository has no address: %s', (file) => {
  expect(sourceLink(file, 1, github)).toBeUndefined();
});

test('a hostile path stays a path', () => {
  expect(sourceLink("a b/c)[d](e)'*!?#%2e%2e/\ud800.tf", 1, github)).toBe(
    `https://github.example/org/repo/blob/${sha}/a%20b/c%29%5Bd%5D%28e%29%27%2A%21%3F%23%252e%252e/%EF%BF%BD.tf#L1`,
  );
});
