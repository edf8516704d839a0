import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { clearTimeout, setTimeout } from 'node:timers';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

/**
 * Mutation testing of the model, the services and the controls: Stryker's mutants, without its run of Jest per mutant.
 * A sample of files is instrumented with all of their mutants; scripts/mutation-tests.mjs runs the tests in one process, and
 * for each mutant those that reach it, until one is red. Needs `@stryker-mutator/instrumenter`, installed anywhere (9.x on
 * Node 20); nothing is written into the project.
 *
 * Usage: node scripts/mutation.mjs <node_modules folder> [--seed N] [--files N of each group] [--group NAME]... [--only PATH]...
 *          [--mutants N at most of a file] [--limit SECONDS without a sign of life] [--whole]
 *
 * What is made while modules load, such as a list of types, is mutated by loading them again. It runs the tests of its file:
 * those that reach another mutant of it, or are named in it or in a file that uses it; with --whole then all.
 *
 * Not mutated is what is said to people: texts with a space before a small letter (`SQS queue`; not `Key Vault Reader`), the
 * values of `spoken` keys, the notes of `notes`. Not counted, as with Stryker's own checker: survivors that do not compile,
 * for `npm test` begins with the compiler.
 */
const options = {
  seed: { type: 'string', default: '1' },
  files: { type: 'string', default: '6' },
  mutants: { type: 'string', default: '1000' },
  limit: { type: 'string', default: '40' },
  whole: { type: 'boolean', default: false },
  group: { type: 'string', multiple: true, default: [] },
  only: { type: 'string', multiple: true, default: [] },
};
const { values: given, positionals } = parseArgs({ options, allowPositionals: true });
if (positionals.length !== 1) {
  console.error('Usage: node scripts/mutation.mjs <node_modules folder> [options, see there]');
  process.exit(2);
}
const root = fileURLToPath(new URL('..', import.meta.url));
const modules = resolve(positionals[0]);
const { Instrumenter } = await import(
  pathToFileURL(join(modules, '@stryker-mutator/instrumenter/dist/src/index.js')).href
);
const typescript = createRequire(import.meta.url)('typescript');

const groups = {
  model: 'src/model',
  aws: 'src/services/aws',
  azure: 'src/services/azure',
  google: 'src/services/google',
  saas: 'src/services/saas',
  controls: 'src/controls',
};
const groupOf = (file) => Object.keys(groups).find((group) => file.startsWith(`${groups[group]}/`)) ?? 'other';

/** Random numbers from 0 to 1 that a seed tells (mulberry32). */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
const random = randomFrom(Number(given.seed));
const sample = (list, count) =>
  list
    .map((item) => [random(), item])
    .sort(([one], [other]) => one - other)
    .slice(0, count)
    .map(([, item]) => item);

/** Whether a file has anything that runs: some of the model are types alone, which no mutant is in. */
const runs = (file) => /^(?:export )?(?:const|function|class) /m.test(readFileSync(join(root, file), 'utf8'));
const filesIn = (folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .map((name) => `${folder}/${name}`)
    .filter((file) => file.endsWith('.ts') && runs(file))
    .sort();
const chosen = Object.keys(groups).filter((group) => given.group.length === 0 || given.group.includes(group));
const files =
  given.only.length > 0 ? given.only : chosen.flatMap((group) => sample(filesIn(groups[group]), Number(given.files)));

const spoken = new Set(['noun', 'note', 'why', 'title', 'failure', 'fix', 'because', 'reason', 'message']);
/** Which argument of a function is a text for people. */
const notes = { is: 2, some: 2, every: 2, truth: 2, known: 2, otherwise: 2, unknown: 0, settledTruth: 1, unknownLeaf: 0, Error: 0 }; // prettier-ignore

function isProse({ node, parent }) {
  if (node.type !== 'StringLiteral' && node.type !== 'TemplateLiteral') return false;
  const text = node.type === 'StringLiteral' ? node.value : node.quasis.map(({ value }) => value.raw).join('x');
  if (/[^\s:] [a-z]/.test(text)) return true;
  if (parent.type === 'ObjectProperty' && parent.value === node) return spoken.has(parent.key.name);
  return parent.callee !== undefined && parent.arguments[notes[parent.callee.name]] === node;
}
const ignorers = [{ shouldIgnore: (path) => (isProse(path) ? 'a text for people' : undefined) }];

const silent = () => undefined;
const logger = { isDebugEnabled: () => false, debug: silent, info: silent, warn: console.warn };
const sources = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
const written = await new Instrumenter(logger).instrument(
  [...sources].map(([file, content]) => ({ name: join(root, file), mutate: true, content })),
  { plugins: null, excludedMutations: [], ignorers },
);
const mutants = files.flatMap((file) => {
  const own = written.mutants.filter(({ fileName, statusReason }) => fileName === join(root, file) && !statusReason);
  const some = new Set(sample(own, Number(given.mutants)));
  return own.filter((mutant) => some.has(mutant)).map((mutant) => ({ ...mutant, file }));
});
const ignored = written.mutants.filter(({ statusReason }) => statusReason).length;
console.log(
  `Seed ${given.seed}: ${files.length} files, ${mutants.length} mutants, ${ignored} texts for people left out.`,
);

const folder = mkdtempSync(join(tmpdir(), 'mutation-'));
const job = join(folder, 'job.json');
const instrumented = Object.fromEntries(written.files.map(({ name, content }) => [name, content]));
const ids = mutants.map(({ id, file }) => ({ id, file: join(root, file) }));
writeFileSync(
  job,
  JSON.stringify({ root, instrumented, mutants: ids, coverage: join(folder, 'coverage.json'), whole: given.whole }),
);

/** Runs mutants from one on, until all are through or the process hangs or breaks: the mutant that it was at is found then. */
function runFrom(first) {
  return new Promise((done, failed) => {
    const script = fileURLToPath(new URL('mutation-tests.mjs', import.meta.url));
    const child = spawn(process.execPath, [script, job, String(first)], {
      stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
    });
    let at = first - 1;
    let timer;
    const alive = () => {
      clearTimeout(timer);
      timer = setTimeout(() => child.kill('SIGKILL'), Number(given.limit) * 1000);
    };
    alive();
    createInterface({ input: child.stdio[3] }).on('line', (line) => {
      alive();
      const { index, state, by } = JSON.parse(line);
      if (index === undefined) return;
      at = index;
      if (state) Object.assign(mutants[index], { state, by });
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      if (at < first) return failed(new Error('the tests could not be collected, or are red without a mutant'));
      if (at === mutants.length - 1 && mutants[at].state && code !== 0) return failed(new Error('red in the end'));
      mutants[at].state ??= 'timed out';
      done(at + 1);
    });
  });
}
for (let next = 0; next < mutants.length;) next = await runFrom(next);
rmSync(folder, { recursive: true });

/** The file with a mutant in it. */
function mutated({ file, location: { start, end }, replacement }) {
  const text = sources.get(file);
  const lines = text.split('\n');
  const offset = ({ line, column }) => lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + column;
  return [text.slice(0, offset(start)), replacement, text.slice(offset(end))];
}

const { options: compilerOptions } = typescript.parseJsonConfigFileContent(
  typescript.readConfigFile(join(root, 'tsconfig.json'), typescript.sys.readFile).config,
  typescript.sys,
  root,
);
const host = {
  ...typescript.sys,
  useCaseSensitiveFileNames: () => true,
  getCurrentDirectory: () => root,
  getCompilationSettings: () => ({ ...compilerOptions, noUnusedLocals: false, noUnusedParameters: false }),
  getScriptFileNames: () => files.map((file) => join(root, file)),
  getScriptVersion: (name) => host.overlay?.version(name) ?? '0',
  getScriptSnapshot(name) {
    const text = host.overlay?.text(name) ?? typescript.sys.readFile(name);
    return text === undefined ? undefined : typescript.ScriptSnapshot.fromString(text);
  },
  getDefaultLibFileName: typescript.getDefaultLibFilePath,
};
const compiler = typescript.createLanguageService(host);

function compiles(mutant) {
  const path = join(root, mutant.file);
  host.overlay = {
    version: (name) => (name === path ? mutant.id : undefined),
    text: (name) => (name === path ? mutated(mutant).join('') : undefined),
  };
  return [...compiler.getSyntacticDiagnostics(path), ...compiler.getSemanticDiagnostics(path)].length === 0;
}
for (const mutant of mutants)
  if (mutant.state !== 'killed' && mutant.state !== 'timed out' && !compiles(mutant)) mutant.state = 'not compiled';

const count = (list, state) => list.filter((mutant) => mutant.state === state).length;
const states = ['killed', 'timed out', 'survived', 'not reached', 'not compiled'];
const tally = (name, list) => {
  const counted = list.length - count(list, 'not compiled');
  const score = (100 * (count(list, 'killed') + count(list, 'timed out'))) / counted;
  return { group: name, files: new Set(list.map(({ file }) => file)).size, mutants: list.length, ...Object.fromEntries(states.map((state) => [state, count(list, state)])), score: `${score.toFixed(1)} %` }; // prettier-ignore
};
const inGroup = (group) => mutants.filter(({ file }) => groupOf(file) === group);
const found = [...Object.keys(groups), 'other'].filter((group) => inGroup(group).length > 0);
console.table([...found.map((group) => tally(group, inGroup(group))), tally('all', mutants)]);

const short = (text) => text.replace(/\s+/g, ' ').slice(0, 120);
for (const mutant of mutants.filter(({ state }) => state === 'survived' || state === 'not reached')) {
  const [before, replacement, after] = mutated(mutant);
  const original = sources.get(mutant.file).slice(before.length, sources.get(mutant.file).length - after.length);
  const place = `${mutant.file}:${mutant.location.start.line + 1}`;
  console.log(`${place} ${mutant.state} (${mutant.mutatorName}): ${short(original)} => ${short(replacement)}`);
}
