import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { commands } from '../../src/cli/commands';
import { formats } from '../../src/reports';
import { folderWith } from '../support/command-line';

const hooks = ['test/support/guarded.cjs', 'test/support/typescript.cjs'].flatMap((path) => ['-r', resolve(path)]);

/** Runs a script with every way to the network, and to another program, closed. */
function guarded(script: string, argv: readonly string[] = []) {
  const folder = folderWith({ 'script.cjs': script });
  return spawnSync(process.execPath, [...hooks, join(folder, 'script.cjs'), ...argv], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
}

/** Runs several calls of the command line in one process, and prints their exit codes. */
const calls = (argvs: readonly (readonly string[])[]): string => `
const { run } = require(${JSON.stringify(resolve('src/cli/run.ts'))});
(async () => {
  const codes = [];
  for (const argv of ${JSON.stringify(argvs)})
    codes.push(await run(argv, { out: () => {}, err: () => {}, input: () => Buffer.from(''), terminal: undefined, env: {} }));
  console.log(JSON.stringify(codes));
})();
`;

const fixtures = ['plans', 'templates', 'sources', 'policies', 'saved-plans'].map((name) => `fixtures/${name}`);
const files = fixtures.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));

test('the guard itself stops whoever reaches out', () => {
  for (const script of [
    "require('node:net').connect(80, '127.0.0.1')",
    "require('node:https').get('https://127.0.0.1')",
    "fetch('http://127.0.0.1').catch(() => {})",
    "require('node:dns').lookup('localhost', () => {})",
    "require('node:child_process').spawnSync('git')",
  ]) {
    const { status, stderr } = guarded(script);
    expect([script, status, stderr]).toEqual([script, 99, expect.stringContaining('NETWORK')]);
  }
});

test('all commands judge all fixtures without a network and without another program', () => {
  const everything = [...fixtures, ...files];
  const argvs = [
    ...formats.map((format) => ['check', '--format', format, ...everything]),
    ['matrix', ...everything],
    ['waivers', ...everything],
    ['fix', 'fixtures/templates/leaky.yaml', 'fixtures/sources/leaky'],
    ['controls'],
    ['explain', 'storage-encrypted'],
    ['iam', 'check-no-public-access', 'fixtures/policies/public-bucket.json'],
  ];
  const { status, stdout, stderr } = guarded(calls(argvs));
  expect(stderr).toBe('');
  expect(status).toBe(0);
  const codes = JSON.parse(stdout) as readonly number[];
  expect(codes).toHaveLength(argvs.length);
  for (const code of codes) expect([0, 1, 2]).toContain(code);
  // Every command that there is was tried, but those that write files or exist to answer requests.
  const tried = new Set(argvs.map(([name]) => name));
  const others = ['baseline', 'drill', 'init', 'review', 'serve'];
  expect(commands.map(({ name }) => name).filter((name) => !tried.has(name) && !others.includes(name))).toEqual([]);
});

const network =
  /(?:from|require\(|import\()\s*['"](?:node:)?(?:net|tls|dgram|dns(?:\/promises)?|https?|http2|inspector|cluster|undici)['"]|\b(?:fetch|WebSocket|EventSource|XMLHttpRequest)\(/u;
const programs = /(?:from|require\(|import\()\s*['"](?:node:)?child_process['"]/u;
const evaluating = /\beval\(|new Function\(|(?:from|require\(|import\()\s*['"](?:node:)?vm['"]/u;

const sources = ['src', 'aspects'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts') && statSync(path).isFile()),
);
const matching = (pattern: RegExp): readonly string[] =>
  sources.filter((path) => pattern.test(readFileSync(path, 'utf8'))).toSorted();

describe('by the sources', () => {
  test('only what exists to answer requests knows a network', () => {
    const knowing = matching(network).filter((path) => !path.startsWith('src/hosts/'));
    expect(knowing.filter((path) => path !== 'src/cli/commands/serve.ts')).toEqual([]);
    expect(matching(network).some((path) => path.startsWith('src/hosts/'))).toBe(true);
  });

  test('other programs are git, node to unpack what is large and, by the flag, terraform', () => {
    expect(matching(programs)).toEqual([
      'src/cli/gunzip.ts',
      'src/cli/terraform-program.ts',
      'src/readers/git-revision.ts',
    ]);
  });

  test('no text is ever run but the bundle of the program itself', () => {
    expect(matching(evaluating)).toEqual(['src/compiled-module.ts']);
    expect(matching(/compiledModule\(/u)).toEqual([
      'aspects/compiled.ts',
      'src/cli/compiled.ts',
      'src/compiled-module.ts',
    ]);
  });

  test('only the bundle and plugins are loaded by a name that is not written in the source', () => {
    expect(matching(/(?<![.\w])(?:require|import)\((?!['"`])/u)).toEqual([]);
    expect(matching(/createRequire\((?!__filename\))/u)).toEqual(['src/cli/plugins.ts', 'src/compiled-module.ts']);
  });
});
