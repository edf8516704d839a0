import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { controls } from '../src/controls';
import { presetLevel } from '../src/gate/presets';
import { ownControls } from '../src/gate/own-controls';
import { commentWaivers } from '../src/gate/comment-waivers';
import { foreignComments } from '../src/gate/foreign-comments';
import { foreignRule, foreignRulesNamed, foreignTools } from '../src/gate/foreign-rules';
import { parseConfiguration } from '../src/gate/load-configuration';
import { settingsOf } from '../src/gate/settings';
import { inspect } from '../src/inspect';
import { readCloudFormation } from '../src/readers/cloudformation/reader';

const root = join(__dirname, '..');
const page = readFileSync(join(root, 'docs/waivers.md'), 'utf8');
const examples = (language: string): readonly string[] =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, text = '']) => text);
const today = '2026-11-26';
const [configuration = '', template = ''] = examples('yaml');

test('the configuration is valid', () => {
  const { waivers } = settingsOf(parseConfiguration(configuration, 'demarc.config.yaml'), { today }, controls);
  expect(waivers).toMatchObject({
    never: ['iam-no-admin'],
    honour: ['checkov', 'cfn-nag'],
    list: [{ owner: 'platform-team' }],
  });
});

test('the waiver in metadata opens the gate', () => {
  const judged = (text: string) =>
    inspect([readCloudFormation([{ path: 'template.yaml', text }], { path: 'template.yaml' })], { today });
  expect(judged(template)).toMatchObject({ decision: 'open', summary: { gate: { waived: 1 } } });
  expect(judged(template.replace('allow:', 'forbid:')).decision).toBe('blocked');
});

test('the comments are read as the page says', () => {
  const [ours = '', theirs = ''] = examples('hcl');
  expect(commentWaivers(ours)).toMatchObject([{ control: 'storage-encrypted', owner: 'data-platform', problems: [] }]);
  expect(foreignComments(theirs).map(({ tool, rule, until, reason }) => [tool, rule, until, reason])).toEqual([
    ['checkov', 'CKV_AWS_18', null, 'it holds the logs of the others'],
    ['tfsec', 'aws-s3-enable-versioning', '2027-01-31', 'rebuilt nightly'],
    ['trivy', 'AVD-AWS-0132', null, "the provider's key is enough"],
  ]);
  for (const { tool, rule } of foreignComments(theirs)) expect(foreignRule(tool, rule ?? '')?.same).not.toEqual([]);
});

test('the gates of the findings on waivers are those of the preset', () => {
  for (const control of ownControls.filter(({ id }) => id.startsWith('waiver-')))
    expect(page).toMatch(new RegExp(`\`${control.id}\`.*\\| ${presetLevel(control, 'baseline')} +\\|`));
});

test('every tool is named, and every rule that is named is known', () => {
  for (const tool of foreignTools) expect(page).toContain(`\`${tool}\``);
  const named = [...page.matchAll(/\b(?:CKV_AWS_\d+|AVD-AWS-\d+|AwsSolutions-\w+|HIPAA\.Security-\w+|W\d+)\b/g)];
  expect(named.length).toBeGreaterThan(5);
  expect(named.map(([id]) => id).filter((id) => foreignRulesNamed(id).length === 0)).toEqual([]);
});

test('what it links to exists', () => {
  const links = [...page.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, path = '']) => path);
  expect(links.length).toBeGreaterThan(1);
  expect(links.filter((path) => !existsSync(join(root, 'docs', path)))).toEqual([]);
});
