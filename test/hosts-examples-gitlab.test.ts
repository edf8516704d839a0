import { plan, volume } from './support/command-line';
import { header, hostile, template } from './support/host-examples';
import { workplace, type Workplace } from './support/host-scripts';
import { readXml } from './support/xml';

describe('the GitLab template', () => {
  const [job] = Object.values(template);
  const script = job?.script.join('\n') ?? '';
  const check = (
    place: Workplace,
    inputs: Readonly<Record<string, string>>,
    more: Readonly<Record<string, string>> = {},
  ) => {
    const values = Object.entries(job?.variables ?? {}).map(([name, { value }]) => {
      const [, input = ''] = /^\$\[\[ inputs\.([\w-]+) \]\]$/.exec(value) ?? [];
      return [name, inputs[input] ?? header.spec.inputs[input]?.default ?? ''];
    });
    return place.run(script, {
      shell: 'sh',
      env: { ...(Object.fromEntries(values) as Record<string, string>), ...more },
    });
  };

  test('its script holds no input, and GitLab expands none', () => {
    expect(script).not.toContain('$[[');
    for (const { expand } of Object.values(job?.variables ?? {})) expect(expand).toBe(false);
    const required = Object.entries(header.spec.inputs).filter(([, input]) => input.default === undefined);
    expect(required.map(([name]) => name)).toEqual(['paths']);
  });

  test('writes the reports that it hands to GitLab, whatever the decision', () => {
    const place = workplace({ 'a b/bad.json': plan(false), 'good.json': volume(true) });
    const { code, out } = check(place, { paths: 'a b/bad.json\ngood.json\n' });
    expect(code).toBe(1);
    expect(out).toContain('gate blocked');
    const { when, paths, reports } = job?.artifacts ?? { when: '', paths: [], reports: {} };
    expect(when).toBe('always');
    expect(Object.keys(reports)).toEqual(['codequality', 'junit']);
    expect(JSON.parse(place.read(reports['codequality'] ?? ''))).toContainEqual(
      expect.objectContaining({ severity: 'critical', check_name: 'storage-encrypted' }),
    );
    expect(readXml(place.read(reports['junit'] ?? '')).attributes['failures']).toBe('1');
    for (const path of paths) expect(JSON.parse(place.read(path))).toMatchObject({ decision: 'blocked' });
  });

  test('has the exit code of the decision', () => {
    expect(check(workplace({ 'good.json': plan(true) }), { paths: 'good.json' }).code).toBe(0);
    expect(check(workplace({}), { paths: 'none.json' }).code).toBe(2);
  });

  test.each(hostile)('%j is a value in every input', (value) => {
    const place = workplace({});
    const inputs = ['config', 'preset', 'environment', 'fail-on', 'source'];
    check(
      place,
      { ...Object.fromEntries(inputs.map((name) => [name, value])), paths: `${value}\nEND\n` },
      { NPX_CODE: '0' },
    );
    const given = (place.argumentsOf('npx') ?? []).slice(8);
    expect(given.slice(0, 5)).toEqual(inputs.map((name) => `--${name}=${value}`));
    // A shell takes a backslash at the end of a line of its input for what it is.
    expect(given.slice(given.indexOf('--') + 1)).toEqual([value, 'END']);
    expect(place.exists('pwned')).toBe(false);
  });

  test.each([...hostile, '', '-g', 'github:x/y'])('%j is no version', (value) => {
    const place = workplace({});
    expect(check(place, { paths: 'a', version: value }).code).toBe(2);
    expect(place.argumentsOf('npx')).toBeUndefined();
  });
});
