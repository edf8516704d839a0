import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Renews the dates of end of support in data/runtimes. Usage, with what was downloaded beforehand:
 *
 *   node scripts/refresh-runtimes.mjs dataset <eol.json>        the data set awslabs/aws-service-eol-data (Apache-2.0)
 *   node scripts/refresh-runtimes.mjs endoflife <family> <file>  a product of endoflife.date (MIT), as /api/<product>.json
 *   node scripts/refresh-runtimes.mjs page <family> <file>       a page of the cloud's documentation in Markdown, with a table
 *
 * What is found is added or corrected; versions that the source no longer lists keep their dates. Look at the difference
 * before it is committed: documentation changes its tables.
 */
const target = (family) => fileURLToPath(new URL(`../data/runtimes/${family}.json`, import.meta.url));
const today = new Date().toISOString().slice(0, 10);

/** Which family an entry of the data set is, by service and engine. */
const families = {
  eks: 'eks',
  lambda: 'lambda',
  'rds mysql': 'mysql',
  'rds postgresql': 'postgres',
  'aurora mysql': 'aurora-mysql',
  'aurora postgresql': 'aurora-postgresql',
  'elasticache redis': 'redis',
  'opensearch opensearch': 'opensearch',
  'opensearch elasticsearch': 'elasticsearch',
  'msk kafka': 'kafka',
  'mq activemq': 'activemq',
  'mq rabbitmq': 'rabbitmq',
  'docdb docdb': 'docdb',
};

/** Aurora's own numbers, as the engine version writes them. */
const spellings = { 'aurora-mysql': { 2: '5.7', 3: '8.0' } };

function renew(family, versions, about) {
  const path = target(family);
  const before = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : { about: {}, versions: {} };
  const after = { ...before, about: { ...before.about, ...about, read: today }, versions: { ...before.versions } };
  for (const [version, support] of versions) after.versions[spellings[family]?.[version] ?? version] = support;
  writeFileSync(path, `${JSON.stringify(after, null, 2)}\n`);
  console.log(`${family}: ${versions.length} versions read`);
}

const support = (standard, extended) => ({ ...(standard && { standard }), ...(extended && { extended }) });

function dataset({ lastUpdated, services }) {
  for (const { serviceCode, engine, versions } of services) {
    const family = families[engine ? `${serviceCode} ${engine}` : serviceCode];
    if (!family) console.warn(`no family for ${serviceCode} ${engine}`);
    else
      renew(
        family,
        versions
          .filter(({ version }) => !version.endsWith('+'))
          .map((one) => [one.version, support(one.standardSupportEnd, one.extendedSupport?.end)]),
        { dataset: `awslabs/aws-service-eol-data (Apache-2.0), of ${lastUpdated}` },
      );
  }
}

const asDate = (value) => (typeof value === 'string' ? value : undefined);

const endoflife = (family, cycles) =>
  renew(
    family,
    cycles.map(({ cycle, support: active, eol, extendedSupport }) => [
      cycle,
      support(family === 'lambda' ? asDate(active) : asDate(eol), asDate(extendedSupport)),
    ]),
    {},
  );

/**
 * The rows of each table in which one cell is a version (in code, or as Google writes runtimes: `python312`) and a later one
 * a date; the second date of EKS is that of extended support.
 */
function page(family, text) {
  const rows = text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('\\', '')));
  const found = rows.flatMap((cells) => {
    const version = cells.map((cell) => /^(?:`([^`]+)`|([a-z]+\d+))$/.exec(cell)?.slice(1).find(Boolean)).find(Boolean);
    const dates = cells.map(dateIn).filter(Boolean);
    return version && dates.length > 0
      ? [[version, support(dates[0], family === 'eks' ? dates.at(-1) : undefined)]]
      : [];
  });
  renew(family, found, {});
}

/** A day as AWS or Google writes it: `June 30, 2026`, `Jun 30, 2026`, `6/30/2026` or `2026-06-30`. */
function dateIn(cell) {
  const date = /^([A-Z][a-z]+ \d{1,2}, \d{4}|\d{1,2}\/\d{1,2}\/\d{4}|\d{4}-\d{2}-\d{2})$/.test(cell)
    ? new Date(`${cell} UTC`)
    : undefined;
  return date && !Number.isNaN(date.getTime()) ? date.toISOString().slice(0, 10) : undefined;
}

const [source, ...rest] = process.argv.slice(2);
const file = rest.at(-1);
if (source === 'dataset' && rest.length === 1) dataset(JSON.parse(readFileSync(file, 'utf8')));
else if (source === 'endoflife' && rest.length === 2) endoflife(rest[0], JSON.parse(readFileSync(file, 'utf8')));
else if (source === 'page' && rest.length === 2) page(rest[0], readFileSync(file, 'utf8'));
else {
  console.error('Usage: node scripts/refresh-runtimes.mjs dataset FILE | endoflife FAMILY FILE | page FAMILY FILE');
  process.exit(2);
}
