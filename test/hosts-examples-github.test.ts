import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plan } from './support/command-line';
import { action, hostile, step } from './support/host-examples';
import { workplace, type Workplace } from './support/host-scripts';

describe('the GitHub Action', () => {
  const { run, env } = step('check');
  const check = (
    place: Workplace,
    inputs: Readonly<Record<string, string>>,
    more: Readonly<Record<string, string>> = {},
  ) => {
    const values = Object.entries(env).map(([name, expression]) => {
      const [, input = ''] = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(expression) ?? [];
      return [name, inputs[input] ?? action.inputs[input]?.default ?? ''];
    });
    return place.run(run, { env: { ...(Object.fromEntries(values) as Record<string, string>), ...more } });
  };

  test('is a composite action whose scripts hold no expression', () => {
    expect(action.runs.using).toBe('composite');
    for (const { run: script, shell } of action.runs.steps) {
      expect(shell).toBe('bash');
      expect(script).not.toContain('${{');
    }
    for (const [name, { description, required }] of Object.entries(action.inputs)) {
      expect(description).toMatch(/\S/);
      expect(required ?? false).toBe(name === 'paths');
    }
    expect(Object.keys(env)).toHaveLength(new Set(Object.values(env)).size);
    for (const { value } of Object.values(action.outputs))
      expect(value).toMatch(/^\$\{\{ steps\.check\.outputs\.\w+ \}\}$/);
  });

  test('an open gate: exit code 0, and the reports are where the outputs say', () => {
    const place = workplace({ 'good.json': plan(true) });
    const { code, outputs } = check(place, { paths: 'good.json', sarif: 'a b.sarif' });
    expect([code, outputs['decision']]).toEqual([0, 'open']);
    expect(JSON.parse(readFileSync(outputs['report'] ?? '', 'utf8'))).toMatchObject({ decision: 'open' });
    expect(readFileSync(outputs['markdown'] ?? '', 'utf8')).toMatch(/^<!-- demarc -->\n/);
    expect(JSON.parse(place.read('a b.sarif'))).toMatchObject({ version: '2.1.0' });
  });

  test('a blocked gate: exit code 1, with annotations', () => {
    const { code, out, outputs } = check(workplace({ 'a b/bad.json': plan(false) }), { paths: '\na b/bad.json\r\n\n' });
    expect([code, outputs['decision']]).toEqual([1, 'blocked']);
    expect(out).toMatch(/^::error /m);
  });

  test('what could not be judged: exit code 2', () => {
    const { code, outputs } = check(workplace({ 'no.json': '{}' }), { paths: 'no.json' });
    expect([code, outputs['decision']]).toEqual([2, 'incomplete']);
  });

  test('a package that cannot be had is not a blocked gate', () => {
    const { code, outputs } = check(workplace({}), { paths: 'good.json' }, { NPX_CODE: '1' });
    expect([code, outputs]).toEqual([2, { decision: 'incomplete' }]);
  });

  test('more arguments count, and the decision is what the report says', () => {
    const { code, outputs } = check(workplace({ 'bad.json': plan(false) }), {
      paths: 'bad.json',
      arguments: '--exit-zero\n--date=2026-11-26',
    });
    expect([code, outputs['decision']]).toEqual([0, 'blocked']);
  });

  test('npm takes its settings from a new folder of the runner, and the version that is named', () => {
    const place = workplace({});
    check(place, { paths: 'a', version: '1.2.3' }, { NPX_CODE: '0' });
    const [yes, prefix, folder, ...rest] = place.argumentsOf('npx') ?? [];
    expect([yes, prefix]).toEqual(['--yes', '--prefix']);
    expect(folder).toMatch(/temporary\/demarc\.\w+$/);
    expect(rest.slice(0, 5)).toEqual(['--package', 'demarc@1.2.3', '--', 'demarc', 'check']);
  });

  test.each(hostile)('%j is a value in every input', (value) => {
    const place = workplace({});
    const inputs = ['config', 'preset', 'environment', 'fail-on', 'source', 'sarif', 'arguments', 'paths'];
    check(place, Object.fromEntries(inputs.map((name) => [name, value])), { NPX_CODE: '0' });
    const given = (place.argumentsOf('npx') ?? []).slice(8);
    expect(given.slice(0, 6)).toEqual([
      `--config=${value}`,
      `--preset=${value}`,
      `--environment=${value}`,
      `--fail-on=${value}`,
      `--source=${value}`,
      `--format=sarif=${value}`,
    ]);
    expect(given.slice(9)).toEqual([value, '--', value]);
    expect(place.exists('pwned')).toBe(false);
  });

  test.each([...hostile, '', '-g', 'github:x/y', '1.0.0 --registry=x'])('%j is no version', (value) => {
    const place = workplace({});
    const { code, out } = check(place, { paths: 'a', version: value });
    expect([code, out]).toEqual([2, '::error title=demarc::version is not a version of a package\n']);
    expect(place.argumentsOf('npx')).toBeUndefined();
  });

  describe('writes a comment', () => {
    const comment = (place: Workplace, more: Readonly<Record<string, string>> = {}) =>
      place.run(step('comment').run, {
        env: {
          DEMARC_MARKDOWN: join(place.folder, 'demarc.md'),
          DEMARC_SERVER: 'https://git.example',
          DEMARC_REPOSITORY: 'owner/name',
          DEMARC_PULL_REQUEST: '7',
          ...more,
        },
      });
    const report = { 'demarc.md': '<!-- demarc -->\n**blocked** $(touch pwned)\n' };

    test('where there is none yet', () => {
      const place = workplace(report);
      expect(comment(place).code).toBe(0);
      expect(place.settings()).toBe('git.example <!-- demarc -->');
      const [list, write] = place.calls();
      expect(list?.slice(0, 3)).toEqual(['api', '--paginate', 'repos/owner/name/issues/7/comments?per_page=100']);
      const body = `body=@${join(place.folder, 'demarc.md')}`;
      expect(write).toEqual([
        'api',
        '--silent',
        '--method',
        'POST',
        'repos/owner/name/issues/7/comments',
        '--field',
        body,
      ]);
    });

    test('or updates its own, the first', () => {
      const place = workplace(report);
      comment(place, { GH_FOUND: '11\n12\n' });
      expect(place.calls().at(-1)?.slice(2, 5)).toEqual(['--method', 'PATCH', 'repos/owner/name/issues/comments/11']);
      expect(place.exists('pwned')).toBe(false);
    });

    test('and says so where it may not', () => {
      const { code, out } = comment(workplace(report), { GH_CODE: '1' });
      expect([code, out]).toEqual([
        0,
        expect.stringMatching(/^::warning title=demarc::the comment could not be written/),
      ]);
    });
  });
});
