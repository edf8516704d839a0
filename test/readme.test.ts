import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { controls } from '../src/controls';
import { parseConfiguration } from '../src/gate/load-configuration';
import { settingsOf } from '../src/gate/settings';

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
