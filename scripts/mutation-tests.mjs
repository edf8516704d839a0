import { existsSync, readdirSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { format } from 'node:util';
import { compileFunction } from 'node:vm';

/**
 * Runs tests against mutants, for scripts/mutation.mjs, which starts it: `node scripts/mutation-tests.mjs <job> <first mutant>`.
 * Every mutant begins anew: its module and all that know it are loaded again with the mutant in force, so that what is made
 * while modules load is mutated too, and nothing is remembered from the mutant before.
 */
const [path, first] = process.argv.slice(2);
const job = JSON.parse(readFileSync(path, 'utf8'));
const require = createRequire(join(job.root, 'package.json'));
const { transformSync } = require('@swc/core');
globalThis.expect = require('expect').expect;
const stryker = (globalThis.__stryker__ = { mutantCoverage: { static: {}, perTest: {} } });

const tell = (line) => writeSync(3, `${JSON.stringify(line)}\n`);
let told = Date.now();
function beAlive() {
  if (Date.now() - told < 1000) return;
  told = Date.now();
  tell({});
}

/** Which modules require a module. */
const users = new Map();
const compiled = new Map();
const swc = { module: { type: 'commonjs' }, jsc: { target: 'es2023', parser: { syntax: 'typescript' } } };

function compile(filename) {
  const source = job.instrumented[filename] ?? readFileSync(filename, 'utf8');
  const { code } = transformSync(source, { filename, ...swc });
  return compileFunction(code, ['exports', 'require', 'module', '__filename', '__dirname'], { filename });
}
require.extensions['.ts'] = (module, filename) => {
  beAlive();
  const run = compiled.get(filename) ?? compile(filename);
  compiled.set(filename, run);
  const ask = (id) => {
    const asked = Module._resolveFilename(id, module);
    if (!users.has(asked)) users.set(asked, new Set());
    users.get(asked).add(filename);
    return module.require(id);
  };
  Object.assign(ask, { resolve: (id) => Module._resolveFilename(id, module), cache: require.cache });
  run.call(module.exports, module.exports, ask, module, filename, dirname(filename));
};

/** Forgets a module and all that know it. */
function forget(filename) {
  const seen = new Set([filename]);
  for (const one of seen) for (const user of users.get(one) ?? []) seen.add(user);
  for (const one of seen) Reflect.deleteProperty(require.cache, one);
}

const testsIn = (folder) =>
  readdirSync(join(job.root, folder), { recursive: true })
    .filter((name) => name.endsWith('.test.ts'))
    .sort()
    .map((name) => join(job.root, folder, name));
const tests = [
  ...['test/model', 'test/controls', 'test/services', 'test/iam', 'test/gate'].flatMap(testsIn),
  ...['test/policing.test.ts', 'test/judge.test.ts', 'test/judge-change.test.ts', 'test/rows.test.ts'].map((name) =>
    join(job.root, name),
  ),
];

/** Where tests are collected: the path of the `describe` that is open, and what it has. */
let open;
/** Says of a path whether anything in it is to run. */
let wanted = () => true;

const newBlock = (at, body) => ({
  at,
  body,
  tests: [],
  blocks: [],
  before: [],
  after: [],
  beforeAll: [],
  afterAll: [],
});
const each = (declare) =>
  Object.assign(declare, {
    each: (table) => (name, body) =>
      table.forEach((row, index) => {
        const cells = Array.isArray(row) ? row : [row];
        declare(`${index}: ${format(name, ...cells)}`, () => body(...cells));
      }),
    skip: Object.assign(() => undefined, { each: () => () => undefined }),
  });
globalThis.describe = each((name, body) => {
  const at = `${open.at}\n${name}`;
  if (wanted(at)) open.blocks.push(newBlock(at, body));
});
globalThis.test = globalThis.it = each((name, body) => open.tests.push({ name, body }));
for (const [name, list] of Object.entries({
  beforeEach: 'before',
  afterEach: 'after',
  beforeAll: 'beforeAll',
  afterAll: 'afterAll',
}))
  // prettier-ignore
  globalThis[name] = (hook) => open[list].push(hook);

/** Runs what stands in a block, and the blocks in it. The red test, if one is. */
async function runBlock(block, outer = []) {
  open = block;
  stryker.currentTestId = block.at;
  let name = 'its collection';
  try {
    block.body();
    stryker.currentTestId = block.at;
    const hooks = [...outer, block];
    for (const hook of block.beforeAll) await hook();
    for (const test of block.tests) {
      beAlive();
      name = test.name;
      for (const { before } of hooks) for (const hook of before) await hook();
      const result = test.body();
      if (result instanceof Promise) await result;
      for (const { after } of hooks) for (const hook of after) await hook();
    }
    for (const inner of block.blocks) {
      const red = await runBlock(inner, hooks);
      if (red) return red;
    }
    stryker.currentTestId = block.at;
    for (const hook of block.afterAll) await hook();
  } catch (error) {
    return { at: `${block.at}\n${name}`, error };
  } finally {
    stryker.currentTestId = undefined;
  }
}

/** Runs the tests that are wanted until one is red. */
async function run() {
  for (const file of tests) {
    const at = relative(job.root, file);
    if (!wanted(at)) continue;
    beAlive();
    const load = () => {
      stryker.currentTestId = undefined;
      Reflect.deleteProperty(require.cache, file);
      // A parent of its own: what it has required would be kept for good.
      new Module(join(job.root, 'tests')).require(file);
    };
    const red = await runBlock(newBlock(at, load));
    if (red) return red;
  }
}

/** A path and all that it is in. */
const upwards = (at) => at.split('\n').map((_, index, parts) => parts.slice(0, index + 1).join('\n'));

/** Runs what stands at these paths, but what has been. */
async function runAt(paths, done) {
  const within = new Set(paths);
  const above = new Set(paths.flatMap(upwards));
  const covers = (set, at) => upwards(at).some((one) => set.has(one));
  wanted = (at) => (above.has(at) || covers(within, at)) && !done.has(at);
  return run();
}

if (!existsSync(job.coverage)) {
  const red = await run();
  if (red) throw new Error(`red without a mutant: ${red.at}`, { cause: red.error });
  const reached = {};
  const { static: whileLoading, perTest } = stryker.mutantCoverage;
  for (const [at, hits] of Object.entries(perTest)) for (const id of Object.keys(hits)) (reached[id] ??= []).push(at);
  writeFileSync(job.coverage, JSON.stringify({ whileLoading: Object.keys(whileLoading), reached, blocks: Object.keys(perTest) })); // prettier-ignore
}
const coverage = JSON.parse(readFileSync(job.coverage, 'utf8'));
const whileLoading = new Set(coverage.whileLoading);

const relevant = new Map();
/** Tests of the lists of all services and controls. */
const overall = ['test/policing.test.ts', 'test/services/types.test.ts'];

/** What a file declares matters to: tests that reach another mutant of it, are named in it or in a user of it, or see all. */
function near(file) {
  const siblings = job.mutants.filter((mutant) => mutant.file === file);
  const reaching = siblings.flatMap(({ id }) => coverage.reached[id] ?? []);
  const texts = [file, ...(users.get(file) ?? [])]
    .filter((one) => /\/src\/(?:services\/.|controls)/.test(one) && !one.endsWith('/index.ts'))
    .flatMap((one) => readFileSync(one, 'utf8').match(/(?<=')[\w-]+(?=')/g) ?? []);
  const names = new Set(texts);
  const named = coverage.blocks.filter((at) => at.split('\n').some((part) => names.has(part)));
  return [...new Set([...overall, ...reaching, ...named])];
}

/**
 * Tests that reach a mutant. What is made while modules load may matter to more: to those of its file, and, where that is
 * asked for, to all.
 */
async function judge({ id, file }) {
  const own = coverage.reached[id] ?? [];
  const isStatic = whileLoading.has(id);
  if (own.length === 0 && !isStatic) return { state: 'not reached' };
  if (isStatic && !relevant.has(file)) relevant.set(file, near(file));
  const more = isStatic ? [relevant.get(file), ...(job.whole ? [everything] : [])] : [];
  const done = new Set();
  for (const paths of [own, ...more]) {
    forget(file);
    const red = paths.length > 0 && (await runAt(paths, done));
    if (red) return { state: 'killed', by: red.at };
    for (const at of paths) done.add(at);
  }
  return { state: 'survived' };
}
const everything = tests.map((test) => relative(job.root, test));

for (let index = Number(first); index < job.mutants.length; index++) {
  const mutant = job.mutants[index];
  tell({ index });
  stryker.activeMutant = mutant.id;
  const outcome = await judge(mutant);
  stryker.activeMutant = undefined;
  stryker.mutantCoverage = { static: {}, perTest: {} };
  forget(mutant.file);
  tell({ index, ...outcome });
}

// Without a mutant all is green still: none was found by what another left behind.
wanted = () => true;
const left = await run();
if (left) throw new Error(`red without a mutant, in the end: ${left.at}`, { cause: left.error });
