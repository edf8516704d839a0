import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { controls } from '../src/controls';
import { parseConfiguration } from '../src/gate/load-configuration';
import { presetNames } from '../src/gate/preset-names';
import { settingsOf } from '../src/gate/settings';
import { formats } from '../src/reports';
import { matrixFormats } from '../src/responsibility/formats';

const root = join(__dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

test('the configuration that the README shows is valid', () => {
  const [, text = ''] = /```yaml\n(# demarc\.config\.yaml[\s\S]*?)```/.exec(readme) ?? [];
  const loaded = parseConfiguration(text, 'demarc.config.yaml');
  expect(settingsOf(loaded, { today: '2026-11-24' }, controls).waivers.list).toHaveLength(1);
});

test('what the README links to exists', () => {
  const links = [...readme.matchAll(/\]\(((?!https?:)[^)#]+)\)/g)].map(([, path = '']) => path);
  expect(links.length).toBeGreaterThan(5);
  expect(links.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

describe('docs/responsibility.md', () => {
  const page = readFileSync(join(root, 'docs/responsibility.md'), 'utf8');

  test('shows a configuration that is valid', () => {
    const [, text = ''] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
    const { accountability } = settingsOf(
      parseConfiguration(text, 'demarc.config.yaml'),
      { today: '2026-11-24' },
      controls,
    );
    expect(accountability.assignmentOf(null, 'data-at-rest', 'aws').owner).toBe('data-platform');
  });

  test('links to what exists, and names formats and presets that there are', () => {
    const links = [...page.matchAll(/\]\(([^)#]+)\)/g)].map(([, path = '']) => path);
    expect(links.filter((path) => !existsSync(join(root, 'docs', path)))).toEqual([]);
    for (const name of Object.keys(matrixFormats)) expect(page).toContain(`\`${name}\``);
    for (const preset of presetNames) expect(page).toContain(`presets/${preset}.md`);
  });
});

test('docs/reports.md has a section for every format, sorted, and the README names each', () => {
  const page = readFileSync(join(root, 'docs/reports.md'), 'utf8');
  expect([...page.matchAll(/^## (.*)$/gm)].map(([, title]) => title)).toEqual([...formats]);
  const [, section = ''] = /^## Reports$([\s\S]*?)^## /m.exec(readme) ?? [];
  for (const format of formats) expect(section).toMatch(new RegExp(`\`(?:--format )?${format}\``));
});
