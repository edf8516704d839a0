import { join } from 'node:path';
import { check } from '../src/cli/commands/check';
import type { Result } from '../src/model/result';
import { demarcIn, folderWith, plan, volume } from './support/command-line';
import {
  action,
  afterPlan,
  examplesOf,
  sectionOf,
  header,
  hooks,
  page,
  policyCheck,
  step,
  template,
  text,
  version,
  type Hook,
} from './support/host-examples';
import { workplace } from './support/host-scripts';

/** A plan that creates one volume of a name. */
const planOf = (name: string, encrypted: boolean): string =>
  plan(encrypted).replaceAll('"data"', `"${name}"`).replaceAll('.data"', `.${name}"`);

/** The source of such a plan. */
const sourceOf = (name: string, encrypted: boolean): string =>
  `resource "aws_ebs_volume" "${name}" {\n  availability_zone = "eu-west-1a"\n  size = 8\n  encrypted = ${String(encrypted)}\n}\n`;

describe('what the examples name exists', () => {
  const told = ['Atlantis', 'GitHub Actions', 'GitLab', 'pre-commit', 'Spacelift'].map(sectionOf).join('\n');

  test('every option of a script is one of demarc check', () => {
    const scripts = [
      step('check').run.split('npx ')[0],
      ...Object.values(template).flatMap(({ script }) => script.map((one) => one.split('npx ')[0])),
      ...hooks.map(({ entry, args = [] }) => [entry, ...args].join(' ')),
      ...[policyCheck, afterPlan].map((one) => one?.slice(one.indexOf('demarc check'))),
      ...[...told.matchAll(/`(--[a-z][^`]*)`/g)]
        .map(([, option = '']) => option)
        .filter((option) => !option.includes('prefix')),
      ...[...told.matchAll(/args: \[(.*)\]/g)].map(([, args = '']) => args),
    ];
    const options = scripts.flatMap((one = '') => [...one.matchAll(/--([a-z][a-z-]+)/g)].map(([, name = '']) => name));
    expect(new Set(options).size).toBeGreaterThan(8);
    expect(options.filter((name) => !check.options.includes(name) && name !== 'allow-plugins')).toEqual([]);
  });

  test('every version is the one of this package', () => {
    const named = [...page.matchAll(/(?:demarc@v?|gitlab-ci@|(?:rev|ref): v|name version )(\d[\w.]*\d)/g)].map(
      ([, one]) => one,
    );
    expect(named.length).toBeGreaterThan(6);
    expect(new Set(named)).toEqual(new Set([version]));
    expect(action.inputs['version']?.default).toBe(version);
    expect(header.spec.inputs['version']?.default).toBe(version);
  });

  test('the page has every input and output, and its examples use no other', () => {
    const shown = (section: string) => [...sectionOf(section).matchAll(/^\| `([\w-]+)`/gm)].map(([, name]) => name);
    expect(shown('GitHub Actions')).toEqual([...Object.keys(action.inputs), ...Object.keys(action.outputs)]);
    expect(shown('GitLab')).toEqual(Object.keys(header.spec.inputs));
    const used = [...told.matchAll(/uses: your-organisation\/demarc@.*\n\s+with:\n((?:\s+[\w-]+:.*\n)+)/g)].flatMap(
      ([, block = '']) => [...block.matchAll(/^\s+([\w-]+):/gm)].map(([, name = '']) => name),
    );
    expect(used.length).toBeGreaterThan(4);
    expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(used));
    const includes = examplesOf('GitLab') as readonly { readonly include: readonly { readonly inputs: object }[] }[];
    expect(includes).toHaveLength(2);
    for (const { include } of includes)
      expect(Object.keys(header.spec.inputs)).toEqual(expect.arrayContaining(Object.keys(include[0]?.inputs ?? {})));
    const [fromGit, fromRegistry] = examplesOf('pre-commit') as readonly {
      repos: readonly { hooks: readonly Hook[] }[];
    }[];
    expect(fromGit?.repos[0]?.hooks.map(({ id }) => id)).toEqual(hooks.map(({ id }) => id));
    const { files, pass_filenames, language } = hooks[0] ?? {};
    expect(fromRegistry?.repos[0]?.hooks).toMatchObject([{ files, pass_filenames, language }]);
  });

  test('the links of the page lead somewhere, and the package holds what they lead to', () => {
    const links = [...page.matchAll(/\]\((?!https:)([^)#]*)(?:#([^)]*))?\)/g)];
    for (const [, path = '', anchor] of links) {
      const target = path === '' ? page : text(join('docs', path));
      if (anchor !== undefined) expect(target).toMatch(new RegExp(`^## ${anchor.replaceAll('-', '[ -]')}$`, 'im'));
    }
    const { files } = JSON.parse(text('package.json')) as { readonly files: readonly string[] };
    expect(files).toEqual(expect.arrayContaining(['templates', 'action.yml', '.pre-commit-hooks.yaml']));
  });
});

describe('the hooks for pre-commit', () => {
  const hook = (id: string): Hook => {
    const found = hooks.find((one) => one.id === id);
    if (!found) throw new Error(`no hook ${id}`);
    return found;
  };
  const run = (id: string, folder: string, files: readonly string[], args = hook(id).args ?? []) => {
    const [, ...entry] = hook(id).entry.split(' ');
    return demarcIn(folder, [...entry, ...args, ...(hook(id).pass_filenames === false ? [] : files)]);
  };

  test('are run by Node.js, by the command of the package', () => {
    const { bin } = JSON.parse(text('package.json')) as { readonly bin: object };
    for (const { language, entry } of hooks) {
      expect(language).toBe('node');
      expect(Object.keys(bin)).toContain(entry.split(' ')[0]);
    }
  });

  test.each([
    [
      'demarc-terraform',
      ['main.tf', 'a/b.tofu', 'x.tf.json', 'prod.tfvars', 'p.auto.tfvars.json'],
      ['main.tf.bak', 'tf', 'a.json'],
    ],
    [
      'demarc-cloudformation',
      ['template.yaml', 'a/template.json', 'web.template', 'x.template.yml', 'y.cfn.json'],
      ['values.yaml', 'my-template.yaml', 'package.json', 'a.ts'],
    ],
  ])('%s looks at its own files', (id, those, others) => {
    const files = new RegExp(hook(id).files);
    expect(those.filter((name) => !files.test(name))).toEqual([]);
    expect(others.filter((name) => files.test(name))).toEqual([]);
  });

  test('demarc-terraform inspects the modules of the repository, or of the folders it is given', () => {
    const folder = folderWith({
      'a/main.tf': sourceOf('data', true),
      'b/main.tf': sourceOf('data', false),
      'b/other.txt': '',
      'c.json': volume(false),
    });
    const whole = run('demarc-terraform', folder, ['b/main.tf']);
    expect(whole.code).toBe(1);
    expect(whole.out).toContain('b/main.tf:4');
    expect(run('demarc-terraform', folder, ['b/main.tf'], ['--fail-on=high', 'a']).code).toBe(0);
  });

  test('demarc-cloudformation inspects the templates that it is given', () => {
    const folder = folderWith({ 'template.json': volume(false), 'good.template': volume(true), 'no.template': '{}' });
    expect(run('demarc-cloudformation', folder, ['good.template']).code).toBe(0);
    expect(run('demarc-cloudformation', folder, ['good.template', 'template.json']).code).toBe(1);
    expect(run('demarc-cloudformation', folder, ['no.template']).code).toBe(2);
  });
});

describe('the policy check of Atlantis', () => {
  const check = (text: string) => {
    const place = workplace({ 'show file.json': text, 'main.tf': sourceOf('failover', true) });
    return place.run(policyCheck ?? 'exit 9', { shell: 'sh', env: { SHOWFILE: join(place.folder, 'show file.json') } });
  };

  test('says the word that Atlantis looks for when the gate is blocked or a plan cannot be judged', () => {
    for (const text of [plan(false), '{}']) {
      const { code, out } = check(text);
      expect(code).toBe(0);
      expect(out).toMatch(/fail/i);
    }
  });

  test('does not say it when the gate is open, whatever the resources are called', () => {
    const { code, out, err } = check(planOf('failover', true));
    expect(code).toBe(0);
    expect(out).toMatch(/^demarc: gate open/);
    expect(`${out}${err}`).not.toMatch(/fail/i);
  });
});

describe('the hook of Spacelift', () => {
  test.each([
    ['open', 0, plan(true)],
    ['blocked', 1, plan(false)],
    ['incomplete', 2, '{}'],
  ])('a decision that is %s has the exit code %i, and the plan policies get the report', (decision, code, text) => {
    const place = workplace({ 'main.tf': sourceOf('data', false) }, text);
    expect(place.run(afterPlan ?? 'exit 9', { shell: 'sh' }).code).toBe(code);
    expect(place.argumentsOf('terraform')).toEqual(['show', '-json', 'spacelift.plan']);
    expect((JSON.parse(place.read('demarc.custom.spacelift.json')) as Result).decision).toBe(decision);
  });
});
